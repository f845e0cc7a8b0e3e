package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One month, one product, one channel, worked by hand: 10,000 visits at 5 % are 500 contacts, at 40 % 200 leads, at 20 %
 * 40 deals; each contributes 1,000 - 300 = 700, so 28,000 less 10,000 visits at 0.5 and fixed costs of 3,000 are 20,000.
 */
class SolverTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final Position OPENING = Position.empty(JANUARY);
    private static final Rate HUNDREDTH = Rate.percent("0.01");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final PlanningConstants CONSTANTS = new PlanningConstants(
            Currency.getInstance("EUR"),
            Horizon.ofMonths(JANUARY, 1),
            Season.even(),
            new Assortment(
                    List.of(new Product(
                            "crm",
                            SalesTier.CONSULTATIVE,
                            new BigDecimal("1000"),
                            new BigDecimal("300"),
                            null,
                            RepeatBehaviour.none(),
                            null,
                            List.of(),
                            null)),
                    Mix.ofWeights(Map.of("crm", Ratio.ONE))),
            List.of(new Channel(
                    "site", MarketingApproach.MASS, Rate.percent(5), Rate.percent(40), CostPerVisit.of("0.5"), null)),
            Map.of(
                    SalesTier.CONSULTATIVE,
                    new SalesProcess(
                            Rate.percent(20),
                            Map.of(),
                            SalesCycle.months(0),
                            new ChannelMix(Map.of("site", Rate.ONE)))),
            FixedCosts.perMonth("3000"),
            Payroll.none(),
            Ownership.withDefaults(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Map.of());

    private static final Traffic TRAFFIC = new Traffic(List.of(new Traffic.Visits(JANUARY, "crm", "site", 10_000L)));

    private static Outcome<Solution> solution(Unknown unknown, String profit) {
        return Solver.withDefaults().solution(unknown, SettledGoal.profit(profit), CONSTANTS, OPENING, TRAFFIC);
    }

    private static String solved(Unknown unknown, String profit) {
        Solution solution = solution(unknown, profit).orThrow();
        assertThat(solution.plan().profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal(profit));
        return solution.value().toString();
    }

    @Test
    void theHeldTrafficReachesWhatWasWorkedByHand() {
        Plan plan = Solver.withDefaults()
                .greatestGoal(FinancialGoal.Measure.PROFIT, new BigDecimal("1"), CONSTANTS, OPENING, TRAFFIC);
        assertThat(plan.goal()).isEqualTo(FinancialGoal.profit("20000"));
        assertThat(plan.newDeals(Scope.all())).isEqualTo(40);
        assertThat(plan.requiredDeals()).isNull();
    }

    /** 41 deals want 205 leads: of 10,000 visits at 40 % warm-up that is 5.125 %, so 5.13 % at hundredths. */
    @Test
    void theLeastSiteConversionBringsOneDealMore() {
        assertThat(solved(Unknown.siteConversion("site", HUNDREDTH), "20700")).isEqualTo("5.13%");
        assertThat(solved(Unknown.siteConversion("site", Rate.percent("0.125")), "20700"))
                .isEqualTo("5.125%");
    }

    @Test
    void theLeastWarmUpRateBringsOneDealMore() {
        assertThat(solved(Unknown.warmUpRate("site", Rate.percent(1)), "20700")).isEqualTo("41%");
    }

    @Test
    void theLeastManagerConversionBringsOneDealMore() {
        assertThat(solved(Unknown.managerConversion(SalesTier.CONSULTATIVE, Rate.percent("0.1")), "20700"))
                .isEqualTo("20.5%");
    }

    /** The profit of 20,000 is kept down to 40 deals: 200 leads of 10,000 visits at 40 %, 5 % exactly. */
    @Test
    void aHeldValueThatReachesTheGoalIsMadeAsMuchWorseAsItCanBe() {
        assertThat(solved(Unknown.siteConversion("site", HUNDREDTH), "20000")).isEqualTo("5%");
        assertThat(solved(Unknown.siteConversion("site", HUNDREDTH), "19300")).isEqualTo("4.88%");
    }

    @Test
    void pricesAndCostsAreSharedByFortyDeals() {
        assertThat(solved(Unknown.price("crm", CENT), "20000.4")).isEqualTo("1\u00a0000.01");
        assertThat(solved(Unknown.unitCost("crm", CENT), "20000.4")).isEqualTo("299.99");
        assertThat(solved(Unknown.fixedCosts(new BigDecimal("100")), "19950")).isEqualTo("3\u00a0000");
    }

    /** 39 deals want 195 leads, 9,750 visits: 27,300 - 4,875 - 3,000 = 19,425, and 19,300.5 at 9,999 visits. */
    @Test
    void theLeastTrafficBringsTheDealsThatReachTheGoal() {
        assertThat(solved(Unknown.traffic("site"), "19300")).isEqualTo("9\u00a0750");
        assertThat(solved(Unknown.traffic("site"), "40000")).isEqualTo("18\u00a0750");
    }

    @Test
    void whatNoAdmissibleValueReachesSaysWhatWouldBeNeeded() {
        Outcome<Solution> outcome =
                solution(Unknown.managerConversion(SalesTier.CONSULTATIVE, Rate.percent(1)), "188000");
        assertThat(outcome.fold(Solution::toString, Unreachable::toString))
                .isEqualTo(
                        "Goal profit 188000 cannot be reached: manager conversion of the consultative tier of 100% does"
                                + " not suffice; about 140% would be needed. Nearest: profit 132000.");
    }

    @Test
    void trafficStaysWithinTheCeilingOfItsChannel() {
        PlanningConstants narrow = CONSTANTS.withChannel("site", site -> site.withVisitCeiling(12_000L));
        Outcome<Solution> outcome = Solver.withDefaults()
                .solution(Unknown.traffic("site"), SettledGoal.profit("40000"), narrow, OPENING, TRAFFIC);
        assertThat(outcome.fold(Solution::toString, Unreachable::toString))
                .isEqualTo(
                        "Goal profit 40000 cannot be reached: traffic over site of 12\u00a0000 does not suffice; about"
                                + " 18\u00a0696 would be needed. Nearest: profit 24600.");
    }

    @Test
    void costsThatDoNotMatterHaveNoGreatestValue() {
        Outcome<Solution> outcome = Solver.withDefaults()
                .solution(
                        Unknown.unitCost("crm", CENT),
                        SettledGoal.profit("-3000"),
                        CONSTANTS,
                        OPENING,
                        new Traffic(List.of()));
        assertThat(outcome.fold(Solution::toString, Unreachable::toString))
                .isEqualTo("Goal profit -3000 cannot be solved for: the goal is reached whatever the unit cost of crm."
                        + " Nearest: profit -3000.");
    }

    @Test
    void trafficWithoutShapeIsRefused() {
        assertThatThrownBy(() -> Solver.withDefaults()
                        .solution(
                                Unknown.traffic("site"),
                                SettledGoal.profit("1"),
                                CONSTANTS,
                                OPENING,
                                new Traffic(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown.traffic must have the shape of visits that are held, but site has none. Perhaps give"
                                + " the held traffic a visit over it where more are wanted.");
    }

    /** A cost is a whole number of cents up to where amounts no longer fit: that is no answer. */
    @Test
    void theUnitCostOfAProductWithoutDealsHasNoGreatestValue() {
        PlanningConstants two = CONSTANTS.withAssortment(SmallBusiness.assortment(
                List.of(SmallBusiness.product("crm", "1000", "300"), SmallBusiness.product("erp", "1000.123", "300")),
                1,
                1));
        Outcome<Solution> outcome = Solver.withDefaults()
                .solution(Unknown.unitCost("erp", BigDecimal.ONE), SettledGoal.profit("100"), two, OPENING, TRAFFIC);
        assertThat(outcome.fold(Solution::toString, Unreachable::toString))
                .isEqualTo("Goal profit 100 cannot be solved for: the goal is reached whatever the unit cost of erp."
                        + " Nearest: profit 100.");
    }

    @Test
    void aConstantThatIsAbsentIsNoUnknown() {
        assertThatThrownBy(() -> Solver.withDefaults()
                        .solution(
                                Unknown.commission("crm", Rate.percent(1)),
                                FinancialGoal.profit("1"),
                                CONSTANTS,
                                OPENING,
                                TRAFFIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown must be a constant that is given, but commission[crm] was absent. Perhaps give it a value"
                                + " to start from, or name the constant that holds instead.");
    }

    @Test
    void aUnitOfNothingIsRefused() {
        assertThatThrownBy(() -> Unknown.retention("crm", Ratio.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown.unit must be above 0, but was 0.");
    }

    /** Of all costs up to where amounts no longer fit none brings more than the held one: that is told without trying them. */
    @Test
    void noUnitCostOfAProductWithoutDealsReachesWhatIsOutOfReach() {
        PlanningConstants two = CONSTANTS.withAssortment(SmallBusiness.assortment(
                List.of(SmallBusiness.product("crm", "1000", "300"), SmallBusiness.product("erp", "1000.123", "300")),
                1,
                1));
        Outcome<Solution> outcome = Solver.withDefaults()
                .solution(Unknown.unitCost("erp", BigDecimal.ONE), SettledGoal.profit("40000"), two, OPENING, TRAFFIC);
        assertThat(outcome.fold(Solution::toString, Unreachable::toString))
                .isEqualTo(
                        "Goal profit 40000 cannot be reached: unit cost of erp of 0 does not suffice, nor would any other."
                                + " Nearest: profit 20000.");
    }

    /** Fifty deals that lose 5 each are 250; of 100 visits 20 % make twenty, and a loss of 100. */
    @Test
    void aLowerConversionSufficesWhereDealsLoseMoney() {
        PlanningConstants losing = SmallBusiness.constants()
                .withAssortment(Assortment.only(SmallBusiness.product("crm", "10", "15")))
                .withChannels(List.of(SmallBusiness.channel("site", "50%", "1", "0")))
                .withTiers(Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.ONE, 0, ChannelMix.only("site"))));
        Traffic visits = new Traffic(List.of(new Traffic.Visits(JANUARY, "crm", "site", 100L)));
        Solution solution = Solver.withDefaults()
                .solution(
                        Unknown.siteConversion("site", Rate.percent(1)),
                        SettledGoal.profit("-100"),
                        losing,
                        OPENING,
                        visits)
                .orThrow();
        assertThat(solution).hasToString("site conversion of site: 20%");
        assertThat(solution.plan().profit(Scope.all())).isEqualByComparingTo("-100");
        assertThat(Solver.withDefaults()
                        .solution(
                                Unknown.siteConversion("site", Rate.percent(1)),
                                SettledGoal.profit("0"),
                                losing,
                                OPENING,
                                visits)
                        .fold(Solution::toString, Unreachable::toString))
                .isEqualTo(
                        "Goal profit 0 cannot be reached: site conversion of site of 1% does not suffice, nor would any"
                                + " other. Nearest: profit -5.");
    }
}
