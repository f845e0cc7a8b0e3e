package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Standard errors are right where they cover the truth as often as they say. */
class ResponseFitSimulationTest {

    private static final int SETS = 200;
    private static final int POINTS = 40;

    /** A curve of each family, whose bend lies among spends up to 4,000. */
    private static ResponseCurve truth(CurveFamily family) {
        return switch (family) {
            case LINEAR -> new LinearResponse(0.2, null);
            case LINEAR_WITH_CEILING -> new LinearResponse(0.3, 2_000.0);
            case POWER -> new PowerResponse(9.0, 0.5);
            case LOGARITHMIC -> new LogarithmicResponse(250.0, 500.0);
            case EXPONENTIAL -> new ExponentialResponse(600.0, 1_000.0);
            case MICHAELIS_MENTEN -> new MichaelisMenten(800.0, 900.0);
            case HILL -> new Hill(600.0, 1_200.0, 2.5);
        };
    }

    private static Map<String, Double> parameters(CurveFamily family) {
        return switch (family) {
            case LINEAR -> Map.of("slope", 0.2);
            case LINEAR_WITH_CEILING -> Map.of("slope", 0.3, "ceiling", 2_000.0);
            case POWER -> Map.of("scale", 9.0, "exponent", 0.5);
            case LOGARITHMIC -> Map.of("scale", 250.0, "spread", 500.0);
            case EXPONENTIAL -> Map.of("ceiling", 600.0, "scale", 1_000.0);
            case MICHAELIS_MENTEN -> Map.of("ceiling", 800.0, "halfSaturation", 900.0);
            case HILL -> Map.of("ceiling", 600.0, "halfSaturation", 1_200.0, "slope", 2.5);
        };
    }

    @ParameterizedTest
    @EnumSource(CurveFamily.class)
    void theTruthLiesWithinThreeStandardErrorsAlmostAlways(CurveFamily family) {
        Random random = new Random(20_261_123);
        int within = 0;
        int one = 0;
        int all = 0;
        for (int set = 0; set < SETS; set++) {
            FittedCurve fit = ResponseFitter.withDefaults()
                    .fit(family, drawn(family, random))
                    .orThrow();
            for (Map.Entry<String, Double> truth : parameters(family).entrySet()) {
                CurveParameter parameter = fit.parameter(truth.getKey());
                double errors = Math.abs(parameter.value() - truth.getValue()) / parameter.standardError();
                within += errors <= 3 ? 1 : 0;
                one += errors <= 1 ? 1 : 0;
                all++;
            }
        }
        assertThat(within).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * all));
        // Of a normal error, 68.3 % lie within one; of 200 draws, nearly always between these.
        assertThat((double) one / all).isBetween(0.58, 0.78);
    }

    private static List<SpendOutcome> drawn(CurveFamily family, Random random) {
        ResponseCurve truth = truth(family);
        List<SpendOutcome> points = new ArrayList<>();
        for (int i = 1; i <= POINTS; i++) {
            double spend = 100.0 * i;
            // Far enough from 0 never to be negative.
            points.add(SpendOutcome.of(spend, Math.max(0, truth.value(spend) + 10 * random.nextGaussian())));
        }
        return points;
    }
}
