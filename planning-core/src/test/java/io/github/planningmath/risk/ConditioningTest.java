package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** The chance when months are over. */
class ConditioningTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final Driver<Rate> MANAGERS = Driver.managerConversion(SalesTier.CONSULTATIVE);
    private static final Doubt.Observed TWENTY_OF_200 = new Doubt.Observed(20L, 200L, Doubt.Prior.JEFFREYS);

    /** Every visit is a lead: what luck and knowledge do is one beta-binomial law. */
    private static PlanningConstants leadsOnly(int months, int cycle) {
        return TelephonyPlan.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, months))
                .withChannel("site", site -> site.withSiteConversion(Rate.ONE).withWarmUpRate(Rate.ONE))
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process ->
                                process.withManagerConversion(Rate.percent(10)).withCycleMonths(cycle));
    }

    private static Actuals.Cell month(int month, long leads, long deals) {
        return Actuals.Cell.of(JANUARY.plusMonths(month), "crm", "site")
                .withVisits(leads)
                .withContacts(leads)
                .withLeads(leads)
                .withNewDeals(deals);
    }

    private static final Uncertainty COUNTED = Uncertainty.none().with(MANAGERS, TWENTY_OF_200);

    /** Two months, their leads of the second falling due beyond them: 90 of these are decided, with 9 deals. */
    @Test
    void onlyLeadsThatAreDueTeach() {
        Plan plan = RiskyPlans.plan(leadsOnly(4, 1), TelephonyPlan.opening(), 36);
        Actuals twoMonths = Actuals.from(List.of(month(0, 90, 0), month(1, 70, 9)));
        PlanRisk now = PlanRisk.of(plan, COUNTED).given(twoMonths);
        assertThat(now.uncertainty().doubts())
                .containsExactly(Map.entry(MANAGERS, new Doubt.Observed(29L, 290L, Doubt.Prior.JEFFREYS)));

        // 70 leads that are open, and those that the plan has in March, fall due in March and April
        long left = 70 + plan.leads(Scope.month(JANUARY.plusMonths(2)));
        CountLaw law = CountLaw.of(left, new Doubt.Observed(29L, 290L, Doubt.Prior.JEFFREYS));
        for (long more : new long[] {5, 12, 16, 25}) {
            Chance chance = now.chance(Kpi.NEW_DEALS, Scope.all(), 9 + more);
            assertThat(chance.value()).isCloseTo(law.atLeast(more), within(2e-4 + chance.error()));
        }
        // what is over is certain
        Scope february = Scope.month(JANUARY.plusMonths(1));
        assertThat(now.chance(Kpi.NEW_DEALS, february, 9)).isEqualTo(Chance.certainly(true));
        assertThat(now.chance(Kpi.NEW_DEALS, february, 10)).isEqualTo(Chance.certainly(false));
        assertThat(now.chance(Kpi.LEADS, Scope.month(JANUARY).channel("site"), 90))
                .isEqualTo(Chance.certainly(true));
    }

    /** Law 12: leads that are not due are no failures. */
    @Test
    void leadsThatAreOpenTeachNothing() {
        Plan plan = RiskyPlans.plan(leadsOnly(4, 1), TelephonyPlan.opening(), 36);
        PlanRisk risk = PlanRisk.of(plan, COUNTED);
        PlanRisk few = risk.given(Actuals.from(List.of(month(0, 90, 0), month(1, 70, 9))));
        PlanRisk many = risk.given(Actuals.from(List.of(month(0, 90, 0), month(1, 700, 9))));
        assertThat(many.uncertainty()).isEqualTo(few.uncertainty());
        assertThat(many.moments(Kpi.NEW_DEALS, Scope.all()).mean())
                .isGreaterThan(few.moments(Kpi.NEW_DEALS, Scope.all()).mean());
    }

    /** Law 11: with everything over every chance is 0 or 1, at just the amount that came. */
    @Test
    void withEverythingOverEveryChanceIsCertain() {
        Plan plan = RiskyPlans.plan(leadsOnly(3, 1), TelephonyPlan.opening(), 20);
        Actuals all = Actuals.from(List.of(month(0, 90, 0), month(1, 70, 9), month(2, 10, 8)));
        PlanRisk over = PlanRisk.of(plan, COUNTED.with(Driver.price("crm"), Doubt.spread("10%")))
                .given(all);
        // 17 deals of 900, 170 visits at 0.80, and three months of 8,000
        BigDecimal profit = new BigDecimal(17 * 900 - 136 - 24_000);
        assertThat(over.chance(Kpi.PROFIT, Scope.all(), profit)).isEqualTo(Chance.certainly(true));
        assertThat(over.chance(Kpi.PROFIT, Scope.all(), profit.add(new BigDecimal("0.01"))))
                .isEqualTo(Chance.certainly(false));
        assertThat(over.moments(Kpi.NEW_DEALS, Scope.all()).standardDeviation()).isZero();
    }

    /** Law 11: the average of the later chance over what may come is the chance now. */
    @Test
    void theAverageOfLaterChancesIsTheChanceNow() {
        Plan plan = RiskyPlans.plan(leadsOnly(2, 0), TelephonyPlan.opening(), 8);
        long first = plan.leads(Scope.month(JANUARY));
        PlanRisk risk = PlanRisk.of(plan, COUNTED);
        CountLaw predictive = CountLaw.of(first, TWENTY_OF_200);
        double average = 0;
        for (long deals = 0; deals <= first; deals++) {
            double weight = predictive.chance(deals);
            if (weight > 1e-9) {
                PlanRisk later = risk.given(Actuals.from(List.of(month(0, first, deals))));
                average += weight * later.chance(Kpi.NEW_DEALS, Scope.all(), 8).value();
            }
        }
        double now = CountLaw.of(plan.leads(Scope.all()), TWENTY_OF_200).atLeast(8);
        assertThat(average).isCloseTo(now, within(5e-4));
        assertThat(risk.chance(Kpi.NEW_DEALS, Scope.all(), 8).value()).isCloseTo(now, within(5e-4));
    }

    /** One thing behind two rates: what one showed tells of the other, by weights; just as when one rate stands in both places. */
    @Test
    void whatOneShowsTellsOfAnother() {
        PlanningConstants constants = TelephonyPlan.constants().withHorizon(Horizon.ofMonths(JANUARY, 4));
        Plan plan = RiskyPlans.plan(constants, TelephonyPlan.opening(), 60);
        Driver<Rate> site = Driver.siteConversion("site");
        Uncertainty apart = Uncertainty.none().with(site, Doubt.spread("20%")).with(MANAGERS, Doubt.spread("20%"));
        Actuals fewer = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm", "site")
                .withVisits(10_000L)
                .withContacts(200L)
                .withLeads(80L)));
        PlanRisk alone = PlanRisk.of(plan, apart).given(fewer);
        PlanRisk together = PlanRisk.of(plan, apart.together(0.8, List.of(site, MANAGERS)))
                .withPoints(4096)
                .given(fewer);
        double expectedAlone = alone.moments(Kpi.NEW_DEALS, Scope.all()).mean();
        double expectedTogether = together.moments(Kpi.NEW_DEALS, Scope.all()).mean();
        assertThat(expectedTogether).isBetween(0.8 * expectedAlone, 0.95 * expectedAlone);
        // with next to nothing in common both ways come to the same: adding counts, and weighing draws
        PlanRisk barely = PlanRisk.of(plan, apart.together(1e-9, List.of(site, MANAGERS)))
                .withPoints(16_384)
                .given(fewer);
        assertThat(barely.moments(Kpi.NEW_DEALS, Scope.all()).mean())
                .isCloseTo(expectedAlone, within(0.01 * expectedAlone));
        assertThatThrownBy(together::shares)
                .hasMessage(
                        "PlanRisk.shares must be of draws that weigh alike, but what was counted weighs them. Perhaps"
                                + " ask for the shares before the months were over.");
    }

    @Test
    void tooFewEffectivePointsAreRefused() {
        Plan plan = RiskyPlans.plan(
                TelephonyPlan.constants().withHorizon(Horizon.ofMonths(JANUARY, 4)), TelephonyPlan.opening(), 60);
        Driver<Rate> site = Driver.siteConversion("site");
        Uncertainty sure = Uncertainty.none()
                .with(site, Doubt.spread("2%"))
                .with(MANAGERS, Doubt.spread("2%"))
                .together(0.5, List.of(site, MANAGERS));
        Actuals half = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm", "site")
                .withVisits(100_000L)
                .withContacts(1_250L)
                .withLeads(500L)));
        PlanRisk risk = PlanRisk.of(plan, sure).withPoints(256);
        assertThatThrownBy(() -> risk.given(half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "PlanRisk\\.given must leave at least 50 effective points, but left 1\\.\\d of 256: what"
                                + " was counted is far from what was thought of constants that have something in common or change\\."
                                + " Perhaps withPoints\\(4096\\) before it, or doubt them more\\.");
    }

    /** Later actuals hold the earlier ones, so that none counts twice. */
    @Test
    void laterActualsHoldTheEarlierOnes() {
        Plan plan = RiskyPlans.plan(leadsOnly(4, 1), TelephonyPlan.opening(), 36);
        Actuals one = Actuals.from(List.of(month(0, 90, 0)));
        Actuals two = Actuals.from(List.of(month(0, 90, 0), month(1, 70, 9)));
        PlanRisk risk = PlanRisk.of(plan, COUNTED);
        assertThat(risk.given(one).given(two).uncertainty())
                .isEqualTo(risk.given(two).uncertainty());
        assertThat(risk.given(one).withSeed(7).given(two).chance(plan.goal()))
                .isEqualTo(risk.withSeed(7).given(two).chance(plan.goal()));
    }

    /** Leads of two months, a part of which is decided, with the deals that came of each by month. */
    private record Underway(int january, int february, int atOnce, int later, int ofFebruary) {

        private static final SalesCycle CYCLE = SalesCycle.of("40%", "35%", "25%");

        Actuals byLeads() {
            YearMonth next = JANUARY.plusMonths(1);
            return Actuals.from(List.of(
                    leads(JANUARY, january),
                    Actuals.Cell.of(JANUARY, "crm", "site").withBrought(JANUARY).withNewDeals((long) atOnce),
                    leads(next, february),
                    Actuals.Cell.of(next, "crm", "site").withBrought(JANUARY).withNewDeals((long) later),
                    Actuals.Cell.of(next, "crm", "site").withBrought(next).withNewDeals((long) ofFebruary)));
        }

        Actuals byMonth() {
            return Actuals.from(List.of(
                    leads(JANUARY, january).withNewDeals((long) atOnce),
                    leads(JANUARY.plusMonths(1), february).withNewDeals((long) later + ofFebruary)));
        }

        private static Actuals.Cell leads(YearMonth month, long count) {
            return Actuals.Cell.of(month, "crm", "site")
                    .withVisits(count)
                    .withContacts(count)
                    .withLeads(count);
        }

        /**
         * Chances of at least so many deals in all, by lives of single leads of which those are left that went as it was.
         *
         * @param planned leads of March and April
         */
        double[] chances(DoubleSupplier rate, long[] planned, boolean isByLeads, int[] amounts) {
            SplittableRandom random = new SplittableRandom(5);
            double[] reached = new double[amounts.length];
            int alike = 0;
            for (int path = 0; path < 2_000_000; path++) {
                double conversion = rate.getAsDouble();
                int[] ofJanuary = lives(random, january, conversion);
                if (ofJanuary[0] != atOnce || (isByLeads && ofJanuary[1] != later)) {
                    continue;
                }
                int[] next = lives(random, february, conversion);
                if (ofJanuary[1] + next[0] != later + ofFebruary || (isByLeads && next[0] != ofFebruary)) {
                    continue;
                }
                int[] march = lives(random, (int) planned[0], conversion);
                int[] april = lives(random, (int) planned[1], conversion);
                int deals = Arrays.stream(ofJanuary).sum() + Arrays.stream(next).sum() + march[0] + march[1] + april[0];
                alike++;
                for (int i = 0; i < amounts.length; i++) {
                    reached[i] += deals >= amounts[i] ? 1 : 0;
                }
            }
            assertThat(alike).isGreaterThan(5_000);
            for (int i = 0; i < amounts.length; i++) {
                reached[i] /= alike;
            }
            return reached;
        }

        /** Deals of leads by months since. */
        private static int[] lives(SplittableRandom random, int leads, double conversion) {
            int[] deals = new int[3];
            for (int lead = 0; lead < leads; lead++) {
                if (random.nextDouble() < conversion) {
                    double age = random.nextDouble();
                    deals[age < 0.4 ? 0 : age < 0.75 ? 1 : 2]++;
                }
            }
            return deals;
        }
    }

    private static final Underway FEW = new Underway(24, 18, 1, 1, 1);
    private static final Underway MANY = new Underway(24, 18, 4, 3, 3);

    /** Cohorts of which deals are still to come, given what came of them, by lives of single leads. */
    @Test
    void cohortsOfWhichDealsAreStillToComeKnowWhatCame() {
        PlanningConstants constants = leadsOnly(4, 0)
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process ->
                                process.withManagerConversion(Rate.percent(30)).withCycle(Underway.CYCLE));
        Plan plan = RiskyPlans.plan(constants, TelephonyPlan.opening(), 24);
        long[] planned = {plan.leads(Scope.month(JANUARY.plusMonths(2))), plan.leads(Scope.month(JANUARY.plusMonths(3)))
        };
        int[] amounts = {12, 16, 19, 22};
        Doubt.Observed counted = new Doubt.Observed(12L, 40L, Doubt.Prior.UNIFORM);
        for (Underway came : List.of(FEW, MANY)) {
            PlanRisk known = PlanRisk.of(plan, Uncertainty.none());
            assertChances(known.given(came.byLeads()), came.chances(() -> 0.3, planned, true, amounts), amounts, 0.015);
            assertChances(
                    known.given(came.byMonth()), came.chances(() -> 0.3, planned, false, amounts), amounts, 0.015);
            PlanRisk doubted = PlanRisk.of(plan, Uncertainty.none().with(MANAGERS, counted));
            Random scores = new Random(7);
            BetaMarginal law = new BetaMarginal(13, 29);
            DoubleSupplier rate = () -> law.at(scores.nextGaussian());
            // what a part of a lead teaches is a part of a trial, which is near what single lives teach and not just
            // that
            assertChances(doubted.given(came.byLeads()), came.chances(rate, planned, true, amounts), amounts, 0.03);
        }
    }

    private static void assertChances(PlanRisk now, double[] chances, int[] amounts, double tolerance) {
        for (int i = 0; i < amounts.length; i++) {
            assertThat(now.chance(Kpi.NEW_DEALS, Scope.all(), amounts[i]).value())
                    .as("at least %d", amounts[i])
                    .isCloseTo(chances[i], within(tolerance));
        }
    }

    /** Leads of which a part is decided teach in part, and months that each decide less than one teach together. */
    @Test
    void leadsThatAreDueInPartTeachInPart() {
        PlanningConstants constants =
                leadsOnly(4, 0).withTier(SalesTier.CONSULTATIVE, process -> process.withCycle(Underway.CYCLE));
        Plan plan = RiskyPlans.plan(constants, TelephonyPlan.opening(), 24);
        PlanRisk now = PlanRisk.of(plan, COUNTED).given(MANY.byLeads());
        // 75 % of 24 and 40 % of 18 are 25.2
        assertThat(now.uncertainty().doubts())
                .containsExactly(Map.entry(MANAGERS, new Doubt.Observed(30L, 225L, Doubt.Prior.JEFFREYS)));
        Actuals one = Actuals.from(List.of(
                Underway.leads(JANUARY, 1).withNewDeals(0L),
                Underway.leads(JANUARY.plusMonths(1), 1).withNewDeals(1L)));
        // 0.4 and 0.75 of a lead are one
        assertThat(PlanRisk.of(plan, COUNTED).given(one).uncertainty().doubts())
                .containsExactly(Map.entry(MANAGERS, new Doubt.Observed(21L, 201L, Doubt.Prior.JEFFREYS)));
    }

    /** Both engines on what is left of plans: customers, open leads and traffic that months with other facts leave behind. */
    @Test
    void pathsAgreeOnWhatIsLeft() {
        for (int seed = 1; seed <= 10; seed++) {
            RiskyPlans plans = new RiskyPlans(seed);
            Plan plan = plans.plan(plans.between(0, 60));
            Actuals first = asPlannedButFewer(plan);
            PlanRisk left = PlanRisk.of(plan, Uncertainty.none()).given(first);
            for (Kpi kpi : List.of(Kpi.PROFIT, Kpi.NEW_DEALS, Kpi.BASE, Kpi.LEADS)) {
                double[] values = left.simulation()
                        .withPaths(2_000)
                        .values(kpi, Scope.all())
                        .toArray();
                double mean = java.util.Arrays.stream(values).average().orElseThrow();
                PlanRisk.Moments moments = left.moments(kpi, Scope.all());
                assertThat(mean)
                        .as("%s of plan %s", kpi, seed)
                        .isCloseTo(moments.mean(), within(0.1 * moments.standardDeviation() + 1e-6));
            }
        }
    }

    private static Actuals asPlannedButFewer(Plan plan) {
        List<Actuals.Cell> cells = new ArrayList<>();
        YearMonth first = plan.constants().horizon().first();
        plan.constants().assortment().products().forEach(product -> {
            Scope scope = Scope.month(first).product(product.name());
            cells.add(Actuals.Cell.of(first, product.name()).withNewDeals(plan.newDeals(scope) / 2));
        });
        return Actuals.from(cells);
    }
}
