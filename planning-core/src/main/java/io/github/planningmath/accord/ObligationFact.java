package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.YearMonth;

/**
 * What is known of an obligation in a month. What nothing is said of is not known, which is not the same as not kept.
 *
 * @param obligation the obligation's name
 * @param month the month
 * @param occasions how often it fell due, at least 0; by the calendar, 1
 * @param kept on how many of these it was kept, at most as many
 */
public record ObligationFact(String obligation, YearMonth month, Long occasions, Long kept) implements DocumentPart {

    public ObligationFact {
        Required.name(obligation, "ObligationFact.obligation");
        Required.present(month, "ObligationFact.month");
        Required.count(occasions, "ObligationFact.occasions");
        Counts.requireAtMost(kept, occasions, "ObligationFact.kept", "the occasions");
    }
}
