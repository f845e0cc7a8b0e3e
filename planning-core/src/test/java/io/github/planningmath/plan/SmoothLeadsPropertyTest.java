package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Traffic;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Leads whose deals come over months make no saw: their sum through a month lies less than one above what the exact orders ask for,
 * {@code ordered / conversion}, as long as no conversion changes. Orders are written down here from the rules.
 */
class SmoothLeadsPropertyTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void cumulativeLeadsAreLessThanOneAboveTheOrders(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int months = random.nextInt(1, 19);
        List<Ratio> shares = shares(random);
        Ratio[] indices = new Ratio[12];
        for (int month = 0; month < 12; month++) {
            indices[month] = Ratio.of(random.nextInt(1, 9), 4);
        }
        Rate conversion = Rate.of(random.nextInt(1, 60), 60 + random.nextInt(60));
        long deals = random.nextLong(1, 2_000);
        boolean spread = random.nextBoolean();
        AfterHorizon after = random.nextInt(3) == 0 ? AfterHorizon.stops() : AfterHorizon.goesOn();
        long[] cohorts = new long[shares.size() - 1];
        for (int age = 1; age < shares.size() && random.nextBoolean(); age++) {
            cohorts[age - 1] = random.nextLong(0, 2 * deals);
        }

        FinancialGoal goal = FinancialGoal.profit("0")
                .withAfterHorizon(after)
                .withCatchUp(spread ? CatchUp.SPREAD : CatchUp.AT_ONCE);
        ResolvedBusiness business = new ResolvedBusiness(
                constants(months, indices, conversion, shares), opening(cohorts), goal.edges(), List.of());
        ProductRun run = new Cascade(business, deals).run(0);

        Fraction leadsADeal = Fraction.ONE.dividedBy(Fraction.of(conversion.numerator(), conversion.denominator()));
        Orders orders = new Orders(months, shares, indices, deals, conversion, cohorts);
        Fraction most = Fraction.ZERO;
        for (int month = 0; month < months; month++) {
            Fraction ordered = orders.through(month, spread, after instanceof AfterHorizon.GoesOn);
            most = ordered.compareTo(most) > 0 ? ordered : most;
            Fraction wanted = most.times(leadsADeal);
            assertThat(run.totals()[month])
                    .as("leads through month %s of seed %s", month, seed)
                    .isEqualTo(wanted.ceiling().longValueExact());
        }
    }

    /**
     * A business that goes on, with an even season and the leads of the months before: the deals that are left after any month, planned
     * anew from facts on plan, move no month by more than two leads. With another season, or without those leads, more moves: what the
     * year lacks at its edges is spread anew over fewer months.
     */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void planningTheRestOfAGoingBusinessAnewMovesNoMonthByMoreThanTwoLeads(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Ratio> shares = shares(random);
        Ratio[] even = new Ratio[12];
        Arrays.fill(even, Ratio.ONE);
        PlanningConstants constants = constants(12, even, Rate.percent(20), shares);
        long deals = random.nextLong(300, 500);
        long[] cohorts = new long[shares.size() - 1];
        Arrays.fill(cohorts, Math.round(deals * 5 / 12.0));
        Plan year = Planner.withDefaults()
                .plan(FinancialGoal.deals(deals), constants, opening(cohorts))
                .orThrow();

        int past = random.nextInt(1, 11);
        YearMonth next = JANUARY.plusMonths(past);
        Traffic brought = new Traffic(year.traffic().cells().stream()
                .filter(cell -> cell.month().isBefore(next))
                .toList());
        Projection facts =
                Projection.of(constants.withHorizon(Horizon.ofMonths(JANUARY, past)), year.opening(), brought);
        Plan rest = Planner.withDefaults()
                .plan(
                        FinancialGoal.deals(year.newDeals(Scope.all()) - facts.newDeals()),
                        constants.withHorizon(Horizon.ofMonths(next, 12 - past)),
                        facts.closing())
                .orThrow();
        for (YearMonth month : rest.constants().horizon().all()) {
            assertThat(rest.leads(Scope.month(month)) - year.leads(Scope.month(month)))
                    .as("leads of %s, planned anew from %s on, of seed %s", month, next, seed)
                    .isBetween(-2L, 2L);
        }
    }

    private static List<Ratio> shares(SplittableRandom random) {
        int ages = random.nextInt(2, 8);
        int[] weights = new int[ages];
        int sum = 0;
        for (int age = 0; age < ages; age++) {
            weights[age] = age == 0 || age == ages - 1 ? random.nextInt(1, 9) : random.nextInt(9);
            sum += weights[age];
        }
        List<Ratio> shares = new ArrayList<>();
        for (int weight : weights) {
            shares.add(Ratio.of(weight, sum));
        }
        return shares;
    }

    private static PlanningConstants constants(int months, Ratio[] indices, Rate conversion, List<Ratio> shares) {
        Map<Month, Ratio> season = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            season.put(month, indices[month.getValue() - 1]);
        }
        return SmallBusiness.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, months))
                .withSeason(new Season.OfYear(season))
                .withAssortment(Assortment.only(SmallBusiness.product("crm", "1200", "300")))
                .withChannels(List.of(SmallBusiness.channel("site", "2.5%", "40%", "0.80")))
                .withTiers(Map.of(
                        SalesTier.CONSULTATIVE,
                        new SalesProcess(conversion, Map.of(), new SalesCycle(shares), ChannelMix.only("site"))));
    }

    private static Position opening(long[] cohorts) {
        List<Position.Cohort> list = new ArrayList<>();
        for (int age = 1; age <= cohorts.length; age++) {
            list.add(Position.Cohort.of("crm", "site", JANUARY.minusMonths(age), cohorts[age - 1]));
        }
        return Position.empty(JANUARY).withCohorts(list);
    }

    /** Orders of one product: N parts of a season, made by shares of ages. */
    private static final class Orders {

        private final int months;
        private final List<Ratio> shares;
        private final Fraction[] season;
        private final Fraction deals;
        private final Fraction ofPipeline;

        Orders(int months, List<Ratio> shares, Ratio[] indices, long deals, Rate conversion, long[] cohorts) {
            this.months = months;
            this.shares = shares;
            this.deals = Fraction.of(deals, 1);
            Fraction sum = Fraction.ZERO;
            for (int month = 0; month < months; month++) {
                sum = sum.plus(of(indices[month % 12]));
            }
            season = new Fraction[months + shares.size()];
            for (int month = 0; month < season.length; month++) {
                season[month] = of(indices[month % 12]).dividedBy(sum);
            }
            Fraction leads = Fraction.ZERO;
            for (int age = 1; age <= cohorts.length; age++) {
                for (int month = 0; month < months && age + month < shares.size(); month++) {
                    leads = leads.plus(Fraction.of(cohorts[age - 1], 1).times(of(shares.get(age + month))));
                }
            }
            ofPipeline = leads.times(Fraction.of(conversion.numerator(), conversion.denominator()));
        }

        private static Fraction of(Ratio ratio) {
            return Fraction.of(ratio.numerator(), ratio.denominator());
        }

        /** Of one deal, what leads of the months through one are ordered for, of deals of the months from one to before another. */
        private Fraction part(int through, int from, int before) {
            Fraction part = Fraction.ZERO;
            for (int brought = 0; brought <= through; brought++) {
                for (int age = 0; age < shares.size(); age++) {
                    int made = brought + age;
                    part = made >= from && made < before
                            ? part.plus(of(shares.get(age)).times(season[made]))
                            : part;
                }
            }
            return part;
        }

        Fraction through(int month, boolean spread, boolean goesOn) {
            Fraction all = part(months - 1, 0, months);
            Fraction within = spread
                    ? deals.minus(ofPipeline).times(part(month, 0, months)).dividedBy(all)
                    : deals.times(Fraction.ONE.minus(all).plus(part(month, 0, months)))
                            .minus(ofPipeline);
            Fraction after = goesOn ? deals.times(part(month, months, season.length)) : Fraction.ZERO;
            return (within.signum() < 0 ? Fraction.ZERO : within).plus(after);
        }
    }
}
