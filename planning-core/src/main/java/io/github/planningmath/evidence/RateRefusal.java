package io.github.planningmath.evidence;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why no rate is said, and what would be needed. A plan may go on with a value that somebody judges; then it is judged, not counted. */
public sealed interface RateRefusal extends RateResult {

    @Override
    default RateEstimate orThrow() {
        throw new RefusedException(this);
    }

    @Override
    default <R> R fold(
            Function<? super RateEstimate, ? extends R> onEstimate,
            Function<? super RateRefusal, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    /**
     * So few deals say nothing about the wait.
     *
     * <p>As JSON it is a view, which is not read back, as the estimate is.
     *
     * @param won deals
     * @param leads leads
     * @param needed leads that would bring enough deals at this pace; null where there was no deal yet
     * @param estimate what would be said
     */
    record TooFew(Long won, Long leads, @Nullable Long needed, RateEstimate estimate) implements RateRefusal {

        /** The least number of deals of which a rate is said. */
        static final int LEAST_DEALS = 5;

        public TooFew {
            Required.count(won, "RateRefusal.TooFew.won");
            Required.count(leads, "RateRefusal.TooFew.leads");
            Required.present(estimate, "RateRefusal.TooFew.estimate");
        }

        @Override
        public String toString() {
            return won + " deals of " + leads + " leads are too few: " + LEAST_DEALS + " are needed"
                    + (needed == null ? "." : ", which " + needed + " leads would bring at this pace.");
        }
    }

    /**
     * The leads are too young to tell how many will buy in the end: curves that end far apart fit as well.
     *
     * <p>As JSON it is a view, which is not read back, as the estimate is.
     *
     * @param estimate what would be said; its range is wider than a factor of 2, or it is worth fewer than 30 finished leads
     * @param oldest whole days behind the oldest lead of those of which 30 are seen
     * @param needed days by which nine deals of ten have come, by the curve
     * @param withinOldest the rate within the oldest age, which needs no curve; null where fewer than 30 leads are there
     */
    record NoPlateau(
            RateEstimate estimate,
            Integer oldest,
            Integer needed,
            @Nullable RateEstimate withinOldest) implements RateRefusal {

        public NoPlateau {
            Required.present(estimate, "RateRefusal.NoPlateau.estimate");
            Required.present(oldest, "RateRefusal.NoPlateau.oldest");
            Required.present(needed, "RateRefusal.NoPlateau.needed");
        }

        @Override
        public String toString() {
            RateEvidence.Range range = estimate.range(RateEstimate.NINETY_PERCENT);
            return String.format(
                    Locale.ROOT,
                    "The leads are too young: the oldest have %d days behind them, and %.1f%% to %.1f%% within %d days fit as"
                            + " well. By %d days nine deals of ten would have come.%s",
                    oldest,
                    100 * range.lower(),
                    100 * range.upper(),
                    estimate.days(),
                    needed,
                    withinOldest == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    " Within %d days it is %.1f%%.",
                                    withinOldest.days(),
                                    100 * withinOldest.value()));
        }
    }

    /**
     * An age so far beyond those seen that a curve says nothing about it.
     *
     * @param days the age that was asked for
     * @param most the greatest age of which something can be said
     */
    record BeyondTheLog(Integer days, Integer most) implements RateRefusal {

        public BeyondTheLog {
            Required.present(days, "RateRefusal.BeyondTheLog.days");
            Required.present(most, "RateRefusal.BeyondTheLog.most");
        }

        @Override
        public String toString() {
            return "Within " + days + " days is beyond the log, of which something can be said within " + most
                    + " days. Perhaps RateEstimator.within(" + most + ") was meant.";
        }
    }

    /**
     * The log of deals begins later than that of leads: older leads would have brought deals before it.
     *
     * @param firstDeal the day of the first deal
     * @param missing deals that older leads would have brought before that day, at the later pace
     */
    record LogBeginsLater(LocalDate firstDeal, Double missing) implements RateRefusal {

        public LogBeginsLater {
            Required.present(firstDeal, "RateRefusal.LogBeginsLater.firstDeal");
            Required.present(missing, "RateRefusal.LogBeginsLater.missing");
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "The log of deals begins on %s, later than that of leads: at the later pace there would be %.0f deals before."
                            + " Perhaps KnownLeads.observedFrom(LocalDate.parse(\"%s\")) was meant.",
                    firstDeal,
                    missing,
                    firstDeal);
        }
    }

    /**
     * The rate changed within the window, so that there is not one.
     *
     * @param month the first month of the later rate
     * @param logOdds the logarithm of the odds of a change against none
     * @param before the rate before, within the days at which months were compared
     * @param after the rate since
     * @param days within how many days of the lead these are
     */
    record NotOneProcess(YearMonth month, Double logOdds, Double before, Double after, Integer days)
            implements RateRefusal {

        private static final double MOST_SHOWN = Math.log(1e6);

        public NotOneProcess {
            Required.present(month, "RateRefusal.NotOneProcess.month");
            Required.present(logOdds, "RateRefusal.NotOneProcess.logOdds");
            Required.present(before, "RateRefusal.NotOneProcess.before");
            Required.present(after, "RateRefusal.NotOneProcess.after");
            Required.present(days, "RateRefusal.NotOneProcess.days");
        }

        @Override
        public String toString() {
            String odds = logOdds > MOST_SHOWN
                    ? "more than a million"
                    : String.format(Locale.ROOT, "%.0f", Math.exp(logOdds));
            return String.format(
                    Locale.ROOT,
                    "The rate within %d days changed in %s, from %.1f%% to %.1f%%, at odds of %s to 1. Perhaps"
                            + " KnownLeads.since(YearMonth.parse(\"%s\")) was meant.",
                    days,
                    month,
                    100 * before,
                    100 * after,
                    odds,
                    month);
        }
    }
}
