package io.github.planningmath.review;

/**
 * The rate that a whole count shows month by month, beside the one it was planned at. A count is rounded on its sum, so it
 * may be less than one off what the rate makes of the counts before it, and the fraction belongs to nobody: as long as its
 * sum is, the rate is the planned one exactly. Where it is not, the count is taken at its word, all of what it strayed by.
 *
 * <p>So one who keeps a rate is never charged for what rounding does, however long, and one who does not is charged for all
 * of it but a fraction of one.
 */
final class CountedRate {

    /** A count that is off by one is off; so are the last bits of sums of doubles. */
    static final double LESS_THAN_ONE = 1 - 1e-9;

    /** Less is one of the last bits of the doubles. */
    static final double DUST = 1e-9;

    /** What may lie between a whole count and its exact value besides. */
    private double slack;

    /** The count less what the rate makes of the counts before it, since it was last taken at its word. */
    private double strayed;

    /** The count less what was made of it here. */
    private double behind;

    /**
     * What a month's count is taken for.
     *
     * @param counted the count of the month
     * @param expected what the rate makes of the counts before it
     * @param made what the rate makes of what those were taken for
     * @return {@code made} while the rate explains the count, of the one or of the other, else what brings the sum to that of the counts
     */
    double of(double counted, double expected, double made) {
        return of(counted, expected, made, 0);
    }

    /**
     * What a month's count is taken for, where a planned one strays as well.
     *
     * @param planned how far the sum of planned counts is off by now
     */
    double of(double counted, double expected, double made, double planned) {
        strayed += counted - expected;
        behind += counted;
        double taken = made;
        double most = Math.max(LESS_THAN_ONE, Math.abs(planned) + DUST) + slack;
        if (!(Math.min(Math.abs(strayed), Math.abs(behind - made)) < most)) {
            taken = behind > DUST ? behind : 0;
            strayed = behind - taken;
        }
        behind -= taken;
        return taken;
    }

    /** Allows for counts before this one that are known in whole numbers only. */
    void allow(double further) {
        slack += further;
    }

    /** Begins anew after a month of which the count is not known. */
    void beginAnew() {
        strayed = 0;
        behind = 0;
    }
}
