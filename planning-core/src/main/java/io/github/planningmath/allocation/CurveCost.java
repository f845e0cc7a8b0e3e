package io.github.planningmath.allocation;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a month's visits cost where the channel answers to money by a response curve: the least spend that brings them,
 * {@code cost(n) = min {s : value(s) >= n}}, in whole minor units. The price of a visit rises with their number.
 *
 * <p>A curve that never brings more than so many visits has no cost for more: give the channel a ceiling on visits then, and
 * the plan sends the rest to other channels.
 *
 * <p>A month is priced as a whole; in a plan its cost reaches the products in proportion to their visits.
 *
 * @param visits the visits of a month by the spend of that month
 * @param minorDigits the decimals of the currency's minor unit, from 0 to 9
 */
@CurveCostJson
public record CurveCost(ResponseCurve visits, Integer minorDigits) implements TrafficCost, DocumentPart {

    private static final int MOST_DIGITS = 9;

    public CurveCost {
        Required.present(visits, "CurveCost.visits");
        Required.between(minorDigits, 0, MOST_DIGITS, "CurveCost.minorDigits");
    }

    /**
     * The cost by a curve, in hundredths of the currency's unit.
     *
     * @param visits the visits of a month by the spend of that month
     * @return the cost
     */
    public static CurveCost of(ResponseCurve visits) {
        return new CurveCost(visits, 2);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ArithmeticException if no spend brings so many visits
     */
    @Override
    public BigDecimal cost(long count) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "CurveCost.cost must be given visits of at least 0, but was given " + count + ".");
        }
        if (count == 0) {
            return BigDecimal.ZERO;
        }
        double spend = visits.spendFor((double) count);
        if (!(spend < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException("CurveCost.visits must bring " + count
                    + " visits in a month, but no spend does. Perhaps the channel wants a ceiling on visits.");
        }
        return rounded(enough(spend, count), count);
    }

    /** The inverse is exact to rounding only: the curve itself has the last word. */
    private double enough(double inverse, long count) {
        double spend = inverse;
        for (double more = Math.ulp(spend); visits.value(spend) < count; more *= 2) {
            spend += more;
        }
        return spend;
    }

    private BigDecimal rounded(double spend, long count) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(minorDigits);
        BigDecimal least = new BigDecimal(spend).setScale(minorDigits, RoundingMode.CEILING);
        // a minor unit less may do, where a double can tell it at all
        boolean isTold = Math.ulp(spend) < unit.doubleValue();
        while (isTold && least.compareTo(unit) >= 0 && brings(least.subtract(unit), count)) {
            least = least.subtract(unit);
        }
        return least;
    }

    private boolean brings(BigDecimal spend, long count) {
        return visits.value(spend.doubleValue()) >= count;
    }
}
