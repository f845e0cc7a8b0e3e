package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is refused, word for word. */
class RiskMessagesTest {

    private static final Driver<Rate> SITE = Driver.siteConversion("site");
    private static final Driver<Rate> WARM_UP = Driver.warmUpRate("site");
    private static final YearMonth JULY = YearMonth.of(2027, 7);

    private final Plan plan = TelephonyPlan.plan();

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void doubts() {
        refused(
                () -> Doubt.observed(5, 4),
                "Observed.successes must be at most the trials, of which there is at least one, but was 5 of 4.");
        refused(
                () -> Doubt.between("3", "2", Rate.percent(80)),
                "Between.high must be above the low end, 3, but was 2.");
        refused(
                () -> Doubt.between("2", "3", Rate.ONE),
                "Between.within must be below 100%, but was 100%. Perhaps 80% was meant.");
        refused(
                () -> Doubt.spread("0"),
                "Spread.deviation must be above 0, but was 0. Perhaps leave the doubt out: what is not doubted is known.");
    }

    @Test
    void stages() {
        PlanningConstants inStages = plan.constants()
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process -> SalesProcess.inStages(
                                List.of(SalesStage.of("qualified", "50%", 0), SalesStage.of("won", "40%", 1)),
                                process.channels()));
        FinancialGoal goal = FinancialGoal.deals(10);
        Position opening = Position.empty(inStages.horizon().first());
        Plan changing = Planner.withDefaults()
                .plan(
                        goal,
                        inStages.from(
                                inStages.horizon().first().plusMonths(1),
                                Driver.stageConversion(SalesTier.CONSULTATIVE, "won"),
                                Rate.percent(30)),
                        opening)
                .orThrow();
        String rule = "PlanRisk.plan must be one whose stages keep their conversions and whose position tells cohorts"
                + " alone, but ";
        refused(() -> PlanRisk.of(changing, Uncertainty.none()), rule + "a stage conversion changes.");
        refused(() -> Simulation.of(changing, Uncertainty.none()), rule + "a stage conversion changes.");
        String product = inStages.assortment().products().stream()
                .filter(each -> each.tier() == SalesTier.CONSULTATIVE)
                .findFirst()
                .orElseThrow()
                .name();
        Plan opened = Planner.withDefaults()
                .plan(
                        goal,
                        inStages,
                        opening.withStages(List.of(Position.StageEntries.of(
                                product,
                                inStages.tier(SalesTier.CONSULTATIVE)
                                        .channels()
                                        .shares()
                                        .keySet()
                                        .iterator()
                                        .next(),
                                "qualified",
                                opening.opens().minusMonths(1),
                                3))))
                .orThrow();
        refused(() -> PlanRisk.of(opened, Uncertainty.none()), rule + "its position tells stages.");
    }

    @Test
    void whatDoubtsHaveInCommon() {
        Uncertainty both = Uncertainty.none()
                .with(SITE, Doubt.spread("10%"))
                .with(WARM_UP, Doubt.spread("10%"))
                .with(Driver.price("crm"), Doubt.spread("5%"));
        List<Driver<?>> three = List.of(SITE, WARM_UP, Driver.price("crm"));
        refused(
                () -> both.together(-0.6, three),
                "Common.correlation must be from -0.5 to 1, or 3 constants cannot all correlate by it, but was -0.6.");
        refused(
                () -> both.together(Double.NaN, three),
                "Common.correlation must be from -0.5 to 1, or 3 constants cannot all correlate by it, but was NaN.");
        refused(() -> both.together(0.5, List.of(SITE)), "Common.drivers must be at least two, but was 1.");
        refused(
                () -> both.together(0.5, List.of(SITE, Driver.unitCost("crm"))),
                "Uncertainty.common must name constants that are doubted, but named unitCost[crm].");
        refused(
                () -> both.together(0.5, List.of(SITE, WARM_UP)).together(0.2, three),
                "Uncertainty.common must name a constant once, but named siteConversion[site] twice.");
    }

    @Test
    void doubtsThatThePlanCannotHave() {
        refused(
                () -> risk(Driver.commission("crm"), Doubt.observed(1, 10)),
                "Uncertainty.doubts must be of constants that the plan has, but was of commission[crm], which is not given.");
        refused(
                () -> risk(Driver.season(), Doubt.spread("10%")),
                "Uncertainty.doubts must be of conversions, warm-up, retention and repeat rates, prices, unit costs,"
                        + " commissions, costs per visit and fixed costs, but was of season.");
        refused(
                () -> risk(Driver.price("crm"), Doubt.observed(1, 10)),
                "Uncertainty.doubts of price[crm] must be a range or a spread, for it is no rate that is counted, but was"
                        + " 1 of 10.");
        refused(
                () -> risk(SITE, Doubt.between("0.5", "1", Rate.percent(80))),
                "Uncertainty.doubts of siteConversion[site] must be a range below 1, for it is a rate, but was"
                        + " 0.5 to 1 in 80%.");
        refused(
                () -> risk(Driver.repeatRate("crm"), Doubt.spread("10%")),
                "Uncertainty.doubts of repeatRate[crm] must be a range, for its value is 0, but was give or take 10%.");
        refused(
                () -> risk(WARM_UP, Doubt.spread("130%")),
                "Uncertainty.doubts of warmUpRate[site] must be less than what would make it 0% or 100%, for it is a rate"
                        + " of 0.4, but was give or take 1.3.");
    }

    @Test
    void doubtsThatLaterValuesCannotFollow() {
        PlanningConstants loyal = TelephonyPlan.constants()
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.percent(100), Ratio.ZERO)))
                .from(JULY, Driver.retention("crm"), Ratio.percent(90));
        refused(
                () -> risk(loyal, Driver.retention("crm"), Doubt.between("0.8", "0.9", Rate.percent(80))),
                "Uncertainty.doubts of retention[crm] must be of a constant that does not change, or whose first value is"
                        + " above 0 and below 1, for later values move with it, but was 1 in the first month.");
        PlanningConstants free = TelephonyPlan.constants()
                .with(Driver.unitCost("crm"), BigDecimal.ZERO)
                .from(JULY, Driver.unitCost("crm"), BigDecimal.TEN);
        refused(
                () -> risk(free, Driver.unitCost("crm"), Doubt.between("1", "2", Rate.percent(80))),
                "Uncertainty.doubts of unitCost[crm] must be of a constant that does not change, or whose first value is"
                        + " above 0, for later values move with it, but was 0 in the first month.");
        PlanningConstants noHouse = TelephonyPlan.constants().withFixedCosts(FixedCosts.none());
        refused(
                () -> risk(noHouse, Driver.fixedCosts(), Doubt.between("1", "2", Rate.percent(80))),
                "Uncertainty.doubts of fixedCosts must be of costs above 0, for months share in them as planned, but was of"
                        + " 0. Perhaps plan what is thought likely.");
        PlanningConstants byAge = TelephonyPlan.constants()
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.percent(80), Ratio.percent(5))))
                .from(
                        JULY,
                        Driver.repeatBehaviour("crm"),
                        new RepeatByAge(
                                List.of(Ratio.percent(70), Ratio.percent(90)),
                                List.of(Ratio.percent(5), Ratio.percent(6))));
        refused(
                () -> risk(byAge, Driver.repeatRate("crm"), Doubt.spread("10%")),
                "Uncertainty.doubts of repeatRate[crm] must be of a rate that is the same at every age in all months, but"
                        + " later customers behave otherwise. Perhaps change retention and repeat rate by themselves.");
    }

    private static PlanRisk risk(PlanningConstants constants, Driver<?> driver, Doubt doubt) {
        Plan plan = RiskyPlans.plan(constants, TelephonyPlan.opening(), 10);
        return PlanRisk.of(plan, Uncertainty.none().with(driver, doubt));
    }

    private PlanRisk risk(Driver<?> driver, Doubt doubt) {
        return PlanRisk.of(plan, Uncertainty.none().with(driver, doubt));
    }

    @Test
    void questions() {
        PlanRisk risk = PlanRisk.of(plan, Uncertainty.none());
        refused(() -> risk.withPoints(100), "PlanRisk.points must be a power of two from 64 to 1048576, but was 100.");
        refused(() -> risk.withScramblings(5), "PlanRisk.scramblings must be a power of two from 4 to 64, but was 5.");
        refused(
                () -> risk.chance(Kpi.AVERAGE_CHECK, Scope.all(), 5),
                "PlanRisk.kpi must be a count or a sum of money, but was average check. Perhaps revenue was meant.");
        refused(
                () -> risk.chance(Kpi.MANAGER_CONVERSION, Scope.all(), 1),
                "PlanRisk.kpi must be a count or a sum of money, but was manager conversion. Perhaps new deals was meant.");
        refused(
                () -> risk.chance(Kpi.PROFIT, Scope.all().product("crm"), 1),
                "Plan.scope must not narrow profit by product, channel or tier, but was crm.");
        refused(
                () -> risk.quantile(Kpi.PROFIT, Scope.all(), Rate.ONE),
                "PlanRisk.share must be below 100%, but was 100%.");
        refused(
                () -> risk.range(Kpi.PROFIT, Scope.all(), Rate.ONE),
                "PlanRisk.within must be below 100%, but was 100%. Perhaps 80% was meant.");
    }

    @Test
    void whatCannotBeToldFromCertain() {
        assertThat(new Chance(0.0004, 0.0003, 0.0)).hasToString("below 0.1%");
        assertThat(new Chance(0.9999, 0.0003, 0.0)).hasToString("above 99.9%");
        assertThat(new Chance(0.642, 0.0007, 0.0001)).hasToString("64.2% ± 0.1");
        assertThat(new Chance(0.642, 0.0107, 0.0)).hasToString("64.2% ± 1.1");
        assertThat(new Chance(0.5064, 0.0, 0.0)).hasToString("50.6%");
    }
}
