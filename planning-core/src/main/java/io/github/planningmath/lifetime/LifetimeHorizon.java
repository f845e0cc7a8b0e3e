package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;

/** How far ahead a value looks. That it looks without end is said, never assumed. */
@LifetimeHorizonJson
public sealed interface LifetimeHorizon {

    /** The most periods of a horizon that ends: 270 years in days. */
    int LONGEST = RetentionPeriods.LONGEST;

    /**
     * A number of periods, each with its margin.
     *
     * @param count from 1 to 100,000
     */
    record Periods(Integer count) implements LifetimeHorizon {

        public Periods {
            Required.between(count, 1, LONGEST, "LifetimeHorizon.periods");
        }

        @Override
        public double discountedLifetime(RetentionCurve curve, int age, double discount) {
            return curve.discountedLifetime(age, count, discount);
        }

        @Override
        public String toString() {
            return count + " periods";
        }
    }

    /** All periods to come. */
    record Unbounded() implements LifetimeHorizon {

        @Override
        public double discountedLifetime(RetentionCurve curve, int age, double discount) {
            return curve.discountedLifetime(age, discount);
        }

        @Override
        public String toString() {
            return "all periods";
        }
    }

    /**
     * A horizon that ends.
     *
     * @param count the margins that count, from 1 to 100,000
     * @return the horizon
     * @throws IllegalArgumentException if the count is not accepted
     */
    static LifetimeHorizon periods(int count) {
        return new Periods(count);
    }

    /**
     * The horizon without end.
     *
     * @return all periods to come
     */
    static LifetimeHorizon unbounded() {
        return new Unbounded();
    }

    /**
     * The discounted periods to expect within the horizon of a customer who is there at an age, the present one included.
     *
     * @param curve how customers stay
     * @param age periods since the customer was won, at least 0
     * @param discount the effective rate for one period, at least 0 and finite
     * @return at least 1; without end it may be infinite
     * @throws IllegalArgumentException if an argument is not accepted, or the curve does not know enough periods
     */
    double discountedLifetime(RetentionCurve curve, int age, double discount);
}
