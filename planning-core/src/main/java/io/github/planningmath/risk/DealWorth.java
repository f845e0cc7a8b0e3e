package io.github.planningmath.risk;

import org.jspecify.annotations.Nullable;

/**
 * What a product's deals and customers are worth to a sum, month by month.
 *
 * @param own what a deal of a lead is worth itself
 * @param repeat what a repeat deal is worth
 * @param customer what a customer is worth who is there at the month's end
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record DealWorth(double[] own, double[] repeat, double[] customer) {

    /** By a draw of the constants; where none is given, each deal is worth 1. */
    static DealWorth of(Measurement measurement, Exposure.ProductTerms terms, int months, double @Nullable [] draws) {
        DealWorth worth = new DealWorth(new double[months], new double[months], new double[months]);
        for (int month = measurement.from(); month <= measurement.to(); month++) {
            double perDeal = draws == null ? 1 : measurement.perDeal(terms, month, draws);
            worth.own[month] = measurement.countsNewDeals() ? perDeal : 0;
            worth.repeat[month] = measurement.countsRepeatDeals() ? perDeal : 0;
            worth.customer[month] = measurement.countsCustomers(month) ? 1 : 0;
        }
        return worth;
    }

    /** The same, counted in steps. */
    DealWorth in(double step) {
        return new DealWorth(in(own, step), in(repeat, step), in(customer, step));
    }

    private static double[] in(double[] amounts, double step) {
        double[] steps = new double[amounts.length];
        for (int month = 0; month < steps.length; month++) {
            steps[month] = amounts[month] / step;
        }
        return steps;
    }
}
