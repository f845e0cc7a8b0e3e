package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.evidence.SimulatedLeads.Wait;
import io.github.planningmath.quantity.Rate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Ranges hold what they promise, in simulated logs of known shares. The bounds are what a true 90 % is outside of once in a thousand such
 * tests.
 */
class CoverageTest {

    private static final int RUNS = 200;

    /** A fitted curve takes a thousand times as long. */
    private static final int FITTED_RUNS = 60;

    private static final Rate NINETY = Rate.percent(90);

    @Test
    void withinTheAgesSeen() {
        SimulatedLeads log = new SimulatedLeads(300, 120, 0.2, SimulatedLeads.weibull(25, 0.8));
        // by 51 days: 1 - exp(-(51/25)^0.8)
        double truth = 0.2 * (1 - Math.exp(-Math.pow(51 / 25.0, 0.8)));
        int covered = 0;
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            RateResult result = RateEstimator.withDefaults()
                    .within(50)
                    .rate(log.history(new Random(run)).knownThrough(log.through()));
            if (result instanceof RateEstimate estimate) {
                told++;
                covered += estimate.range(NINETY).contains(truth) ? 1 : 0;
            }
        }
        assertThat(told).isGreaterThan(180);
        assertThat(100.0 * covered / told).isBetween(83.0, 97.0);
    }

    @Test
    void beyondTheAgesSeen() {
        Wait wait = SimulatedLeads.logNormal(20, 1.2);
        SimulatedLeads log = new SimulatedLeads(600, 120, 0.2, wait);
        // Phi(ln(241/20)/1.2) = 0.98094
        double truth = 0.2 * 0.98094;
        int covered = 0;
        int told = 0;
        for (int run = 0; run < FITTED_RUNS; run++) {
            RateResult result = RateEstimator.withDefaults()
                    .within(240)
                    .rate(log.history(new Random(1_000 + run)).knownThrough(log.through()));
            if (result instanceof RateEstimate estimate) {
                told++;
                covered += estimate.range(NINETY).contains(truth) ? 1 : 0;
            }
        }
        assertThat(told).isGreaterThan(40);
        assertThat(100.0 * covered / told).isBetween(77.0, 100.0);
    }
}
