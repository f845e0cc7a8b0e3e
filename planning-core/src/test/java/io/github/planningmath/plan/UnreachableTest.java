package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.assortment;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.cycle;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.outcome;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.product;
import static io.github.planningmath.plan.SmallBusiness.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Goals that further deals lead away from, and that pipeline, pins or rounding still reach. */
class UnreachableTest {

    /** Every visit is a lead and, unless said otherwise, every lead a deal. */
    private static PlanningConstants business(String perVisit, Product... products) {
        long[] even = new long[products.length];
        Arrays.fill(even, 1);
        return constants()
                .withChannels(List.of(channel("site", "1", "1", perVisit)))
                .withTiers(Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.ONE, 0, ChannelMix.only("site"))))
                .withAssortment(assortment(List.of(products), even));
    }

    @Nested
    class AtConstantPrices {

        /** A hundred deals are 50 of a, for which no lead is paid, and 50 of b, which earn 150 each: 5,000 + 7,500. */
        @Test
        void openLeadsOfOneProductCarryWhatAnotherEarns() {
            PlanningConstants constants = business("300", product("a", "100", "0"), product("b", "200", "0"))
                    .withChannels(List.of(channel("site", "1", "1", "300"), channel("mail", "1", "1", "50")))
                    .withTiers(Map.of(
                            SalesTier.CONSULTATIVE, SalesProcess.of(Rate.ONE, 0, ChannelMix.only("site")),
                            SalesTier.STRATEGIC, SalesProcess.of(Rate.ONE, 0, ChannelMix.only("mail"))))
                    .withProduct("b", b -> b.withTier(SalesTier.STRATEGIC));
            Position opening = new Position(
                    JANUARY, List.of(), List.of(), List.of(Position.OpenLeads.of("a", "site", JANUARY, 50)), List.of());
            Plan most = plan(SettledGoal.profit("12500"), constants, opening);
            assertThat(most.requiredDeals()).isEqualTo(100);
            assertThat(most.profit(Scope.all())).isEqualByComparingTo("12500");
            assertThat(refusal(outcome(SettledGoal.profit("12501"), constants, opening)))
                    .hasToString(
                            "Goal profit 12501 cannot be reached: a new deal contributes 150, but its leads cost 175; most"
                                    + " is lost on a, whose dearest leads come from site."
                                    + " Nearest: profit 12500.");
            assertThat(plan(SettledGoal.profit("10000"), constants, opening).profit(Scope.all()))
                    .isGreaterThanOrEqualTo(new BigDecimal("10000"));
        }

        /** Those of January buy again in February: each deal earns 20 for 15, where February's own would earn 10. */
        @Test
        void pinnedMonthsMoveDealsToWhereTheyRepeat() {
            PlanningConstants loyal = months(
                    business("15", product("a", "10", "0").withRepeat(new ConstantRepeat(Ratio.ONE, Ratio.ONE))), 2);
            Plan plan = plan(SettledGoal.profit("1000"), loyal, NOTHING, new Pin.Deals("a", FEBRUARY, 0L));
            assertThat(plan.requiredDeals()).isEqualTo(200);
            assertThat(plan.profit(Scope.all())).isEqualByComparingTo("1000");
        }

        /** Of one deal in a mix of 3 to 1 none is of the product that loses. */
        @Test
        void roundingOfTheMixMayLeaveOutTheProductThatLoses() {
            PlanningConstants constants = business("0", product("a", "100", "0"), product("b", "1", "500"))
                    .withAssortment(assortment(List.of(product("a", "100", "0"), product("b", "1", "500")), 3, 1));
            Plan plan = plan(SettledGoal.profit("50"), constants, NOTHING);
            assertThat(plan.requiredDeals()).isEqualTo(1);
            assertThat(plan.profit(Scope.all())).isEqualByComparingTo("100");
        }

        /** Nine leads at 10 % want but one more for a deal: it costs 5 and earns 10. */
        @Test
        void openLeadsShortOfADealMakeItCheap() {
            PlanningConstants constants = business("5", product("a", "10", "0"))
                    .withTiers(Map.of(
                            SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(10), 0, ChannelMix.only("site"))));
            Position opening = new Position(
                    JANUARY, List.of(), List.of(), List.of(Position.OpenLeads.of("a", "site", JANUARY, 9)), List.of());
            Plan plan = plan(SettledGoal.profit("5"), constants, opening);
            assertThat(plan.requiredDeals()).isEqualTo(1);
            assertThat(plan.profit(Scope.all())).isEqualByComparingTo("5");
            assertThat(refusal(outcome(SettledGoal.profit("6"), constants, opening))
                            .nearest())
                    .isEqualTo(SettledGoal.profit("5"));
        }
    }

    @Nested
    class WhereATrafficPriceJumps {

        /** A visit costs 1 up to 1,000, 3 beyond, and the square of all beyond 3,000. */
        private record Jumping() implements TrafficCost {
            @Override
            public BigDecimal cost(long visits) {
                long cost = visits <= 1_000 ? visits : 1_000 + 3 * (visits - 1_000);
                return BigDecimal.valueOf(visits > 3_000 ? Math.multiplyExact(visits, visits) : cost);
            }
        }

        private final PlanningConstants jumping =
                business("0", product("a", "3.9", "0")).withChannel("site", site -> site.withCost(new Jumping()));

        /** A thousand deals earn 3,900 - 1,000; three thousand 11,700 - 7,000. */
        @Test
        void theBestOfAllNumbersIsNearest() {
            assertThat(plan(SettledGoal.profit("2900"), jumping, NOTHING).requiredDeals())
                    .isEqualTo(1_000);
            assertThat(plan(SettledGoal.profit("4700"), jumping, NOTHING).requiredDeals())
                    .isEqualTo(3_000);
            assertThat(refusal(outcome(SettledGoal.profit("4700.01"), jumping, NOTHING)))
                    .hasToString(
                            "Goal profit 4700.01 cannot be reached: beyond 3000 new deals the traffic for a further one"
                                    + " costs more than it contributes. Nearest: profit 4700.");
        }
    }

    @Nested
    class AroundPins {

        /** Three open leads make February's pinned number of deals impossible only while none are added to them. */
        @Test
        void aPlanForNoDealsMayBeImpossibleWhereOneForMoreIsNot() {
            PlanningConstants constants = months(
                    business("0", product("a", "10", "0"))
                            .withTiers(Map.of(
                                    SalesTier.CONSULTATIVE,
                                    SalesProcess.of(Rate.percent(50), 0, ChannelMix.only("site")))),
                    2);
            Position opening = new Position(
                    JANUARY,
                    List.of(),
                    List.of(),
                    List.of(
                            Position.OpenLeads.of("a", "site", JANUARY, 1),
                            Position.OpenLeads.of("a", "site", FEBRUARY, 1)),
                    List.of());
            Pin none = new Pin.Deals("a", FEBRUARY, 0L);
            assertThat(new Cascade(new ResolvedBusiness(constants, opening, Edges.NONE, List.of(none)), 0).obstacle())
                    .isEqualTo(new Obstacle.PinConflict("0 deals of a in 2027-02", 1L));
            Plan plan = plan(SettledGoal.revenue("40"), constants, opening, none);
            assertThat(plan.revenue(Scope.all())).isEqualByComparingTo("40");
            assertThat(plan.newDeals(Scope.month(FEBRUARY))).isZero();
        }

        /** With half a year gone, further deals repeat for too short a time to pay for their leads. */
        @Test
        void elapsedMonthsLeaveTooFewForFurtherDealsToRepeat() {
            PlanningConstants subscription = months(
                    business(
                            "250",
                            product("a", "60", "0").withRepeat(new ConstantRepeat(Ratio.percent(95), Ratio.ONE))),
                    12);
            Pin[] past = new Pin[9];
            for (int month = 0; month < past.length; month++) {
                past[month] = new Pin.Deals("a", JANUARY.plusMonths(month), 27L);
            }
            Unreachable<Plan> refusal = refusal(outcome(SettledGoal.profit("60000"), subscription, NOTHING, past));
            assertThat(refusal.obstacles()).hasSize(1).first().isInstanceOf(Obstacle.LosesMoney.class);
            assertThat(plan(Objects.requireNonNull(refusal.nearest()), subscription, NOTHING, past)
                            .newDeals(Scope.all()))
                    .isEqualTo(243);
        }

        @Test
        void ofEveryMonthThatLeadsCanReachAreNamed() {
            PlanningConstants late = cycle(months(business("0", product("a", "1", "0")), 2), 1);
            Unreachable<Plan> refusal =
                    refusal(outcome(SettledGoal.profit("10"), late, NOTHING, new Pin.Deals("a", FEBRUARY, 5L)));
            assertThat(refusal)
                    .hasToString(
                            "Goal profit 10 cannot be reached: pinned: the deals of every product in every month that"
                                    + " its leads can reach. Nearest: profit 5.");
        }
    }

    @Nested
    class WhereTheSearchEnds {

        /** Whole people cost as good as what their leads earn: a hair's breadth of teeth without end. */
        private record Crew(BigDecimal salary, long leadsEach) implements PeopleCost {
            @Override
            public BigDecimal cost(YearMonth month) {
                return BigDecimal.ZERO;
            }

            @Override
            public PeopleCost staffed(Workload work) {
                long leads =
                        work.work().stream().mapToLong(Workload.Work::leads).sum();
                return new Payroll(
                        salary.multiply(BigDecimal.valueOf(Math.floorDiv(leads + leadsEach - 1, leadsEach))));
            }

            @Override
            public boolean followsWork() {
                return true;
            }
        }

        private final PlanningConstants even =
                business("0", product("a", "10", "0")).withPeopleCost(new Crew(new BigDecimal("1000.0001"), 100));

        @Test
        void itSaysSo() {
            Unreachable<Plan> refusal = refusal(outcome(SettledGoal.profit("5"), even, NOTHING));
            assertThat(refusal.nearest()).isEqualTo(SettledGoal.profit("0"));
            assertThat(refusal.obstacles()).hasSize(2).last().isInstanceOf(Obstacle.NotAllTried.class);
            assertThat(refusal.toString())
                    .startsWith(
                            "Goal profit 5 was not reached: beyond 0 new deals the people and the traffic for more cost"
                                    + " more than they contribute; the search ended after ")
                    .endsWith(". Nearest: profit 0.");
        }

        @Test
        void whatIsProvedIsSaid() {
            FinancialGoal goal = SettledGoal.profit("100");
            FinancialGoal nearest = SettledGoal.profit("60");
            assertThat(new Unreachable<Plan>(
                            goal, nearest, List.of(new Obstacle.NotAllTried(2_000L, new BigDecimal("90")))))
                    .hasToString(
                            "Goal profit 100 cannot be reached: the search ended after 2000 numbers, and none comes to"
                                    + " more than 90. Nearest: profit 60.");
            assertThat(new Unreachable<Plan>(goal, null, List.of(new Obstacle.NotAllTried(2_000L, null))))
                    .hasToString(
                            "Goal profit 100 was not reached: the search ended after 2000 numbers. No plan was found.");
        }
    }

    @Test
    void manyFullChannelsAreCountedAfterTheFirstThree() {
        List<Obstacle.Ceiling> ceilings = List.of(
                new Obstacle.Ceiling("a", JANUARY, 1L),
                new Obstacle.Ceiling("b", JANUARY, 2L),
                new Obstacle.Ceiling("c", JANUARY, 3L),
                new Obstacle.Ceiling("d", JANUARY, 4L),
                new Obstacle.Ceiling("e", JANUARY, 5L));
        assertThat(new Obstacle.CeilingsBind("crm", ceilings))
                .hasToString("the channels of crm are full: a at 1 visits in 2027-01, b at 2 visits in 2027-01,"
                        + " c at 3 visits in 2027-01 and 2 more");
    }
}
