package io.github.planningmath.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.quantity.RefusedException;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.Shortfall;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * By hand: crm at 1,000 with a unit cost of 300, two months alike, deals in the month of their leads. A deal takes 5 leads at
 * 20 %, these 250 visits at 2 %, at 1 a visit: each earns 700 - 250 = 450.
 */
class BottleneckTest {

    static final YearMonth JANUARY = YearMonth.of(2027, 1);
    static final YearMonth FEBRUARY = YearMonth.of(2027, 2);
    static final Position NOTHING = Position.empty(JANUARY);
    static final Resource BUDGET = new Resource.Budget(null);
    static final Resource MANAGERS = new Resource.Managers();
    static final Resource SITE = new Resource.Visits("site");

    /** 50 deals. */
    private static final FinancialGoal GOAL = SettledGoal.profit("22500");

    static Channel channel(String name, String cost) {
        return new Channel(
                name,
                SalesTier.CONSULTATIVE.approach(),
                Rate.percent(5),
                Rate.percent(40),
                CostPerVisit.of(cost),
                null);
    }

    static PlanningConstants constants() {
        return PlanningConstants.of(
                "EUR",
                Horizon.ofMonths(JANUARY, 2),
                Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")),
                List.of(channel("site", "1")),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));
    }

    /** An hour a lead, 50 hours a month: each handles 50 leads a month, those of 10 deals. */
    static SalesTeam team(long managers) {
        return new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, HandlingEffort.of("60", "0", "0")),
                WorkingTime.of("100", "50%"),
                managers,
                HiringTerms.of("1000"));
    }

    static Feasibility feasibility(PlanningConstants constants, Resources resources) {
        return Bottleneck.withDefaults()
                .feasibility(GOAL, constants, NOTHING, resources)
                .orThrow();
    }

    private static BigDecimal most(Feasibility both) {
        return Objects.requireNonNull(both.most());
    }

    private static void isWorth(ResourceUse use, String brings, String costs) {
        assertThat(use.price().brings()).isEqualByComparingTo(brings);
        assertThat(use.price().costs()).isEqualByComparingTo(costs);
        assertThat(use.price().worth()).isEqualByComparingTo(new BigDecimal(brings).subtract(new BigDecimal(costs)));
    }

    @Test
    void aBudgetOfTenThousandBuysFortyDeals() {
        Feasibility both = feasibility(constants(), Resources.unlimited().withBudget("10000"));

        assertThat(both.topDown().orThrow().requiredDeals()).isEqualTo(50);
        assertThat(both.bottomUp().requiredDeals()).isEqualTo(40);
        assertThat(both.most()).isEqualByComparingTo("18000");
        assertThat(both.suffices()).isFalse();
        assertThat(both.binding()).containsExactly(BUDGET);
        ResourceUse budget = both.use(BUDGET);
        assertThat(budget.available()).isEqualTo(money("10000"));
        assertThat(budget.needed()).isEqualTo(money("12500"));
        assertThat(budget.used()).isEqualTo(money("10000"));
        assertThat(budget.room()).isEqualTo(money("0"));
        assertThat(budget.missing()).isEqualTo(money("2500"));
        isWorth(budget, "1800", "0"); // four deals
        assertThat(budget.price().perUnit(2, RoundingMode.HALF_UP)).isEqualByComparingTo("1.8");
        assertThat(both.together()).isNull();
    }

    @Test
    void theGapIsFiveDealsAMonth() {
        Feasibility both = feasibility(constants(), Resources.unlimited().withBudget("10000"));

        Gap month = new Gap(new BigDecimal("2250"), new BigDecimal("5000"), 5L, 25L, 1250L, new BigDecimal("1250"));
        assertThat(both.in(JANUARY).gap()).isEqualTo(month);
        assertThat(both.in(FEBRUARY).gap()).isEqualTo(month);
        assertThat(both.gap())
                .isEqualTo(new Gap(
                        new BigDecimal("4500"), new BigDecimal("10000"), 10L, 50L, 2500L, new BigDecimal("2500")));
    }

    @Test
    void aManagerHandlesTenDealsAMonth() {
        Feasibility both = feasibility(
                constants().withPeopleCost(team(1)), Resources.unlimited().withManagers(team(1)));

        // from the top 68 deals at 450 less four salaries a month: 22,600; three managers would do for 60 deals, 21,000
        assertThat(both.topDown().orThrow().requiredDeals()).isEqualTo(68);
        assertThat(both.bottomUp().requiredDeals()).isEqualTo(20);
        assertThat(both.most()).isEqualByComparingTo("7000"); // 20 deals at 450, less two salaries of 1,000
        ResourceUse managers = both.use(MANAGERS);
        assertThat(managers.available().isSameNumberAs(new NormValue.Count(2L))).isTrue();
        assertThat(managers.used().isSameNumberAs(new NormValue.Count(2L))).isTrue();
        assertThat(managers.fullIn()).containsExactly(JANUARY);
        assertThat(managers.binds()).isTrue();
        isWorth(managers, "9000", "2000"); // 20 deals more, for two salaries
    }

    @Test
    void theShortfallOfAMonthIsWhatTheGoalTakes() {
        Feasibility both = feasibility(constants(), Resources.unlimited().withManagers(team(1)));

        assertThat(both.in(JANUARY).shortfall()).isEqualTo(new Shortfall(JANUARY, Ratio.of(5, 2), Ratio.ONE));
        assertThat(both.in(FEBRUARY).managers()).isEqualTo(Ratio.ONE);
        assertThat(both.in(FEBRUARY).able().managers()).isEqualTo(Ratio.ONE);
    }

    @Test
    void aPayrollIsTakenToPayThoseWhoAreThere() {
        PlanningConstants paid = constants().withPeopleCost(Payroll.perMonth("1500"));
        Feasibility both = feasibility(paid, Resources.unlimited().withManagers(team(1)));

        assertThat(both.most()).isEqualByComparingTo("6000"); // 20 deals at 450, less two payrolls
        isWorth(both.use(MANAGERS), "9000", "2000");
    }

    @Test
    void amongTeamsTheManagersAreReplacedAndOthersArePaidAsBefore() {
        PeopleCost house = Payroll.perMonth("500");
        PlanningConstants paid = constants().withPeopleCost(Teams.of(team(7), house));
        Feasibility both = feasibility(paid, Resources.unlimited().withManagers(team(1)));

        assertThat(both.most()).isEqualByComparingTo("6000"); // 20 deals at 450, less two salaries and twice 500
        assertThat(both.bottomUp().constants().peopleCost())
                .isEqualTo(Teams.of(team(1).asItStands(Workload.none(paid.horizon()), List.of()), house));
    }

    @Test
    void whoIsAgreedToJoinCounts() {
        Hire hire = new Hire(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 1), 1L);
        Resources resources = Resources.unlimited().withManagers(team(1)).withHires(List.of(hire));
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, Ratio.of(month == Month.FEBRUARY ? 2 : 1));
        }
        Feasibility both = feasibility(constants().withSeason(new Season.OfYear(indices)), resources);

        // ten deals in January, and twice as many in February with one who joins
        assertThat(both.bottomUp().requiredDeals()).isEqualTo(30);
        assertThat(both.in(FEBRUARY).managers()).isEqualTo(Ratio.of(2));
    }

    @Test
    void aCeilingOfThreeThousandVisitsHoldsTwelveDealsAMonth() {
        Feasibility both = feasibility(constants(), Resources.unlimited().withVisitCeilings(Map.of("site", 3000L)));

        assertThat(both.bottomUp().requiredDeals()).isEqualTo(24);
        assertThat(both.most()).isEqualByComparingTo("10800");
        ResourceUse site = both.use(SITE);
        assertThat(site.available()).isEqualTo(new NormValue.Count(6000L));
        assertThat(site.needed()).isEqualTo(new NormValue.Count(12500L));
        assertThat(site.used()).isEqualTo(new NormValue.Count(6000L));
        assertThat(site.fullIn()).containsExactly(JANUARY);
        isWorth(site, "3600", "0"); // 4,000 visits: 16 deals a month
        assertThat(site.price().perUnit(2, RoundingMode.HALF_UP)).isEqualByComparingTo("3.6");
    }

    @Test
    void theTighterOfTwoCeilingsHolds() {
        PlanningConstants ceiling = constants().withChannel("site", site -> site.withVisitCeiling(2000L));

        assertThat(feasibility(ceiling, Resources.unlimited().withVisitCeilings(Map.of("site", 3000L)))
                        .bottomUp()
                        .requiredDeals())
                .isEqualTo(16);
        assertThat(feasibility(ceiling, Resources.unlimited().withBudget("100000"))
                        .use(SITE)
                        .binds())
                .isTrue();
    }

    @Test
    void ofTwoResourcesThatBindTogetherOneAloneIsWorthNothing() {
        Feasibility both = feasibility(
                constants(), Resources.unlimited().withBudget("5000").withManagers(team(1)));

        assertThat(both.bottomUp().requiredDeals()).isEqualTo(20);
        assertThat(both.binding()).containsExactly(BUDGET, MANAGERS);
        isWorth(both.use(BUDGET), "0", "0");
        isWorth(both.use(MANAGERS), "0", "2000");
        ShadowPrice together = Objects.requireNonNull(both.together());
        assertThat(together.brings()).isEqualByComparingTo("1800"); // four deals for a thousand more
        assertThat(together.costs()).isEqualByComparingTo("2000");
        assertThat(together.steps().toString()).isEqualTo("[budget + 1\u00a0000, managers + 1]");
    }

    @Test
    void aMonthsBudgetBindsThatMonth() {
        Resource january = new Resource.Budget(JANUARY);
        Feasibility both = feasibility(
                constants(), Resources.unlimited().withBudgetByMonth(Map.of(JANUARY, new BigDecimal("2000"))));

        assertThat(both.bottomUp().requiredDeals()).isEqualTo(16); // eight in January, and as many in February
        assertThat(both.binding()).containsExactly(january);
        assertThat(both.use(january).fullIn()).containsExactly(JANUARY);
        assertThat(both.in(JANUARY).budget()).isEqualByComparingTo("2000");
        isWorth(both.use(january), "3600", "0"); // four deals more in each month
    }

    @Test
    void resourcesThatAllowMoreThanTheGoalGiveMore() {
        Feasibility both = feasibility(constants(), Resources.unlimited().withBudget("25000"));

        assertThat(both.most()).isEqualByComparingTo("45000");
        assertThat(both.suffices()).isTrue();
        assertThat(both.gap()).isNotNull().extracting(Gap::newDeals).isEqualTo(-50L);
    }

    @Test
    void withoutLimitsItIsThePlanForTheGoal() {
        Feasibility both = feasibility(constants(), Resources.unlimited());
        Plan plan = Planner.withDefaults().plan(GOAL, constants(), NOTHING).orThrow();

        assertThat(both.uses()).isEmpty();
        assertThat(both.bottomUp().requiredDeals()).isEqualTo(50);
        assertThat(plan.compare(both.bottomUp()).differences()).isEmpty();
        assertThat(both.gap()).isEqualTo(Gap.NONE);
        assertThat(both.most()).as("without limits there is no most").isNull();
    }

    @Test
    void whereNothingThatIsLimitedIsTakenItIsThePlanForTheGoal() {
        PlanningConstants free = constants().withChannel("site", site -> site.withCost(CostPerVisit.of("0")));
        Feasibility both = feasibility(free, Resources.unlimited().withBudget("0"));

        assertThat(both.bottomUp().profit(Scope.all())).isGreaterThanOrEqualTo(GOAL.amount());
        assertThat(both.bottomUp().requiredDeals())
                .isEqualTo(both.topDown().orThrow().requiredDeals());
        assertThat(both.most()).as("no budget hinders what costs nothing").isNull();
        assertThat(both.suffices()).isTrue();
        assertThat(both.binding()).isEmpty();
        isWorth(both.use(BUDGET), "0", "0");
    }

    @Test
    void eachPriceIsTheDifferenceOfTwoComparisons() {
        PlanningConstants paid = constants().withPeopleCost(team(3));
        Resources resources =
                Resources.unlimited().withBudget("7100").withManagers(team(2)).withVisitCeilings(Map.of("site", 4100L));
        Feasibility both = feasibility(paid, resources);

        BigDecimal richer = most(feasibility(paid, resources.withBudget("8100")));
        BigDecimal larger = most(feasibility(paid, resources.withManagers(team(3))));
        BigDecimal wider = most(feasibility(paid, resources.withVisitCeilings(Map.of("site", 5100L))));
        assertThat(both.use(BUDGET).price().worth()).isEqualByComparingTo(richer.subtract(most(both)));
        assertThat(both.use(MANAGERS).price().worth()).isEqualByComparingTo(larger.subtract(most(both)));
        assertThat(both.use(SITE).price().worth()).isEqualByComparingTo(wider.subtract(most(both)));
        assertThat(both.bottomUp().requiredDeals()).isEqualTo(28);
        assertThat(both.binding()).containsExactly(BUDGET);
        assertThat(both.use(BUDGET).price().worth()).isEqualByComparingTo("1800"); // 32 deals
    }

    @Test
    void nothingBindsWhereFurtherDealsEarnNoMore() {
        TrafficCost rising = visits ->
                BigDecimal.valueOf(visits).multiply(BigDecimal.valueOf(visits)).movePointLeft(4);
        PlanningConstants dearer = constants().withChannel("site", site -> site.withCost(rising));
        Feasibility both = feasibility(dearer, Resources.unlimited().withBudget("1000000"));

        // d deals a month earn 700 d - 6.25 d^2: most at 56
        assertThat(both.topDown()).isInstanceOf(Outcome.Reached.class);
        assertThat(both.bottomUp().requiredDeals()).isEqualTo(112);
        assertThat(both.most()).isEqualByComparingTo("39200");
        assertThat(both.binding()).isEmpty();
        isWorth(both.use(BUDGET), "0", "0");
    }

    @Test
    void whereThereIsNoPlanForTheGoalThereIsAMostAllTheSame() {
        PlanningConstants ceiling = constants().withChannel("site", site -> site.withVisitCeiling(5000L));
        Feasibility both = feasibility(ceiling, Resources.unlimited().withBudget("7500"));

        assertThat(both.topDown()).isInstanceOf(Unreachable.class);
        assertThat(both.bottomUp().requiredDeals()).isEqualTo(30);
        assertThat(both.gap()).isNull();
        assertThat(both.in(JANUARY).gap()).isNull();
        assertThat(both.in(JANUARY).shortfall()).isNull();
        assertThat(both.use(BUDGET).needed()).isNull();
        assertThat(both.use(BUDGET).missing()).isNull();
        assertThat(both.suffices()).isFalse();
        Feasibility unlimited = feasibility(ceiling, Resources.unlimited());
        assertThat(unlimited.bottomUp().requiredDeals()).isEqualTo(40); // the nearest
    }

    @Test
    void roomOnADearChannelCanCostProfit() {
        PlanningConstants two = constants()
                .withChannels(List.of(channel("site", "1"), channel("fair", "3")))
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withChannels(
                                ChannelMix.of("site", Rate.percent(50), "fair", Rate.percent(50))));
        Resources resources = Resources.unlimited().withVisitCeilings(Map.of("fair", 0L, "site", 5000L));

        Feasibility both = feasibility(two, resources);
        assertThat(both.bottomUp().requiredDeals()).isEqualTo(40);
        assertThat(both.most()).isEqualByComparingTo("18000");
        // a thousand visits a month at 3: four deals more, each of which loses 50
        ResourceUse fair = both.use(new Resource.Visits("fair"));
        assertThat(fair.price().brings()).isEqualByComparingTo("-400");
    }

    @Test
    void nothingFitsWhereTheCustomersThereAreTakeMorePeople() {
        PlanningConstants loyal = constants();
        SalesTeam carers = new SalesTeam(
                Map.of(
                        SalesTier.CONSULTATIVE,
                        new HandlingEffort(Ratio.of(60), Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.of(60))),
                WorkingTime.of("100", "50%"),
                1L,
                HiringTerms.of("1000"));
        PlanningConstants kept =
                loyal.withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.ONE, Ratio.ZERO)));
        Position opening =
                new Position(JANUARY, List.of(Position.Customers.of("crm", 3, 75L)), List.of(), List.of(), List.of());
        FeasibilityResult result = Bottleneck.withDefaults()
                .feasibility(GOAL, kept, opening, Resources.unlimited().withManagers(carers));

        String message = "No plan fits the resources: managers in 2027-01: 1.5 would be needed, but there are 1;"
                + " managers in 2027-02: 1.5 would be needed, but there are 1.";
        assertThat(result.fold(feasible -> "fits", NothingFits::toString)).isEqualTo(message);
        assertThatThrownBy(result::orThrow).isInstanceOf(RefusedException.class).hasMessage(message);
    }

    private static NormValue money(String amount) {
        return new NormValue.Amount(new BigDecimal(amount));
    }
}
