package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;

/**
 * How many customers there could be: the total market (TAM), the part of it that can be served (SAM), and the part of that
 * which can be won (SOM). Counts are whole and rounded down once, from the exact shares; times a customer's lifetime value
 * they are money, a statistic.
 *
 * @param total customers in the whole market, at least 0
 * @param serviceable the share that can be served, from 0 to 1
 * @param obtainable the share of those served that can be won, from 0 to 1
 */
public record MarketPotential(Long total, Ratio serviceable, Ratio obtainable) implements DocumentPart {

    public MarketPotential {
        Required.count(total, "MarketPotential.total");
        share(serviceable, "MarketPotential.serviceable");
        share(obtainable, "MarketPotential.obtainable");
    }

    private static void share(Ratio share, String component) {
        if (!(Required.present(share, component).compareTo(Ratio.ONE) <= 0)) {
            throw new IllegalArgumentException(component + " must be from 0 to 1, but was " + share + ".");
        }
    }

    /**
     * The potential of three counts.
     *
     * @param total customers in the whole market, above 0
     * @param serviceable those who can be served, above 0 and at most the total
     * @param obtainable those who can be won, from 0 to those served
     * @return the potential, whose counts are these
     * @throws IllegalArgumentException if a count is not accepted
     */
    public static MarketPotential ofCounts(long total, long serviceable, long obtainable) {
        return new MarketPotential(total, Ratio.of(serviceable, total), Ratio.of(obtainable, serviceable));
    }

    /**
     * The customers who can be served.
     *
     * @return {@code floor(total * serviceable)}
     */
    public long serviceableCustomers() {
        return serviceable.yieldOf(total);
    }

    /**
     * The customers who can be won.
     *
     * @return {@code floor(total * serviceable * obtainable)}
     * @throws ArithmeticException if a term of the product of the shares does not fit in a long
     */
    public long obtainableCustomers() {
        return serviceable.times(obtainable).yieldOf(total);
    }

    /**
     * What the whole market is worth.
     *
     * @param lifetimeValue of one customer, at least 0
     * @return {@code total * lifetimeValue}
     * @throws IllegalArgumentException if the value is not accepted
     */
    public double totalValue(double lifetimeValue) {
        return value(total, lifetimeValue);
    }

    /**
     * What those who can be served are worth.
     *
     * @param lifetimeValue of one customer, at least 0
     * @return {@code serviceableCustomers * lifetimeValue}
     * @throws IllegalArgumentException if the value is not accepted
     */
    public double serviceableValue(double lifetimeValue) {
        return value(serviceableCustomers(), lifetimeValue);
    }

    /**
     * What those who can be won are worth.
     *
     * @param lifetimeValue of one customer, at least 0
     * @return {@code obtainableCustomers * lifetimeValue}
     * @throws IllegalArgumentException if the value is not accepted
     */
    public double obtainableValue(double lifetimeValue) {
        return value(obtainableCustomers(), lifetimeValue);
    }

    /**
     * How those who can be won come in, year by year.
     *
     * @param p the coefficient of innovation, above 0
     * @param q the coefficient of imitation, at least 0
     * @return the diffusion among the obtainable customers
     * @throws IllegalArgumentException if a coefficient is not accepted
     */
    public BassDiffusion diffusion(double p, double q) {
        return new BassDiffusion(p, q, obtainableCustomers());
    }

    private static double value(long customers, double lifetimeValue) {
        return customers * Doubles.notNegative(lifetimeValue, "MarketPotential.lifetimeValue");
    }
}
