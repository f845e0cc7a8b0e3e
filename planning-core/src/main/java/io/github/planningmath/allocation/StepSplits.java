package io.github.planningmath.allocation;

import org.jspecify.annotations.Nullable;

/**
 * The best splits of budgets in whole steps: exactly where all curves are concave or steps are few, else near the best split
 * without steps.
 */
final class StepSplits {

    /** For one of the many splits that a question may take. */
    private static final long LITTLE_WORK = ContinuousSplit.MOST_WORK / 32;

    private final ResponseColumns columns;
    private final double step;
    private final StepBounds bounds;
    private @Nullable StepProgramme latest;

    StepSplits(ResponseColumns columns, double step, StepBounds bounds) {
        this.columns = columns;
        this.step = step;
        this.bounds = bounds;
    }

    StepSplit best(long budget) {
        return best(budget, ContinuousSplit.MOST_WORK);
    }

    /** With less work where the best is not found exactly. */
    StepSplit quick(long budget) {
        return best(budget, LITTLE_WORK);
    }

    /** What the quick split of a budget brings. */
    double outcome(long budget) {
        StepProgramme programme = programme(budget);
        return programme == null ? rounded(budget, LITTLE_WORK).outcome() : programme.outcome(budget);
    }

    private StepSplit best(long budget, long work) {
        StepProgramme programme = programme(budget);
        if (programme == null) {
            return rounded(budget, work);
        }
        long[] steps = programme.steps(budget);
        double outcome = programme.outcome(budget);
        double[] spends = new double[steps.length];
        for (int channel = 0; channel < spends.length; channel++) {
            spends[channel] = steps[channel] * step;
        }
        return new StepSplit(steps, outcome, outcome, ContinuousSplit.beside(columns, budget * step, spends, work));
    }

    private StepSplit rounded(long budget, long work) {
        ContinuousAllocation continuous = ContinuousSplit.at(columns, budget * step, work);
        long[] steps = new StepRounding(columns, step, bounds).steps(continuous.spends(), budget);
        double outcome = 0;
        for (int channel = 0; channel < steps.length; channel++) {
            outcome += columns.curve(channel).value(steps[channel] * step);
        }
        double bound = columns.allConcave() ? outcome : Math.max(outcome, continuous.upperBound());
        return new StepSplit(steps, outcome, bound, continuous);
    }

    /** The programme up to a budget or beyond; null where none is needed, or it would take too long. */
    private @Nullable StepProgramme programme(long budget) {
        if (columns.allConcave() || !StepProgramme.isSmall(bounds, budget)) {
            return null;
        }
        if (latest == null || latest.greatest() < budget) {
            latest = new StepProgramme(columns, step, bounds, latest == null ? budget : farther(budget));
        }
        return latest;
    }

    /** So far that a search upwards meets few programmes. */
    private long farther(long budget) {
        long twice = Math.min(bounds.mostOfAll(), budget + (budget - bounds.leastOfAll()));
        return StepProgramme.isSmall(bounds, twice) ? twice : budget;
    }
}
