package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.APRIL;
import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
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
import static io.github.planningmath.plan.SmallBusiness.season;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.AfterHorizon.DealsDue;
import io.github.planningmath.plan.Position.OpenLeads;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans worked by hand. Where nothing else is said, 40 deals at 1,000 want 200 leads, 10,000 visits (20 %, 2 %). */
class PlannerTest {

    private static final Scope ALL = Scope.all();
    private static final FinancialGoal FORTY_DEALS = SettledGoal.revenue("40000");

    private static List<Long> byMonth(Plan plan, ToLongFunction<Scope> count) {
        return plan.constants().horizon().all().stream()
                .map(month -> count.applyAsLong(Scope.month(month)))
                .toList();
    }

    private static Position openLeads(OpenLeads... leads) {
        return Position.of(JANUARY, List.of(), List.of(leads));
    }

    @Nested
    class AGoal {

        /** Contribution 239, a lead 60, conversion 3/10, fixed costs 45: 239 N - 60 ceil(10 N / 3) - 45. */
        private final PlanningConstants jagged = constants()
                .withProduct("crm", crm -> crm.withPrice(new BigDecimal("239")).withUnitCost(BigDecimal.ZERO))
                .withChannels(List.of(channel("site", "100%", "100%", "60")))
                .withTier(SalesTier.CONSULTATIVE, process -> process.withManagerConversion(Rate.of(3, 10)))
                .withFixedCosts(FixedCosts.perMonth("45"));

        @ParameterizedTest
        @CsvSource({"0, -45", "1, -46", "2, 13", "3, 72", "4, 71", "5, 130"})
        void profitIsNotMonotoneInWholeDeals(long deals, BigDecimal profit) {
            long visits = Funnel.of(jagged, SalesTier.CONSULTATIVE)
                    .required(deals)
                    .visits()
                    .getOrDefault("site", 0L);
            Projection projection = Projection.of(
                    jagged, NOTHING, new Traffic(List.of(new Traffic.Visits(JANUARY, "crm", "site", visits))));
            assertThat(projection.newDeals()).isEqualTo(deals);
            assertThat(projection.profit()).isEqualByComparingTo(profit);
        }

        /** Always a number that reaches the goal while one less does not: 72 is reached by 3 and 5, but not by 4. */
        @ParameterizedTest
        @CsvSource({"-45, 0", "-44, 2", "13, 2", "14, 3", "71, 3", "72, 5", "73, 5", "130, 5"})
        void aHigherGoalNeverGetsFewerDeals(String profit, long deals) {
            assertThat(plan(SettledGoal.profit(profit), jagged, NOTHING).requiredDeals())
                    .isEqualTo(deals);
        }

        @Test
        void ofContributionLeavesTrafficAndTheHouseAside() {
            PlanningConstants dear = constants()
                    .withChannel("site", site -> site.withCost(CostPerVisit.of("100")))
                    .withFixedCosts(FixedCosts.perMonth("1000000"));
            Plan plan = plan(SettledGoal.contribution("6301"), dear, NOTHING);
            assertThat(plan.newDeals(ALL)).isEqualTo(10);
            assertThat(plan.contribution(ALL)).isEqualByComparingTo("7000");
        }

        @Test
        void ofRevenueIsReachedWithTheLeastWholeDeals() {
            Plan plan = plan(SettledGoal.revenue("9000.01"), constants(), NOTHING);
            assertThat(plan.newDeals(ALL)).isEqualTo(10);
            assertThat(plan.leads(ALL)).isEqualTo(50);
            assertThat(plan.contacts(ALL)).isEqualTo(125);
            assertThat(plan.traffic(ALL)).isEqualTo(2_500);
        }

        /** 700 N - 250 N visits at 0.5 = 575 N, less 300 for people and 275 fixed: 5,175 are 10 deals. */
        @Test
        void ofProfitCarriesTrafficPeopleAndFixedCosts() {
            PlanningConstants constants = constants()
                    .withChannel("site", site -> site.withCost(CostPerVisit.of("0.5")))
                    .withPeopleCost(Payroll.perMonth("300"))
                    .withFixedCosts(FixedCosts.perMonth("275"));
            assertThat(plan(SettledGoal.profit("5175"), constants, NOTHING).requiredDeals())
                    .isEqualTo(10);
            assertThat(plan(SettledGoal.profit("5175.01"), constants, NOTHING).requiredDeals())
                    .isEqualTo(11);
        }

