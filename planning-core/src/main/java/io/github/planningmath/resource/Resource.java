package io.github.planningmath.resource;

import io.github.planningmath.internal.Required;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** One of the things that a plan may have too little of. */
@ResourceJson
public sealed interface Resource {

    /**
     * Money for traffic.
     *
     * @param month the month that it is for; absent for that of all months together
     */
    record Budget(@Nullable YearMonth month) implements Resource {

        @Override
        public String toString() {
            return month == null ? "budget" : "budget of " + month;
        }
    }

    /** Managers who handle leads, deals and customers. */
    record Managers() implements Resource {

        @Override
        public String toString() {
            return "managers";
        }
    }

    /**
     * What a channel can bring in a month.
     *
     * @param channel the channel's name
     */
    record Visits(String channel) implements Resource {

        public Visits {
            Required.name(channel, "Visits.channel");
        }

        @Override
        public String toString() {
            return "visits of " + channel;
        }
    }
}
