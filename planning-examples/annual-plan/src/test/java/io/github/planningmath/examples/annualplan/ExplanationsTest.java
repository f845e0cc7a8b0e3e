package io.github.planningmath.examples.annualplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Plan;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    @Test
    void everyNormsExplanationEvaluatesToTheNorm() {
        Plan plan = PlanFile.of(null).plan().orThrow();
        for (Norm norm : plan.norms()) {
            assertThat(norm.derivation().evaluate().isSameNumberAs(norm.value()))
                    .as(norm.toString())
                    .isTrue();
        }
    }
}
