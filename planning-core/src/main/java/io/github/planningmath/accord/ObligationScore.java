package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;

/**
 * How far an obligation was kept, by occasions: periods of the calendar that are over, or what happened.
 *
 * @param obligation the obligation
 * @param kept on how many occasions it was kept
 * @param missed on how many it was not
 * @param unknown of how many periods nothing is known; of an obligation that is not by the calendar, of how many months
 */
public record ObligationScore(Obligation obligation, Long kept, Long missed, Long unknown) {

    public ObligationScore {
        Required.present(obligation, "ObligationScore.obligation");
        Required.count(kept, "ObligationScore.kept");
        Required.count(missed, "ObligationScore.missed");
        Required.count(unknown, "ObligationScore.unknown");
        if (missed > Long.MAX_VALUE - kept) {
            throw new IllegalArgumentException("ObligationScore.missed must come to less than 2^63 with those kept, "
                    + kept + ", but was " + missed + ".");
        }
    }

    /**
     * How often it is known to have fallen due.
     *
     * @return {@code kept + missed}
     */
    public long due() {
        return kept + missed;
    }
}
