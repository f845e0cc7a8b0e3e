package io.github.planningmath.risk;

import io.github.planningmath.internal.Doubles;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A chance with what it may be wrong by.
 *
 * <p>Prints as {@code 64.2% ± 0.1}, in percent and points, the error being the sum of both, rounded up; where there is next to none it is
 * left out, and what cannot be told from 0 or 1 is {@code below 0.1%} or {@code above 99.9%}.
 *
 * @param value from 0 to 1
 * @param samplingError of the draws of constants: half the width of a 95 % interval; 0 where nothing was drawn
 * @param approximationError of the law of luck, where it is approximate: the most by which it was seen or is known to be wrong
 */
public record Chance(Double value, Double samplingError, Double approximationError) {

    private static final double SMALLEST_SHOWN = 0.001;

    private static final double NEGLIGIBLE = 1e-6;

    public Chance {
        Doubles.between(value, 0, 1, "Chance.value");
        Doubles.notNegative(samplingError, "Chance.samplingError");
        Doubles.notNegative(approximationError, "Chance.approximationError");
    }

    /** What is certain: 1 or 0. */
    static Chance certainly(boolean reached) {
        return new Chance(reached ? 1.0 : 0.0, 0.0, 0.0);
    }

    /**
     * What the chance may be wrong by.
     *
     * @return both errors together
     */
    public double error() {
        return samplingError + approximationError;
    }

    @Override
    public String toString() {
        if (value + error() < SMALLEST_SHOWN) {
            return "below 0.1%";
        }
        if (value - error() > 1 - SMALLEST_SHOWN) {
            return "above 99.9%";
        }
        String shown = percent(value, RoundingMode.HALF_EVEN) + "%";
        return error() < NEGLIGIBLE ? shown : shown + " ± " + percent(error(), RoundingMode.CEILING);
    }

    private static String percent(double share, RoundingMode mode) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(1, mode).toPlainString();
    }
}
