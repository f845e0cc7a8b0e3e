package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.season;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.review.Verdict;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Simulation;
import io.github.planningmath.risk.Uncertainty;
import io.github.planningmath.sales.ConstantRepeat;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Repeat deals at terms of their own. 100 customers at the start and 20 new ones in January; nine tenths stay, half buy again in a
 * month: 50, 55 and 49 repeat deals ((90 + 20) / 2 = 55, 99 / 2 = 49.5). New deals bring 1,000, cost 300 and a tenth; repeat deals bring
 * 800, from March on 900, cost 100 and no commission.
 */
class RenewalInPlanTest {

    private static final Position OPENING =
            Position.of(JANUARY, List.of(Position.Customers.of("crm", 0, 100)), List.of());

    private static final PlanningConstants ALIKE = months(SmallBusiness.constants(), 3)
            .withSeason(season("1"))
            .withProduct(
                    "crm",
                    crm -> crm.withCommission(Rate.percent(10))
                            .withRepeat(new ConstantRepeat(Ratio.percent(90), Ratio.percent(50))));

    private static final PlanningConstants RENEWING = ALIKE.with(Driver.renewalPrice("crm"), amount("800"))
            .with(Driver.renewalUnitCost("crm"), amount("100"))
            .with(Driver.renewalCommission("crm"), Ratio.ZERO)
            .from(MARCH, Driver.renewalPrice("crm"), amount("900"));

    private static final Plan PLAN = plan(SettledGoal.revenue("148100"), RENEWING, OPENING);

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void repeatDealsBringAndCostWhatIsGivenForThem() {
        assertThat(PLAN.requiredDeals()).isEqualTo(20);
        assertThat(PLAN.repeatDeals(Scope.month(JANUARY))).isEqualTo(50);
        assertThat(PLAN.repeatDeals(Scope.month(FEBRUARY))).isEqualTo(55);
        assertThat(PLAN.repeatDeals(Scope.month(MARCH))).isEqualTo(49);
        assertThat(PLAN.revenue(Scope.month(JANUARY))).isEqualByComparingTo("60000");
        assertThat(PLAN.revenue(Scope.month(FEBRUARY))).isEqualByComparingTo("44000");
        assertThat(PLAN.revenue(Scope.month(MARCH))).isEqualByComparingTo("44100");
        assertThat(PLAN.contribution(Scope.month(JANUARY))).isEqualByComparingTo("47000");
        assertThat(PLAN.contribution(Scope.month(FEBRUARY))).isEqualByComparingTo("38500");
        assertThat(PLAN.contribution(Scope.month(MARCH))).isEqualByComparingTo("39200");
        assertThat(PLAN.variableCost(Scope.all())).isEqualByComparingTo("23400");
    }

    @Test
    void theReasonTellsNewFromRepeatDeals() {
        assertThat(PLAN.explain(Kpi.REVENUE, Scope.month(MARCH)).toString())
                .contains("repeat deals")
                .contains("price on renewal from 2027-03")
                .contains("900");
        for (Kpi kpi : List.of(Kpi.REVENUE, Kpi.CONTRIBUTION, Kpi.VARIABLE_COST, Kpi.PROFIT, Kpi.AVERAGE_CHECK)) {
            Norm norm = Objects.requireNonNull(PLAN.norm(kpi, Scope.all()));
            assertThat(norm.derivation().evaluate().isSameNumberAs(norm.value()))
                    .isTrue();
        }
    }

    /** Law 10: terms that are those of new deals change nothing. */
    @Test
    void theTermsOfNewDealsChangeNothing() {
        Plan without = plan(SettledGoal.profit("100000"), ALIKE, OPENING);
        Plan alike = plan(
                SettledGoal.profit("100000"),
                ALIKE.with(Driver.renewalPrice("crm"), amount("1000"))
                        .with(Driver.renewalUnitCost("crm"), amount("300"))
                        .with(Driver.renewalCommission("crm"), Ratio.percent(10)),
                OPENING);
        assertThat(alike.norms().stream().map(Norm::toString))
                .isEqualTo(without.norms().stream().map(Norm::toString).toList());
        assertThat(alike.closing()).isEqualTo(without.closing());
    }

    /** A tenth of 50 and 55 deals at 800 and of 49 at 900. */
    @Test
    void itIsShakenLikeAnyConstant() {
        Sensitivity.Swing swing = Objects.requireNonNull(
                Sensitivity.of(PLAN, Rate.percent(10)).drivers().get(Driver.renewalPrice("crm")));
        assertThat(Objects.requireNonNull(swing.more()).profit()).isEqualByComparingTo("12810");
        assertThat(Objects.requireNonNull(swing.less()).profit()).isEqualByComparingTo("-12810");
    }

