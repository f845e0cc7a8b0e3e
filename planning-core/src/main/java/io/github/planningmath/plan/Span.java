package io.github.planningmath.plan;

/**
 * What is known of a piecewise linear function between two places: its values at both, and between which slopes it lies.
 *
 * @param atStart the value at the first place
 * @param atEnd the value at the second
 * @param leastSlope no slope in between is below
 * @param greatestSlope no slope in between is above
 */
record Span(double atStart, double atEnd, double leastSlope, double greatestSlope) {

    static final Span ZERO = constant(0);

    static Span constant(double value) {
        return new Span(value, value, 0, 0);
    }

    /** The line {@code slope * x} from one place to another. */
    static Span line(double slope, double from, double to) {
        return new Span(slope * from, slope * to, slope, slope);
    }

    Span plus(Span other) {
        return new Span(
                atStart + other.atStart,
                atEnd + other.atEnd,
                leastSlope + other.leastSlope,
                greatestSlope + other.greatestSlope);
    }

    Span plus(double value) {
        return new Span(atStart + value, atEnd + value, leastSlope, greatestSlope);
    }

    Span times(double factor) {
        return factor >= 0
                ? new Span(atStart * factor, atEnd * factor, leastSlope * factor, greatestSlope * factor)
                : new Span(atStart * factor, atEnd * factor, greatestSlope * factor, leastSlope * factor);
    }

    Span max(Span other) {
        if (isNowhereBelow(other)) {
            return this;
        }
        if (other.isNowhereBelow(this)) {
            return other;
        }
        return new Span(
                Math.max(atStart, other.atStart),
                Math.max(atEnd, other.atEnd),
                Math.min(leastSlope, other.leastSlope),
                Math.max(greatestSlope, other.greatestSlope));
    }

    Span min(Span other) {
        return times(-1).max(other.times(-1)).times(-1);
    }

    private boolean isNowhereBelow(Span other) {
        return (atStart >= other.atStart && (leastSlope >= other.greatestSlope || isAtEndsToo(other)))
                || (atEnd >= other.atEnd && greatestSlope <= other.leastSlope);
    }

    private boolean isAtEndsToo(Span other) {
        return isStraight() && other.isStraight() && atEnd >= other.atEnd;
    }

    boolean isStraight() {
        return leastSlope == greatestSlope;
    }

    /** The most that the function can be in between, its ends included: where the steepest ways from both ends meet. */
    double most(double length) {
        if (isStraight()) {
            return Math.max(atStart, atEnd);
        }
        double meeting = (atEnd - atStart - leastSlope * length) / (greatestSlope - leastSlope);
        double within = Math.max(0, Math.min(length, meeting));
        return Math.max(Math.max(atStart, atEnd), atStart + greatestSlope * within);
    }
}
