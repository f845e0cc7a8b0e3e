package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Product;

/**
 * The customers of one product, cohort by cohort, on one side: what stays of a customer to the end of the review and how
 * many repeat deals one makes until then, at the constants' rates by age; retention is moved month by month so that the
 * base comes out as it was. Comparing cohorts of one age, a younger base is not mistaken for a weaker one.
 */
final class Customers {

    private final int months;
    private final double[] opening;
    private final double[] retention;
    private final double[] repeat;

    /** By month: how many times the constants' retention it was. */
    final double[] retained;

    /** By month: repeat deals at the constants' rates. */
    final double[] expectedRepeats;

    /** By the month that a customer was won in: repeat deals of one, after it. */
    final double[] repeats;

    /** By the month that a customer was won in: the share of one that is left at the end. */
    final double[] left;

    /** Repeat deals of the opening customers. */
    final double openingRepeats;

    /** Opening customers that are left at the end. */
    final double openingLeft;

    /** The customers at the end by age, as the base counts them. */
    final double[] atEnd;

    /**
     * Follows the customers of a product.
     *
     * @param base customers at each month's end; NaN where not known
     * @param newDeals customers won by month
     * @param otherwise by month, the retention where it cannot be told
     */
    Customers(Plan plan, Product product, double[] base, double[] newDeals, double[] otherwise) {
        months = newDeals.length;
        opening = opening(plan, product.name());
        int ages = opening.length + months + 1;
        retention = new double[ages];
        repeat = new double[ages];
        for (int age = 0; age < ages; age++) {
            retention[age] = product.repeat().retention(age).toDouble();
            repeat[age] = product.repeat().repeat(age).toDouble();
        }
        retained = new double[months];
        expectedRepeats = new double[months];
        atEnd = follow(base, newDeals, otherwise);
        repeats = new double[months];
        left = new double[months];
        for (int won = 0; won < months; won++) {
            double alive = 1;
            for (int month = won + 1; month < months; month++) {
                repeats[won] += alive * repeat[month - 1 - won];
                alive *= retention[month - 1 - won] * retained[month];
            }
            left[won] = alive;
        }
        double[] sums = ofOpening();
        openingRepeats = sums[0];
        openingLeft = sums[1];
    }

    private static double[] opening(Plan plan, String product) {
        int oldest = -1;
        for (Position.Customers cohort : plan.opening().customers()) {
            oldest = cohort.product().equals(product) ? Math.max(oldest, cohort.age()) : oldest;
        }
        double[] byAge = new double[oldest + 1];
        for (Position.Customers cohort : plan.opening().customers()) {
            if (cohort.product().equals(product)) {
                byAge[cohort.age()] += cohort.count() + cohort.billionths() * 1e-9;
            }
        }
        return byAge;
    }

    private double[] follow(double[] base, double[] newDeals, double[] otherwise) {
        double[] cohorts = java.util.Arrays.copyOf(opening, opening.length + months);
        int oldest = opening.length - 1;
        for (int month = 0; month < months; month++) {
            double staying = 0;
            for (int age = 0; age <= oldest; age++) {
                staying += cohorts[age] * retention[age];
                expectedRepeats[month] += cohorts[age] * repeat[age];
            }
            double stayed = Math.max(0, base[month] - newDeals[month]);
            retained[month] = staying > 0 && !Double.isNaN(stayed) ? stayed / staying : otherwise[month];
            for (int age = oldest; age >= 0; age--) {
                cohorts[age + 1] = cohorts[age] * retention[age] * retained[month];
            }
            cohorts[0] = newDeals[month];
            oldest++;
        }
        return cohorts;
    }

    private double[] ofOpening() {
        double[] sums = new double[2];
        for (int age = 0; age < opening.length; age++) {
            double alive = opening[age];
            for (int month = 0; month < months && alive > 0; month++) {
                sums[0] += alive * repeat[age + month];
                alive *= retention[age + month] * retained[month];
            }
            sums[1] += alive;
        }
        return sums;
    }
}