    /** 20,000 of new deals, and 154 repeat deals at one price of all months: 128,100 / 154 = 831.8…. */
    @Test
    void itIsSolvedFor() {
        Solution solution = Solver.withDefaults()
                .solution(
                        Unknown.renewalPrice("crm", BigDecimal.ONE),
                        PLAN.goal(),
                        PLAN.constants(),
                        OPENING,
                        PLAN.traffic())
                .orThrow();
        assertThat(solution.value()).hasToString("832");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Solver.withDefaults()
                        .solution(
                                Unknown.renewalPrice("crm", BigDecimal.ONE),
                                PLAN.goal(),
                                ALIKE,
                                OPENING,
                                PLAN.traffic()))
                .withMessage(
                        "Unknown must be a constant that is given, but renewalPrice[crm] was absent. Perhaps give it a value to"
                                + " start from, or name the constant that holds instead.");
    }

    /** 600 of the first deal, and 800 of each of 0.5 / (1 - 0.9) = 5 further ones. */
    @Test
    void aCustomerIsWorthWhatRenewalsBring() {
        UnitEconomics economics = UnitEconomics.of(PLAN, "crm", DiscountRate.annual("0%"));
        assertThat(economics.lifetimeValue()).isCloseTo(600 + 800 * 5, within(1e-9));
    }

    @Test
    void constantsThatDifferAreNamed() {
        assertThat(new ConstantsComparison(ALIKE, RENEWING)
                        .differences().stream().map(ChangedConstant::constant))
                .contains(
                        "products[crm].renewal.price",
                        "products[crm].renewal.unitCost",
                        "products[crm].renewal.commission");
    }

    /** Ten customers fewer buy again at the planned price: 8,000 less, all of it for the repeat rate, none for the price. */
    @Test
    void fewerRenewalsAreNoFaultOfThePrice() {
        Actuals actuals = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm")
                        .withNewDeals(20L)
                        .withRepeatDeals(40L)
                        .withBase(110L)
                        .withRevenue(amount("52000"))
                        .withVariableCost(amount("12000"))))
                .through(JANUARY);
        Verdict revenue = Verdict.of(PLAN, actuals).in(Kpi.REVENUE);
        assertThat(revenue.gap()).isEqualByComparingTo("-8000");
        assertThat(revenue.of(Factor.PRICE)).isZero();
        assertThat(revenue.of(Factor.REPEAT_RATE)).isCloseTo(-8000, within(1e-6));
        Verdict contribution = Verdict.of(PLAN, actuals).in(Kpi.CONTRIBUTION);
        assertThat(contribution.gap()).isEqualByComparingTo("-7000");
        assertThat(contribution.of(Factor.UNIT_COST)).isZero();
        Attainment attainment = Attainment.of(PLAN, actuals);
        assertThat(attainment.flexed(Kpi.VARIABLE_COST, Scope.all()).planned()).isEqualTo(12_000);
    }

    /** What renewals cost a tenth more for is a matter of price: 57,200 instead of 52,000 of 20 new and 40 repeat deals. */
    @Test
    void anotherPriceIsOneOfNewAndRepeatDealsAlike() {
        Actuals actuals = Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm")
                        .withNewDeals(20L)
                        .withRepeatDeals(50L)
                        .withRevenue(amount("66000"))))
                .through(JANUARY);
        Verdict revenue = Verdict.of(PLAN, actuals).in(Kpi.REVENUE);
        assertThat(revenue.gap()).isEqualByComparingTo("6000");
        assertThat(revenue.of(Factor.PRICE)).isCloseTo(6000, within(1e-6));
    }

    /** The closed form and drawn paths: 20 new deals are expected, and of each customer what the rates say. */
    @Test
    void riskKnowsWhatRenewalsBring() {
        Uncertainty uncertainty = Uncertainty.none()
                .with(
                        Driver.renewalPrice("crm"),
                        io.github.planningmath.risk.Doubt.between("700", "900", Rate.percent(90)));
        PlanRisk.Moments moments = PlanRisk.of(PLAN, Uncertainty.none()).moments(Kpi.CONTRIBUTION, Scope.all());
        // 20 * 600, 50 * 700, 55 * 700, 49.5 * 800
        assertThat(moments.mean()).isCloseTo(12_000 + 35_000 + 38_500 + 39_600, within(1e-6));
        double drawn =
                PlanRisk.of(PLAN, uncertainty).moments(Kpi.REVENUE, Scope.all()).mean();
        double paths = Arrays.stream(Simulation.of(PLAN, uncertainty)
                        .withPaths(4_000)
                        .values(Kpi.REVENUE, Scope.all())
                        .toArray())
                .average()
                .orElseThrow();
        assertThat(paths).isCloseTo(drawn, within(1_500.0));
    }
}
