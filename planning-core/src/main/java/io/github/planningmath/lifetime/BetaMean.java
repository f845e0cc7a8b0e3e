package io.github.planningmath.lifetime;

import io.github.planningmath.internal.UnitIntegral;
import java.util.function.DoubleUnaryOperator;

/**
 * The mean of a function of {@code p ~ Beta(a, b)}, however near to 0 or 1 the probability is held, and however little its
 * parameters leave between.
 *
 * <p>The interval is divided at {@code m = a / (a + b)}. Below it {@code p = m y^c} with {@code c = max(1, 1 / a)}: with a small
 * a, half of all p may lie below the least double, but y does not. Above it likewise with {@code 1 - p}. Density and function
 * are integrated by the same rule, and neither has a singularity left; nothing is subtracted from anything.
 */
final class BetaMean {

    private BetaMean() {}

    /** The mean of a smooth, positive function that is defined at 0 and 1 too. */
    static double of(double a, double b, DoubleUnaryOperator function) {
        double middle = a / (a + b);
        double rest = b / (a + b);
        Half below = new Half(a, b, middle, rest);
        Half above = new Half(b, a, rest, middle);
        return UnitIntegral.mean((place, left, into) -> {
            double log = place < 0.5 ? Math.log(place) : Math.log1p(-left);
            double lower = below.density(log);
            double upper = above.density(log);
            double ofLower = lower == 0 ? 0 : lower * function.applyAsDouble(middle * below.part(log));
            double ofUpper = upper == 0 ? 0 : upper * function.applyAsDouble(middle + rest * above.missing(log));
            into[0] = ofLower + ofUpper;
            into[1] = lower + upper;
        });
    }

    /**
     * One side of the middle. The variable there, p below it and 1 - p above it, has the shape {@code near} at its own end and
     * {@code far} at the other. It is a part {@code y^power} of the way from that end to the middle.
     */
    private record Half(double near, double far, double middle, double rest, double power) {

        Half(double near, double far, double middle, double rest) {
            this(near, far, middle, rest, Math.max(1, 1 / near));
        }

        /** The density by y, up to a factor that both halves have. */
        double density(double logOfY) {
            return middle
                    * power
                    * Math.exp((power * near - 1) * logOfY + (far - 1) * Math.log1p(middle / rest * missing(logOfY)));
        }

        double part(double logOfY) {
            return Math.exp(power * logOfY);
        }

        double missing(double logOfY) {
            return -Math.expm1(power * logOfY);
        }
    }
}
