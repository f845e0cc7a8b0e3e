package io.github.planningmath.allocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Fits whose parameters and standard errors are published, or were computed by somebody else's method. */
class ResponseFitReferenceTest {

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvFileSource(resources = "fits.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 200)
    void theNearestCurveAndItsErrors(
            String set,
            CurveFamily family,
            @Nullable String with,
            String parameter,
            double value,
            double standardError,
            double residualSumOfSquares,
            int digits)
            throws IOException {
        FittedCurve fit =
                fitter(with == null ? "" : with).fit(family, points(set)).orThrow();

        Percentage near = withinPercentage(100 * Math.pow(10, -digits));
        assertThat(fit.parameter(parameter).value()).isCloseTo(value, near);
        assertThat(fit.parameter(parameter).standardError()).isCloseTo(standardError, near);
        assertThat(fit.residualSumOfSquares()).isCloseTo(residualSumOfSquares, near);
    }

    private static ResponseFitter fitter(String with) {
        ResponseFitter fitter = ResponseFitter.withDefaults();
        if (with.contains("carry")) {
            fitter = fitter.withFittedCarryOver();
        }
        return with.contains("baseline") ? fitter.withBaseline() : fitter;
    }

    static List<SpendOutcome> points(String set) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ResponseFitReferenceTest.class.getResourceAsStream("fit-points.csv")), UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(set) && cells.length == 3)
                    .filter(cells -> !cells[1].equals("spend"))
                    .map(cells -> SpendOutcome.of(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])))
                    .toList();
        }
    }
}
