package io.github.planningmath.staffing;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A promised response time: 80 % of the calls within 20 seconds, nine of ten chats within a quarter of an hour.
 *
 * <p>The share is of all callers: one who hangs up was not answered in time.
 *
 * <p>What is asked of the agents can be bounded too: they take breaks of seconds between calls, and where they are busy for
 * nearly all of their time they do not stay. Large centres keep short waits at occupancies that people do not.
 *
 * @param share of the callers, above 0 and below 1
 * @param within the time in which they are answered, at least 0
 * @param mostLost the greatest share of all callers that may hang up, where that is promised too; null if it is left open
 * @param mostOccupancy the greatest share of their time that agents may be busy; null if it is left open
 */
public record ResponseTarget(
        Rate share,
        @DocumentForm.Text Duration within,
        @Nullable Rate mostLost,
        @Nullable Rate mostOccupancy) implements DocumentPart {

    public ResponseTarget {
        Required.present(share, "ResponseTarget.share");
        Required.present(within, "ResponseTarget.within");
        if (share.equals(Rate.ONE)) {
            throw new IllegalArgumentException("ResponseTarget.share must be below 100%, but was " + share
                    + ". Perhaps 99.9% was meant: no number of agents answers every call in time.");
        }
        if (within.isNegative()) {
            throw new IllegalArgumentException("ResponseTarget.within must be at least 0, but was " + within + ".");
        }
    }

    /**
     * A target.
     *
     * @param share above 0 and below 1, such as {@code "80%"}
     * @param within at least 0
     * @return the target
     */
    public static ResponseTarget of(String share, Duration within) {
        return new ResponseTarget(Rate.of(share), within, null, null);
    }

    /**
     * This target with a bound on the callers who hang up.
     *
     * @param share the greatest share of all callers, such as {@code "3%"}
     * @return the changed target
     */
    public ResponseTarget withMostLost(String share) {
        return new ResponseTarget(this.share, within, Rate.of(share), mostOccupancy);
    }

    /**
     * This target with a bound on how busy agents are.
     *
     * @param share the greatest share of their time, such as {@code "85%"}
     * @return the changed target
     */
    public ResponseTarget withMostOccupancy(String share) {
        return new ResponseTarget(this.share, within, mostLost, Rate.of(share));
    }

    /** The most work that can be done at once so that this is kept, in erlangs. */
    double mostErlangs() {
        double half = ErlangQueue.MOST_AGENTS / 2;
        return mostOccupancy == null ? half : Math.min(half, ErlangQueue.MOST_AGENTS * mostOccupancy.toDouble());
    }
}
