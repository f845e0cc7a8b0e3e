package io.github.planningmath.accord;

import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.util.Locale;

/**
 * Which of two claims about a rate the facts support, and by how much: marketing plans with 20 %, sales with 15 %.
 *
 * <p>Of {@code k} deals of {@code n} finished leads, {@code ln ratio = k ln(a/b) + (n - k) ln((1 - a)/(1 - b))}: how many times likelier
 * these are if the first is right. Leads that are not finished count by what they are worth. It adds up over leads that are different ones;
 * as the log grows it is asked anew of all of them, so that none counts twice.
 *
 * <p>Source: R. Royall, Statistical Evidence: A Likelihood Paradigm, 1997.
 *
 * @param first what one side claims
 * @param second what the other side claims
 * @param evidence what is known of the rate
 */
public record Arbitration(Rate first, Rate second, RateEvidence evidence) {

    /** How many times likelier a claim must be to be taken as decided. */
    static final double DECIDING = 20;

    private static final Rate NINETY_PERCENT = Rate.percent(90);

    public Arbitration {
        Required.present(first, "Arbitration.first");
        Required.present(second, "Arbitration.second");
        Required.present(evidence, "Arbitration.evidence");
    }

    /**
     * The logarithm of how many times likelier the facts are if the first is right.
     *
     * @return above 0 where the facts favour the first; infinite where one of them is impossible; 0 where both claim the same
     */
    public double logRatio() {
        double lost = evidence.effectiveLeads() - evidence.effectiveWon();
        return first.equals(second) ? 0 : logRatio(evidence.effectiveWon(), lost);
    }

    private double logRatio(double won, double lost) {
        double ofWon = won == 0 ? 0 : won * Math.log(first.toDouble() / second.toDouble());
        double ofLost = lost == 0 ? 0 : lost * (Math.log1p(-first.toDouble()) - Math.log1p(-second.toDouble()));
        return ofWon + ofLost;
    }

    /**
     * How many times likelier the facts are if the first is right.
     *
     * @return above 1 where they favour the first, below where they favour the second
     */
    public double ratio() {
        return Math.exp(logRatio());
    }

    /**
     * The share of wins at which no number of leads decides.
     *
     * @return between both claims; their own where both are the same
     */
    public double undecidedShare() {
        if (first.equals(second)) {
            return first.toDouble();
        }
        double ofWon = Math.log(first.toDouble() / second.toDouble());
        double ofLost = Math.log1p(-second.toDouble()) - Math.log1p(-first.toDouble());
        return Double.isInfinite(ofLost) ? 1 : ofLost / (ofWon + ofLost);
    }

    /**
     * By how much each further finished lead is expected to raise the logarithm of the ratio, if the first is right.
     *
     * @return at least 0
     */
    public double perLeadIfFirst() {
        return first.equals(second) ? 0 : logRatio(first.toDouble(), 1 - first.toDouble());
    }

    /**
     * By how much each further finished lead is expected to lower the logarithm of the ratio, if the second is right.
     *
     * @return at least 0
     */
    public double perLeadIfSecond() {
        return first.equals(second) ? 0 : -logRatio(second.toDouble(), 1 - second.toDouble());
    }

    /**
     * How many finished leads more would be expected to make the claim that is favoured now so many times likelier than the other.
     *
     * @param times above 1, such as 20
     * @return the leads; 0 where these suffice; {@link Long#MAX_VALUE} where both claim the same
     */
    public long furtherLeads(double times) {
        if (!(times > 1 && times < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Arbitration.times must be above 1 and finite, but was " + times + ".");
        }
        double log = logRatio();
        double perLead = log >= 0 ? perLeadIfFirst() : perLeadIfSecond();
        double missing = Math.log(times) - Math.abs(log);
        return missing <= 0 ? 0 : perLead > 0 ? (long) Math.ceil(missing / perLead) : Long.MAX_VALUE;
    }

    /**
     * Whether the facts leave both claims standing, so that it is a matter of agreement.
     *
     * @param level the probability of the range in which both must lie, such as 90%
     * @return whether both do
     */
    public boolean leavesBoth(Rate level) {
        RateEvidence.Range range = evidence.range(level);
        return range.contains(first.toDouble()) && range.contains(second.toDouble());
    }

    @Override
    public String toString() {
        double log = logRatio();
        String odds = String.format(Locale.ROOT, "%.1f : 1", Math.exp(Math.abs(log)));
        String favours = log == 0
                ? "The facts favour neither " + first + " nor " + second
                : "The facts favour " + (log > 0 ? first : second) + " over " + (log > 0 ? second : first) + " by "
                        + odds;
        long further = furtherLeads(DECIDING);
        String more = further == 0 || further == Long.MAX_VALUE
                ? ""
                : " " + further + " finished leads more would be expected to make it 20 : 1.";
        return favours + ", on " + evidence + "." + more
                + (leavesBoth(NINETY_PERCENT) ? " Both may be: it is a matter of agreement." : "");
    }
}
