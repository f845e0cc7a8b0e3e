package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpendColumnsTest {

    @Test
    void areOfOneLength() {
        assertThatThrownBy(() -> SpendColumns.of(new int[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SpendColumns must have columns of one length, but purchases had 2 rows and average 3.");
    }
}
