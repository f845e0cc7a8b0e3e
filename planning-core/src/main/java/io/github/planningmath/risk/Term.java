package io.github.planningmath.risk;

/**
 * One constant by month, of which a draw may take the place: the draw stands for its first value, and later ones move with it, amounts
 * and ratios in proportion, rates in proportion of their odds.
 */
final class Term implements ByDraw {

    private static final int KNOWN = -1;

    private final double[] byMonth;
    private final int draw;
    private final boolean isRate;

    private Term(double[] byMonth, int draw, boolean isRate) {
        this.byMonth = byMonth;
        this.draw = draw;
        this.isRate = isRate;
    }

    /** A constant that is known. */
    static Term known(double... byMonth) {
        return new Term(byMonth, KNOWN, false);
    }

    /**
     * A constant of which the draw at a place stands for its first value.
     *
     * @param name what it is called
     * @throws IllegalArgumentException if it changes from 0, or as a rate from 1: later values cannot move with that
     */
    static Term drawn(Object name, double[] byMonth, int draw, boolean isRate) {
        Term term = new Term(byMonth, draw, isRate);
        double first = byMonth[0];
        if (!term.isSteady() && (first == 0 || (isRate && first == 1))) {
            throw new IllegalArgumentException("Uncertainty.doubts of " + name
                    + " must be of a constant that does not change, or whose first value is above 0"
                    + (isRate ? " and below 1" : "") + ", for later values move with it, but was "
                    + (first == 0 ? "0" : "1") + " in the first month.");
        }
        return term;
    }

    @Override
    public boolean isDrawn() {
        return draw != KNOWN;
    }

    @Override
    public boolean isSteady() {
        for (double value : byMonth) {
            if (value != byMonth[0]) {
                return false;
            }
        }
        return true;
    }

    /** The value that the plan has. */
    double planned(int month) {
        return byMonth[month];
    }

    /** The value of a month by a draw of the constants. */
    @Override
    public double at(int month, double[] draws) {
        double planned = byMonth[month];
        if (draw == KNOWN) {
            return planned;
        }
        double drawn = draws[draw];
        double first = byMonth[0];
        if (planned == first) {
            return drawn;
        }
        if (!isRate) {
            return planned * (drawn / first);
        }
        if (planned == 1) {
            return 1;
        }
        double odds = drawn / (1 - drawn) * (planned * (1 - first)) / (first * (1 - planned));
        return odds < Double.POSITIVE_INFINITY ? odds / (1 + odds) : 1;
    }
}
