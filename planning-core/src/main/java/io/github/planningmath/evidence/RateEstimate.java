package io.github.planningmath.evidence;

import io.github.planningmath.evidence.RateEvidence.Range;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.quantity.Rate;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The share of leads that become deals within an age, with what it rests on. All of it is statistics.
 *
 * <p>Where all leads are finished it is what was counted; within the ages that are seen it is the estimator of Kaplan and Meier, or of
 * Aalen and Johansen where losses are dated; beyond, a share times a wait, four families of waits weighted by their likelihood.
 *
 * <p>As JSON it is a view, which is not read back: the rate with its 90 % range, how it was made, and what it rests on.
 */
public final class RateEstimate implements RateResult {

    /** The range that is printed. */
    static final Rate NINETY_PERCENT = Rate.percent(90);

    /** How it was made. */
    public enum Method {
        /** All leads are finished. */
        COUNTED,
        /** From what was seen at each age alone. */
        OWN_CURVE,
        /** By a curve that goes on beyond the ages seen. */
        FITTED_CURVE
    }

    private final Method method;
    private final int days;
    private final int seenDays;
    private final @Nullable LocalDate from;
    private final LocalDate first;
    private final LocalDate through;
    private final RateEvidence evidence;
    private final double value;
    private final @Nullable Spread spread;
    private final double dispersion;
    private final Map<String, Double> families;
    private final List<Double> cycle;
    private final Supplier<LeadsInHand> inHand;

    RateEstimate(
            Method method,
            int days,
            int seenDays,
            KnownLeads known,
            RateEvidence evidence,
            double value,
            @Nullable Spread spread,
            double dispersion,
            Map<String, Double> families,
            List<Double> cycle,
            Supplier<LeadsInHand> inHand) {
        this.method = method;
        this.days = days;
        this.seenDays = seenDays;
        this.from = known.from();
        this.first = known.firstDay();
        this.through = known.through();
        this.evidence = evidence;
        this.value = value;
        this.spread = spread;
        this.dispersion = dispersion;
        this.families = Collections.unmodifiableMap(families);
        this.cycle = List.copyOf(cycle);
        this.inHand = inHand;
    }

    /** As it is written. */
    private record View(
            double value,
            Range range,
            int days,
            Method method,
            int seenDays,
            Basis.Counted basis,
            double dispersion,
            Map<String, Double> families,
            List<Double> cycle) {}

    @DocumentForm.Written
    View view() {
        return new View(value, range(NINETY_PERCENT), days, method, seenDays, basis(), dispersion, families, cycle);
    }

    /**
     * How it was made.
     *
     * @return counted, by the own curve, or by a fitted one
     */
    public Method method() {
        return method;
    }

    /**
     * The age that it stands for.
     *
     * @return a deal counts within so many days of its lead
     */
    public int days() {
        return days;
    }

    /**
     * The oldest age that was seen.
     *
     * @return days within which 30 leads and more were seen; all days that were seen where there are fewer leads
     */
    public int seenDays() {
        return seenDays;
    }

    /**
     * The rate.
     *
     * @return the share counted or estimated; of a fitted curve the median of what is known
     */
    public double value() {
        return value;
    }

    /**
     * The range in which the rate lies with a probability, as much of it left on either side.
     *
     * @param level the probability, such as 90%
     * @return the range
     */
    public Range range(Rate level) {
        if (spread == null) {
            return evidence.range(level);
        }
        double tail = Range.tail(level);
        return new Range(spread.quantile(tail), spread.quantile(1 - tail));
    }

    /**
     * What it rests on.
     *
     * @return deals of leads, and what they are worth in finished leads
     */
    public RateEvidence evidence() {
        return evidence;
    }

    /**
     * The same as a constant's basis.
     *
     * @return the evidence with its days: from the first of the window, or of the leads, through the last day known
     */
    public Basis.Counted basis() {
        return new Basis.Counted(
                evidence.won(),
                evidence.leads(),
                evidence.effectiveWon(),
                evidence.effectiveLeads(),
                from == null ? first : from,
                through);
    }

    /**
     * How the deals spread over the months after the lead's, by the calendar and averaged over the days on which leads came.
     *
     * @return shares of the deals by month of the deal less month of the lead; they sum to 1
     */
    public List<Double> cycle() {
        return cycle;
    }

    /**
     * By how much the leads scatter more than luck allows.
     *
     * @return the factor of the variance, at least 1; 1 where no curve was fitted
     */
    public double dispersion() {
        return dispersion;
    }

    /**
     * How much of the estimate each family of waits has a share in.
     *
     * @return weights by name that sum to 1; empty where no curve was fitted
     */
    public Map<String, Double> families() {
        return families;
    }

    /**
     * What these leads will come to within the same age.
     *
     * @return the prediction, made when asked for
     */
    public LeadsInHand leadsInHand() {
        return inHand.get();
    }

    /**
     * The working in words.
     *
     * @return a few sentences
     */
    public String explain() {
        Range range = range(NINETY_PERCENT);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%.1f%% within %d days, 90%% range %.1f%% to %.1f%%: %s%s through %s",
                100 * value,
                days,
                100 * range.lower(),
                100 * range.upper(),
                evidence,
                from == null ? "" : " since " + from,
                through));
        switch (method) {
            case COUNTED -> text.append(", all of them finished.");
            case OWN_CURVE -> text.append(", by what was seen at each age.");
            case FITTED_CURVE ->
                text.append(String.format(
                        Locale.ROOT,
                        ". Seen within %d days; beyond by curves, %s. Leads scatter %.2f times as much as luck allows.",
                        seenDays,
                        families.entrySet().stream()
                                .filter(family -> family.getValue() >= 0.005)
                                .map(family -> String.format(
                                        Locale.ROOT, "%s %.0f%%", family.getKey(), 100 * family.getValue()))
                                .collect(Collectors.joining(", ")),
                        dispersion));
        }
        return text.toString();
    }

    @Override
    public RateEstimate orThrow() {
        return this;
    }

    @Override
    public <R> R fold(
            Function<? super RateEstimate, ? extends R> onEstimate,
            Function<? super RateRefusal, ? extends R> otherwise) {
        return onEstimate.apply(this);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f%% within %d days (%s)", 100 * value, days, evidence);
    }
}
