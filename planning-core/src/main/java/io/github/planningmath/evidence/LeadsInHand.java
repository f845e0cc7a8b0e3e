package io.github.planningmath.evidence;

import io.github.planningmath.evidence.RateEvidence.Range;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.util.Locale;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * What the leads in hand will come to within an age: the deals so far and those that will still come of open leads. It is a prediction
 * and has luck in it; the rate for leads that are still to come is another figure, with another range.
 *
 * <p>As JSON it is a view, which is not read back: how many there are, were won, and will be, with the 90 % range.
 */
public final class LeadsInHand {

    private static final int HALVINGS = 60;

    /** The range that is printed and written. */
    private static final Rate NINETY_PERCENT = Rate.percent(90);

    private final long leads;
    private final long won;
    private final double[] means;
    private final double[] variances;
    private final double[] weights;

    /** Deals still to come: means and variances, with weights that sum to 1. */
    LeadsInHand(long leads, long won, double[] means, double[] variances, double[] weights) {
        this.leads = leads;
        this.won = won;
        this.means = means;
        this.variances = variances;
        this.weights = weights;
    }

    /** As it is written. */
    private record View(long leads, long won, double expected, Range range) {}

    @DocumentForm.Written
    View view() {
        return new View(leads, won, expected(), range(NINETY_PERCENT));
    }

    /**
     * How many leads there are.
     *
     * @return open, won and lost ones
     */
    public long leads() {
        return leads;
    }

    /**
     * How many were won so far.
     *
     * @return deals
     */
    public long won() {
        return won;
    }

    /**
     * How many deals there will be, those so far included.
     *
     * @return the mean, a statistic
     */
    public double expected() {
        double mean = 0;
        for (int i = 0; i < means.length; i++) {
            mean += weights[i] * means[i];
        }
        return won + mean;
    }

    /**
     * Between which numbers of deals it will be with a probability, as much of it left on either side.
     *
     * @param level the probability, such as 90%
     * @return the range, of all deals
     */
    public Range range(Rate level) {
        double tail = Range.tail(Required.present(level, "LeadsInHand.level"));
        return new Range(quantile(tail), quantile(1 - tail));
    }

    /**
     * The number of deals below which it will be with a probability.
     *
     * @param probability from 0 to 1
     * @return of all deals, a statistic
     */
    double quantile(double probability) {
        double low = 0;
        double high = 1;
        while (below(high) < probability && high < leads) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.min((double) leads, won + high);
    }

    /** Each part as a gamma distribution of its mean and variance, which is skew where few are expected, as counts are. */
    private double below(double deals) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double mean = means[i];
            double variance = variances[i];
            sum += weights[i]
                    * (mean > 0 && variance > 0
                            ? RegularizedGamma.P.value(mean * mean / variance, deals * mean / variance)
                            : deals >= mean ? 1 : 0);
        }
        return sum;
    }

    @Override
    public String toString() {
        Range range = range(NINETY_PERCENT);
        return String.format(
                Locale.ROOT,
                "%d deals of %d leads so far, %.1f in all, 90%% range %.1f to %.1f",
                won,
                leads,
                expected(),
                range.lower(),
                range.upper());
    }
}
