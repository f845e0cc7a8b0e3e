package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuasiNewtonTest {

    private static final QuasiNewton SEARCH = new QuasiNewton(1e-14, 2, 200);

    /** H. H. Rosenbrock's curved valley, doi:10.1093/comjnl/3.3.175: its floor is at (1, 1). */
    private static final Objective VALLEY = (point, gradient) -> {
        double bend = point[1] - point[0] * point[0];
        gradient[0] = 400 * point[0] * bend + 2 * (1 - point[0]);
        gradient[1] = -200 * bend;
        return -100 * bend * bend - (1 - point[0]) * (1 - point[0]);
    };

    @Test
    void theEndOfACurvedValleyIsFound() {
        Optimum optimum = SEARCH.maximum(VALLEY, new double[] {-1.2, 1});
        assertThat(optimum.converged()).isTrue();
        assertThat(optimum.point()).containsExactly(new double[] {1, 1}, within(1e-7));
        assertThat(optimum.value()).isCloseTo(0, within(1e-14));
        assertThat(optimum.iterations()).isLessThan(60);
        // The negated Hessian at (1, 1) is [[802, -400], [-400, 200]]; its inverse has rows (0.5, 1) and (1, 2.005).
        assertThat(optimum.curvature()[0]).containsExactly(new double[] {0.5, 1}, within(0.02));
        assertThat(optimum.curvature()[1]).containsExactly(new double[] {1, 2.005}, within(0.04));
    }

    @Test
    void aKnownCurvatureLeadsThereInOneStep() {
        Objective bowl = (point, gradient) -> {
            gradient[0] = -4 * point[0];
            gradient[1] = -point[1] + 1;
            return -2 * point[0] * point[0] - 0.5 * (point[1] - 1) * (point[1] - 1);
        };
        Optimum optimum = SEARCH.maximum(bowl, new double[] {1, 2}, new double[][] {{0.25, 0}, {0, 1}});
        assertThat(optimum.iterations()).isEqualTo(1);
        assertThat(optimum.point()).containsExactly(0, 1);
    }

    /** The first full step from 0.5 would leave the half line on which the function is defined. */
    @Test
    void stepsOutOfTheDomainAreTakenBack() {
        Objective logarithm = (point, gradient) -> {
            gradient[0] = 1 / point[0] - 10;
            return Math.log(point[0]) - 10 * point[0];
        };
        Optimum optimum = SEARCH.maximum(logarithm, new double[] {0.5});
        assertThat(optimum.converged()).isTrue();
        assertThat(optimum.point()).containsExactly(new double[] {0.1}, within(1e-8));
    }

    @Test
    void whereThereIsNoGreatestValueItSaysSo() {
        Objective slope = (point, gradient) -> {
            gradient[0] = 1;
            return point[0];
        };
        Optimum optimum = SEARCH.maximum(slope, new double[] {0});
        assertThat(optimum.converged()).isFalse();
        assertThat(optimum.iterations()).isEqualTo(200);
    }
}
