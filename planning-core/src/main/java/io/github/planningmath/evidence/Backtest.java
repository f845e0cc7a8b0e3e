package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How good estimates would have been: at the end of each past month, with only what was known then, what the leads in hand will come
 * to, beside what came.
 *
 * <p>A standing is judged within as many days as all of its leads have behind them by the end of the log, so that what came is whole.
 *
 * @param standings in the order of their days, at least one
 */
public record Backtest(List<Standing> standings) {

    /** The range that is held against what came. */
    private static final Rate LEVEL = Rate.percent(90);

    /** What is paid for a range that missed: 2 over the probability that is left. */
    private static final double PENALTY = 20;

    public Backtest {
        standings = Required.list(standings, "Backtest.standings");
        if (standings.isEmpty()) {
            throw new IllegalArgumentException("Backtest.standings must hold at least one, but was empty.");
        }
    }

    /**
     * What was said on a day, and what came.
     *
     * @param on the last day that was known
     * @param days within how many days of the lead deals count
     * @param leads the leads in hand
     * @param won how many of them were deals by then, as the plain ratio takes them
     * @param came how many of them were deals within the days
     * @param expected what was expected; null where nothing at all was said
     * @param lower the lower end of the 90 % range; null where nothing was said
     * @param upper the upper end
     * @param refused whether the estimate was refused; the range is then that of what would have been said
     */
    public record Standing(
            LocalDate on,
            Integer days,
            Long leads,
            Long won,
            Long came,
            @Nullable Double expected,
            @Nullable Double lower,
            @Nullable Double upper,
            Boolean refused) {

        public Standing {
            Required.present(on, "Backtest.Standing.on");
            Required.between(days, 0, LeadCount.LONGEST_AGE, "Backtest.Standing.days");
            Required.count(leads, "Backtest.Standing.leads");
            Required.count(won, "Backtest.Standing.won");
            Required.count(came, "Backtest.Standing.came");
            Required.present(refused, "Backtest.Standing.refused");
        }

        /**
         * Whether what came lies in the range.
         *
         * @return false where nothing was said
         */
        public boolean covered() {
            return lower != null && upper != null && came >= lower && came <= upper;
        }

        private double share(double deals) {
            return deals / leads;
        }
    }

    /**
     * Stands at the ends of past months.
     *
     * @param history the log
     * @param from the first of these months
     * @param to the last of them
     * @param through the last day through which the log is complete, after the last month
     * @param estimator how rates are estimated; its days are the most that are asked for
     * @return the standings of months with leads
     * @throws IllegalArgumentException if there is none, or the log is not longer than the months
     */
    public static Backtest of(
            FunnelHistory history, YearMonth from, YearMonth to, LocalDate through, RateEstimator estimator) {
        return of(history, from, to, through, estimator, UnaryOperator.identity());
    }

