package io.github.planningmath.risk;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;

/** A confidence that can be wanted. */
final class Confidence {

    private Confidence() {}

    /** The confidence as a statistic; 100 % is refused, and 0 % is none that a rate can be. */
    static double of(Rate confidence, String component) {
        if (Required.present(confidence, component).equals(Rate.ONE)) {
            throw new IllegalArgumentException(component
                    + " must be above 0% and below 100%, but was 100%. Perhaps 95% was meant: nothing is sure.");
        }
        return confidence.toDouble();
    }
}
