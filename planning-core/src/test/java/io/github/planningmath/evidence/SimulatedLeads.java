package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A log of leads that come evenly over a window and of which a share buys after a wait, drawn independently of the library's own
 * distributions.
 */
record SimulatedLeads(int leads, int window, double share, Wait waiting) {

    static final LocalDate START = LocalDate.of(2025, 1, 1);

    /** A wait in days. */
    interface Wait {
        double days(Random random);
    }

    /** {@code scale * exp(shape * Z)}. */
    static Wait logNormal(double scale, double shape) {
        return random -> scale * Math.exp(shape * random.nextGaussian());
    }

    /** {@code scale * (-ln U)^(1/shape)}. */
    static Wait weibull(double scale, double shape) {
        return random -> scale * Math.pow(-Math.log(1 - random.nextDouble()), 1 / shape);
    }

    LocalDate through() {
        return START.plusDays(window - 1L);
    }

    FunnelHistory history(Random random) {
        List<LeadCount> counts = new ArrayList<>();
        for (int lead = 0; lead < leads; lead++) {
            LocalDate entered = START.plusDays(random.nextInt(window));
            boolean buys = random.nextDouble() < share;
            int days = buys ? (int) Math.min(10_000, waiting.days(random)) : 0;
            counts.add(buys ? LeadCount.of(entered, Outcome.WON, days, 1) : LeadCount.of(entered, Outcome.OPEN, 0, 1));
        }
        return FunnelHistory.fromCounts(counts, null);
    }
}
