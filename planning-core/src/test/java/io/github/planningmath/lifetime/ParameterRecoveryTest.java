package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fits find the parameters that the data were drawn with: on the log scale within three standard errors in at least 97 % of
 * 50 runs, for each parameter; of 200 in the profile "long". (Were the estimates exactly normal, it would be 99.7 %.)
 */
class ParameterRecoveryTest {

    private static final int RUNS = Integer.getInteger("recovered.fits", 50);

    static Stream<BuyerModel> models() {
        return Stream.of(
                new BgNbd(0.6, 6, 0.8, 2.4),
                new MbgNbd(0.6, 6, 0.8, 2.4),
                new ParetoNbd(0.9, 8, 0.9, 12),
                new BgBb(1.2, 0.75, 0.66, 2.8));
    }

    @ParameterizedTest
    @MethodSource("models")
    void thoseOfABuyerModelAreRecovered(BuyerModel model) {
        assertRecovered(model.parameters(), seed -> {
            CustomerColumns drawn = model instanceof BgBb
                    ? new BuyerSimulator(model, seed).histories(2000, 8, 8)
                    : new BuyerSimulator(model, seed).histories(3000, 20, 60);
            return BuyerModelFitter.withDefaults().fit(model.family(), HistoryCounts.of(drawn));
        });
    }

    @Test
    void thoseOfSpendAreRecovered() {
        GammaGamma spend = new GammaGamma(6.25, 3.74, 15.44);
        assertRecovered(
                Map.of("p", spend.p(), "q", spend.q(), "v", spend.v()), seed -> GammaGamma.fit(averages(spend, seed)));
    }

    /** One to eight purchases of each of 2,000 customers. */
    private static SpendColumns averages(GammaGamma spend, long seed) {
        RandomGenerator random = RandomSource.of(seed);
        int[] purchases = new int[2000];
        double[] average = new double[purchases.length];
        for (int row = 0; row < purchases.length; row++) {
            purchases[row] = 1 + row % 8;
            double rate = Draws.gamma(spend.q(), spend.v(), random);
            for (int purchase = 0; purchase < purchases[row]; purchase++) {
                average[row] += Draws.gamma(spend.p(), rate, random) / purchases[row];
            }
        }
        return SpendColumns.of(purchases, average);
    }

    @Test
    void thoseOfShiftedBetaGeometricRetentionAreRecovered() {
        ShiftedBetaGeometric curve = new ShiftedBetaGeometric(0.67, 3.8);
        assertRecovered(
                Map.of("alpha", curve.alpha(), "beta", curve.beta()),
                seed -> ShiftedBetaGeometric.fit(cohort(curve, seed)));
    }

    /** 3,000 customers, seen for eight renewals, each of whom leaves with a probability of their own. */
    private static CohortTable cohort(ShiftedBetaGeometric curve, long seed) {
        RandomGenerator random = RandomSource.of(seed);
        long[] customers = new long[9];
        for (int customer = 0; customer < 3000; customer++) {
            double leaving = Draws.beta(curve.alpha(), curve.beta(), random);
            customers[0]++;
            for (int renewal = 1; renewal < customers.length && random.nextDouble() >= leaving; renewal++) {
                customers[renewal]++;
            }
        }
        return CohortTable.of(CohortTable.Cohort.of("all", customers));
    }

    private static <M> void assertRecovered(Map<String, Double> parameters, LongFunction<Fit<M>> fit) {
        Map<String, Integer> recovered = new LinkedHashMap<>();
        for (long seed = 1; seed <= RUNS; seed++) {
            Fitted<M> fitted = fit.apply(seed).fold(each -> each, refusal -> {
                throw new AssertionError(refusal.toString());
            });
            parameters.forEach((name, value) -> {
                Fitted.ParameterEstimate estimate = fitted.estimate(name);
                double error = Math.abs(Math.log(estimate.value() / value));
                boolean within = error <= 3 * estimate.standardError() / estimate.value();
                recovered.merge(name, within ? 1 : 0, Integer::sum);
            });
        }
        assertThat(recovered)
                .allSatisfy(
                        (name, runs) -> assertThat(runs).as(name).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * RUNS)));
    }
}
