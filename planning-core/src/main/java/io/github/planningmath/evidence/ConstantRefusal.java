package io.github.planningmath.evidence;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.lifetime.NotFitted;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.quantity.RefusedException;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Why no value is said of a constant, and what would be needed. A plan goes on with the value that it has, which is judged. */
public sealed interface ConstantRefusal extends ConstantResult {

    @Override
    default ConstantEstimate<?> orThrow() {
        throw new RefusedException(this);
    }

    @Override
    default <R> R fold(
            Function<? super ConstantEstimate<?>, ? extends R> onEstimate,
            Function<? super ConstantRefusal, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    /**
     * So few say nothing.
     *
     * @param successes how many succeeded
     * @param trials of how many
     * @param counted what was tried, such as visits
     */
    record TooFew(Long successes, Long trials, String counted) implements ConstantRefusal {

        /** The least number of successes of which a rate is said. */
        static final long LEAST_SUCCESSES = RateRefusal.TooFew.LEAST_DEALS;

        /** The least number of trials. */
        static final long LEAST_TRIALS = 30;

        public TooFew {
            Required.count(successes, "ConstantRefusal.TooFew.successes");
            Required.count(trials, "ConstantRefusal.TooFew.trials");
            Required.name(counted, "ConstantRefusal.TooFew.counted");
        }

        @Override
        public String toString() {
            return successes + " of " + trials + " " + counted + " are too few: " + LEAST_SUCCESSES + " of "
                    + LEAST_TRIALS + " are needed.";
        }
    }

    /**
     * More succeeded than were tried, which cannot be.
     *
     * @param successes how many succeeded
     * @param trials of how many
     * @param counted what was tried, such as contacts
     */
    record MoreThanTried(Long successes, Long trials, String counted) implements ConstantRefusal {

        public MoreThanTried {
            Required.count(successes, "ConstantRefusal.MoreThanTried.successes");
            Required.count(trials, "ConstantRefusal.MoreThanTried.trials");
            Required.name(counted, "ConstantRefusal.MoreThanTried.counted");
        }

        @Override
        public String toString() {
            return successes + " of " + trials + " " + counted
                    + " cannot be: something else is counted as well, or not all " + counted + " are in the log.";
        }
    }

    /**
     * Amounts in another currency than the plan's.
     *
     * @param log the log's
     * @param plan the plan's
     */
    record OtherCurrency(Currency log, Currency plan) implements ConstantRefusal {

        public OtherCurrency {
            Required.present(log, "ConstantRefusal.OtherCurrency.log");
            Required.present(plan, "ConstantRefusal.OtherCurrency.plan");
        }

        @Override
        public String toString() {
            return "The log's amounts are in " + log + ", the plan's in " + plan + ".";
        }
    }

    /**
     * A part of a mix of which the log has nothing.
     *
     * @param parts the names, at least one
     * @param counted what is counted, such as leads
     */
    record NothingOf(List<String> parts, String counted) implements ConstantRefusal {

        public NothingOf {
            parts = Required.list(parts, "ConstantRefusal.NothingOf.parts");
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("ConstantRefusal.NothingOf.parts must have one, but was [].");
            }
            Required.name(counted, "ConstantRefusal.NothingOf.counted");
        }

        @Override
        public String toString() {
            return "The log has no " + counted + " of " + String.join(", ", parts)
                    + ", of which the plan's mix has some: the log lacks them, or the mix has a part too many.";
        }
    }

    /**
     * A part of a mix is weighed by a rate that is not known.
     *
     * @param rate the rate's driver
     */
    record WithoutRate(Driver<?> rate) implements ConstantRefusal {

        public WithoutRate {
            Required.present(rate, "ConstantRefusal.WithoutRate.rate");
        }

        @Override
        public String toString() {
            return "Orders are leads times their conversion, and of " + rate + " there is no estimate.";
        }
    }

    /**
     * The rate is another at another age, so that there is not one.
     *
     * @param first the rate of the first month after the first purchase
     * @param later that of all later ones
     * @param chance how often luck alone makes ages differ so
     */
    record ByAge(Double first, Double later, Double chance) implements ConstantRefusal {

        /** Luck alone makes ages differ so in one of a thousand. */
        static final double LEAST_CHANCE = 1e-3;

        public ByAge {
            Doubles.notNegative(first, "ConstantRefusal.ByAge.first");
            Doubles.notNegative(later, "ConstantRefusal.ByAge.later");
            Doubles.between(chance, 0, 1, "ConstantRefusal.ByAge.chance");
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "It depends on the customers' age: %.1f%% in the first month, %.1f%% later. Perhaps a product whose repeat"
                            + " behaviour is held by age was meant, such as RepeatByAge.",
                    100 * first,
                    100 * later);
        }
    }

    /**
     * A log that is too short for a season.
     *
     * @param months whole months in which deals are seen as they will go on to be
     * @param needed months that are needed
     */
    record ShortLog(Long months, Long needed) implements ConstantRefusal {

        public ShortLog {
            Required.count(months, "ConstantRefusal.ShortLog.months");
            Required.count(needed, "ConstantRefusal.ShortLog.needed");
        }

        @Override
        public String toString() {
            return "A season takes " + needed + " whole months after the log's beginning, of which there are " + months
                    + ".";
        }
    }

    /**
     * Two years that spread over the months differently: a change in the one looks like a season, and a season like a change.
     *
     * @param month the month that is farthest from what the other year leads one to expect
     * @param chance how often luck alone makes years so different
     */
    record Inseparable(YearMonth month, Double chance) implements ConstantRefusal {

        public Inseparable {
            Required.present(month, "ConstantRefusal.Inseparable.month");
            Doubles.between(chance, 0, 1, "ConstantRefusal.Inseparable.chance");
        }

        @Override
        public String toString() {
            return "Season and change cannot be told apart in two years that spread differently, farthest in " + month
                    + ": a third year would tell, or a window after the change.";
        }
    }

    /**
     * Months that differ by no more than luck: every month alike serves as well.
     *
     * @param deals how many were counted
     * @param chance how often luck alone makes months differ so
     */
    record NoSeason(Long deals, Double chance) implements ConstantRefusal {

        /** Beyond one in a hundred it may be luck. */
        static final double MOST_CHANCE = 0.01;

        public NoSeason {
            Required.count(deals, "ConstantRefusal.NoSeason.deals");
            Doubles.between(chance, 0, 1, "ConstantRefusal.NoSeason.chance");
        }

        @Override
        public String toString() {
            return "The months of the year differ by no more than luck, on " + deals
                    + " deals. Perhaps Season.even() was" + " meant.";
        }
    }

    /**
     * No model fits the buyers.
     *
     * @param reason what stands in the way
     * @param detail the reason in numbers, one sentence
     */
    record NoModel(NotFitted.Reason reason, String detail) implements ConstantRefusal {

        public NoModel {
            Required.present(reason, "ConstantRefusal.NoModel.reason");
            Required.present(detail, "ConstantRefusal.NoModel.detail");
        }

        @Override
        public String toString() {
            return "No model fits the buyers: " + detail;
        }
    }
}
