package io.github.planningmath.risk;

/** The interval of a mean whose variance is estimated from few independent values. */
final class StudentInterval {

    /** Two-sided 95 % points of Student's law by degrees of freedom 1, 3, 7, 15, 31 and 63 (any table of it). */
    private static final double[] POINTS = {12.706205, 3.182446, 2.364624, 2.131450, 2.039513, 1.998341};

    private StudentInterval() {}

    /** Half the width of the 95 % interval of the mean of a power of two of values, at most 64; 0 of one value. */
    static double halfWidth(double[] values) {
        int n = values.length;
        if (n == 1) {
            return 0;
        }
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int power = Integer.numberOfTrailingZeros(n);
        return POINTS[power - 1] * Math.sqrt(squares / (n - 1) / n);
    }
}
