package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ShiftedBetaGeometricTest implements RetentionCurveContract {

    /** A relative 1e-12. */
    private static final double EXACT = 1e-10;

    @Override
    @Provide
    public Arbitrary<RetentionCurve> curves() {
        return RetentionCurves.shiftedBetaGeometric();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "sbg-fits.csv", useHeadersInDisplayName = true)
    void theFitIsThatOfManyDigits(
            String name,
            String customers,
            double alpha,
            double beta,
            double logLikelihood,
            double errorOfAlpha,
            double errorOfBeta,
            double covariance,
            double survival1,
            double survival7,
            double survival12,
            double del,
            double derl1,
            double derl5,
            double derl8) {
        long[] counts = Arrays.stream(customers.split(";", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        Fitted<ShiftedBetaGeometric> fitted =
                fitted(ShiftedBetaGeometric.fit(CohortTable.of(CohortTable.Cohort.of(name, counts))));
        ShiftedBetaGeometric curve = fitted.model();
        double relative = 1e-7 * 100;
        assertThat(curve.alpha()).isCloseTo(alpha, withinPercentage(relative));
        assertThat(curve.beta()).isCloseTo(beta, withinPercentage(relative));
        assertThat(fitted.logLikelihood()).isCloseTo(logLikelihood, within(1e-6));
        assertThat(fitted.estimate("alpha").standardError()).isCloseTo(errorOfAlpha, withinPercentage(1e-4));
        assertThat(fitted.estimate("beta").standardError()).isCloseTo(errorOfBeta, withinPercentage(1e-4));
        assertThat(fitted.covariance().get(0).get(1)).isCloseTo(covariance, withinPercentage(1e-4));
        assertThat(fitted.covariance().get(1).get(0)).isCloseTo(covariance, withinPercentage(1e-4));
        assertThat(fitted.fittedOn()).isEqualTo(new Fitted.FittedOn(1000.0, (double) counts[1], counts.length - 1));

        ShiftedBetaGeometric exact = new ShiftedBetaGeometric(alpha, beta);
        assertThat(exact.survival(1)).isCloseTo(survival1, withinPercentage(EXACT));
        assertThat(exact.survival(7)).isCloseTo(survival7, withinPercentage(EXACT));
        assertThat(exact.survival(12)).isCloseTo(survival12, withinPercentage(EXACT));
        assertThat(exact.discountedLifetime(0.1)).isCloseTo(del, withinPercentage(EXACT));
        assertThat(exact.discountedResidualLifetime(1, 0.1)).isCloseTo(derl1, withinPercentage(EXACT));
        assertThat(exact.discountedResidualLifetime(5, 0.1)).isCloseTo(derl5, withinPercentage(EXACT));
        assertThat(exact.discountedResidualLifetime(8, 0.1)).isCloseTo(derl8, withinPercentage(EXACT));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "sbg-residual-lifetimes.csv", useHeadersInDisplayName = true)
    void residualLifetimesAreThoseOfManyDigits(
            double alpha, double beta, int renewal, double discount, double derl, @Nullable Double printed) {
        double residual = new ShiftedBetaGeometric(alpha, beta).discountedResidualLifetime(renewal, discount);
        assertThat(residual).isCloseTo(derl, withinPercentage(EXACT));
        if (printed != null) {
            assertThat(residual).isCloseTo(printed, within(0.005));
        }
    }

    /**
     * The same paper, page 80: at alpha = beta = 1 the log-likelihood of the highend cohort's first seven years is -2.115 a
     * customer, cut after three decimals.
     */
    @Test
    void theLikelihoodAtOneAndOneIsThePrintedOne() {
        double value = new ShiftedBetaGeometricFit(table(1000, 869, 743, 653, 593, 551, 517, 491))
                .value(new double[] {0, 0}, new double[2]);
        assertThat(value / 1000).isBetween(-2.116, -2.115);
    }

    /** Survival with alpha = beta = 1 is 1 / (t + 1), far beyond the product's reach too. */
    @Test
    void survivalOfEvenChancesIsHarmonic() {
        ShiftedBetaGeometric curve = new ShiftedBetaGeometric(1, 1);
        for (int period : new int[] {0, 1, 5, 999, 1_000, 1_001, 1_000_000, Integer.MAX_VALUE}) {
            assertThat(curve.survival(period)).isCloseTo(1 / (period + 1.0), withinPercentage(EXACT));
        }
    }

    @Test
    void theMeanTenureIsInfiniteUpToAnAlphaOfOne() {
        assertThat(new ShiftedBetaGeometric(2, 5).expectedTenure()).isEqualTo(6); // (2 + 5 - 1) / (2 - 1)
        assertThat(new ShiftedBetaGeometric(1, 5).expectedTenure()).isInfinite();
        assertThat(new ShiftedBetaGeometric(0.668, 3.806).expectedTenure()).isInfinite();
        assertThat(new ShiftedBetaGeometric(0.668, 3.806).discountedLifetime(0, 13, 0))
                .isCloseTo(
                        IntStream.range(0, 13)
                                .mapToDouble(new ShiftedBetaGeometric(0.668, 3.806)::survival)
                                .sum(),
                        within(1e-13));
    }

    /** Whom a cohort lost in its third year, a younger cohort may not tell: pooled, they are one table. */
    @Test
    void cohortsObservedForDifferentTimesArePooled() {
        CohortTable split = CohortTable.of(
                CohortTable.Cohort.of("old", 600, 521, 446, 392),
                CohortTable.Cohort.of("young", 400, 348, 297),
                CohortTable.Cohort.of("new", 250));
        ShiftedBetaGeometric curve = ShiftedBetaGeometric.fit(split).orThrow();
        double left3 = 446 - 392;
        double optimum = logLikelihood(curve, 1000 - 869, 869 - 743, left3, 297, 392);
        for (double[] step : new double[][] {{1.001, 1}, {0.999, 1}, {1, 1.001}, {1, 0.999}}) {
            ShiftedBetaGeometric other = new ShiftedBetaGeometric(curve.alpha() * step[0], curve.beta() * step[1]);
            assertThat(logLikelihood(other, 1000 - 869, 869 - 743, left3, 297, 392))
                    .isLessThan(optimum);
        }
        assertThat(fitted(ShiftedBetaGeometric.fit(split)).logLikelihood()).isCloseTo(optimum, within(1e-9));
    }

    /** From the definition: who left in each year, and who was there at the end of two or three years. */
    private static double logLikelihood(
            ShiftedBetaGeometric curve, double left1, double left2, double left3, double until2, double until3) {
        return left1 * Math.log(1 - curve.survival(1))
                + left2 * Math.log(curve.survival(1) - curve.survival(2))
                + left3 * Math.log(curve.survival(2) - curve.survival(3))
                + until2 * Math.log(curve.survival(2))
                + until3 * Math.log(curve.survival(3));
    }

    @Test
    void aTableThatTellsTooLittleIsNoCurve() {
        assertRefused(
                table(1000, 1000, 1000, 1000),
                "none of 1000 customers left, so how likely they are to leave is unknown.");
        assertRefused(
                table(1000, 0, 0),
                "none of 1000 customers stayed beyond the first period, so how they differ is unknown.");
        assertRefused(
                table(1000, 800), "1000 customers were observed for one renewal alone, so how they differ is unknown.");
        assertRefused(
                CohortTable.of(CohortTable.Cohort.of("old", 10, 0, 0), CohortTable.Cohort.of("young", 990, 800)),
                "1000 customers were observed for one renewal alone, so how they differ is unknown.");
    }

    private static void assertRefused(CohortTable table, String detail) {
        Fit<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.fit(table);
        NotFitted<ShiftedBetaGeometric> refusal = refusal(fit);
        assertThat(refusal.reason()).isEqualTo(NotFitted.Reason.PARAMETERS_AT_BOUNDARY);
        assertThat(refusal.best()).isNull();
        assertThatThrownBy(fit::orThrow)
                .isInstanceOf(RefusedException.class)
                .hasMessage("No model could be fitted: " + detail);
    }

    /** Where retention is constant, or falls, customers do not differ, and both parameters run off together. */
    @Test
    void retentionThatDoesNotRiseIsNoCurve() {
        for (CohortTable table : List.of(table(10_000, 8_000, 6_400, 5_120), table(1000, 900, 700, 400, 100))) {
            NotFitted<ShiftedBetaGeometric> refusal = refusal(ShiftedBetaGeometric.fit(table));
            assertThat(refusal.reason()).isEqualTo(NotFitted.Reason.PARAMETERS_AT_BOUNDARY);
            assertThat(refusal.detail())
                    .startsWith("the likelihood does not settle on one set of parameters; the search ran to alpha = ");
        }
    }

    @Test
    void aCohortOfAMillionTimesTheSizeHasTheSameCurve() {
        long[] customers = {1000, 869, 743, 653, 593, 551, 517, 491};
        ShiftedBetaGeometric small = ShiftedBetaGeometric.fit(table(customers)).orThrow();
        ShiftedBetaGeometric large = ShiftedBetaGeometric.fit(table(
                        LongStream.of(customers).map(count -> 1_000_000 * count).toArray()))
                .orThrow();
        assertThat(large.alpha()).isCloseTo(small.alpha(), withinPercentage(1e-7));
        assertThat(large.beta()).isCloseTo(small.beta(), withinPercentage(1e-7));
    }

    @Test
    void parametersThatAreNotPositiveAreRefused() {
        assertThatThrownBy(() -> new ShiftedBetaGeometric(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ShiftedBetaGeometric.alpha must be above 0 and finite, but was 0.0.");
        assertThatThrownBy(() -> new ShiftedBetaGeometric(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ShiftedBetaGeometric.beta must be above 0 and finite, but was NaN.");
    }

    @Test
    @SuppressWarnings("NullAway") // null is what is refused
    void aMissingTableIsNamed() {
        assertThatThrownBy(() -> ShiftedBetaGeometric.fit(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("ShiftedBetaGeometric.cohorts must be given, but was null.");
    }

    private static CohortTable table(long... customers) {
        return CohortTable.of(CohortTable.Cohort.of("all", customers));
    }

    private static Fitted<ShiftedBetaGeometric> fitted(Fit<ShiftedBetaGeometric> fit) {
        return fit.fold(fitted -> fitted, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }

    private static NotFitted<ShiftedBetaGeometric> refusal(Fit<ShiftedBetaGeometric> fit) {
        return fit.fold(
                fitted -> {
                    throw new AssertionError(fitted.toString());
                },
                refusal -> refusal);
    }
}
