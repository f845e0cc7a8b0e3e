package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    private static final List<Kpi> COUNTED = List.of(
            Kpi.PROFIT,
            Kpi.REVENUE,
            Kpi.NEW_DEALS,
            Kpi.REPEAT_DEALS,
            Kpi.BASE,
            Kpi.CUSTOMERS_KEPT,
            Kpi.CUSTOMERS_LOST,
            Kpi.LEADS,
            Kpi.CONTACTS);

    /** Law 9: two engines that share no law. Fixed seeds: the share of what lies beyond 4 standard errors is known to be none. */
    @Test
    void pathsAgreeWithTheClosedForm() {
        for (int seed = 1; seed <= 12; seed++) {
            RiskyPlans plans = new RiskyPlans(seed);
            assertAgrees(seed, plans, plans.plan(plans.between(0, 40)));
        }
    }

    /** Found by a property: the sizes of a subscription without customers end before the age of another product's. */
    @Test
    void eachProductHasTheAgesOfItsOwnCustomers() {
        Product support = Product.builder("support")
                .tier(SalesTier.CONSULTATIVE)
                .price("10")
                .unitCost("1")
                .repeat("100%", "100%")
                .build();
        Product crm = Product.builder("crm")
                .tier(SalesTier.CONSULTATIVE)
                .price("100")
                .unitCost("30")
                .build()
                .withRepeat(new Subscription(Ratio.percent(90), Ratio.percent(2), Ratio.percent(1)));
        PlanningConstants constants = PlanningConstants.builder()
                .currency("EUR")
                .horizon(Horizon.ofMonths(JANUARY, 1))
                .product(support, "50%")
                .product(crm, "50%")
                .channel(Channel.builder("site")
                        .approach(MarketingApproach.INDUSTRY)
                        .siteConversion("1")
                        .warmUpRate("1")
                        .costPerVisit("1")
                        .build())
                .tier(
                        SalesTier.CONSULTATIVE,
                        SalesProcess.builder()
                                .managerConversion("1")
                                .cycleMonths(0)
                                .channel("site", "1")
                                .build())
                .build();
        Position opening = Position.of(JANUARY, List.of(Position.Customers.of("support", 25, 7)), List.of());
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.deals(9), constants, opening)
                .orThrow();
        assertThat(Simulation.of(plan, Uncertainty.none()).withPaths(5).values(Kpi.BASE, Scope.all()))
                .containsOnly(9.0);
    }

    /** So where mixes change by month, half of them under cycles of several months. */
    @Test
    void pathsAgreeWithTheClosedFormWhereMixesChange() {
        for (int seed = 101; seed <= 112; seed++) {
            RiskyPlans plans = new RiskyPlans(seed);
            assertAgrees(seed, plans, plans.mixed(plans.between(5, 40)));
        }
    }

    private static void assertAgrees(int seed, RiskyPlans plans, Plan plan) {
        int paths = 2_000;
        Uncertainty uncertainty = plans.in(2) ? Uncertainty.none() : plans.uncertainty(plan.constants());
        Kpi kpi = COUNTED.get(seed % COUNTED.size());
        double[] values = Simulation.of(plan, uncertainty)
                .withPaths(paths)
                .values(kpi, Scope.all())
                .toArray();
        PlanRisk risk = PlanRisk.of(plan, uncertainty).withPoints(256);
        PlanRisk.Moments moments = risk.moments(kpi, Scope.all());
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = moments.standardDeviation();
        assertThat(mean)
                .as("mean %s of plan %s", kpi, seed)
                .isCloseTo(moments.mean(), within(4.5 * deviation / Math.sqrt(paths) + 0.02 * deviation + 1e-9));
        double amount = moments.mean() + plans.between(-10, 10) / 10.0 * deviation;
        double share =
                Arrays.stream(values).filter(value -> value >= amount - 1e-6).count() / (double) paths;
        Chance chance = risk.chance(kpi, Scope.all(), BigDecimal.valueOf(amount - 1e-6));
        assertThat(share)
                .as("chance %s of plan %s", kpi, seed)
                .isCloseTo(chance.value(), within(4.5 * Math.sqrt(0.25 / paths) + chance.error()));
    }

    @Test
    void norms() {
        Plan plan = TelephonyPlan.plan();
        Simulation simulation = Simulation.of(plan, TelephonyPlan.COUNTED).withPaths(500);
        Chance all = simulation.chance(path -> path.value(Kpi.LEADS, Scope.all()) >= plan.leads(Scope.all())
                && path.value(Kpi.NEW_DEALS, Scope.all()) >= plan.newDeals(Scope.all()));
        Chance one = simulation.chance(path -> path.value(Kpi.LEADS, Scope.all()) >= plan.leads(Scope.all()));
        assertThat(all.value()).isBetween(0.2, one.value());
        assertThat(all.samplingError()).isBetween(0.03, 0.05);
    }

    @Test
    void sameBitsOnOneCoreAndMany() throws Exception {
        Plan plan = TelephonyPlan.plan();
        Simulation simulation = Simulation.of(plan, TelephonyPlan.COUNTED).withPaths(200);
        Chance many = simulation.chance(path -> path.value(Kpi.PROFIT, Scope.all()) >= 120_000);
        ForkJoinPool one = new ForkJoinPool(1);
        Chance alone = one.submit(() -> simulation.chance(path -> path.value(Kpi.PROFIT, Scope.all()) >= 120_000))
                .get();
        one.shutdown();
        assertThat(alone).isEqualTo(many);
        assertThat(simulation.withPaths(50).values(Kpi.PROFIT, Scope.all()).toArray())
                .isEqualTo(simulation.values(Kpi.PROFIT, Scope.all()).limit(50).toArray());
    }

    @Test
    void countsHaveTheirLaws() {
        BinomialDraws draws = new BinomialDraws(new SplittableRandom(5));
        int n = 40_000;
        for (double mean : new double[] {0.3, 9.9, 10.1, 300}) {
            double sum = 0;
            double squares = 0;
            double events = 0;
            double eventSquares = 0;
            for (int i = 0; i < n; i++) {
                double k = draws.successes(1_000, mean / 1_000);
                sum += k;
                squares += k * k;
                double e = draws.events(mean);
                events += e;
                eventSquares += e * e;
            }
            double variance = mean * (1 - mean / 1_000);
            assertThat(sum / n).isCloseTo(mean, within(4.5 * Math.sqrt(variance / n)));
            assertThat(squares / n - sum / n * sum / n).isCloseTo(variance, withinPercentage(4));
            assertThat(events / n).isCloseTo(mean, within(4.5 * Math.sqrt(mean / n)));
            assertThat(eventSquares / n - events / n * events / n).isCloseTo(mean, withinPercentage(4));
        }
        assertThat(draws.successes(7, 1)).isEqualTo(7);
        assertThat(draws.successes(7, 0)).isZero();
    }

    @Test
    void refusals() {
        Simulation simulation = Simulation.of(TelephonyPlan.plan(), Uncertainty.none());
        assertThatThrownBy(() -> simulation.withPaths(0)).hasMessage("Simulation.paths must be at least 1, but was 0.");
        String openLeads =
                "Simulation.kpi must be one that a path counts, but was open leads. Perhaps leads was meant.";
        assertThatThrownBy(() -> simulation.values(Kpi.OPEN_LEADS, Scope.all())).hasMessage(openLeads);
        assertThatThrownBy(() -> one(simulation, Kpi.OPEN_LEADS, Scope.all())).hasMessage(openLeads);
        // a deal is no norm of a channel, on a path as little as in the plan
        Scope site = Scope.all().channel("site");
        String byChannel = "Plan.scope must not narrow new deals by channel, but was site.";
        assertThatThrownBy(() -> simulation.values(Kpi.NEW_DEALS, site)).hasMessage(byChannel);
        assertThatThrownBy(() -> one(simulation, Kpi.NEW_DEALS, site)).hasMessage(byChannel);
    }

    private static Chance one(Simulation simulation, Kpi kpi, Scope scope) {
        return simulation.withPaths(1).chance(path -> path.value(kpi, scope) >= 0);
    }
}
