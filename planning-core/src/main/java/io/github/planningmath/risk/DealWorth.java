package io.github.planningmath.risk;

import org.jspecify.annotations.Nullable;

/**
 * What a product's deals and customers are worth to a sum, month by month.
 *
 * @param own what a deal of a lead is worth itself
 * @param repeat what a repeat deal is worth
 * @param staying what a customer is worth who stays for another month
 * @param leaving what one is worth who leaves
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record DealWorth(double[] own, double[] repeat, double[] staying, double[] leaving) {

    /** What is nearer than this to a whole step is one. */
    static final double WHOLE = 1e-9;

    /** By a draw of the constants; where none is given, each deal is worth 1. */
    static DealWorth of(Measurement measurement, Exposure.ProductTerms terms, int months, double @Nullable [] draws) {
        DealWorth worth = new DealWorth(new double[months], new double[months], new double[months], new double[months]);
        for (int month = measurement.from(); month <= measurement.to(); month++) {
            double perDeal = draws == null ? 1 : measurement.perDeal(terms, month, draws);
            worth.own[month] = measurement.ofNewDeal(month, perDeal);
            double perRepeat = draws == null ? 1 : measurement.perRepeat(terms, month, draws);
            worth.repeat[month] = measurement.ofRepeatDeal(perRepeat);
            worth.staying[month] = measurement.ofStaying(month);
            worth.leaving[month] = measurement.ofLeaving();
        }
        return worth;
    }

    /** The same, counted in steps. */
    DealWorth in(double step) {
        return new DealWorth(in(own, step), in(repeat, step), in(staying, step), in(leaving, step));
    }

    /** Whether all amounts are whole steps. */
    boolean isWhole() {
        return isWhole(own) && isWhole(repeat) && isWhole(staying) && isWhole(leaving);
    }

    private static boolean isWhole(double[] steps) {
        for (double each : steps) {
            if (Math.abs(each - Math.rint(each)) >= WHOLE) {
                return false;
            }
        }
        return true;
    }

    private static double[] in(double[] amounts, double step) {
        double[] steps = new double[amounts.length];
        for (int month = 0; month < steps.length; month++) {
            steps[month] = amounts[month] / step;
        }
        return steps;
    }
}
