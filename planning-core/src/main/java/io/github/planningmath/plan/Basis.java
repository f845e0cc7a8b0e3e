package io.github.planningmath.plan;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.LocalDate;
import java.util.Locale;

/** What the value of a constant rests on. It is of that value alone: another value has another basis, or none. */
@BasisJson
public sealed interface Basis {

    /**
     * Counted of leads, visits or the like: so many successes of so many trials, and what they are worth in finished trials where some
     * of them are too young.
     *
     * @param successes how many succeeded so far
     * @param trials how many were tried, at least these
     * @param effectiveSuccesses successes of finished trials that leave the value as uncertain as it is; a statistic
     * @param effectiveTrials finished trials, at least these successes; a statistic
     * @param from the first day of the trials
     * @param through the last day that was known, not before the first
     */
    record Counted(
            Long successes,
            Long trials,
            Double effectiveSuccesses,
            Double effectiveTrials,
            LocalDate from,
            LocalDate through)
            implements Basis, DocumentPart {

        public Counted {
            Required.count(successes, "Basis.Counted.successes");
            if (Required.count(trials, "Basis.Counted.trials") < successes) {
                throw new IllegalArgumentException(
                        "Basis.Counted.trials must be at least successes, " + successes + ", but was " + trials + ".");
            }
            effectiveSuccesses = Doubles.notNegative(effectiveSuccesses, "Basis.Counted.effectiveSuccesses");
            effectiveTrials = Doubles.notNegative(effectiveTrials, "Basis.Counted.effectiveTrials");
            if (effectiveTrials < effectiveSuccesses) {
                throw new IllegalArgumentException("Basis.Counted.effectiveTrials must be at least effectiveSuccesses, "
                        + effectiveSuccesses + ", but was " + effectiveTrials + ".");
            }
            Required.present(from, "Basis.Counted.from");
            if (Required.present(through, "Basis.Counted.through").isBefore(from)) {
                throw new IllegalArgumentException(
                        "Basis.Counted.through must not be before from, " + from + ", but was " + through + ".");
            }
        }

        @Override
        public String toString() {
            String worth = effectiveTrials == (double) trials
                    ? ""
                    : String.format(Locale.ROOT, ", worth %.0f of %.0f", effectiveSuccesses, effectiveTrials);
            return successes + " of " + trials + worth + ", " + from + " to " + through;
        }
    }

    /**
     * Judged by somebody who knows the business.
     *
     * @param lower the least that the judge takes to be possible
     * @param upper the most, at least that
     * @param by who judged, in one line
     */
    record Judged(Double lower, Double upper, String by) implements Basis, DocumentPart {

        public Judged {
            Doubles.between(lower, -Double.MAX_VALUE, Double.MAX_VALUE, "Basis.Judged.lower");
            Doubles.between(upper, lower, Double.MAX_VALUE, "Basis.Judged.upper");
            Required.name(by, "Basis.Judged.by");
        }

        @Override
        public String toString() {
            return "judged between " + lower + " and " + upper + " by " + by;
        }
    }

    /**
     * Agreed between departments, whatever the facts say.
     *
     * @param by who agreed, in one line
     * @param on the day
     */
    record Agreed(String by, LocalDate on) implements Basis, DocumentPart {

        public Agreed {
            Required.name(by, "Basis.Agreed.by");
            Required.present(on, "Basis.Agreed.on");
        }

        @Override
        public String toString() {
            return "agreed by " + by + " on " + on;
        }
    }
}
