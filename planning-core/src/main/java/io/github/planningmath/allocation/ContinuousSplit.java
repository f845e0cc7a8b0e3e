package io.github.planningmath.allocation;

import org.jspecify.annotations.Nullable;

/** The best split without rounding, and what follows from it for other questions than that of a given budget. */
final class ContinuousSplit {

    /** The parts of a search, times the channels of each: a second or two, with groups three. */
    static final long MOST_WORK = 1_000_000;

    private static final int MOST_STEPS = 400;
    private static final double ACCURACY = 4e-16;

    /** After so many steps of Newton's method the interval must have halved. */
    private static final int CHECKED_EVERY = 4;

    /** Where an outcome rises by less than so much of what the budget does, its rounding is seen in the budget. */
    private static final double FLAT = 1e-3;

    private ContinuousSplit() {}

    /** The best split of a budget; null where the bounds do not admit it. */
    static @Nullable ContinuousAllocation best(ResponseColumns columns, double budget) {
        return best(columns, budget, MOST_WORK);
    }

    private static @Nullable ContinuousAllocation best(ResponseColumns columns, double budget, long work) {
        if (!columns.allConcave()) {
            return new GlobalSearch(columns, budget, work).allocation();
        }
        Envelopes envelopes = Envelopes.of(columns, budget);
        WaterFilling filling = new WaterFilling(envelopes);
        return filling.fill(budget, Double.NaN) ? allocation(envelopes, filling) : null;
    }

    /** The budget up to which the envelopes' marginal return is at least a threshold, no more than a limit. */
    static double budgetAt(ResponseColumns columns, double threshold, double limit) {
        Envelopes envelopes = Envelopes.of(columns, limit);
        WaterFilling filling = new WaterFilling(envelopes);
        filling.fillTo(Math.log(threshold));
        double sum = 0;
        for (int channel = 0; channel < columns.size(); channel++) {
            sum += envelopes.spend(channel, filling.filled());
        }
        return sum;
    }

    /**
     * The least budget whose best split over the envelopes brings an outcome, by Newton's method on logarithms, which is exact
     * for constant elasticities; halving the interval where a step leaves it, steps are slow, or the outcome hardly rises.
     *
     * @param least a budget that does not bring it
     * @param most a budget that does
     */
    static double leastBudget(ResponseColumns columns, double outcome, double least, double most) {
        double low = least;
        double high = most;
        double at = most;
        double width = high - low;
        for (int step = 1; step <= MOST_STEPS && high - low > ACCURACY * high; step++) {
            Envelopes envelopes = Envelopes.of(columns, at);
            WaterFilling filling = new WaterFilling(envelopes);
            filling.fill(at, Double.NaN);
            double brings = envelopes.outcome(filling.filled());
            if (brings >= outcome) {
                high = at;
            } else {
                low = at;
            }
            double elasticity = Math.exp(filling.logMultiplier()) * at / brings;
            double next = at * Math.exp(Math.log(outcome / brings) / elasticity);
            if (Math.abs(next - at) <= ACCURACY * at && elasticity > FLAT && elasticity < Double.POSITIVE_INFINITY) {
                return next;
            }
            boolean slow = step % CHECKED_EVERY == 0 && high - low > width / 2;
            width = step % CHECKED_EVERY == 0 ? high - low : width;
            at = next > low && next < high && !slow ? next : middle(low, high);
        }
        return high;
    }

    private static double middle(double low, double high) {
        return low > 0 && high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
    }

    /**
     * The greatest budget whose best split over the envelopes returns a target on average, from above: by Newton's method, which
     * never gets below it.
     *
     * @param most a budget that no solution exceeds
     * @return the budget; below least where there is none
     */
    static double budgetAtReturn(ResponseColumns columns, double target, double least, double most) {
        Envelopes envelopes = Envelopes.of(columns, most);
        double at = most;
        for (int step = 0; step < MOST_STEPS && at >= least; step++) {
            WaterFilling filling = new WaterFilling(envelopes);
            filling.fill(at, Double.NaN);
            double brings = envelopes.outcome(filling.filled());
            double multiplier = Math.exp(filling.logMultiplier());
            double excess = target * at - brings;
            double fall = target - multiplier;
            // The tangent meets the target there; what rounding may lose of it is added, so as to stay above.
            double tangent = multiplier * at;
            double next = fall > 0 ? (brings - tangent + ACCURACY * (brings + tangent)) / fall : brings / target;
            if (!(excess > ACCURACY * target * at && next < at)) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** What no split of a budget exceeds. */
    static double greatestOutcome(ResponseColumns columns, double budget) {
        Envelopes envelopes = Envelopes.of(columns, budget);
        WaterFilling filling = new WaterFilling(envelopes);
        filling.fill(budget, Double.NaN);
        return envelopes.outcome(filling.filled());
    }

    /** What a further unit of money brings over the envelopes beyond a budget. */
    static double marginalReturn(ResponseColumns columns, double budget, double limit) {
        WaterFilling filling = new WaterFilling(Envelopes.of(columns, limit));
        filling.fill(budget, Double.NaN);
        return Math.exp(filling.logMultiplier());
    }

    /** The best split of a budget that the bounds are known to admit, within so much work. */
    static ContinuousAllocation at(ResponseColumns columns, double budget, long work) {
        return admitted(best(columns, budget, work), budget);
    }

    /** The best split of a budget, which is no worse than a given one. */
    static ContinuousAllocation beside(ResponseColumns columns, double budget, double[] spends, long work) {
        GlobalSearch search = new GlobalSearch(columns, budget, work);
        search.offer(spends);
        return admitted(search.allocation(), budget);
    }

    private static ContinuousAllocation admitted(@Nullable ContinuousAllocation split, double budget) {
        if (split != null) {
            return split;
        }
        throw new IllegalStateException("The bounds admitted a budget of " + budget + " before.");
    }

    private static ContinuousAllocation allocation(Envelopes envelopes, WaterFilling filling) {
        ResponseColumns columns = envelopes.columns();
        double[] spends = new double[columns.size()];
        double outcome = 0;
        for (int channel = 0; channel < spends.length; channel++) {
            spends[channel] = envelopes.spend(channel, filling.filled());
            outcome += columns.curve(channel).value(spends[channel]);
        }
        return new ContinuousAllocation(
                spends, outcome, outcome, Math.exp(filling.logMultiplier()), filling.residual(), 1);
    }
}
