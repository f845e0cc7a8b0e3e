package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.evidence.RateEstimate.Method;
import io.github.planningmath.internal.Required;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the share of leads that become deals within an age, from leads of which some are too young and some came before the log of
 * deals was opened.
 *
 * <p>Within the ages at which 30 leads and more are at risk, by what was seen; beyond, by a share times a wait. A lost lead is one of
 * which no deal came; where losses are dated, won and lost are competing ends.
 */
public final class RateEstimator {

    /** Ten months: what comes later is not in the rate unless more is asked for. */
    private static final int DEFAULT_DAYS = 300;

    private static final int MOST_DAYS = 18_263;

    /** Months are compared at this age. */
    private static final int COMMON_DAYS = 30;

    private static final double LEAST_ODDS_OF_CHANGE = 20;
    private static final long LEAST_AT_RISK = 30;
    private static final int MOST_TIMES_SEEN = 6;
    private static final double WIDEST = 2;
    private static final double LEAST_EFFECTIVE_LEADS = 30;
    private static final double LEAST_CHANCE_OF_NONE = 1e-3;
    private static final double NINE_OF_TEN = 0.9;

    /** By how much the logarithm of the scale of the wait varies between parts. */
    private static final double DEVIATION_OF_PARTS = 0.3;

    private final int days;

    private RateEstimator(int days) {
        this.days = days;
    }

    /**
     * Rates within 300 days of the lead.
     *
     * @return an estimator
     */
    public static RateEstimator withDefaults() {
        return new RateEstimator(DEFAULT_DAYS);
    }

    /**
     * Rates within another age.
     *
     * @param days a deal counts within so many days of its lead: 0 on the same day
     * @return the changed estimator
     */
    public RateEstimator within(int days) {
        return new RateEstimator(Required.between(days, 0, MOST_DAYS, "RateEstimator.days"));
    }

    /** The age of the rates. */
    int days() {
        return days;
    }

    /**
     * The rate of leads as they were known.
     *
     * @param known the leads; a window, a channel or a product of them is another {@link KnownLeads}
     * @return the estimate, or why there is none
     */
    public RateResult rate(KnownLeads known) {
        RateRefusal notOne = refusal(known);
        return notOne == null ? new Estimation(known).result() : notOne;
    }

    /**
     * The rates by channel: each has its own share of leads that buy, and the wait of all, but for a factor.
     *
     * @param known the leads of all channels
     * @return by channel, an estimate or why there is none; leads of which the log does not say the channel are in none
     */
    public Map<String, RateResult> byChannel(KnownLeads known) {
        return byPart(known, known.channels(), known::channel);
    }

    /** The rates of some channels, each with the wait of the leads of all. */
    Map<String, RateResult> byChannel(KnownLeads known, Set<String> channels) {
        return byPart(
                known, known.channels().stream().filter(channels::contains).toList(), known::channel);
    }

    /**
     * The rates by product, as by channel.
     *
     * @param known the leads of all products
     * @return by product, an estimate or why there is none
     */
    public Map<String, RateResult> byProduct(KnownLeads known) {
        return byPart(known, known.products(), known::product);
    }

    /**
     * The rates by owner, as by channel.
     *
     * @param known the leads of all owners
     * @return by owner, an estimate or why there is none
     */
    public Map<String, RateResult> byOwner(KnownLeads known) {
        return byPart(known, known.owners(), known::owner);
    }

    private Map<String, RateResult> byPart(KnownLeads known, List<String> names, Function<String, KnownLeads> part) {
        Map<String, RateResult> rates = new LinkedHashMap<>();
        RateRefusal notOne = refusal(known);
        Estimation all = new Estimation(known);
        for (String name : names) {
            rates.put(name, notOne == null ? new Estimation(part.apply(name), all).result() : notOne);
        }
        return rates;
    }

    /** Why these leads have not one rate, if so. */
    private @Nullable RateRefusal refusal(KnownLeads known) {
        RateRefusal later = logBeginsLater(known);
        return later == null ? notOneProcess(known) : later;
    }

