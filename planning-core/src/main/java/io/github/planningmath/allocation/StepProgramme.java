package io.github.planningmath.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best splits in whole steps of every budget up to a greatest one, whatever the curves: a dynamic programme over the
 * channels of each group, and then over the groups and the channels outside of them.
 *
 * <p>Source: R. Bellman, Dynamic Programming, Princeton University Press, 1957, chapter 1.
 */
final class StepProgramme {

    /** Sums of two outcomes: a tenth of a second. */
    private static final double MOST_SUMS = 1.1e8;

    /** Outcomes of one part: a lone channel takes no sums, but each of its steps is valued and kept. */
    private static final double MOST_ROOM = 0x1p20;

    private final StepBounds bounds;
    private final Best whole;
    private final long greatest;

    /** What each number of steps beyond the least of some channels brings them at best, and their own steps then. */
    private interface Best {
        double[] outcomes();

        void choose(int beyond, long[] steps);
    }

    /** One channel, whose steps are its own choice. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Single(int channel, long least, double[] outcomes) implements Best {

        @Override
        public void choose(int beyond, long[] steps) {
            steps[channel] = least + beyond;
        }
    }

    /** Two parts and how many steps the second takes of each sum. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(Best first, Best second, double[] outcomes, int[] ofSecond) implements Best {

        @Override
        public void choose(int beyond, long[] steps) {
            first.choose(beyond - ofSecond[beyond], steps);
            second.choose(ofSecond[beyond], steps);
        }
    }

    /** A part that a group's floor keeps from its fewest steps, and its ceiling from its most. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Within(Best part, int from, double[] outcomes) implements Best {

        @Override
        public void choose(int beyond, long[] steps) {
            part.choose(from + beyond, steps);
        }
    }

    /**
     * A programme, whose bounds admit some budget.
     *
     * @param greatest the greatest budget, at least the least of all
     */
    StepProgramme(ResponseColumns columns, double step, StepBounds bounds, long greatest) {
        this.bounds = bounds;
        this.greatest = greatest;
        int room = (int) (greatest - bounds.leastOfAll());
        List<Best> parts = new ArrayList<>();
        int next = 0;
        for (StepBounds.Group group : bounds.groups()) {
            int from = (int) beyond(bounds, group, group.floor());
            int to = (int) Math.min(from + room, beyond(bounds, group, group.ceiling()));
            Best channels = best(singles(columns, step, group.begin(), group.end(), to), to);
            double[] outcomes = channels.outcomes();
            parts.add(new Within(channels, from, Arrays.copyOfRange(outcomes, from, outcomes.length)));
            next = group.end();
        }
        parts.addAll(singles(columns, step, next, columns.size(), room));
        whole = best(parts, room);
    }

    /** Whether a programme up to a budget is a matter of moments. */
    static boolean isSmall(StepBounds bounds, long greatest) {
        double room = greatest - bounds.leastOfAll() + 1.0;
        double sums = 0;
        for (StepBounds.Group group : bounds.groups()) {
            double from = beyond(bounds, group, group.floor());
            double to = Math.min(from + room, beyond(bounds, group, group.ceiling()) + 1.0);
            sums += sums(bounds, group.begin(), group.end(), to) + room * (to - from);
        }
        return sums + sums(bounds, bounds.ungrouped(), bounds.channels(), room) <= MOST_SUMS;
    }

    /** What a group's limit leaves beyond the least of its channels. */
    private static long beyond(StepBounds bounds, StepBounds.Group group, long limit) {
        return Math.max(0, limit - bounds.least(group.begin(), group.end()));
    }

    private static double sums(StepBounds bounds, int begin, int end, double room) {
        double sums = room > MOST_ROOM ? Double.POSITIVE_INFINITY : 0;
        for (int channel = begin + 1; channel < end; channel++) {
            sums += room * Math.min(room, bounds.most(channel) - bounds.least(channel) + 1.0);
        }
        return sums;
    }

    long greatest() {
        return greatest;
    }

    /** What the best split of a budget brings, which a greater budget never brings less than. */
    double outcome(long budget) {
        return whole.outcomes()[(int) (budget - bounds.leastOfAll())];
    }

    /** The steps by channel of the best split of a budget. */
    long[] steps(long budget) {
        long[] steps = new long[bounds.channels()];
        whole.choose((int) (budget - bounds.leastOfAll()), steps);
        return steps;
    }

    private List<Best> singles(ResponseColumns columns, double step, int begin, int end, int room) {
        List<Best> singles = new ArrayList<>();
        for (int channel = begin; channel < end; channel++) {
            long least = bounds.least(channel);
            double[] outcomes = new double[(int) Math.min(room, bounds.most(channel) - least) + 1];
            for (int beyond = 0; beyond < outcomes.length; beyond++) {
                outcomes[beyond] = columns.curve(channel).value((least + beyond) * step);
            }
            singles.add(new Single(channel, least, outcomes));
        }
        return singles;
    }

    private static Best best(List<Best> parts, int room) {
        Best best = parts.get(0);
        for (Best part : parts.subList(1, parts.size())) {
            best = pair(best, part, room);
        }
        return best;
    }

    private static Best pair(Best first, Best second, int room) {
        double[] left = first.outcomes();
        double[] right = second.outcomes();
        int most = Math.min(room, left.length + right.length - 2);
        double[] outcomes = new double[most + 1];
        int[] ofSecond = new int[most + 1];
        for (int sum = 0; sum <= most; sum++) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int taken = Math.max(0, sum - left.length + 1); taken <= Math.min(sum, right.length - 1); taken++) {
                double outcome = left[sum - taken] + right[taken];
                if (outcome > greatest) {
                    greatest = outcome;
                    ofSecond[sum] = taken;
                }
            }
            outcomes[sum] = greatest;
        }
        return new Pair(first, second, outcomes, ofSecond);
    }
}
