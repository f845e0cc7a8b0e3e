package io.github.planningmath.examples.annualplan;

import io.github.planningmath.quantity.Rate;

/** From a profit goal to the norms of a year. */
public final class AnnualPlan {

    private AnnualPlan() {}

    /**
     * Prints the plan.
     *
     * @param args none yet
     */
    public static void main(String[] args) {
        System.out.println("100 deals need " + Rate.parse("2.5%").needFor(100) + " leads at 2.5%.");
    }
}
