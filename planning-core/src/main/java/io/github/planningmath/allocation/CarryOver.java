package io.github.planningmath.allocation;

/**
 * What of a period's stock of advertising lasts into the next: a given share, or one that is to be fitted.
 *
 * @param given the share; where it is to be fitted, nothing
 * @param fitted whether it is to be fitted
 */
record CarryOver(double given, boolean fitted) {

    static final CarryOver NONE = new CarryOver(0, false);

    /** Above it a stock would remember a hundred periods, more than points tell. */
    static final double MOST = 0.99;

    boolean isInTime() {
        return fitted || given > 0;
    }

    /** {@code stock(t) = spend(t) + share * stock(t - 1)}, from nothing before the first period. */
    static double[] stocks(double[] spends, double share) {
        double[] stocks = spends.clone();
        for (int i = 1; i < stocks.length; i++) {
            stocks[i] += share * stocks[i - 1];
        }
        return stocks;
    }

    /** The derivatives of the stocks by the share. */
    static double[] byShare(double[] stocks, double share) {
        double[] derivatives = new double[stocks.length];
        for (int i = 1; i < stocks.length; i++) {
            derivatives[i] = stocks[i - 1] + share * derivatives[i - 1];
        }
        return derivatives;
    }
}
