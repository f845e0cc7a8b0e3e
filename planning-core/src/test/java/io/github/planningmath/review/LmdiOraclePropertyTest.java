package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Factor;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The verdict beside a plain LMDI-I of its own, written down from the definition and sharing no code with the library: two
 * channels, every customer stays and buys again every month, so that all counts that the rates make are whole and each month
 * is told by its own counts.
 */
class LmdiOraclePropertyTest {

    private static final int[] CHANNELS = {0, 1};

    /** One side: counts by channel and month, and money. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Numbers(
            long[][] visits, long[][] contacts, long[][] leads, double[][] deals, long[] repeats, double[] price) {}

    /** {@code L(v1, v0) * ln(x1 / x0)} of every factor of a product, added to the sums by name. */
    private static void split(Map<String, Double> sums, Map<String, double[]> factors, double before, double after) {
        double mean = logarithmicMean(after, before);
        factors.forEach((name, values) -> sums.merge(name, mean * Math.log(values[1] / values[0]), Double::sum));
    }

    private static double logarithmicMean(double a, double b) {
        return a == b ? a : (a - b) / Math.log(a / b);
    }

    /** What a customer won in a month comes to: every month from then on a deal, at the rate and price of the month. */
    private static double worth(Numbers of, double[] rate, int won) {
        double worth = of.price[won];
        for (int month = won + 1; month < rate.length; month++) {
            worth += rate[month] * of.price[month];
        }
        return worth;
    }

    /** As planned: every customer buys every month. */
    private static double[] plannedRates(int months) {
        double[] rates = new double[months];
        Arrays.fill(rates, 1);
        return rates;
    }

    /** Repeat deals by customer there was at the month's start. */
    private static double[] repeatRates(Numbers of) {
        double[] rates = new double[of.repeats.length];
        double base = 0;
        for (int month = 0; month < rates.length; month++) {
            rates[month] = base == 0 ? 1 : of.repeats[month] / base;
            base += of.deals[0][month] + of.deals[1][month];
        }
        return rates;
    }

    private static Map<String, Double> effects(Numbers plan, Numbers fact, int cycle) {
        Map<String, Double> sums = new TreeMap<>();
        int months = plan.repeats.length;
        double[] rate0 = plannedRates(months);
        double[] rate1 = repeatRates(fact);
        for (int month = 0; month + cycle < months; month++) {
            int won = month + cycle;
            double all0 = plan.visits[0][month] + plan.visits[1][month];
            double all1 = fact.visits[0][month] + fact.visits[1][month];
            double worth0 = worth(plan, rate0, won);
            double worth1 = worth(fact, rate1, won);
            for (int c : CHANNELS) {
                Map<String, double[]> factors = new TreeMap<>();
                factors.put("traffic volume", new double[] {all0, all1});
                factors.put("channel mix", new double[] {plan.visits[c][month] / all0, fact.visits[c][month] / all1});
                factors.put("site conversion", new double[] {
                    (double) plan.contacts[c][month] / plan.visits[c][month],
                    (double) fact.contacts[c][month] / fact.visits[c][month]
                });
                factors.put("warm-up rate", new double[] {
                    (double) plan.leads[c][month] / plan.contacts[c][month],
                    (double) fact.leads[c][month] / fact.contacts[c][month]
                });
                factors.put("manager conversion", new double[] {
                    plan.deals[c][won] / plan.leads[c][month], fact.deals[c][won] / fact.leads[c][month]
                });
                double v0 = plan.deals[c][won] * worth0;
                double v1 = fact.deals[c][won] * worth1;
                split(sums, factors, v0, v1);
                splitWorth(
                        sums, plan, fact, rate0, rate1, won, logarithmicMean(v1, v0) / logarithmicMean(worth1, worth0));
            }
        }
        return sums;
    }

    private static void splitWorth(
            Map<String, Double> sums,
            Numbers plan,
            Numbers fact,
            double[] rate0,
            double[] rate1,
            int won,
            double unit) {
        for (int month = won; month < rate0.length; month++) {
            double r0 = month == won ? 1 : rate0[month];
            double r1 = month == won ? 1 : rate1[month];
            double p0 = plan.price[month];
            double p1 = fact.price[month];
            double mean = unit * logarithmicMean(r1 * p1, r0 * p0);
            sums.merge("repeat rate", mean * Math.log(r1 / r0), Double::sum);
            sums.merge("price", mean * Math.log(p1 / p0), Double::sum);
        }
    }

