package io.github.planningmath.review;

/**
 * How far counts are from planned ones, where the count that they were made of is not known. A planned count is whole and
 * rounded up month by month, what happens at the same rate is rounded otherwise: a sum that is less than one off the planned
 * counts, or what the rate makes of those before them, or lies between the two, is as planned.
 */
final class PlannedRange {

    private double counted;
    private double least;
    private double most;

    /**
     * What a month's count is beyond the plan.
     *
     * @param count the count of the month
     * @param planned the planned one
     * @param atRate what the rate makes of the planned count before it
     * @return all of what the sum strayed by since it was last told; 0 while that is less than one
     */
    double beyond(double count, double planned, double atRate) {
        counted += count;
        least += Math.min(planned, atRate);
        most += Math.max(planned, atRate);
        double beyond = counted - Math.min(most, Math.max(least, counted));
        if (Math.abs(beyond) < CountedRate.LESS_THAN_ONE) {
            return 0;
        }
        beginAnew();
        return beyond;
    }

    void beginAnew() {
        counted = 0;
        least = 0;
        most = 0;
    }
}
