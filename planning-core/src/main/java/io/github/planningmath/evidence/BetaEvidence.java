package io.github.planningmath.evidence;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** {@code Beta(won + 1/2, lost + 1/2)}: what is known of a rate after so many wins and losses, by Jeffreys. */
record BetaEvidence(double won, double lost) {

    private static final int HALVINGS = 200;
    private static final double HALF = 0.5;

    /** The rate below which so much of the weight lies; 0 where nothing was won and 1 where nothing was lost, at the outer end. */
    double quantile(double probability) {
        if (won <= 0 && probability < HALF) {
            return 0;
        }
        if (lost <= 0 && probability > HALF) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS && Math.nextUp(low) < high; i++) {
            double middle = low + (high - low) / 2;
            if (RegularizedBeta.value(middle, won + HALF, lost + HALF) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }
}
