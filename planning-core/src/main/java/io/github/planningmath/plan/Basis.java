package io.github.planningmath.plan;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the value of a constant rests on. It is of that value alone: another value has another basis, or none. */
@BasisJson
public sealed interface Basis {

    /**
     * The basis in words.
     *
     * @param kind what kind of constant it is the basis of, which says what was counted
     * @return such as "80 of 400 leads, 2026-03 to 2026-08"
     */
    String words(Driver.Kind kind);

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
            requireInOrder(from, Required.present(through, "Basis.Counted.through"), "Basis.Counted.through");
        }

        @Override
        public String words(Driver.Kind kind) {
            return words(" " + kind.trials(), " finished ones");
        }

        @Override
        public String toString() {
            return words("", "");
        }

        private String words(String what, String finished) {
            String worth = effectiveTrials == (double) trials
                    ? ""
                    : String.format(
                            Locale.ROOT, ", worth %.0f of %.0f%s", effectiveSuccesses, effectiveTrials, finished);
            return successes + " of " + trials + what + worth + ", " + period(from, through);
        }
    }

    /**
     * Measured as a mean or as shares of so many deals, visits or the like.
     *
     * @param observations how many were measured, at least 1
     * @param standardError by how much the value may be off, in its own unit; a statistic; null where the value is not one number
     * @param from the first day of what was measured
     * @param through the last day that was known, not before the first
     */
    record Measured(Long observations, @Nullable Double standardError, LocalDate from, LocalDate through)
            implements Basis, DocumentPart {

        public Measured {
            if (Required.count(observations, "Basis.Measured.observations") == 0) {
                throw new IllegalArgumentException("Basis.Measured.observations must be at least 1, but was 0.");
            }
            if (standardError != null) {
                Doubles.notNegative(standardError, "Basis.Measured.standardError");
            }
            Required.present(from, "Basis.Measured.from");
            requireInOrder(from, Required.present(through, "Basis.Measured.through"), "Basis.Measured.through");
        }

        @Override
        public String words(Driver.Kind kind) {
            return words(" " + kind.trials());
        }

        @Override
        public String toString() {
            return words("");
        }

        private String words(String what) {
            String error = standardError == null ? "" : ", ± " + rounded(standardError);
            return observations + what + error + ", " + period(from, through);
        }

        /** To three digits, as people read it. */
        private static String rounded(double error) {
            return error == 0
                    ? "0"
                    : new BigDecimal(error)
                            .round(new MathContext(3))
                            .stripTrailingZeros()
                            .toPlainString();
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
        public String words(Driver.Kind kind) {
            return toString();
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
        public String words(Driver.Kind kind) {
            return toString();
        }

        @Override
        public String toString() {
            return "agreed by " + by + " on " + on;
        }
    }

    /**
     * What one value of a constant rests on: a row of {@link PlanningConstants#basis()}. In a document it is
     * {@code {constant: "managerConversion[CONSULTATIVE]", value: 20%, basis: {type: counted, ...}}}.
     *
     * @param constant which constant
     * @param from the month from which on the value is in force; null where it is that of the first month
     * @param value the value that it is the basis of, as text; null where that is not one number, such as a mix
     * @param basis what it rests on
     */
    record Row(
            Driver<?> constant,
            @Nullable YearMonth from,
            @Nullable String value,
            Basis basis) implements DocumentPart {

        public Row {
            Required.present(constant, "Basis.Row.constant");
            Required.nameIfGiven(value, "Basis.Row.value");
            Required.present(basis, "Basis.Row.basis");
        }

        /** The row of a value of these constants. */
        static Row of(Driver<?> constant, @Nullable YearMonth from, Basis basis, PlanningConstants constants) {
            Row row = new Row(constant, from, null, basis);
            return new Row(constant, from, text(row.present(constants)), basis);
        }

        /** The same row with the value as it is always written; refused where the constants have another one. */
        Row accepted(PlanningConstants constants) {
            Object is = present(constants);
            String written = text(is);
            if (value == null ? written == null : written != null && isText(is, value)) {
                return new Row(constant, from, written, basis);
            }
            throw new IllegalArgumentException("PlanningConstants.basis must be of the value that " + address()
                    + " has, " + (written == null ? "which is not one number" : written) + ", but was of "
                    + (value == null ? "none" : value)
                    + ". Perhaps the value was changed: what it rested on is no basis of another one.");
        }

        private Object present(PlanningConstants constants) {
            Object is = in(constants);
            if (is == null) {
                throw new IllegalArgumentException(
                        "PlanningConstants.basis must be of constants that are given, but was of " + address() + ".");
            }
            return is;
        }

        private String address() {
            return constant + (from == null ? "" : " from " + from);
        }

        /** The value of the constant from then on; null where there is none, or what it is of is not there. */
        @Nullable
        Object in(PlanningConstants constants) {
            if (from == null) {
                return constant.isOf(constants) ? constant.value(constants) : null;
            }
            return constants.inForce().stream()
                    .filter(change ->
                            change.constant().equals(constant) && change.from().equals(from))
                    .map(Change::value)
                    .findFirst()
                    .orElse(null);
        }

        /** Whether two constants have the same value here. */
        boolean isOfBoth(PlanningConstants one, PlanningConstants other) {
            Object first = in(one);
            return first != null
                    && first.equals(in(other))
                    && (!constant.kind().isMoney() || one.currency().equals(other.currency()));
        }

        private static @Nullable String text(Object value) {
            if (value instanceof BigDecimal amount) {
                return amount.toPlainString();
            }
            return value instanceof Rate
                            || value instanceof Ratio
                            || value instanceof Number
                            || value instanceof SalesCycle
                    ? value.toString()
                    : null;
        }

        private static boolean isText(Object value, String text) {
            if (value instanceof Rate rate) {
                return rate.equals(Rate.parse(text));
            }
            if (value instanceof Ratio ratio) {
                return ratio.equals(Ratio.parse(text));
            }
            return value instanceof BigDecimal amount
                    ? amount.compareTo(new BigDecimal(text)) == 0
                    : value.toString().equals(text);
        }

        /**
         * What the value rests on, in words.
         *
         * @return such as "80 of 400 leads, 2026-03 to 2026-08"
         */
        public String words() {
            return basis.words(constant.kind());
        }

        @Override
        public String toString() {
            return address() + (value == null ? "" : ": " + value) + " (" + words() + ")";
        }
    }

    private static void requireInOrder(LocalDate from, LocalDate through, String component) {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException(
                    component + " must not be before from, " + from + ", but was " + through + ".");
        }
    }

    /** Whole months by their names, days otherwise. */
    private static String period(LocalDate from, LocalDate through) {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(through);
        boolean whole = from.getDayOfMonth() == 1 && through.equals(last.atEndOfMonth());
        return !whole ? from + " to " + through : first.equals(last) ? first.toString() : first + " to " + last;
    }
}
