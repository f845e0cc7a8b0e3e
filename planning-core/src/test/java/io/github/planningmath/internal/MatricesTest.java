package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class MatricesTest {

    /** The inverse of Hilbert's matrix has whole entries: M.-D. Choi, doi:10.1080/00029890.1983.11971218. */
    @Test
    void theInverseOfHilbertsMatrixIsWhole() {
        double[][] hilbert = {{1, 1 / 2.0, 1 / 3.0}, {1 / 2.0, 1 / 3.0, 1 / 4.0}, {1 / 3.0, 1 / 4.0, 1 / 5.0}};
        double[][] inverse = Objects.requireNonNull(Matrices.inverse(hilbert));
        assertThat(inverse[0]).containsExactly(new double[] {9, -36, 30}, within(1e-11));
        assertThat(inverse[1]).containsExactly(new double[] {-36, 192, -180}, within(1e-11));
        assertThat(inverse[2]).containsExactly(new double[] {30, -180, 180}, within(1e-11));
    }

    @Test
    void whatIsNotPositiveDefiniteHasNone() {
        assertThat(Matrices.inverse(new double[][] {{1, 2}, {2, 1}})).isNull();
        assertThat(Matrices.inverse(new double[][] {{1, 1}, {1, 1}})).isNull();
        assertThat(Matrices.inverse(new double[][] {{Double.NaN, 0}, {0, 1}})).isNull();
    }

    @Test
    void productsAreThoseOfRows() {
        assertThat(Matrices.times(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6}))
                .containsExactly(17, 39);
        assertThat(Matrices.dot(new double[] {1, 2}, new double[] {3, 4})).isEqualTo(11);
    }
}