    private static Plan plan(int months, int cycle, int deals) {
        Product crm = Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")
                .withRepeat(new ConstantRepeat(Ratio.ONE, Ratio.ONE));
        PlanningConstants constants = PlanningConstants.of(
                "EUR",
                Horizon.ofMonths(JANUARY, months),
                Reviewed.assortment(crm),
                List.of(
                        Reviewed.channel("mail", "25%", "0").withWarmUpRate(Rate.percent(50)),
                        Reviewed.channel("site", "50%", "0").withWarmUpRate(Rate.percent(50))),
                Map.of(
                        SalesTier.CONSULTATIVE,
                        SalesProcess.of(
                                Rate.percent(20),
                                cycle,
                                ChannelMix.of("mail", Rate.percent(50), "site", Rate.percent(50)))));
        return Planner.withDefaults()
                .plan(SettledGoal.revenue(BigDecimal.valueOf(1_000L * deals)), constants, Position.empty(JANUARY))
                .orThrow();
    }

    /** The plan's own numbers; of a channel it has the expected deals, a fifth of the leads that fall due. */
    private static Numbers planned(Plan plan, int months, int cycle) {
        Numbers of = empty(months);
        for (int month = 0; month < months; month++) {
            for (int c : CHANNELS) {
                Scope scope = Scope.month(JANUARY.plusMonths(month)).channel(c == 0 ? "mail" : "site");
                of.visits[c][month] = plan.traffic(scope);
                of.leads[c][month] = plan.leads(scope);
                of.contacts[c][month] = 2 * of.leads[c][month];
                of.deals[c][month] = month < cycle ? 0 : of.leads[c][month - cycle] / 5.0;
            }
            of.price[month] = 1_000;
        }
        return of;
    }

    private static Numbers empty(int months) {
        return new Numbers(
                new long[2][months],
                new long[2][months],
                new long[2][months],
                new double[2][months],
                new long[months],
                new double[months]);
    }

    /** Facts at which every count that a rate makes is whole. */
    private static Numbers happened(Random random, int months, int cycle) {
        Numbers of = empty(months);
        long base = 0;
        for (int month = 0; month < months; month++) {
            for (int c : CHANNELS) {
                of.leads[c][month] = 5L * (1 + random.nextInt(200));
                of.contacts[c][month] = of.leads[c][month] + 2L * random.nextInt(100) + of.leads[c][month] % 2;
                of.visits[c][month] = 4 * (of.contacts[c][month] / 4 + 1 + random.nextInt(300));
                of.deals[c][month] = month < cycle ? 0 : 1 + random.nextInt((int) of.leads[c][month - cycle]);
            }
            of.repeats[month] = base == 0 ? 0 : 1 + random.nextInt((int) base * 2);
            base += (long) (of.deals[0][month] + of.deals[1][month]);
            of.price[month] = 500 + random.nextInt(1_000);
        }
        return of;
    }

    private static Actuals actuals(Numbers of) {
        List<Actuals.Cell> cells = new ArrayList<>();
        long base = 0;
        for (int month = 0; month < of.repeats.length; month++) {
            long deals = (long) (of.deals[0][month] + of.deals[1][month]);
            base += deals;
            for (int c : CHANNELS) {
                cells.add(Actuals.Cell.of(JANUARY.plusMonths(month), "crm", c == 0 ? "mail" : "site")
                        .withVisits(of.visits[c][month])
                        .withContacts(of.contacts[c][month])
                        .withLeads(of.leads[c][month])
                        .withNewDeals((long) of.deals[c][month]));
            }
            cells.add(Actuals.Cell.of(JANUARY.plusMonths(month), "crm")
                    .withRepeatDeals(of.repeats[month])
                    .withBase(base)
                    .withRevenue(BigDecimal.valueOf((deals + of.repeats[month]) * (long) of.price[month])));
        }
        return Actuals.from(cells);
    }

    @Property
    void everyEffectIsThatOfAPlainLmdi(@ForAll Random random) {
        int cycle = random.nextInt(3);
        int months = cycle + 1 + random.nextInt(5);
        Plan plan = plan(months, cycle, 5_000 + random.nextInt(50_000));
        Numbers before = planned(plan, months, cycle);
        Numbers after = happened(random, months, cycle);
        Verdict verdict = Verdict.of(plan, actuals(after));
        Map<String, Double> expected = effects(before, after, cycle);
        double size = expected.values().stream().mapToDouble(Math::abs).sum();
        expected.forEach((name, part) ->
                assertThat(verdict.of(Factor.labelled(name))).as(name).isCloseTo(part, within(1e-9 * size)));
    }
}
