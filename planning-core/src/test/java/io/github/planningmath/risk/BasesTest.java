package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Doubts from what constants rest on. */
class BasesTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate THROUGH = LocalDate.of(2026, 6, 30);
    private static final Driver<Rate> SITE = Driver.siteConversion("site");
    private static final Driver<Rate> WARM_UP = Driver.warmUpRate("site");
    private static final Driver<Rate> MANAGERS = Driver.managerConversion(TelephonyPlan.TIER);

    @Test
    void eachKindOfBasisIsADoubtOfItsKind() {
        PlanningConstants constants = TelephonyPlan.constants()
                .withBasis(SITE, new Basis.Counted(500L, 20_000L, 500.0, 20_000.0, FROM, THROUGH))
                .withBasis(WARM_UP, new Basis.Counted(200L, 700L, 160.25, 400.5, FROM, THROUGH))
                .withBasis(MANAGERS, new Basis.Judged(0.15, 0.25, "sales"))
                .withBasis(Driver.price("crm"), new Basis.Measured(80L, 24.0, FROM, THROUGH))
                .withBasis(Driver.unitCost("crm"), new Basis.Agreed("marketing and sales", THROUGH))
                .withBasis(Driver.channelMix(TelephonyPlan.TIER), new Basis.Measured(80L, null, FROM, THROUGH));
        Uncertainty uncertainty = Uncertainty.of(constants);
        assertThat(uncertainty.doubts().keySet())
                .containsExactlyInAnyOrder(SITE, WARM_UP, MANAGERS, Driver.price("crm"));
        assertThat(uncertainty.doubts()).containsEntry(SITE, Doubt.observed(500, 20_000));
        assertThat(uncertainty.doubts())
                .containsEntry(MANAGERS, Doubt.between("0.15", "0.25", Rate.percent(80)))
                .containsEntry(Driver.price("crm"), Doubt.spread("0.02"));
        // worth 160.25 of 400.5: whole counts, and the rest in the prior
        assertThat(uncertainty.doubts().get(WARM_UP))
                .isEqualTo(new Doubt.Observed(160L, 400L, new Doubt.Prior(0.75, 0.75)));
        Marginal law = Marginals.of(constants, WARM_UP, new Doubt.Observed(160L, 400L, new Doubt.Prior(0.75, 0.75)));
        assertThat(law.mean()).isCloseTo(160.75 / 401.5, within(1e-12));
    }

    @Test
    void constantsWithoutBasisAreKnown() {
        assertThat(Uncertainty.of(TelephonyPlan.constants())).isEqualTo(Uncertainty.none());
    }

    @Test
    void countsThatAreWorthNothingAreRefused() {
        PlanningConstants young =
                TelephonyPlan.constants().withBasis(MANAGERS, new Basis.Counted(0L, 40L, 0.0, 0.5, FROM, THROUGH));
        assertThatThrownBy(() -> Uncertainty.of(young))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Uncertainty.of must be of counts that are worth a trial, but those of"
                        + " managerConversion[CONSULTATIVE] are worth 0.5. Perhaps judge it.");
    }
}