    /**
     * Stands at the ends of past months, with some of the leads.
     *
     * @param history the log
     * @param from the first of these months
     * @param to the last of them
     * @param through the last day through which the log is complete, after the last month
     * @param estimator how rates are estimated; its days are the most that are asked for
     * @param window which leads are looked at, such as {@code known -> known.observedFrom(day).since(month).channel("site")}
     * @return the standings of months with leads
     * @throws IllegalArgumentException if there is none, or the log is not longer than the months
     */
    public static Backtest of(
            FunnelHistory history,
            YearMonth from,
            YearMonth to,
            LocalDate through,
            RateEstimator estimator,
            UnaryOperator<KnownLeads> window) {
        Required.present(from, "Backtest.from");
        if (!Required.present(to, "Backtest.to")
                .atEndOfMonth()
                .isBefore(Required.present(through, "Backtest.through"))) {
            throw new IllegalArgumentException(
                    "Backtest.through must be after the last month, " + to + ", but was " + through + ".");
        }
        List<Standing> standings = new ArrayList<>();
        KnownLeads inTheEnd = window.apply(history.knownThrough(through));
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            LocalDate on = month.atEndOfMonth();
            KnownLeads known = window.apply(history.knownThrough(on));
            if (known.leads() > 0) {
                int days = (int) Math.min(estimator.days(), ChronoUnit.DAYS.between(on, through));
                standings.add(standing(known, inTheEnd, days, estimator.within(days)));
            }
        }
        return new Backtest(standings);
    }

    private static Standing standing(KnownLeads known, KnownLeads inTheEnd, int days, RateEstimator estimator) {
        RateResult result = estimator.rate(known);
        RateEstimate said = said(result);
        LeadsInHand hand = said == null ? null : said.leadsInHand();
        RateEvidence.Range range = hand == null ? null : hand.range(LEVEL);
        return new Standing(
                known.through(),
                days,
                known.leads(),
                won(known, known.through(), days),
                won(inTheEnd, known.through(), days),
                hand == null ? null : hand.expected(),
                range == null ? null : range.lower(),
                range == null ? null : range.upper(),
                !(result instanceof RateEstimate));
    }

    /** What is said, or would be said of what is refused; null where nothing would. */
    static @Nullable RateEstimate said(RateResult result) {
        if (result instanceof RateEstimate estimate) {
            return estimate;
        }
        if (result instanceof RateRefusal.NoPlateau young) {
            return young.estimate();
        }
        return result instanceof RateRefusal.TooFew few ? few.estimate() : null;
    }

    private static long won(KnownLeads known, LocalDate entered, int days) {
        return known.counts().stream()
                .filter(count -> count.outcome() == Outcome.WON
                        && Objects.requireNonNull(count.age()) <= days
                        && !count.entered().isAfter(entered))
                .mapToLong(LeadCount::leads)
                .sum();
    }

    /**
     * How often what came lay in the 90 % range.
     *
     * @return from 0 to 1; a standing of which nothing was said did not cover it
     */
    public double coverage() {
        return mean(standing -> standing.covered() ? 1 : 0, standings.stream());
    }

    /**
     * By how much the share that was expected lay above that which came, on average.
     *
     * @return below 0 where too little was expected; NaN where nothing was said
     */
    public double bias() {
        return mean(each -> each.share(expected(each) - each.came()), said());
    }

    /**
     * How far the share that was expected lay from that which came, on average.
     *
     * @return at least 0; NaN where nothing was said
     */
    public double error() {
        return mean(each -> Math.abs(each.share(expected(each) - each.came())), said());
    }

    /**
     * How far the plain ratio, deals by leads, lay from the share that came, on average over the same standings.
     *
     * @return at least 0; NaN where nothing was said
     */
    public double errorOfPlainRatio() {
        return mean(each -> Math.abs(each.share((double) each.won() - each.came())), said());
    }

    /**
     * The interval score of the 90 % ranges, in shares of leads: their width, and 20 times by how much what came lay outside. Less is
     * better.
     *
     * <p>Source: T. Gneiting and A. E. Raftery, Journal of the American Statistical Association 102, 2007, 359-378,
     * doi:10.1198/016214506000001437.
     *
     * @return at least 0; NaN where nothing was said
     */
    public double intervalScore() {
        return mean(
                each -> {
                    double lower = Objects.requireNonNull(each.lower());
                    double upper = Objects.requireNonNull(each.upper());
                    double outside = Math.max(0, lower - each.came()) + Math.max(0, each.came() - upper);
                    return each.share(upper - lower + PENALTY * outside);
                },
                said());
    }

    private Stream<Standing> said() {
        return standings.stream().filter(each -> each.expected() != null);
    }

    private static double expected(Standing standing) {
        return Objects.requireNonNull(standing.expected());
    }

    private static double mean(ToDoubleFunction<Standing> of, Stream<Standing> standings) {
        return standings.mapToDouble(of).average().orElse(Double.NaN);
    }

    @Override
    public String toString() {
        return standings.stream()
                        .map(each -> String.format(
                                Locale.ROOT,
                                "%s: %d of %d leads won, %s within %d days, %d came%s",
                                each.on(),
                                each.won(),
                                each.leads(),
                                each.expected() == null
                                        ? "nothing said"
                                        : String.format(
                                                Locale.ROOT,
                                                "%.0f (%.0f to %.0f) expected",
                                                each.expected(),
                                                each.lower(),
                                                each.upper()),
                                each.days(),
                                each.came(),
                                each.refused() ? ", refused" : ""))
                        .collect(Collectors.joining("\n"))
                + String.format(
                        Locale.ROOT,
                        "\nCovered %.0f%%, off by %.2f points, the plain ratio by %.2f.",
                        100 * coverage(),
                        100 * error(),
                        100 * errorOfPlainRatio());
    }
}
