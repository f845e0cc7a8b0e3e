package io.github.planningmath.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Published and hand-made splits of differences of products. */
class DecompositionTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "lmdi.csv", useHeadersInDisplayName = true)
    void lmdiIsThePublishedOne(String name, String plan, String fact, String parts, double tolerance) {
        assertThat(split(Decomposition.LMDI, plan, fact))
                .as(name)
                .containsExactly(numbers(parts, ";"), within(tolerance));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "lmdi-zeros.csv", useHeadersInDisplayName = true)
    void whereFactorsAreZeroItTakesTheLimit(String name, String plan, String fact, String parts) {
        assertThat(split(Decomposition.LMDI, plan, fact)).as(name).containsExactly(numbers(parts, ";"));
        assertThat(split(Decomposition.SHAPLEY, plan, fact)).as(name).containsExactly(numbers(parts, ";"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "shapley.csv", useHeadersInDisplayName = true)
    void shapleyIsThePublishedOne(String name, String plan, String fact, String parts, double tolerance) {
        assertThat(split(Decomposition.SHAPLEY, plan, fact))
                .as(name)
                .containsExactly(numbers(parts, ";"), within(tolerance));
    }

    @Test
    void lmdiKeepsADepartmentsTotalWhenItsFactorsAreMergedAndShapleyDoesNot() {
        String plan = "10000*0.05*0.2*1000";
        String fact = "9000*0.04*0.22*950";
        String departments = "500*200";
        String departmentsOfFact = "360*209";
        assertThat(firstTwo(split(Decomposition.LMDI, plan, fact)))
                .isCloseTo(split(Decomposition.LMDI, departments, departmentsOfFact)[0], within(1e-9));
        assertThat(firstTwo(split(Decomposition.SHAPLEY, plan, fact))).isCloseTo(-28_638.33, within(0.01));
        assertThat(split(Decomposition.SHAPLEY, departments, departmentsOfFact)[0])
                .isCloseTo(-28_630, within(1e-9));
    }

    private static double firstTwo(double[] parts) {
        return parts[0] + parts[1];
    }

    private static double[] split(Decomposition way, String plan, String fact) {
        String[] planned = plan.split("\\+", -1);
        String[] happened = fact.split("\\+", -1);
        double[] sums = new double[numbers(planned[0], "*").length];
        double[] parts = new double[sums.length];
        for (int term = 0; term < planned.length; term++) {
            way.split(numbers(planned[term], "*"), numbers(happened[term], "*"), parts.length, parts);
            for (int k = 0; k < parts.length; k++) {
                sums[k] += parts[k] + 0.0;
            }
        }
        return sums;
    }

    private static double[] numbers(String text, String separator) {
        return Arrays.stream(text.split(Pattern.quote(separator), -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
