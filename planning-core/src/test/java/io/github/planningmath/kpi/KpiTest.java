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
                        "stage entries",
                        "open leads",
                        "current base",
                        "customers kept",
                        "customers lost",
                        "market penetration",
                        "new contacts",
                        "traffic",
                        "site conversion",
                        "warm-up rate",
                        "manager conversion",
                        "retention rate",
                        "repeat rate",
                        "recurring revenue",
                        "net revenue retention",
                        "gross revenue retention",
                        "traffic cost",
                        "variable cost",
                        "contribution",
                        "profit")
                .doesNotHaveDuplicates();
    }
}
