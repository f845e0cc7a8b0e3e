package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.internal.Matrices;
import io.github.planningmath.internal.Objective;
import io.github.planningmath.internal.Optimum;
import io.github.planningmath.internal.QuasiNewton;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WaitLikelihoodTest {

    private static final AgeTable A = AgeTable.of(
            new long[] {14, 9, 6, 4, 3, 2, 1, 1, 0, 1, 0, 0},
            new long[] {0, 0, 30, 28, 26, 25, 24, 23, 22, 21, 20, 40});
    private static final AgeTable B = AgeTable.of(
            new long[] {5, 11, 13, 10, 8, 6, 4, 2, 2, 1, 1, 0, 1, 0, 0},
            new long[] {0, 0, 0, 12, 14, 16, 18, 19, 20, 17, 15, 14, 13, 12, 60});

    static Stream<String[]> waits() {
        return Table.rows("waits.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("waits")
    void theGreatestLikelihoodIsFound(
            String table,
            String family,
            String share,
            String scale,
            String shape,
            String value,
            String oddsError,
            String scaleError,
            String shapeError,
            String shareError) {
        Objective likelihood =
                new WaitLikelihood(WaitFamily.valueOf(family), new WaitLikelihood.Facts(table.equals("A") ? A : B, 1));
        Optimum optimum = new QuasiNewton(1e-24, 1, 500).maximum(likelihood, new double[] {-1, 1, 0});
        double[] point = optimum.point();
        double[][] covariance = polished(likelihood, point);
        double is = 1 / (1 + Math.exp(-point[0]));
        assertThat(is).isCloseTo(Double.parseDouble(share), within(1e-10));
        assertThat(Math.exp(point[1])).isCloseTo(Double.parseDouble(scale), within(1e-9));
        assertThat(Math.exp(point[2])).isCloseTo(Double.parseDouble(shape), within(1e-10));
        assertThat(optimum.value()).isCloseTo(Double.parseDouble(value), within(1e-10));
        assertThat(Math.sqrt(covariance[0][0])).isCloseTo(Double.parseDouble(oddsError), within(1e-8));
        assertThat(Math.sqrt(covariance[1][1])).isCloseTo(Double.parseDouble(scaleError), within(1e-8));
        assertThat(Math.sqrt(covariance[2][2])).isCloseTo(Double.parseDouble(shapeError), within(1e-8));
        assertThat(is * (1 - is) * Math.sqrt(covariance[0][0])).isCloseTo(Double.parseDouble(shareError), within(1e-8));
    }

    /** Newton's method with second derivatives by differences of the fourth order. */
    private static double[][] polished(Objective objective, double[] point) {
        double[][] covariance = {};
        for (int step = 0; step < 4; step++) {
            double[][] second = new double[3][3];
            for (int i = 0; i < 3; i++) {
                double[] slope = new double[3];
                addSlope(objective, point, i, 2e-3, 8.0 / 12, slope);
                addSlope(objective, point, i, 4e-3, -1.0 / 12, slope);
                for (int j = 0; j < 3; j++) {
                    second[i][j] = -slope[j] / 2e-3;
                }
            }
            covariance = Objects.requireNonNull(Matrices.inverse(second));
            double[] gradient = new double[3];
            objective.value(point, gradient);
            double[] move = Matrices.times(covariance, gradient);
            for (int i = 0; i < 3; i++) {
                point[i] += move[i];
            }
        }
        return covariance;
    }

    private static void addSlope(
            Objective objective, double[] point, int at, double width, double weight, double[] into) {
        for (int side = -1; side <= 1; side += 2) {
            double[] moved = point.clone();
            double[] gradient = new double[3];
            moved[at] += side * width;
            objective.value(moved, gradient);
            for (int j = 0; j < 3; j++) {
                into[j] += side * weight * gradient[j];
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WaitFamily.class)
    void theGradientIsThatOfTheValue(WaitFamily family) {
        Objective likelihood = new WaitLikelihood(family, new WaitLikelihood.Facts(B, 0.7));
        for (double[] point : new double[][] {{-1, 1, 0}, {-3, 3, 0.8}, {2, -0.5, -1}, {0, 1.4, 0.3}}) {
            double[] gradient = new double[3];
            double[] unused = new double[3];
            likelihood.value(point, gradient);
            for (int i = 0; i < 3; i++) {
                double[] above = point.clone();
                double[] below = point.clone();
                above[i] += 1e-5;
                below[i] -= 1e-5;
                double slope = (likelihood.value(above, unused) - likelihood.value(below, unused)) / 2e-5;
                assertThat(gradient[i])
                        .as("%s by %d", family, i)
                        .isCloseTo(slope, within(2e-5 * (1 + Math.abs(slope))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WaitFamily.class)
    void aWaitIsADistribution(WaitFamily family) {
        for (double logShape : new double[] {-1.5, 0, 1.5}) {
            double before = 0;
            for (double log = -12; log <= 12; log += 0.25) {
                double[] both = new double[2];
                family.at(log, Math.exp(logShape), both);
                assertThat(both[0]).isBetween(before, 1.0);
                assertThat(both[0] + both[1]).isCloseTo(1, within(1e-14));
                before = both[0];
            }
        }
        assertThat(family.cumulative(0, 1, 0)).isZero();
    }

    /** Median waits: of a log-normal and a log-logistic the scale, of a Weibull scale (ln 2)^(1/shape), of a gamma of shape 1 scale ln 2. */
    @Test
    void halfOfThemHaveComeByTheMedian() {
        double scale = Math.log(17);
        double shape = Math.log(1.7);
        assertThat(WaitFamily.LOG_NORMAL.cumulative(17, scale, shape)).isCloseTo(0.5, within(1e-15));
        assertThat(WaitFamily.LOG_LOGISTIC.cumulative(17, scale, shape)).isCloseTo(0.5, within(1e-15));
        assertThat(WaitFamily.WEIBULL.cumulative(17 * Math.pow(Math.log(2), 1 / 1.7), scale, shape))
                .isCloseTo(0.5, within(1e-15));
        assertThat(WaitFamily.GAMMA.cumulative(17 * Math.log(2), scale, 0)).isCloseTo(0.5, within(1e-15));
        assertThat(WaitFamily.values())
                .extracting(WaitFamily::label)
                .containsExactly("log-normal", "log-logistic", "Weibull", "gamma");
    }
}
