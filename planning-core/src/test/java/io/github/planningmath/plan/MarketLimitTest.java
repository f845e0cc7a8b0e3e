package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.outcome;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** No plan wins more customers than there are to be won: of 6,000, half can be served and a tenth of these won, 300. */
class MarketLimitTest {

    private static final MarketPotential MARKET = new MarketPotential(6_000L, Ratio.percent(50), Ratio.percent(10));

    private final PlanningConstants quarter = months(constants(), 3).withPotential("crm", MARKET);

    private static Position opening(long customers) {
        return Position.of(JANUARY, List.of(Position.Customers.of("crm", 5, customers)), List.of());
    }

    @Test
    void aGoalBeyondTheMarketIsRefusedWithTheNearest() {
        FinancialGoal goal = SettledGoal.revenue("778000");
        assertThat(plan(goal, months(constants(), 3), NOTHING).requiredDeals()).isEqualTo(778);
        Unreachable<Plan> refusal = refusal(outcome(goal, quarter, NOTHING));
        assertThat(refusal)
                .hasToString(
                        "Goal revenue 778000 cannot be reached: of crm 300 customers can be won, and there are 0 at the"
                                + " start. Nearest: revenue 300000.");
        assertThat(plan(Objects.requireNonNull(refusal.nearest()), quarter, NOTHING)
                        .requiredDeals())
                .isEqualTo(300);
        assertThat(refusal(outcome(SettledGoal.profit("300000"), quarter, opening(120))))
                .hasToString(
                        "Goal profit 300000 cannot be reached: of crm 300 customers can be won, and there are 120 at the"
                                + " start. Nearest: profit 126000.");
    }

    /** 150 of 300 are asked for, 50 a month, beside 30 at the start. */
    @Test
    void normsShowTheShareThatIsTaken() {
        Plan plan = plan(SettledGoal.revenue("150000"), quarter, opening(30));
        assertThat(penetration(plan, Scope.month(JANUARY).product("crm"))).isEqualTo(Ratio.of(80, 300));
        assertThat(penetration(plan, Scope.month(MARCH))).isEqualTo(Ratio.of(180, 300));
        assertThat(penetration(plan, Scope.all())).isEqualTo(Ratio.of(180, 300));
        Derivation why = plan.explain(Kpi.MARKET_PENETRATION, Scope.month(FEBRUARY));
        assertThat(why.formula())
                .isEqualTo("13/30 market penetration · 2027-02 = 130 customers at the start, and new ones"
                        + " ÷ 300 customers of crm who can be won");
        assertThat(why.evaluate()).isEqualTo(why.value());
        assertThat(plan(SettledGoal.revenue("1000"), months(constants(), 3), NOTHING)
                        .norm(Kpi.MARKET_PENETRATION, Scope.all()))
                .isNull();
    }

    private static Ratio penetration(Plan plan, Scope scope) {
        NormValue value =
                Objects.requireNonNull(plan.norm(Kpi.MARKET_PENETRATION, scope)).value();
        return ((NormValue.Proportion) value).ratio();
    }

    /** A market a tenth smaller has room for 270 of the 290 deals. */
    @Test
    void sensitivityKnowsTheMarket() {
        Plan plan = plan(SettledGoal.revenue("290000"), quarter, NOTHING);
        Sensitivity.Swing anew =
                Objects.requireNonNull(Sensitivity.replanned(plan, Planner.withDefaults(), Rate.percent(10))
                        .drivers()
                        .get(Driver.marketPotential("crm")));
        assertThat(Objects.requireNonNull(anew.less()).newDeals()).isEqualTo(-20);
        assertThat(Objects.requireNonNull(anew.more()).newDeals()).isZero();
        assertThat(Objects.requireNonNull(
                                Sensitivity.of(plan, Rate.percent(10)).drivers().get(Driver.marketPotential("crm")))
                        .size())
                .isZero();
    }

    @Test
    void theMarketOfNoProductIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quarter.withPotential("erp", MARKET))
                .withMessage("Assortment.product must be given the name of a product (crm), but was given erp.");
        assertThat(outcome(SettledGoal.revenue("1000"), quarter, NOTHING, new Pin.Deals("crm", JANUARY, 301L)))
                .hasToString(
                        "Goal revenue 1000 cannot be reached: of crm 300 customers can be won, and there are 0 at the"
                                + " start. No plan can be made around that.");
    }
}
