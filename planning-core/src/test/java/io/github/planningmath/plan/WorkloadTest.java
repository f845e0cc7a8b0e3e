package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesTier;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final Horizon HORIZON = Horizon.ofMonths(JANUARY, 1);
    private static final Workload.Work WORK = new Workload.Work(JANUARY, SalesTier.CONSULTATIVE, 1L, 2L, 3L, 4L);

    @Test
    void theWorkOfAMonth() {
        Workload workload = new Workload(Horizon.ofMonths(JANUARY, 2), List.of(WORK));

        assertThat(workload.in(JANUARY)).containsExactly(WORK);
        assertThat(workload.in(FEBRUARY)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workload.in(FEBRUARY.plusMonths(1)))
                .withMessage("Workload.month must be a month of the plan, from 2027-01 to 2027-02, but was 2027-03.");
    }

    @Test
    void aMonthAndTierHasItsWorkOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workload(HORIZON, List.of(WORK, WORK)))
                .withMessage("Workload.work must be given once each, but was given twice: [2027-01, CONSULTATIVE].");
    }

    @Test
    void workLiesWithinTheHorizon() {
        Workload.Work late = new Workload.Work(FEBRUARY, SalesTier.CONSULTATIVE, 1L, 2L, 3L, 4L);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workload(HORIZON, List.of(late)))
                .withMessage("Workload.work must be in a month from 2027-01 to 2027-01, but was in 2027-02.");
    }

    @Test
    void workIsCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workload.Work(JANUARY, SalesTier.CONSULTATIVE, -1L, 0L, 0L, 0L))
                .withMessage("Work.leads must be at least 0, but was -1.");
    }
}
