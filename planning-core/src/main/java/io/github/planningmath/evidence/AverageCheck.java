package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What deals brought on average.
 *
 * @param deals how many have an amount
 * @param sum of their amounts, exactly
 * @param standardError of the mean; null where the counts do not tell how amounts differ
 */
record AverageCheck(long deals, BigDecimal sum, @Nullable Double standardError) {

    /**
     * Of the deals among leads. Amounts are known as sums of counts of alike leads: a count's mean differs from that of all by a
     * variance that is that of one deal over its number, so {@code sum of n (mean - mean of all)^2 / (counts - 1)} estimates it.
     */
    static AverageCheck of(KnownLeads known) {
        long deals = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (LeadCount count : known.counts()) {
            if (count.outcome() == Outcome.WON) {
                deals = Math.addExact(deals, count.withAmount());
                sum = sum.add(count.amount());
            }
        }
        return new AverageCheck(deals, sum, deals == 0 ? null : standardError(known, deals, sum));
    }

    private static @Nullable Double standardError(KnownLeads known, long deals, BigDecimal sum) {
        double mean = sum.doubleValue() / deals;
        double squares = 0;
        int counts = 0;
        for (LeadCount count : known.counts()) {
            if (count.outcome() == Outcome.WON && count.withAmount() > 0) {
                double off = count.amount().doubleValue() / count.withAmount() - mean;
                squares += count.withAmount() * off * off;
                counts++;
            }
        }
        return counts < 2 ? null : (Double) Math.sqrt(squares / (counts - 1) / deals);
    }

    /** Rounded down, so that a plan does not count on what it may not have. */
    BigDecimal mean(int digits) {
        return sum.divide(BigDecimal.valueOf(deals), digits, RoundingMode.DOWN);
    }
}
