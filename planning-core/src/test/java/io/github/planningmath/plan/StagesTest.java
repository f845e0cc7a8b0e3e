package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Position.StageEntries;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StagesTest {

    private static final Driver<Rate> TO_QUALIFIED = Driver.stageConversion(SalesTier.CONSULTATIVE, "qualified");

    /** Of the leads of a month, as many as visits. */
    private static PlanningConstants constants(int months, SalesStage... stages) {
        return SmallBusiness.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, months))
                .withAssortment(Assortment.only(SmallBusiness.product("crm", "1200", "300")))
                .withChannels(List.of(SmallBusiness.channel("site", "100%", "100%", "1")))
                .withTiers(Map.of(
                        SalesTier.CONSULTATIVE, SalesProcess.inStages(List.of(stages), ChannelMix.only("site"))));
    }

    private static final SalesStage QUALIFIED =
            new SalesStage("qualified", Rate.percent(20), SalesCycle.of("50%", "50%"));
    private static final SalesStage WON = SalesStage.of("won", "50%", 1);

    private static Traffic hundredAMonth(Horizon horizon) {
        return new Traffic(horizon.all().stream()
                .map(month -> new Traffic.Visits(month, "crm", "site", 100L))
                .toList());
    }

    private static Plan plan(PlanningConstants constants, Position opening) {
        Projection projection = Projection.of(constants, opening, hundredAMonth(constants.horizon()));
        return Plan.of(FinancialGoal.profit("1"), projection);
    }

    private static LongStream byMonth(Plan plan, Kpi kpi, Scope scope) {
        return plan.constants().horizon().all().stream()
                .mapToLong(month -> ((NormValue.Count) Objects.requireNonNull(plan.norm(kpi, scope.in(month)))
                                .value())
                        .count());
    }

    /**
     * Case 14 of the exact prototype: 100 leads a month, the first conversion rises from 20 to 80 % in the seventh month. By the product
     * of both conversions there would be 40 deals in that month at once.
     */
    @Test
    void eachStageActsInItsOwnMonth() {
        Plan plan = plan(
                constants(12, QUALIFIED, WON).from(JANUARY.plusMonths(6), TO_QUALIFIED, Rate.percent(80)), NOTHING);
        assertThat(byMonth(plan, Kpi.STAGE_ENTRIES, Scope.all().stage("qualified")))
                .containsExactly(10L, 20L, 20L, 20L, 20L, 20L, 80L, 80L, 80L, 80L, 80L, 80L);
        assertThat(byMonth(plan, Kpi.NEW_DEALS, Scope.all()))
                .containsExactly(0L, 5L, 10L, 10L, 10L, 10L, 10L, 40L, 40L, 40L, 40L, 40L);
        assertThat(plan.norms())
                .allSatisfy(norm -> assertThat(norm.derivation().evaluate().isSameNumberAs(norm.value()))
                        .as("%s", norm)
                        .isTrue());
    }

    /** The same case joined at the seventh month: the leads of the sixth were qualified at 20 %, which cohorts alone do not tell. */
    @Test
    void whoHadReachedAStageIsPartOfTheState() {
        Position closing = plan(constants(6, QUALIFIED, WON), NOTHING).closing();
        YearMonth june = JANUARY.plusMonths(5);
        assertThat(closing.stages()).containsExactly(StageEntries.of("crm", "site", "qualified", june, 20));
        assertThat(closing.cohorts())
                .containsExactly(
                        Position.Cohort.of("crm", "site", JANUARY.plusMonths(4), 100),
                        Position.Cohort.of("crm", "site", june, 100));
        PlanningConstants later = constants(6, QUALIFIED.withConversion(Rate.percent(80)), WON)
                .withHorizon(Horizon.ofMonths(JANUARY.plusMonths(6), 6));
        Plan plan = plan(later, closing);
        assertThat(byMonth(plan, Kpi.STAGE_ENTRIES, Scope.all().stage("qualified")))
                .containsOnly(80L);
        assertThat(byMonth(plan, Kpi.NEW_DEALS, Scope.all())).containsExactly(10L, 40L, 40L, 40L, 40L, 40L);
    }

    /**
     * Steve Woods (Eloqua), digitalbodylanguage.blogspot.com/2009/11/predicting-revenue-through-marketing.html: 10 million at 100,000 a
     * deal take 100 deals, 1,000 opportunities, 2,500 accepted and 3,125 qualified leads and 31,250 inquiries, six months before.
     */
    @Test
    void aReverseFunnelWithLags() {
        PlanningConstants constants = constants(
                        7,
                        SalesStage.of("qualified", "10%", 2),
                        SalesStage.of("accepted", "80%", 0),
                        SalesStage.of("opportunity", "40%", 1),
                        SalesStage.of("won", "10%", 3))
                .withAssortment(Assortment.only(SmallBusiness.product("crm", "100000", "0")))
                .withSeason(Season.launch(JANUARY.plusMonths(6), "1"));
        Plan plan = Planner.withDefaults()
                .plan(SettledGoal.revenue("10000000"), constants, NOTHING)
                .orThrow();
        assertThat(plan.newDeals(Scope.all())).isEqualTo(100);
        assertThat(plan.stageEntries(Scope.all().stage("opportunity"))).isEqualTo(1_000);
        assertThat(plan.stageEntries(Scope.all().stage("accepted"))).isEqualTo(2_500);
        assertThat(plan.stageEntries(Scope.all().stage("qualified"))).isEqualTo(3_125);
        assertThat(plan.leads(Scope.month(JANUARY))).isEqualTo(31_250);
        assertThat(plan.stageEntries(Scope.month(JANUARY.plusMonths(2)).stage("qualified")))
                .isEqualTo(3_125);
        assertThat(plan.stageEntries(Scope.month(JANUARY.plusMonths(3)).stage("opportunity")))
                .isEqualTo(1_000);
        assertThat(plan.constants().tier(SalesTier.CONSULTATIVE).cycleMonths()).isEqualTo(6);
        assertThat(Objects.requireNonNull(
                                plan.norm(Kpi.STAGE_ENTRIES, Scope.all().stage("opportunity")))
                        .owner())
                .isEqualTo(Department.SALES);
        assertThat(plan.norms())
                .allSatisfy(norm -> assertThat(norm.derivation().evaluate().isSameNumberAs(norm.value()))
                        .as("%s", norm)
                        .isTrue());
    }

    /** One stage is the deal itself: every number is that of the conversion and the cycle alone. */
    @Test
    void oneStageIsNone() {
        SalesStage only = new SalesStage("won", Rate.percent(20), SalesCycle.of("40%", "35%", "15%", "10%"));
        PlanningConstants staged = constants(12, only);
        PlanningConstants plain = staged.withTier(SalesTier.CONSULTATIVE, SalesProcess::withoutStages);
        Plan one = Planner.withDefaults()
                .plan(FinancialGoal.profit("20000"), staged, NOTHING)
                .orThrow();
        Plan other = Planner.withDefaults()
                .plan(FinancialGoal.profit("20000"), plain, NOTHING)
                .orThrow();
        assertThat(one.compare(other).differences()).isEmpty();
        assertThat(one.closing()).isEqualTo(other.closing());
    }

    /** A conversion that is given is none of a process in stages; what else follows from them cannot be given either. */
    @Test
    void aManagerConversionBesideStagesIsRefused() {
        PlanningConstants constants = constants(12, QUALIFIED, WON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constants.with(Driver.managerConversion(SalesTier.CONSULTATIVE), Rate.percent(12)))
                .withMessage("SalesProcess.managerConversion must follow from the stages, 10%, but was 12%. Perhaps"
                        + " SalesProcess.withStage or withoutStages was meant.");
        assertThat(Driver.all(constants))
                .contains(TO_QUALIFIED, Driver.stageWaits(SalesTier.CONSULTATIVE, "won"))
                .doesNotContain(
                        Driver.managerConversion(SalesTier.CONSULTATIVE), Driver.salesCycle(SalesTier.CONSULTATIVE));
        assertThat(Driver.parse("stageConversion[CONSULTATIVE][qualified]")).isEqualTo(TO_QUALIFIED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Driver.parse("stageConversion[CONSULTATIVE]"))
                .withMessage(
                        "Driver must be stageConversion with a tier in brackets, and a stage in further ones, but was"
                                + " stageConversion[CONSULTATIVE].");
    }

    @Test
    void whatTheProcessLacksIsRefused() {
        PlanningConstants constants = constants(12, QUALIFIED, WON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constants.from(
                        JANUARY.plusMonths(1),
                        Driver.stageConversion(SalesTier.CONSULTATIVE, "proposal"),
                        Rate.percent(10)))
                .withMessage("SalesProcess.stage must be one of the process (qualified, won), but was proposal.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(constants, entries(StageEntries.of("crm", "site", "won", december(), 5))))
                .withMessage(
                        "Position.stages must be one before the deal of the process of crm (qualified), but was won.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(
                        constants, entries(StageEntries.of("crm", "site", "qualified", JANUARY.minusMonths(2), 5))))
                .withMessage("Position.stages must be at most 1 months old, the last age at which any go on to won, but"
                        + " those of crm at qualified were from 2026-11.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(
                        SmallBusiness.constants().withHorizon(Horizon.ofMonths(JANUARY, 2)),
                        entries(StageEntries.of("crm", "site", "qualified", december(), 5))))
                .withMessage(
                        "Position.stages must be of a product whose process has stages before the deal, but crm has"
                                + " none and qualified was named.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(
                        constants,
                        NOTHING.withCohorts(
                                List.of(new Position.Cohort("crm", "site", december(), 10L, Ratio.of("1/2"))))))
                .withMessage(
                        "Position.cohorts must leave out matured where the process has stages, but it was 50% of crm"
                                + " from site. Perhaps Position.stages was meant: who reached which stage, and when.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> plan(constants, NOTHING).stageEntries(Scope.all().stage("proposal")))
                .withMessage("Scope.stage must be a stage before the deal of the plan (qualified), but was proposal.");
    }

    @Test
    void whatIsNotOfAStageIsRefused() {
        Plan plan = plan(constants(2, QUALIFIED, WON), NOTHING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.norm(Kpi.LEADS, Scope.all().stage("qualified")))
                .withMessage(
                        "Plan.scope must name a stage for stage entries and for nothing else, but was qualified for"
                                + " leads.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.stageEntries(Scope.all()))
                .withMessage(
                        "Plan.scope must name a stage for stage entries and for nothing else, but was whole plan for"
                                + " stage entries.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StageEntries("crm", "site", "qualified", december(), 1L, Ratio.ONE))
                .withMessage("StageEntries.fraction must be above 0 and below 1, but was 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entries(StageEntries.of("crm", "site", "qualified", JANUARY, 5)))
                .withMessage("Position.stages must be since before 2027-01, but those of crm at qualified were since"
                        + " 2027-01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Position.Remainder(Position.Rounded.STAGE_ENTRIES, "crm", null, null, Ratio.of("1/2")))
                .withMessage("Remainder.stage must be given for stage entries and for nothing else, but was null for"
                        + " STAGE_ENTRIES.");
        SalesStage rare = SalesStage.of("rare", "1/1000000007", 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constants(
                        2, rare, SalesStage.of("rarer", "1/1000000009", 0), SalesStage.of("rarest", "1/1000000021", 0)))
                .withMessage("SalesProcess.stages must leave at least 10^-18 of the leads a deal, but left"
                        + " 1/1000000037000000399000001323.");
    }

    private static YearMonth december() {
        return JANUARY.minusMonths(1);
    }

    private static Position entries(StageEntries entries) {
        return NOTHING.withStages(List.of(entries));
    }

    /** By hand: 40 who were qualified in December make 20 deals in January at one half; 10 qualified of 100 leads make 5 in February. */
    @Test
    void thePipelineMayBeGivenByStage() {
        Plan plan = plan(
                constants(2, QUALIFIED, WON), entries(StageEntries.of("crm", "site", "qualified", december(), 40)));
        assertThat(byMonth(plan, Kpi.NEW_DEALS, Scope.all())).containsExactly(20L, 5L);
    }

    /** Entered from facts: leads of November and December alone. By hand: 100 in each, a fifth of halves qualified, a half won. */
    @Test
    void whoReachedAStageFollowsFromCohortsWhereNobodySaysIt() {
        Position opening = NOTHING.withCohorts(List.of(
                Position.Cohort.of("crm", "site", december(), 100),
                Position.Cohort.of("crm", "site", JANUARY.minusMonths(2), 100)));
        Plan plan = plan(constants(2, QUALIFIED, WON), opening);
        assertThat(byMonth(plan, Kpi.NEW_DEALS, Scope.all())).containsExactly(10L, 10L);
        assertThat(byMonth(plan, Kpi.STAGE_ENTRIES, Scope.all().stage("qualified")))
                .containsExactly(20L, 20L);
    }

    /** By hand: 100 leads qualified at 20 % and won at a half are 10 deals, 9,000 less the visits; 17 deals take 34 %. */
    @Test
    void whichStageConversionSuffices() {
        PlanningConstants constants =
                constants(1, SalesStage.of("qualified", "20%", 0), SalesStage.of("won", "50%", 0));
        Plan plan = plan(constants, NOTHING);
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("8900");
        Solution solution = Solver.withDefaults()
                .solution(
                        Unknown.stageConversion(SalesTier.CONSULTATIVE, "qualified", Rate.percent(1)),
                        FinancialGoal.profit("15000"),
                        constants,
                        NOTHING,
                        plan.traffic())
                .orThrow();
        assertThat(solution.value()).hasToString("34%");
    }

    /** Found by a property: four conversions of counted leads whose product is too fine for a rate, which is rounded then. */
    @Test
    void aConversionThatIsTooFineIsExplainedAsItIs() {
        Plan plan = plan(
                constants(
                        2,
                        SalesStage.of("qualified", "99991/99999", 0),
                        SalesStage.of("accepted", "99989/99998", 0),
                        SalesStage.of("proposal", "99971/99997", 0),
                        SalesStage.of("won", "99961/99995", 0)),
                NOTHING);
        Norm norm = Objects.requireNonNull(plan.norm(Kpi.MANAGER_CONVERSION, Scope.all()));
        assertThat(norm.derivation().evaluate().isSameNumberAs(norm.value())).isTrue();
        assertThat(plan.newDeals(Scope.all())).isEqualTo(199);
    }

    /** Sales sags by the last stage: shaken by a tenth, the deals are those of a tenth more. */
    @Test
    void sensitivityShakesStages() {
        Plan plan = plan(constants(12, QUALIFIED, WON), NOTHING);
        Sensitivity sensitivity = Sensitivity.of(plan, Rate.percent(10));
        assertThat(sensitivity.drivers())
                .containsKeys(TO_QUALIFIED, Driver.stageConversion(SalesTier.CONSULTATIVE, "won"))
                .doesNotContainKey(Driver.managerConversion(SalesTier.CONSULTATIVE));
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo(new BigDecimal(105 * 900 - 1200));
    }
}