    private static @Nullable RateRefusal logBeginsLater(KnownLeads known) {
        LocalDate firstDeal = known.counts().stream()
                .filter(count -> count.outcome() == Outcome.WON)
                .map(count -> count.entered().plusDays(Objects.requireNonNull(count.age())))
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (known.observedFrom() != null || known.foldedToMonths() || firstDeal == null) {
            return null;
        }
        OwnCurve later = new OwnCurve(AgeTable.of(known.observedFrom(firstDeal)));
        double missing = 0;
        for (LeadCount count : known.counts()) {
            long before = ChronoUnit.DAYS.between(count.entered(), firstDeal);
            if (before > 0) {
                missing += count.leads() * later.won(Math.toIntExact(before - 1));
            }
        }
        return Math.exp(-missing) < LEAST_CHANCE_OF_NONE ? new RateRefusal.LogBeginsLater(firstDeal, missing) : null;
    }

    private @Nullable RateRefusal notOneProcess(KnownLeads known) {
        RateDrift drift = known.foldedToMonths() ? null : RateDrift.of(known, Math.min(days, COMMON_DAYS));
        if (drift == null || drift.logOddsOfChange() <= Math.log(LEAST_ODDS_OF_CHANGE)) {
            return null;
        }
        return new RateRefusal.NotOneProcess(
                drift.likeliestChange(), drift.logOddsOfChange(), drift.before(), drift.after(), drift.days());
    }

    /** One estimate in the making. */
    private final class Estimation {

        private final KnownLeads known;
        private final @Nullable Estimation all;
        private final AgeTable table;
        private final OwnCurve own;

        /** The age within which 30 leads are at risk; all that are, where there are fewer. */
        private final int seen;

        private final boolean enoughSeen;
        private @Nullable WaitPosterior posterior;
        private @Nullable Double dispersion;
        private double @Nullable [] meanCurve;

        Estimation(KnownLeads known) {
            this(known, null);
        }

        Estimation(KnownLeads known, @Nullable Estimation all) {
            this.known = known;
            this.all = all;
            table = AgeTable.of(known);
            own = new OwnCurve(table);
            int oldest = own.oldestAgeWith(LEAST_AT_RISK);
            enoughSeen = oldest >= 0;
            seen = enoughSeen ? oldest : Math.max(0, own.oldestAgeWith(1));
        }

        RateResult result() {
            long won = table.won();
            if (table.open() == 0 && !table.hasLateEntry() && table.leads() > 0) {
                return counted();
            }
            if (won < RateRefusal.TooFew.LEAST_DEALS) {
                long wanted = RateRefusal.TooFew.LEAST_DEALS * table.leads();
                @Nullable Long needed = won == 0 ? null : (Long) ((wanted + won - 1) / won);
                return new RateRefusal.TooFew(won, table.leads(), needed, byFittedCurve());
            }
            return enoughSeen && days <= seen ? byOwnCurve(days) : ifItCanBeTold(byFittedCurve());
        }

        /** Nobody is young: what was won within the age, of all. */
        private RateEstimate counted() {
            long won = wonWithin(table, days);
            return estimate(
                    Method.COUNTED,
                    days,
                    RateEvidence.finished(won, table.leads()),
                    (double) won / table.leads(),
                    null,
                    ownCurve(days));
        }

        private RateEstimate byOwnCurve(int within) {
            double value = own.won(within);
            double leads = value > 0 && value < 1 ? value * (1 - value) / own.variance(within) : own.atRisk(within);
            return estimate(
                    Method.OWN_CURVE,
                    within,
                    new RateEvidence(wonWithin(table, within), table.leads(), value * leads, leads),
                    value,
                    null,
                    ownCurve(within));
        }

        private double[] ownCurve(int within) {
            double[] curve = new double[within + 2];
            for (int age = 0; age <= within; age++) {
                curve[age + 1] = own.won(age);
            }
            return curve;
        }

