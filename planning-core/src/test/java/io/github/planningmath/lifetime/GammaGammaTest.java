package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaGammaTest {

    /** The parameters that P. S. Fader and B. G. S. Hardie print, brucehardie.com/notes/025. */
    private static final GammaGamma PUBLISHED = new GammaGamma(6.25, 3.74, 15.44);

    /** Made up: a few customers who differ widely in what they spend. */
    private static final int[] PURCHASES = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8, 12, 29};

    private static final double[] AVERAGE = {
        3.10, 9.99, 81.25, 18.75, 126.10, 12.40, 95.05, 6.99, 27.30, 52.80, 9.40, 144.15, 30.00, 22.60, 11.85, 78.20,
        26.75, 13.33, 17.90, 58.45
    };

    /** Computed in 50-digit arithmetic (mpmath); the printed ones, from unrounded parameters, are the last column. */
    @ParameterizedTest
    @CsvSource({
        "2, 22.35, 24.663713910761154856, 24.65",
        "1, 11.77, 18.916852057842046719, 18.91",
        "7, 73.74, 71.469670896967089697, 71.46",
        "2, 25.5, 27.247375328083989501, 27.28",
        "1, 35, 35.066740823136818687, ",
        "10, 35, 35.009196811771919068, "
    })
    void expectedSpendIsAsComputed(long purchases, double average, double expected, @Nullable Double printed) {
        assertThat(PUBLISHED.expectedSpend(purchases, average)).isCloseTo(expected, withinPercentage(1e-12));
        if (printed != null) {
            assertThat(PUBLISHED.expectedSpend(purchases, average)).isCloseTo(printed, within(0.04));
        }
    }

    @Test
    void theMeanIsThatOfAllCustomers() {
        assertThat(PUBLISHED.mean()).isCloseTo(35.21897810218978, withinPercentage(1e-12));
    }

    /** Found by Newton's method in 40-digit arithmetic (mpmath) on the likelihood written out from its definition. */
    @Test
    void theOptimumIsThatOfManyDigits() {
        Fitted<GammaGamma> fitted = fitted(GammaGamma.fit(SpendColumns.of(PURCHASES, AVERAGE)));
        assertThat(fitted.model().p()).isCloseTo(1.3629649804008197, withinPercentage(1e-6));
        assertThat(fitted.model().q()).isCloseTo(2.251947268448174, withinPercentage(1e-6));
        assertThat(fitted.model().v()).isCloseTo(41.75144314657393, withinPercentage(1e-6));
        assertThat(fitted.logLikelihood()).isCloseTo(-93.20909774553381, within(1e-9));
        assertThat(fitted.estimate("p").standardError()).isCloseTo(1.06793985031, withinPercentage(1e-4));
        assertThat(fitted.estimate("q").standardError()).isCloseTo(1.29295064982, withinPercentage(1e-4));
        assertThat(fitted.estimate("v").standardError()).isCloseTo(60.083650329, withinPercentage(1e-4));
    }

    @Test
    void theLikelihoodOfAllIsThatOfEach() {
        GammaGamma model = new GammaGamma(2, 3, 20);
        double sum = 0;
        for (int row = 0; row < PURCHASES.length; row++) {
            sum += model.logLikelihood(PURCHASES[row], AVERAGE[row]);
        }
        assertThat(new GammaGammaLikelihood(SpendColumns.of(PURCHASES, AVERAGE))
                        .value(new double[] {Math.log(2), Math.log(3), Math.log(20)}, new double[3]))
                .isCloseTo(sum, withinPercentage(1e-12));
    }

    @Test
    void aMillionfoldChangeOfCurrencyChangesNothingElse() {
        GammaGamma plain = GammaGamma.fit(SpendColumns.of(PURCHASES, AVERAGE)).orThrow();
        for (double factor : new double[] {1e-6, 1e6}) {
            double[] scaled = Arrays.stream(AVERAGE).map(each -> each * factor).toArray();
            GammaGamma model =
                    GammaGamma.fit(SpendColumns.of(PURCHASES, scaled)).orThrow();
            assertThat(model.p()).isCloseTo(plain.p(), withinPercentage(1e-7));
            assertThat(model.q()).isCloseTo(plain.q(), withinPercentage(1e-7));
            assertThat(model.v()).isCloseTo(plain.scaled(factor).v(), withinPercentage(1e-7));
        }
    }

    @Test
    void customersWhoDoNotDifferAreNoModel() {
        double[] alike = {
            23.50, 9.99, 41.25, 18.75, 66.10, 12.40, 35.05, 14.99, 27.30, 52.80, 19.40, 44.15, 30.00, 22.60, 11.85,
            38.20, 26.75, 33.33, 17.90, 28.45
        };
        NotFitted<GammaGamma> refusal = refusal(GammaGamma.fit(SpendColumns.of(PURCHASES, alike)));
        assertThat(refusal.reason()).isEqualTo(NotFitted.Reason.PARAMETERS_AT_BOUNDARY);
    }

    @Test
    void anInfiniteMeanIsNoModel() {
        double[] wide = {
            1, 3, 9, 27, 81, 243, 729, 2187, 6561, 19683, 59049, 177147, 2, 5, 50, 500, 5000, 50000, 500000, 5000000
        };
        NotFitted<GammaGamma> refusal = refusal(GammaGamma.fit(SpendColumns.of(PURCHASES, wide)));
        assertThat(refusal.reason()).isEqualTo(NotFitted.Reason.NO_MEAN);
        GammaGamma best = Objects.requireNonNull(refusal.best());
        assertThat(refusal.detail())
                .isEqualTo("the spend that fits best has q = " + best.q()
                        + ", and with q at most 1 its mean over all customers is infinite."
                        + " Perhaps a few orders are of another kind of customer.");
        assertThatThrownBy(best::mean)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("GammaGamma.mean must have q above 1, but q was " + best.q() + ": the mean is infinite.");
    }

    @Test
    void tooFewCustomersAreNoModel() {
        assertThat(refusal(GammaGamma.fit(SpendColumns.of(new int[] {1, 2}, new double[] {10, 20})))
                        .detail())
                .isEqualTo(
                        "Gamma-Gamma has 3 parameters and needs at least as many customers who bought again, but there were"
                                + " 2.");
    }

    @Test
    void whatIsNoSpendIsRefused() {
        assertThatThrownBy(() -> new GammaGamma(0, 1, 1))
                .hasMessage("GammaGamma.p must be above 0 and finite, but was 0.0.");
        assertThatThrownBy(() -> new GammaGamma(1, Double.NaN, 1))
                .hasMessage("GammaGamma.q must be above 0 and finite, but was NaN.");
        assertThatThrownBy(() -> new GammaGamma(1, 1, Double.POSITIVE_INFINITY))
                .hasMessage("GammaGamma.v must be above 0 and finite, but was Infinity.");
        assertThatThrownBy(() -> PUBLISHED.expectedSpend(0, 10))
                .hasMessage("GammaGamma.expectedSpend.purchases must be at least 1, but was 0."
                        + " Perhaps the mean of all customers was meant.");
        assertThatThrownBy(() -> PUBLISHED.expectedSpend(1, -3))
                .hasMessage("GammaGamma.expectedSpend.average must be above 0 and finite, but was -3.0.");
        assertThatThrownBy(() -> new GammaGamma(0.2, 0.3, 1).expectedSpend(1, 10))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("GammaGamma.expectedSpend must have p * purchases + q above 1, but it was 0.5:"
                        + " the expectation is infinite.");
        assertThatThrownBy(() -> SpendColumns.of(new int[] {1}, new double[] {0}))
                .hasMessage("SpendColumns.average[0] must be above 0 and finite, but was 0.0."
                        + " Perhaps refunds or free orders were counted as purchases.");
        assertThatThrownBy(() -> SpendColumns.of(new int[] {0}, new double[] {5}))
                .hasMessage("SpendColumns.purchases[0] must be at least 1, but was 0."
                        + " Perhaps customers without a repeat purchase were meant to be left out.");
    }

    private static Fitted<GammaGamma> fitted(Fit<GammaGamma> fit) {
        return fit.fold(fitted -> fitted, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }

    private static NotFitted<GammaGamma> refusal(Fit<GammaGamma> fit) {
        return fit.fold(
                fitted -> {
                    throw new AssertionError(fitted.toString());
                },
                refusal -> refusal);
    }
}