        @Test
        void thatBaseAndPipelineReachNeedsNoLead() {
            Plan plan = plan(
                    SettledGoal.revenue("20000"), constants(), openLeads(OpenLeads.of("crm", "site", JANUARY, 100)));
            assertThat(plan.requiredDeals()).isZero();
            assertThat(plan.leads(ALL)).isZero();
            assertThat(plan.newDeals(ALL)).isEqualTo(20);
        }

        @Test
        void ofNothingNeedsNothing() {
            Plan plan = plan(SettledGoal.profit("0"), months(constants(), 12), NOTHING);
            assertThat(plan.traffic(ALL)).isZero();
            assertThat(plan.traffic()).isEqualTo(new Traffic(List.of()));
        }
    }

    @Nested
    class TheSeason {

        /** ceil(5 j / 12) through month j. */
        @Test
        void spreadsAHandfulOfDealsOverAYear() {
            Plan plan = plan(SettledGoal.revenue("5000"), months(constants(), 12), NOTHING);
            assertThat(byMonth(plan, plan::newDeals)).containsExactly(1L, 0L, 1L, 0L, 1L, 0L, 0L, 1L, 0L, 1L, 0L, 0L);
        }

        /** 10 customers x 19 % are 1.9 repeat deals a month: 22.8 in a year are 22; monthly floors would make 12. */
        @Test
        void losesNoRepeatDealToMonthlyRounding() {
            PlanningConstants constants = months(constants(), 12)
                    .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.ONE, Ratio.percent(19))));
            Position opening = Position.of(JANUARY, List.of(Position.Customers.of("crm", 3, 10)), List.of());
            Plan plan = plan(SettledGoal.profit("0"), constants, opening);
            assertThat(byMonth(plan, plan::repeatDeals))
                    .containsExactly(1L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 1L, 2L);
            assertThat(plan.repeatDeals(ALL)).isEqualTo(22);
        }

        /** Eight customers won in January buy again 4, 2 and 1 times while half of them leave every month. */
        @Test
        void countsTheRepeatDealsOfCustomersWonOnTheWay() {
            PlanningConstants constants = months(constants(), 4)
                    .withSeason(season("1"))
                    .withProduct(
                            "crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.percent(50), Ratio.percent(50))));
            Plan plan = plan(SettledGoal.revenue("15000"), constants, NOTHING);
            assertThat(plan.requiredDeals()).isEqualTo(8);
            assertThat(byMonth(plan, plan::repeatDeals)).containsExactly(0L, 4L, 2L, 1L);
            assertThat(byMonth(plan, plan::base)).containsExactly(8L, 4L, 2L, 1L);
            assertThat(byMonth(plan, plan::deals)).containsExactly(8L, 4L, 2L, 1L);
        }
    }

    @Nested
    class ASalesCycle {

        private final PlanningConstants twoMonths = cycle(months(constants(), 4), 2);

        /** Of ten deals a month none can be made before March: 20 outstanding deals are caught up there. */
        @Test
        void putsWhatNoLeadCanReachIntoTheFirstMonthThatOneCan() {
            Plan plan = plan(FORTY_DEALS, twoMonths, NOTHING);
            assertThat(byMonth(plan, plan::newDeals)).containsExactly(0L, 0L, 30L, 10L);
            assertThat(byMonth(plan, plan::leads)).containsExactly(150L, 50L, 0L, 0L);
            assertThat(plan.arrears())
                    .containsExactly(new Plan.Arrears(JANUARY, "crm", 10L), new Plan.Arrears(FEBRUARY, "crm", 10L));
        }

        /** 30 and 20 open leads make 6 and 4 deals. */
        @Test
        void isBridgedByThePipelineAsFarAsItGoes() {
            Plan plan = plan(
                    FORTY_DEALS,
                    twoMonths,
                    openLeads(OpenLeads.of("crm", "site", JANUARY, 30), OpenLeads.of("crm", "site", FEBRUARY, 20)));
            assertThat(byMonth(plan, plan::newDeals)).containsExactly(6L, 4L, 20L, 10L);
            assertThat(byMonth(plan, plan::leads)).containsExactly(100L, 50L, 0L, 0L);
            assertThat(byMonth(plan, plan::openLeads)).containsExactly(120L, 150L, 50L, 0L);
            assertThat(plan.arrears())
                    .containsExactly(new Plan.Arrears(JANUARY, "crm", 4L), new Plan.Arrears(FEBRUARY, "crm", 6L));
        }

        @Test
        void opensTheMonthsAfterThePlanShortUnlessTheGoalNamesThem() {
            Plan plan = plan(FORTY_DEALS, twoMonths, NOTHING);
            assertThat(plan.monthsOpeningShort())
                    .containsExactly(
                            new Plan.ShortMonth("crm", YearMonth.of(2027, 5)),
                            new Plan.ShortMonth("crm", YearMonth.of(2027, 6)));
            assertThat(plan.closing())
                    .isEqualTo(Position.of(
                            YearMonth.of(2027, 5), List.of(Position.Customers.of("crm", 0, 10)), List.of()));
        }

        /** 3 and 5 deals want 15 and 25 leads, 750 and 1,250 visits at 0.5, in March and April of this plan. */
        @Test
        void bringsLeadsForDealsAfterTheHorizonAtThisPlansCost() {
            YearMonth may = YearMonth.of(2027, 5);
            YearMonth june = YearMonth.of(2027, 6);
            FinancialGoal goal = FORTY_DEALS.withAfterHorizon(
                    new AfterHorizon.Listed(List.of(new DealsDue("crm", may, 3L), new DealsDue("crm", june, 5L))));
            PlanningConstants constants = twoMonths.withChannel("site", site -> site.withCost(CostPerVisit.of("0.5")));
            Plan plan = plan(goal, constants, NOTHING);
            assertThat(byMonth(plan, plan::leads)).containsExactly(150L, 50L, 15L, 25L);
            assertThat(plan.trafficCost(Scope.month(MARCH))).isEqualByComparingTo("375");
            assertThat(plan.trafficCost(Scope.month(APRIL))).isEqualByComparingTo("625");
            assertThat(plan.closing().openLeads())
                    .containsExactly(OpenLeads.of("crm", "site", may, 15), OpenLeads.of("crm", "site", june, 25));
            assertThat(plan.monthsOpeningShort()).isEmpty();
            assertThat(plan.newDeals(ALL)).isEqualTo(40);
        }

        /** 40 deals earn 28,000 less 5,000 for traffic; the 20 leads for four deals after them cost 500 more. */
        @Test
        void chargesDealsAfterTheHorizonToTheProfit() {
            PlanningConstants constants = twoMonths.withChannel("site", site -> site.withCost(CostPerVisit.of("0.5")));
            FinancialGoal goal = SettledGoal.profit("23000");
            assertThat(plan(goal, constants, NOTHING).requiredDeals()).isEqualTo(40);
            FinancialGoal withFourDeals = goal.withAfterHorizon(
                    new AfterHorizon.Listed(List.of(new DealsDue("crm", YearMonth.of(2027, 5), 4L))));
            assertThat(plan(withFourDeals.withAmount(new BigDecimal("22500")), constants, NOTHING)
                            .requiredDeals())
                    .isEqualTo(40);
            assertThat(plan(withFourDeals, constants, NOTHING).requiredDeals()).isEqualTo(41);
        }

        /** The next plan opens with the 15 and 25 open leads: 3 and 5 deals that it needs no new lead for. */
        @Test
        void handsItsOpenLeadsToTheNextPlan() {
            YearMonth may = YearMonth.of(2027, 5);
            FinancialGoal goal = FORTY_DEALS.withAfterHorizon(new AfterHorizon.Listed(
                    List.of(new DealsDue("crm", may, 3L), new DealsDue("crm", may.plusMonths(1), 5L))));
            Position closing = plan(goal, twoMonths, NOTHING).closing();
            PlanningConstants next = twoMonths.withHorizon(Horizon.ofMonths(may, 2));
            Plan plan = plan(SettledGoal.revenue("8000"), next, closing);
            assertThat(plan.leads(ALL)).isZero();
            assertThat(byMonth(plan, plan::newDeals)).containsExactly(3L, 5L);
        }

        @Test
        void longerThanThePlanLeavesThePipelineAlone() {
            PlanningConstants constants = cycle(months(constants(), 2), 3);
            Position opening = openLeads(OpenLeads.of("crm", "site", FEBRUARY, 20));
            Unreachable<Plan> refusal = refusal(outcome(SettledGoal.revenue("10000"), constants, opening));
            assertThat(refusal.obstacles()).containsExactly(new Obstacle.BeyondHorizon("crm", 3, 4L));
            assertThat(refusal.nearest()).isEqualTo(SettledGoal.revenue("4000"));
            assertThat(plan(SettledGoal.revenue("4000"), constants, opening).newDeals(ALL))
                    .isEqualTo(4);
        }
    }

    @Nested
    class Pins {

        private final PlanningConstants fourMonths = months(constants(), 4);
        private final PlanningConstants twoChannels = constants()
                .withChannels(List.of(channel("site", "5%", "40%", "0"), channel("mail", "5%", "40%", "0")))
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withChannels(
                                ChannelMix.of("site", Rate.percent(50), "mail", Rate.percent(50))));

        /** What February leaves undone, March makes good: 10, 20, 30, 40 is the season's own line. */
        @Test
        void ofDealsAreKeptAndTheNextFreeMonthReturnsToTheSeason() {
            Plan plan = plan(FORTY_DEALS, fourMonths, NOTHING, new Pin.Deals("crm", FEBRUARY, 4L));
            assertThat(byMonth(plan, plan::newDeals)).containsExactly(10L, 4L, 16L, 10L);
            assertThat(byMonth(plan, plan::leads)).containsExactly(50L, 20L, 80L, 50L);
        }

        @Test
        void ofDealsMayTakeMoreThanTheSeasonGivesThem() {
            Plan plan = plan(FORTY_DEALS, fourMonths, NOTHING, new Pin.Deals("crm", JANUARY, 35L));
            assertThat(byMonth(plan, plan::newDeals)).containsExactly(35L, 0L, 0L, 5L);
        }

        @Test
        void ofDealsBeyondTheGoalAreASurplus() {
            Plan plan = plan(SettledGoal.revenue("10000"), constants(), NOTHING, new Pin.Deals("crm", JANUARY, 12L));
            assertThat(plan.newDeals(ALL)).isEqualTo(12);
            assertThat(plan.surplus()).containsExactly(new Plan.Surplus("crm", 12L));
        }

        @Test
        void ofLeadsSendTheRestToTheOtherChannels() {
            Plan plan = plan(FORTY_DEALS, twoChannels, NOTHING, new Pin.Leads("mail", "crm", JANUARY, 10L));
            assertThat(plan.leads(ALL.channel("mail"))).isEqualTo(10);
            assertThat(plan.leads(ALL.channel("site"))).isEqualTo(190);
            assertThat(plan.newDeals(ALL)).isEqualTo(40);
        }

        /** Both products take half of mail in a mix of 3 : 1, so 20 pinned leads are 15 and 5. */
        @Test
        void ofLeadsOfAllProductsAreSplitOverThoseThatTheChannelFeeds() {
            PlanningConstants twoProducts = twoChannels.withAssortment(
                    assortment(List.of(product("a", "1000", "300"), product("b", "1000", "300")), 3, 1));
            Plan plan = plan(FORTY_DEALS, twoProducts, NOTHING, new Pin.Leads("mail", null, JANUARY, 20L));
            assertThat(plan.leads(ALL.product("a").channel("mail"))).isEqualTo(15);
            assertThat(plan.leads(ALL.product("b").channel("mail"))).isEqualTo(5);
            assertThat(plan.leads(ALL)).isEqualTo(200);
        }

        @Test
        void ofLeadsBeyondTheNeedAreASurplus() {
            Plan plan = plan(FORTY_DEALS, twoChannels, NOTHING, new Pin.Leads("mail", "crm", JANUARY, 300L));
            assertThat(plan.leads(ALL.channel("site"))).isZero();
            assertThat(plan.newDeals(ALL)).isEqualTo(60);
        }

        @Test
        void ofDealsThatNoLeadCanMakeAreNamed() {
            PlanningConstants constants = cycle(fourMonths, 1);
            Unreachable<Plan> refusal =
                    refusal(outcome(FORTY_DEALS, constants, NOTHING, new Pin.Deals("crm", JANUARY, 5L)));
            assertThat(refusal)
                    .hasToString("Goal revenue 40000 cannot be reached: pinned: 5 deals of crm in 2027-01, but the plan"
                            + " gives 0. No plan can be made around that.");
            assertThat(refusal.nearest()).isNull();
        }

        @Test
        void thatLeaveNoMonthFreeAreNamed() {
            Unreachable<Plan> refusal =
                    refusal(outcome(FORTY_DEALS, constants(), NOTHING, new Pin.Deals("crm", JANUARY, 10L)));
            assertThat(refusal.obstacles())
                    .containsExactly(new Obstacle.PinConflict("the deals of every product in every month", null));
            assertThat(refusal.nearest()).isEqualTo(SettledGoal.revenue("10000"));
        }

        /** Half of the deals are of b, whose every deal loses 100; those of a, which earns 700, are all pinned. */
        @Test
        void thatLeaveOnlyALosingProductFreeAreNamed() {
            PlanningConstants twoProducts = constants()
                    .withAssortment(
                            assortment(List.of(product("a", "1000", "300"), product("b", "1000", "1100")), 1, 1));
            Unreachable<Plan> refusal = refusal(
                    outcome(SettledGoal.contribution("10000"), twoProducts, NOTHING, new Pin.Deals("a", JANUARY, 10L)));
            assertThat(refusal.nearest()).isEqualTo(SettledGoal.contribution("7000"));
            assertThat(refusal.obstacles())
                    .containsExactly(new Obstacle.LosesMoney(new BigDecimal("-100"), BigDecimal.ZERO, "b", null));
        }

        @Test
        void thatLeaveOnlyAProductWithoutShareFreeAreNamed() {
            PlanningConstants twoProducts = constants()
                    .withAssortment(
                            assortment(List.of(product("a", "1000", "300"), product("b", "1000", "300")), 1, 0));
            Unreachable<Plan> refusal =
                    refusal(outcome(FORTY_DEALS, twoProducts, NOTHING, new Pin.Deals("a", JANUARY, 10L)));
            assertThat(refusal.nearest()).isEqualTo(SettledGoal.revenue("10000"));
            assertThat(refusal.obstacles())
                    .containsExactly(new Obstacle.PinConflict("the deals of every product in every month", null));
        }

        @Test
        void ofLeadsThatKeepTheRestFromBeingSolvedAreNamed() {
            Unreachable<Plan> refusal =
                    refusal(outcome(FORTY_DEALS, constants(), NOTHING, new Pin.Leads("site", "crm", JANUARY, 10L)));
            assertThat(refusal)
                    .hasToString("Goal revenue 40000 cannot be reached: pinned: leads of crm. Nearest: revenue 2000.");
        }

        @Test
        void ofLeadsBeyondTheirChannelsCeilingAreNamed() {
            PlanningConstants narrow = constants().withChannel("site", site -> site.withVisitCeiling(100L));
            Unreachable<Plan> refusal =
                    refusal(outcome(FORTY_DEALS, narrow, NOTHING, new Pin.Leads("site", "crm", JANUARY, 10L)));
            assertThat(refusal.obstacles())
                    .containsExactly(new Obstacle.PinConflict(
                            "leads from site, whose ceiling of 100 visits a month they exceed", null));
        }
    }

    @Nested
    class VisitCeilings {

        private final PlanningConstants narrow = constants()
                .withChannels(List.of(
                        channel("site", "5%", "40%", "0").withVisitCeiling(2_000L),
                        channel("mail", "5%", "40%", "0").withVisitCeiling(9_000L)))
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withChannels(
                                ChannelMix.of("site", Rate.percent(50), "mail", Rate.percent(50))));

        /** 2,000 visits are 40 leads: the other 160 come from mail. */
        @Test
        void sendTheRestToTheTiersOtherChannels() {
            Plan plan = plan(FORTY_DEALS, narrow, NOTHING);
            assertThat(plan.traffic(ALL.channel("site"))).isEqualTo(2_000);
            assertThat(plan.leads(ALL.channel("site"))).isEqualTo(40);
            assertThat(plan.leads(ALL.channel("mail"))).isEqualTo(160);
            assertThat(plan.newDeals(ALL)).isEqualTo(40);
        }

        /** Both products want 50 leads of the site, which has 40: 20 each. */
        @Test
        void areSharedByTheProductsThatAskForTheChannel() {
            PlanningConstants twoProducts = narrow.withAssortment(
                    assortment(List.of(product("a", "1000", "300"), product("b", "1000", "300")), 1, 1));
            Plan plan = plan(FORTY_DEALS, twoProducts, NOTHING);
            for (String product : List.of("a", "b")) {
                assertThat(plan.leads(ALL.product(product).channel("site"))).isEqualTo(20);
                assertThat(plan.leads(ALL.product(product).channel("mail"))).isEqualTo(80);
            }
        }

        /** 2,000 and 9,000 visits are 40 and 180 leads, 44 deals. */
        @Test
        void thatAllBindAreNamedWithWhatCanBeReached() {
            Unreachable<Plan> refusal = refusal(outcome(SettledGoal.revenue("50000"), narrow, NOTHING));
            assertThat(refusal)
                    .hasToString(
                            "Goal revenue 50000 cannot be reached: the channels of crm are full: site at 2000 visits"
                                    + " in 2027-01, mail at 9000 visits in 2027-01. Nearest: revenue 44000.");
            assertThat(plan(SettledGoal.revenue("44000"), narrow, NOTHING).newDeals(ALL))
                    .isEqualTo(44);
        }

        @Test
        void ofZeroKeepAChannelClosed() {
            PlanningConstants closed = narrow.withChannel("site", site -> site.withVisitCeiling(0L));
            Plan plan = plan(SettledGoal.revenue("10000"), closed, NOTHING);
            assertThat(plan.traffic(ALL.channel("site"))).isZero();
            assertThat(plan.leads(ALL.channel("mail"))).isEqualTo(50);
        }
    }

    @Nested
    class ADealThatLosesMoney {

        /** 250 visits at 3 are 750 for a contribution of 700. */
        @Test
        void isRefusedWithBothNumbersSideBySide() {
            PlanningConstants dear = constants()
                    .withChannel("site", site -> site.withCost(CostPerVisit.of("3")))
                    .withFixedCosts(FixedCosts.perMonth("100"));
            Unreachable<Plan> refusal = refusal(outcome(SettledGoal.profit("0"), dear, NOTHING));
            assertThat(refusal.obstacles())
                    .containsExactly(
                            new Obstacle.LosesMoney(new BigDecimal("700"), new BigDecimal("750"), "crm", "site"));
            assertThat(refusal)
                    .hasToString("Goal profit 0 cannot be reached: a new deal contributes 700, but its leads cost 750;"
                            + " most is lost on crm, whose dearest leads come from site."
                            + " Nearest: profit -100.");
        }

        @Test
        void orEarnsNothingIsRefusedToo() {
            PlanningConstants even = constants().withChannel("site", site -> site.withCost(CostPerVisit.of("2.8")));
            assertThat(refusal(outcome(SettledGoal.profit("1"), even, NOTHING)).obstacles())
                    .containsExactly(
                            new Obstacle.LosesMoney(new BigDecimal("700"), new BigDecimal("700"), "crm", "site"));
        }

        /**
         * Of three deals two are of a, which earns 700 for leads of 500, and one of b, which earns 100 for them: a lead over site costs
         * 50, over mail 150, half and half, and every fifth becomes a deal. So the mix earns 500 for leads of 500.
         */
        @Test
        void namesTheProductAndItsDearestChannel() {
            PlanningConstants business = constants()
                    .withAssortment(assortment(List.of(product("a", "1000", "300"), product("b", "1000", "900")), 2, 1))
                    .withChannels(List.of(channel("site", "5%", "40%", "1"), channel("mail", "5%", "40%", "3")))
                    .withTier(
                            SalesTier.CONSULTATIVE,
                            selling -> selling.withChannels(
                                    ChannelMix.of("site", Rate.percent(50), "mail", Rate.percent(50))));
            assertThat(refusal(outcome(SettledGoal.profit("1000000"), business, NOTHING))
                            .obstacles())
                    .startsWith(new Obstacle.LosesMoney(new BigDecimal("500"), new BigDecimal("500"), "b", "mail"));
        }

        @Test
        void isNoObstacleToARevenue() {
            PlanningConstants dear = constants().withChannel("site", site -> site.withCost(CostPerVisit.of("3")));
            Plan plan = plan(SettledGoal.revenue("10000"), dear, NOTHING);
            assertThat(plan.profit(ALL)).isEqualByComparingTo("-500");
        }

        /** Its customers buy once again the month after, so two contributions of 700 stand against 750. */
        @Test
        void mayEarnItWithItsRepeatDealsWithinThePlan() {
            PlanningConstants loyal = months(constants(), 2)
                    .withSeason(season("1"))
                    .withChannel("site", site -> site.withCost(CostPerVisit.of("3")))
                    .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.ONE, Ratio.ONE)));
            Plan plan = plan(SettledGoal.profit("6500"), loyal, NOTHING);
            assertThat(plan.newDeals(ALL)).isEqualTo(10);
            assertThat(plan.repeatDeals(ALL)).isEqualTo(10);
        }
    }

    @Nested
    class TrafficThatGetsDearerWithVolume {

        /** A thousandth of the square: n deals want 250 n visits for 62.5 n², so 700 n - 62.5 n² peaks at six deals. */
        private record Square() implements TrafficCost {
            @Override
            public BigDecimal cost(long visits) {
                return BigDecimal.valueOf(visits).pow(2).movePointLeft(3);
            }
        }

        private final PlanningConstants rising = constants().withChannel("site", site -> site.withCost(new Square()));

        @ParameterizedTest
        @CsvSource({"0, 0", "637.5, 1", "637.51, 2", "1800, 4", "1900, 5", "1937.5, 5", "1938, 6", "1950, 6"})
        void isPlannedForUpToItsPeak(String profit, long deals) {
            assertThat(plan(SettledGoal.profit(profit), rising, NOTHING).requiredDeals())
                    .isEqualTo(deals);
        }

        @Test
        void isRefusedBeyondIt() {
            assertThat(refusal(outcome(SettledGoal.profit("1950.01"), rising, NOTHING)))
                    .hasToString(
                            "Goal profit 1950.01 cannot be reached: beyond 6 new deals the traffic for a further one"
                                    + " costs more than it contributes. Nearest: profit 1950.");
        }

        /** Ten deals want 2,500 visits, which cost 6,250. */
        @Test
        void isNoObstacleToARevenue() {
            Plan plan = plan(SettledGoal.revenue("10000"), rising, NOTHING);
            assertThat(plan.newDeals(ALL)).isEqualTo(10);
            assertThat(plan.profit(ALL)).isEqualByComparingTo("750");
        }

        /** Two months of 3 deals cost 2 x 562.5 and earn 3,075; six in one month 2,250 and earn 1,950. */
        @Test
        void costsLessWhenItIsSpread() {
            Plan plan = plan(SettledGoal.profit("3075"), months(rising, 2), NOTHING);
            assertThat(plan.newDeals(ALL)).isEqualTo(6);
            assertThat(plan.trafficCost(ALL)).isEqualByComparingTo("1125");
            assertThat(plan.profit(Scope.month(FEBRUARY))).isEqualByComparingTo("1537.5");
        }
    }

    @Nested
    class SeveralProducts {

        private final PlanningConstants twoProducts = constants()
                .withAssortment(assortment(List.of(product("a", "1000", "300"), product("b", "1000", "300")), 1, 1));

        /** 19 deals are 10 and 9, but the pipeline makes 20 of b anyway: 30 with the ten of a. */
        @Test
        void countThePipelineOfOneTowardsTheGoal() {
            Plan plan =
                    plan(SettledGoal.revenue("30000"), twoProducts, openLeads(OpenLeads.of("b", "site", JANUARY, 100)));
            assertThat(plan.requiredDeals()).isEqualTo(19);
            assertThat(plan.newDeals(ALL.product("a"))).isEqualTo(10);
            assertThat(plan.newDeals(ALL.product("b"))).isEqualTo(20);
            assertThat(plan.leads(ALL.product("b"))).isZero();
            assertThat(plan.surplus()).containsExactly(new Plan.Surplus("b", 11L));
        }

        /** The strategic tier sells at 10 % after a month, over the same site. */
        @Test
        void haveTheirOwnTierEach() {
            PlanningConstants twoTiers = months(twoProducts, 2)
                    .withTiers(Map.of(
                            SalesTier.CONSULTATIVE,
                            twoProducts.tier(SalesTier.CONSULTATIVE),
                            SalesTier.STRATEGIC,
                            SalesProcess.of(Rate.percent(10), 1, ChannelMix.only("site"))))
                    .withProduct("b", b -> b.withTier(SalesTier.STRATEGIC));
            Plan plan = plan(FORTY_DEALS, twoTiers, NOTHING);
            assertThat(byMonth(plan, scope -> plan.newDeals(scope.product("a"))))
                    .containsExactly(10L, 10L);
            assertThat(byMonth(plan, scope -> plan.newDeals(scope.product("b"))))
                    .containsExactly(0L, 20L);
            assertThat(byMonth(plan, scope -> plan.leads(scope.tier(SalesTier.CONSULTATIVE))))
                    .containsExactly(50L, 50L);
            assertThat(byMonth(plan, scope -> plan.leads(scope.tier(SalesTier.STRATEGIC))))
                    .containsExactly(200L, 0L);
        }
    }
}