        private RateEstimate byFittedCurve() {
            Spread spread = posterior().rate(days + 1.0);
            double mean = spread.mean();
            // Beta(k + 1/2, n - k + 1/2) has this mean and variance.
            double both = Math.max(1, mean * (1 - mean) / spread.variance() - 1);
            double effectiveLeads = both - 1;
            double effectiveWon = Math.max(0, Math.min(effectiveLeads, mean * both - 0.5));
            return estimate(
                    Method.FITTED_CURVE,
                    days,
                    new RateEvidence(wonWithin(table, days), table.leads(), effectiveWon, effectiveLeads),
                    spread.quantile(0.5),
                    spread,
                    meanCurve());
        }

        /** The mean share won within each number of days, through the last of the age. */
        private double[] meanCurve() {
            if (meanCurve == null) {
                meanCurve = posterior().meanCurve(days + 1);
            }
            return meanCurve;
        }

        private RateResult ifItCanBeTold(RateEstimate estimate) {
            RateEvidence.Range range = estimate.range(RateEstimate.NINETY_PERCENT);
            if (range.upper() > WIDEST * range.lower()
                    || estimate.evidence().effectiveLeads() < LEAST_EFFECTIVE_LEADS) {
                return new RateRefusal.NoPlateau(
                        estimate, seen, daysToNineOfTen(), enoughSeen ? byOwnCurve(seen) : null);
            }
            int most = MOST_TIMES_SEEN * (seen + 1);
            return days > most ? new RateRefusal.BeyondTheLog(days, most) : estimate;
        }

        private int daysToNineOfTen() {
            double[] curve = meanCurve();
            int day = 0;
            while (curve[day] < NINE_OF_TEN * curve[days + 1]) {
                day++;
            }
            return day;
        }

        private RateEstimate estimate(
                Method method,
                int within,
                RateEvidence evidence,
                double value,
                @Nullable Spread spread,
                double[] curve) {
            boolean fitted = method == Method.FITTED_CURVE;
            Map<String, Double> families = new LinkedHashMap<>();
            if (fitted) {
                posterior().families().forEach((family, weight) -> families.put(family.label(), weight));
            }
            return new RateEstimate(
                    method,
                    within,
                    seen,
                    known,
                    evidence,
                    value,
                    spread,
                    fitted ? dispersion() : 1,
                    families,
                    CalendarMonths.shares(known, curve),
                    () -> inHand(within));
        }

        /** Of a part, the scatter of all: its own cells are too few. Without days there are no cells: luck alone. */
        private double dispersion() {
            if (all != null) {
                return all.dispersion();
            }
            if (dispersion == null) {
                dispersion = known.foldedToMonths()
                        ? 1
                        : Scatter.of(known, WaitPosterior.likeliestCurve(table, table.size()));
            }
            return dispersion;
        }

        private WaitPosterior posterior() {
            if (posterior == null) {
                posterior = all == null
                        ? WaitPosterior.of(table, dispersion())
                        : WaitPosterior.ofPart(all.posterior(), table, dispersion(), DEVIATION_OF_PARTS);
            }
            return posterior;
        }

        private LeadsInHand inHand(int within) {
            return table.open() == 0
                    ? new LeadsInHand(
                            table.leads(), wonWithin(table, within), new double[1], new double[1], new double[] {1})
                    : Prospect.of(table, own, posterior(), within, dispersion());
        }
    }

    private static long wonWithin(AgeTable table, int days) {
        long won = 0;
        for (int age = 0; age <= days && age < table.size(); age++) {
            won += table.won(age);
        }
        return won;
    }

    /** Days to calendar months. */
    private static final class CalendarMonths {

        private CalendarMonths() {}

