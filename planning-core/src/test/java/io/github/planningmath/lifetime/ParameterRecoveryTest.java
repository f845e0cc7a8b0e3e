package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fits find the parameters that the data were drawn with: on the log scale within three standard errors in at least 97 % of
 * 200 runs, for each parameter. (Were the estimates exactly normal, it would be 99.7 %.)
 */
class ParameterRecoveryTest {

    private static final int RUNS = 200;

    static Stream<BuyerModel> models() {
        return Stream.of(
                new BgNbd(0.6, 6, 0.8, 2.4),
                new MbgNbd(0.6, 6, 0.8, 2.4),
                new ParetoNbd(0.9, 8, 0.9, 12),
                new BgBb(1.2, 0.75, 0.66, 2.8));
    }

    @ParameterizedTest
    @MethodSource("models")
    void parametersAreRecovered(BuyerModel model) {
        Map<String, Integer> recovered = new LinkedHashMap<>();
        for (long seed = 1; seed <= RUNS; seed++) {
            CustomerColumns drawn = model instanceof BgBb
                    ? new BuyerSimulator(model, seed).histories(2000, 8, 8)
                    : new BuyerSimulator(model, seed).histories(3000, 20, 60);
            Fitted<BuyerModel> fitted = BuyerModelFitter.withDefaults()
                    .fit(model.family(), HistoryCounts.of(drawn))
                    .fold(each -> each, refusal -> {
                        throw new AssertionError(refusal.toString());
                    });
            model.parameters().forEach((name, value) -> {
                ParameterEstimate estimate = fitted.estimate(name);
                double error = Math.abs(Math.log(estimate.value() / value));
                boolean within = error <= 3 * estimate.standardError() / estimate.value();
                recovered.merge(name, within ? 1 : 0, Integer::sum);
            });
        }
        assertThat(recovered)
                .allSatisfy((name, runs) -> assertThat(runs).as(name).isGreaterThanOrEqualTo(194));
    }
}
