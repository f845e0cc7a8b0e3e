package io.github.planningmath.risk;

/**
 * One constant by month, of which a draw may take the place: the draw stands for its first value, and later ones move with it, amounts
 * and ratios in proportion, rates in proportion of their odds.
 */
final class Term {

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

    /** A constant of which the draw at a place stands for its first value. */
    static Term drawn(double[] byMonth, int draw, boolean isRate) {
        return new Term(byMonth, draw, isRate);
    }

    boolean isDrawn() {
        return draw != KNOWN;
    }

    boolean isSteady() {
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
    double at(int month, double[] draws) {
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
        double odds = drawn / (1 - drawn) * (planned * (1 - first)) / (first * (1 - planned));
        return planned == 1 ? 1 : odds / (1 + odds);
    }
}
