package io.github.planningmath.evidence;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rate rests on: deals of leads as counted, and as so many deals of so many <em>finished</em> leads as would leave the rate as
 * uncertain as it is. {@code n = m (1 - m)/v}, {@code k = m n} with the mean and the variance of what is known of the rate.
 *
 * <p>Where all leads are finished, both are the same. {@code Beta(k + 1/2, n - k + 1/2)} says how uncertain the rate is.
 *
 * @param won deals, at least 0
 * @param leads leads, at least the deals
 * @param effectiveWon deals of finished leads, at least 0; a statistic
 * @param effectiveLeads finished leads, at least these deals; a statistic
 */
public record RateEvidence(Long won, Long leads, Double effectiveWon, Double effectiveLeads) {

    public RateEvidence {
        Required.count(won, "RateEvidence.won");
        if (Required.count(leads, "RateEvidence.leads") < won) {
            throw new IllegalArgumentException(
                    "RateEvidence.leads must be at least won, " + won + ", but was " + leads + ".");
        }
        effectiveWon = Doubles.notNegative(effectiveWon, "RateEvidence.effectiveWon");
        effectiveLeads = Doubles.notNegative(effectiveLeads, "RateEvidence.effectiveLeads");
        if (effectiveLeads < effectiveWon) {
            throw new IllegalArgumentException("RateEvidence.effectiveLeads must be at least effectiveWon, "
                    + effectiveWon + ", but was " + effectiveLeads + ".");
        }
    }

    /**
     * Deals of leads all of which are finished.
     *
     * @param won deals
     * @param leads leads, at least the deals
     * @return the evidence
     */
    public static RateEvidence finished(long won, long leads) {
        return new RateEvidence(won, leads, (double) won, (double) leads);
    }

    /**
     * Deals, and open leads of which it is known how far they are: the likeliest rate {@code c} and how much is known of it,
     * {@code n = c (1 - c) I(c)} with {@code I = won/c^2 + sum of G^2/(1 - c G)^2}. Without a deal, {@code n} is the sum of {@code G};
     * where every lead seems to buy, it is the deals.
     *
     * @param won deals, at least 0
     * @param openByMaturity open leads by the share {@code G} of those who will buy that would have bought by now, from 0 to 1
     * @return the evidence
     * @throws IllegalArgumentException if a maturity is not from 0 to 1
     */
    public static RateEvidence ofMaturities(long won, Map<Double, Long> openByMaturity) {
        Map<Double, Long> open = new TreeMap<>(Required.present(openByMaturity, "RateEvidence.openByMaturity"));
        long leads = won;
        double matured = 0;
        for (Map.Entry<Double, Long> each : open.entrySet()) {
            Doubles.between(each.getKey(), 0, 1, "RateEvidence.maturity");
            leads = Math.addExact(leads, Required.count(each.getValue(), "RateEvidence.open"));
            matured += each.getKey() * each.getValue();
        }
        if (won == 0) {
            return new RateEvidence(0L, leads, 0.0, matured);
        }
        if (open.keySet().stream().allMatch(maturity -> maturity == 1)) {
            return finished(won, leads);
        }
        double rate = likeliest(won, open);
        if (rate == 1) {
            return new RateEvidence(won, leads, (double) won, (double) won);
        }
        double information = won / (rate * rate);
        for (Map.Entry<Double, Long> each : open.entrySet()) {
            double part = each.getKey() / (1 - rate * each.getKey());
            information += each.getValue() * part * part;
        }
        double effective = rate * (1 - rate) * information;
        return new RateEvidence(won, leads, rate * effective, effective);
    }

    /** Where {@code won/c = sum of G/(1 - c G)}; 1 where even there the left is greater. */
    private static double likeliest(long won, Map<Double, Long> open) {
        double low = 0;
        double high = 1;
        while (Math.nextUp(low) < high) {
            double rate = low + (high - low) / 2;
            double slope = won / rate;
            for (Map.Entry<Double, Long> each : open.entrySet()) {
                slope -= each.getValue() * each.getKey() / (1 - rate * each.getKey());
            }
            if (slope > 0) {
                low = rate;
            } else {
                high = rate;
            }
        }
        return high;
    }

    /**
     * The range in which the rate lies with a probability, as much of it left on either side. Its lower end is 0 where nothing was won,
     * its upper end 1 where nothing was lost.
     *
     * <p>Jeffreys' interval, which L. D. Brown, T. T. Cai and A. DasGupta recommend: Statistical Science 16, 2001, 101-133,
     * doi:10.1214/ss/1009213286.
     *
     * @param level the probability, such as 90%
     * @return the range
     */
    public Range range(Rate level) {
        BetaEvidence known = new BetaEvidence(effectiveWon, effectiveLeads - effectiveWon);
        double tail = Range.tail(level);
        return new Range(known.quantile(tail), known.quantile(1 - tail));
    }

    /**
     * Both counts in words.
     *
     * @return such as "515 of 4695 leads, worth 281 of 1963 finished ones"
     */
    @Override
    public String toString() {
        String counted = won + " of " + leads + " leads";
        boolean finished = effectiveWon == (double) won && effectiveLeads == (double) leads;
        return finished
                ? counted
                : counted
                        + String.format(
                                Locale.ROOT, ", worth %.0f of %.0f finished ones", effectiveWon, effectiveLeads);
    }

    /**
     * From where to where something lies. A statistic.
     *
     * @param lower the lower end
     * @param upper the upper end, at least the lower
     */
    public record Range(Double lower, Double upper) {

        public Range {
            Doubles.between(lower, -Double.MAX_VALUE, Double.MAX_VALUE, "RateEvidence.Range.lower");
            Doubles.between(upper, lower, Double.MAX_VALUE, "RateEvidence.Range.upper");
        }

        static double tail(Rate level) {
            return (1 - Required.present(level, "RateEvidence.level").toDouble()) / 2;
        }

        /**
         * Whether a number lies within.
         *
         * @param value any
         * @return whether it is neither below nor above
         */
        public boolean contains(double value) {
            return value >= lower && value <= upper;
        }
    }
}
