package io.github.planningmath.product;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The share of a price that goes to whoever closed the deal, so that what is left of it stays exact. */
final class Commission {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.DOWN);
    private static final int HINT_DECIMALS = 12;

    private Commission() {}

    /** What a deal leaves of its price, exactly. */
    static BigDecimal contribution(BigDecimal price, BigDecimal unitCost, Ratio commission) {
        BigDecimal paid = price.multiply(BigDecimal.valueOf(commission.numerator()))
                .divide(BigDecimal.valueOf(commission.denominator()));
        return Amounts.plain(price.subtract(unitCost).subtract(paid));
    }

    /** Refuses a commission by which amounts would not stay exact. */
    static void requireFiniteDecimal(Ratio commission, String component) {
        if (!Amounts.isFiniteDecimal(commission.denominator())) {
            throw new IllegalArgumentException(component + " must have a finite decimal expansion, but was "
                    + commission + "." + hint(commission));
        }
    }

    private static String hint(Ratio commission) {
        BigDecimal share = new BigDecimal(commission.numerator())
                .divide(BigDecimal.valueOf(commission.denominator()), HINT_DECIMALS, RoundingMode.DOWN)
                .round(FOUR_DIGITS);
        return share.signum() > 0
                ? " Perhaps " + Amounts.plain(share.movePointRight(2)).toPlainString() + "% was meant."
                : "";
    }
}
