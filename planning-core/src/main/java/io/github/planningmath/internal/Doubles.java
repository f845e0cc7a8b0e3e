package io.github.planningmath.internal;

import org.jspecify.annotations.Nullable;

/** What records require of components that are statistics; each check returns what it accepted, and none accepts NaN. */
public final class Doubles {

    private Doubles() {}

    /**
     * A finite number above 0.
     *
     * @param value above 0
     * @param component the name in messages, such as {@code BgNbd.alpha}
     * @return the value
     */
    public static double positive(@Nullable Double value, String component) {
        double number = Required.present(value, component);
        if (number > 0 && number < Double.POSITIVE_INFINITY) {
            return number;
        }
        throw refusal(component, "above 0 and finite", number);
    }

    /**
     * A finite number of at least 0.
     *
     * @param value at least 0
     * @param component the name in messages
     * @return the value; 0.0 for -0.0
     */
    public static double notNegative(@Nullable Double value, String component) {
        double number = Required.present(value, component);
        if (number >= 0 && number < Double.POSITIVE_INFINITY) {
            return number + 0.0;
        }
        throw refusal(component, "at least 0 and finite", number);
    }

    /**
     * A number within bounds.
     *
     * @param value from least to most
     * @param least the least accepted
     * @param most the greatest accepted
     * @param component the name in messages
     * @return the value
     */
    public static double between(@Nullable Double value, double least, double most, String component) {
        double number = Required.present(value, component);
        if (number >= least && number <= most) {
            return number;
        }
        throw refusal(component, "from " + least + " to " + most, number);
    }

    private static IllegalArgumentException refusal(String component, String accepted, double number) {
        return new IllegalArgumentException(component + " must be " + accepted + ", but was " + number + ".");
    }
}
