package io.github.planningmath.lifetime;

/** The times and histories that {@link BgBb} accepts: all of whole opportunities, with at most one purchase at each. */
final class Opportunities {

    private Opportunities() {}

    static void require(PurchaseHistory history) {
        require(history.frequency(), history.recency(), history.age());
    }

    static void require(long frequency, double recency, double age) {
        count(recency, "BgBb.history.recency");
        count(age, "BgBb.history.age");
        if (!(frequency <= recency)) {
            throw new IllegalArgumentException("BgBb.history.frequency must be at most the recency, " + recency
                    + ", because there is at most one purchase at each opportunity, but was " + frequency + ".");
        }
    }

    /** Whether all histories are of opportunities. */
    static boolean areIn(HistoryCounts counts) {
        for (int row = 0; row < counts.size(); row++) {
            if (!(isWhole(counts.recency(row))
                    && isWhole(counts.age(row))
                    && counts.frequency(row) <= counts.recency(row))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(double time) {
        return time >= 0 && time <= Integer.MAX_VALUE && time == Math.rint(time);
    }

    /** A time, which must be a whole number of opportunities. */
    static double count(double time, String component) {
        if (isWhole(time)) {
            return time;
        }
        throw new IllegalArgumentException(
                component + " must be a whole number of opportunities, at least 0, but was " + time + ".");
    }
}
