package io.github.planningmath.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KpiTest {

    @Test
    void eachKeyFigureHasALabelOfItsOwn() {
        assertThat(Arrays.stream(Kpi.values()).map(Kpi::label))
                .containsExactly(
                        "revenue",
                        "average check",
                        "deals",
                        "new deals",
                        "repeat deals",
                        "leads",
                        "open leads",
                        "current base",
                        "new contacts",
                        "traffic",
                        "site conversion",
                        "warm-up rate",
                        "manager conversion",
                        "traffic cost",
                        "variable cost",
                        "contribution",
                        "profit")
                .doesNotHaveDuplicates();
    }
}
