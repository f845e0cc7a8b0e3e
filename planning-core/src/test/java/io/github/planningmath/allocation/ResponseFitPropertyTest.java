package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds of every fit, whatever the points. */
class ResponseFitPropertyTest {

    private static final ResponseFitter FITTER = ResponseFitter.withDefaults();

    /** Points near a curve of some family. */
    @Provide
    Arbitrary<List<SpendOutcome>> points() {
        return Arbitraries.randoms()
                .flatMap(random -> Curves.smoothConcave().map(curve -> points(curve, random, 12, 0.02)));
    }

    private static List<SpendOutcome> points(ResponseCurve curve, Random random, int count, double noise) {
        List<SpendOutcome> points = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double spend = 300.0 * i;
            points.add(SpendOutcome.of(spend, curve.value(spend) * (1 + noise * (random.nextDouble() - 0.5))));
        }
        return points;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noCurveNearbyIsNearer(
            @ForAll("points") List<SpendOutcome> points, @ForAll @DoubleRange(min = 0.9, max = 1.1) double factor) {
        if (FITTER.fit(CurveFamily.MICHAELIS_MENTEN, points) instanceof FittedCurve fit
                && fit.curve() instanceof MichaelisMenten curve) {
            double least = fit.residualSumOfSquares() * (1 - 1e-9);
            assertThat(squares(new MichaelisMenten(curve.ceiling() * factor, curve.halfSaturation()), points))
                    .isGreaterThanOrEqualTo(least);
            assertThat(squares(new MichaelisMenten(curve.ceiling(), curve.halfSaturation() * factor), points))
                    .isGreaterThanOrEqualTo(least);
            assertThat(squares(curve, points)).isCloseTo(fit.residualSumOfSquares(), withinPercentage(1e-6));
        }
    }

    /** Hill of slope 1 is Michaelis-Menten, so that its best is no further from the points. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void aWiderFamilyIsNoFurther(@ForAll("points") List<SpendOutcome> points) {
        if (FITTER.fit(CurveFamily.MICHAELIS_MENTEN, points) instanceof FittedCurve narrow) {
            double hill = FITTER.fit(CurveFamily.HILL, points)
                    .fold(FittedCurve::residualSumOfSquares, CurveNotFitted::residualSumOfSquares);
            assertThat(hill).isLessThanOrEqualTo(narrow.residualSumOfSquares() * (1 + 1e-9));
        }
    }

    private static double squares(ResponseCurve curve, List<SpendOutcome> points) {
        return points.stream()
                .mapToDouble(point -> Math.pow(point.outcome() - curve.value(point.spend()), 2))
                .sum();
    }

    /** In kopecks or millions, a lead or a thousand of them: the same curve in other units, or the same refusal. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theUnitsOfBothAxesDoNotMatter(
            @ForAll("roughPoints") List<SpendOutcome> points,
            @ForAll CurveFamily family,
            @ForAll boolean baseline,
            @ForAll @DoubleRange(min = -7, max = 7) double spendDigits,
            @ForAll @DoubleRange(min = -7, max = 7) double outcomeDigits) {
        double spend = Math.pow(10, Math.rint(spendDigits));
        double outcome = Math.pow(10, Math.rint(outcomeDigits));
        List<SpendOutcome> scaled = points.stream()
                .map(point -> SpendOutcome.of(point.spend() * spend, point.outcome() * outcome))
                .toList();
        ResponseFitter fitter = baseline ? FITTER.withBaseline() : FITTER;
        ResponseFit fit = fitter.fit(family, points);
        ResponseFit other = fitter.fit(family, scaled);

        String verdict =
                fit.<String>fold(fitted -> "fitted", refusal -> refusal.reason().name());
        String inOtherUnits = other.<String>fold(
                fitted -> "fitted", refusal -> refusal.reason().name());
        // just on a boundary, rounding decides on which side of it a parameter lies
        Assume.that(
                verdict.equals(inOtherUnits) || !List.of(verdict, inOtherUnits).contains("PARAMETER_AT_BOUNDARY"));
        assertThat(inOtherUnits).isEqualTo(verdict);
        if (fit instanceof FittedCurve here && other instanceof FittedCurve there) {
            for (SpendOutcome point : points) {
                double expected = here.curve().scaled(spend, outcome).value(point.spend() * spend);
                assertThat(there.curve().value(point.spend() * spend)).isCloseTo(expected, withinPercentage(1e-3));
            }
            // where the outcomes hardly differ, their spread has lost most of its digits before a curve is fitted
            assertThat(there.rSquared()).isCloseTo(here.rSquared(), within(1e-5));
        }
    }

    /** Points that follow a curve more or less, few of them at times. */
    @Provide
    Arbitrary<List<SpendOutcome>> roughPoints() {
        return Arbitraries.randoms().flatMap(random -> Curves.any().map(curve -> rough(curve, random)));
    }

    private static List<SpendOutcome> rough(ResponseCurve curve, Random random) {
        double noise = random.nextInt(3) * 0.4;
        int count = 5 + random.nextInt(8);
        return points(curve, random, count, noise);
    }
}
