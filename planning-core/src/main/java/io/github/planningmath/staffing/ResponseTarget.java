package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A promised response time: 80 % of the calls within 20 seconds, nine of ten chats within a quarter of an hour.
 *
 * <p>The share is of all callers: one who hangs up was not answered in time.
 *
 * @param share of the callers, above 0 and below 1
 * @param within the time in which they are answered, at least 0
 * @param mostLost the greatest share of all callers that may hang up, where that is promised too; null if it is left open
 */
public record ResponseTarget(
        Rate share, Duration within, @Nullable Rate mostLost) {

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
     * Returns a target.
     *
     * @param share above 0 and below 1, such as {@code "80%"}
     * @param within at least 0
     * @return the target
     */
    public static ResponseTarget of(String share, Duration within) {
        return new ResponseTarget(Rate.of(share), within, null);
    }

    /**
     * This target with a bound on the callers who hang up.
     *
     * @param share the greatest share of all callers, such as {@code "3%"}
     * @return the changed target
     */
    public ResponseTarget withMostLost(String share) {
        return new ResponseTarget(this.share, within, Rate.of(share));
    }
}
