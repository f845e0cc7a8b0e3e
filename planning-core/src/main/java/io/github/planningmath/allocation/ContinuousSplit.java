package io.github.planningmath.allocation;

import org.jspecify.annotations.Nullable;

/** The best split without rounding, and what follows from it for other questions than that of a given budget. */
final class ContinuousSplit {

    /** Half of the relative gap that is promised. */
    private static final double TOLERANCE = 5e-10;

    private static final int MOST_NODES = 200_000;
    private static final int MOST_STEPS = 400;
    private static final double ACCURACY = 4e-16;

    /** After so many steps of Newton's method the interval must have halved. */
    private static final int CHECKED_EVERY = 4;

    private ContinuousSplit() {}

    /** The best split of a budget; null where the bounds do not admit it. */
    static @Nullable ContinuousAllocation best(ResponseColumns columns, double budget) {
        if (!columns.allConcave()) {
            return new GlobalSearch(columns, budget, TOLERANCE, MOST_NODES).allocation();
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
     * The least budget whose best split brings an outcome, by Newton's method on logarithms, which is exact for constant
     * elasticities; halving the interval where a step leaves it, or steps are slow.
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
            ContinuousAllocation split = at(columns, at);
            if (split.outcome() >= outcome) {
                high = at;
            } else {
                low = at;
            }
            double elasticity = split.marginalReturn() * at / split.outcome();
            double next = at * Math.exp(Math.log(outcome / split.outcome()) / elasticity);
            if (Math.abs(next - at) <= ACCURACY * at && elasticity < Double.POSITIVE_INFINITY) {
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
     * The greatest budget whose best split returns a target on average, from above: by Newton's method on the concave envelopes,
     * which never gets below it, and where they are not the curves themselves, on from there. No budget below {@code b} is
     * too great if it is above {@code outcome(b) / target}.
     *
     * @param most a budget that no solution exceeds
     * @return the budget; below least where there is none
     */
    static double budgetAtReturn(ResponseColumns columns, double target, double least, double most) {
        double at = onEnvelopes(columns, target, least, most);
        for (int step = 0; step < MOST_STEPS && at >= least && !columns.allConcave(); step++) {
            double enough = at(columns, at).outcome() / target;
            if (!(enough < at * (1 - ACCURACY))) {
                break;
            }
            at = enough;
        }
        return at;
    }

    private static double onEnvelopes(ResponseColumns columns, double target, double least, double most) {
        Envelopes envelopes = Envelopes.of(columns, most);
        double at = most;
        for (int step = 0; step < MOST_STEPS && at >= least; step++) {
            WaterFilling filling = new WaterFilling(envelopes);
            filling.fill(at, Double.NaN);
            double excess = target * at - envelopes.outcome(filling.filled());
            double fall = target - Math.exp(filling.logMultiplier());
            double next = at - excess / (fall > 0 ? fall : target);
            if (!(excess > ACCURACY * target * at && next < at)) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** The best split of a budget that the bounds are known to admit. */
    static ContinuousAllocation at(ResponseColumns columns, double budget) {
        ContinuousAllocation split = best(columns, budget);
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