        /** Shares by month of deal less month of lead, of deals that come by a curve of leads that come on the days of these. */
        static List<Double> shares(KnownLeads known, double[] curve) {
            int days = curve.length - 1;
            double all = curve[days];
            TreeMap<LocalDate, Long> entries = new TreeMap<>();
            for (LeadCount count : known.counts()) {
                if (known.foldedToMonths()) {
                    YearMonth month = YearMonth.from(count.entered());
                    for (int day = 1; day <= month.lengthOfMonth(); day++) {
                        entries.merge(month.atDay(day), count.leads(), Long::sum);
                    }
                } else {
                    entries.merge(count.entered(), count.leads(), Long::sum);
                }
            }
            double leads = entries.values().stream().mapToLong(Long::longValue).sum();
            double[] shares = new double[days / 28 + 2];
            entries.forEach((entered, count) -> addShares(shares, entered, count / leads / all, curve));
            int last = shares.length;
            while (last > 1 && !(shares[last - 1] > 0)) {
                last--;
            }
            List<Double> list = new ArrayList<>();
            for (int i = 0; i < last; i++) {
                list.add(all > 0 ? shares[i] : i == 0 ? 1.0 : 0.0);
            }
            return list;
        }

        private static void addShares(double[] shares, LocalDate entered, double weight, double[] curve) {
            int from = 0;
            YearMonth month = YearMonth.from(entered);
            for (int i = 0; from < curve.length - 1; i++) {
                int to = (int) Math.min(
                        curve.length - 1,
                        ChronoUnit.DAYS.between(
                                entered, month.plusMonths(i + 1L).atDay(1)));
                shares[i] += weight * (curve[to] - curve[from]);
                from = to;
            }
        }
    }

    /** What open leads will come to. */
    private static final class Prospect {

        private Prospect() {}

        static LeadsInHand of(AgeTable table, OwnCurve own, WaitPosterior posterior, int within, double dispersion) {
            int size = posterior.nodes().stream()
                    .mapToInt(node -> node.shares().length)
                    .sum();
            double[] means = new double[size];
            double[] variances = new double[size];
            double[] weights = new double[size];
            int at = 0;
            boolean losses = table.lost() > 0;
            int oldest = Math.min(within, table.size() - 1);
            double[] cumulative = new double[oldest + 1];
            for (WaitPosterior.Node node : posterior.nodes()) {
                double end = node.cumulative(within + 1.0);
                for (int behind = 0; behind <= oldest; behind++) {
                    cumulative[behind] = table.open(behind) > 0 ? node.cumulative(behind) : 0;
                }
                for (int i = 0; i < node.shares().length; i++) {
                    double share = node.shares()[i];
                    for (int behind = 0; behind <= oldest; behind++) {
                        long open = table.open(behind);
                        if (open > 0) {
                            double without = 1 - share * cumulative[behind];
                            // Where others were lost by then, the open ones are the likelier to buy.
                            double stillOpen = losses && behind > 0
                                    ? Math.max(own.stillOpen(behind - 1), share * (1 - cumulative[behind]))
                                    : without;
                            double chance = Math.min(1, share * (end - cumulative[behind]) / stillOpen);
                            means[at] += open * chance;
                            variances[at] += dispersion * open * chance * (1 - chance);
                        }
                    }
                    weights[at++] = node.weight() * node.shareWeights()[i];
                }
            }
            return merged(table, wonWithin(table, within), means, variances, weights);
        }

        private static final int PARTS = 200;

        /** Parts of nearly equal means are taken together, a two-hundredth of the weight each. */
        private static LeadsInHand merged(
                AgeTable table, long won, double[] means, double[] variances, double[] weights) {
            Integer[] order = new Integer[means.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> means[i]));
            double[] mean = new double[PARTS];
            double[] square = new double[PARTS];
            double[] variance = new double[PARTS];
            double[] weight = new double[PARTS];
            double sum = 0;
            for (int i : order) {
                int part = (int) Math.min(PARTS - 1, sum * PARTS);
                sum += weights[i];
                weight[part] += weights[i];
                mean[part] += weights[i] * means[i];
                square[part] += weights[i] * means[i] * means[i];
                variance[part] += weights[i] * variances[i];
            }
            for (int part = 0; part < PARTS; part++) {
                if (weight[part] > 0) {
                    mean[part] /= weight[part];
                    variance[part] = variance[part] / weight[part]
                            + Math.max(0, square[part] / weight[part] - mean[part] * mean[part]);
                }
            }
            return new LeadsInHand(table.leads(), won, mean, variance, weight);
        }
    }
}
