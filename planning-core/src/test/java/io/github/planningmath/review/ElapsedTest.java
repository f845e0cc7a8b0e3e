package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.FEBRUARY;
import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.MARCH;
import static io.github.planningmath.review.Reviewed.asPlanned;
import static io.github.planningmath.review.Reviewed.constants;
import static io.github.planningmath.review.Reviewed.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Horizon;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ElapsedTest {

    private final Plan plan = plan("300000", constants().withHorizon(Horizon.ofMonths(JANUARY, 4)));
    private final Elapsed elapsed =
            Elapsed.of(plan, Actuals.from(asPlanned(plan)).through(MARCH));

    /** Where all came as planned, it is the norm, of one month and of several. */
    @Test
    void whatCameOverMonthsIsThatOfAllOfThem() {
        for (Kpi kpi : new Kpi[] {Kpi.TRAFFIC, Kpi.LEADS, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.BASE, Kpi.REVENUE}) {
            for (Scope scope : new Scope[] {
                Scope.month(FEBRUARY),
                Scope.months(FEBRUARY, MARCH),
                Scope.quarter(JANUARY),
                Scope.months(JANUARY, FEBRUARY).product("crm")
            }) {
                assertThat(elapsed.total(kpi, scope)).as("%s of %s", kpi, scope).isEqualByComparingTo(norm(kpi, scope));
            }
        }
    }

    private BigDecimal norm(Kpi kpi, Scope scope) {
        NormValue value = Objects.requireNonNull(plan.norm(kpi, scope)).value();
        return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
    }

    @Test
    void aMonthThatIsNotOverIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elapsed.total(Kpi.LEADS, Scope.months(MARCH, MARCH.plusMonths(1))))
                .withMessage("Elapsed.month must be at most 2027-03, the last that is over, but was 2027-04.");
    }
}
