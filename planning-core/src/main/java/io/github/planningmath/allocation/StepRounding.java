package io.github.planningmath.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The best split in whole steps near the best split: rounded down, then filled up by the greatest gain, then one step moved
 * from one channel to another as long as that gains.
 *
 * <p>For concave curves, a split that no such move betters is the best there is. Source: K. Murota, Discrete Convex
 * Analysis, SIAM, 2003, theorem 6.26, doi:10.1137/1.9780898718508.
 */
final class StepRounding {

    /** Channels that share limits, and the moves that they offer. */
    private static final class Group {
        private final long floor;
        private final long ceiling;
        private final PriorityQueue<Move> gains = new PriorityQueue<>(Move::greaterFirst);
        private final PriorityQueue<Move> losses = new PriorityQueue<>(Move::smallerFirst);
        private long total;

        Group(StepBounds.Group limits) {
            this.floor = limits.floor();
            this.ceiling = limits.ceiling();
        }
    }

    /** One step more or less of a channel, as things stood after a number of changes of it. */
    private record Move(int channel, double worth, long steps) {

        static final Move NO_GAIN = new Move(-1, Double.NEGATIVE_INFINITY, 0);
        static final Move NO_LOSS = new Move(-1, Double.POSITIVE_INFINITY, 0);

        static int greaterFirst(Move left, Move right) {
            int byWorth = Double.compare(right.worth, left.worth);
            return byWorth == 0 ? Integer.compare(left.channel, right.channel) : byWorth;
        }

        static int smallerFirst(Move left, Move right) {
            int byWorth = Double.compare(left.worth, right.worth);
            return byWorth == 0 ? Integer.compare(right.channel, left.channel) : byWorth;
        }
    }

    /** What division in floating point may miss of a whole number of steps. */
    private static final double WHOLE = 1e-9;

    private static final int BOTH_SIDES = 0;

    private final ResponseColumns columns;
    private final double step;
    private final StepBounds bounds;
    private final List<Group> groups = new ArrayList<>();
    private final int[] groupOf;
    private final long[] steps;

    /** What each channel brings, and would bring with a step less and a step more. */
    private final double[] here;

    private final double[] below;
    private final double[] above;

    StepRounding(ResponseColumns columns, double step, StepBounds bounds) {
        int channels = bounds.channels();
        this.columns = columns;
        this.step = step;
        this.bounds = bounds;
        this.steps = new long[channels];
        this.groupOf = new int[channels];
        this.here = new double[channels];
        this.below = new double[channels];
        this.above = new double[channels];
        bounds.groups().forEach(this::add);
        add(new StepBounds.Group(bounds.ungrouped(), channels, 0, Long.MAX_VALUE));
    }

    private void add(StepBounds.Group limits) {
        Arrays.fill(groupOf, limits.begin(), limits.end(), groups.size());
        groups.add(new Group(limits));
    }

    /** The steps by channel that spend a budget. */
    long[] steps(double[] spends, long budget) {
        long rest = budget;
        for (int channel = 0; channel < steps.length; channel++) {
            long whole = (long) Math.floor(spends[channel] / step + WHOLE);
            steps[channel] = Math.min(Math.max(whole, bounds.least(channel)), bounds.most(channel));
            group(channel).total += steps[channel];
            rest -= steps[channel];
            here[channel] = value(channel, steps[channel]);
            offer(channel, BOTH_SIDES);
        }
        for (Group group : groups) {
            while (group.total < group.floor) {
                change(first(group.gains, Move.NO_GAIN).channel, 1);
                rest--;
            }
        }
        for (; rest > 0; rest--) {
            change(gaining().channel, 1);
        }
        for (; rest < 0; rest++) {
            change(losing().channel, -1);
        }
        while (moveOne()) {
            // Each move gains; there are finitely many splits.
        }
        return steps;
    }

    private Group group(int channel) {
        return groups.get(groupOf[channel]);
    }

    private void change(int channel, int by) {
        steps[channel] += by;
        group(channel).total += by;
        if (by > 0) {
            below[channel] = here[channel];
            here[channel] = above[channel];
        } else {
            above[channel] = here[channel];
            here[channel] = below[channel];
        }
        offer(channel, by);
    }

    /** Offers the next step either way, valuing only the spends that were not looked at before: those on one side. */
    private void offer(int channel, int side) {
        if (steps[channel] < bounds.most(channel)) {
            if (side >= 0) {
                above[channel] = value(channel, steps[channel] + 1);
            }
            group(channel).gains.add(new Move(channel, above[channel] - here[channel], steps[channel]));
        }
        if (steps[channel] > bounds.least(channel)) {
            if (side <= 0) {
                below[channel] = value(channel, steps[channel] - 1);
            }
            group(channel).losses.add(new Move(channel, here[channel] - below[channel], steps[channel]));
        }
    }

    private double value(int channel, long count) {
        return columns.curve(channel).value(count * step);
    }

    /** The first move that still stands. */
    private Move first(PriorityQueue<Move> moves, Move none) {
        Move move = moves.peek();
        while (move != null && move.steps != steps[move.channel]) {
            moves.poll();
            move = moves.peek();
        }
        return move == null ? none : move;
    }

    /** The best step more, of any group that has room. */
    private Move gaining() {
        Move best = Move.NO_GAIN;
        for (Group group : groups) {
            if (group.total < group.ceiling) {
                Move move = first(group.gains, Move.NO_GAIN);
                best = Move.greaterFirst(move, best) < 0 ? move : best;
            }
        }
        return best;
    }

    /** The step that is missed least, of any group above its floor. */
    private Move losing() {
        Move best = Move.NO_LOSS;
        for (Group group : groups) {
            if (group.total > group.floor) {
                Move move = first(group.losses, Move.NO_LOSS);
                best = Move.smallerFirst(move, best) < 0 ? move : best;
            }
        }
        return best;
    }

    /** Moves the step that gains most; false if none gains. */
    private boolean moveOne() {
        Move more = gaining();
        Move less = losing();
        for (Group group : groups) {
            Move inGroup = first(group.gains, Move.NO_GAIN);
            Move outOfGroup = first(group.losses, Move.NO_LOSS);
            if (inGroup.worth - outOfGroup.worth > more.worth - less.worth) {
                more = inGroup;
                less = outOfGroup;
            }
        }
        boolean gains = more.channel >= 0
                && less.channel >= 0
                && more.channel != less.channel
                && more.worth - less.worth > noise(more, less);
        if (gains) {
            change(more.channel, 1);
            change(less.channel, -1);
        }
        return gains;
    }

    /** What differences of values may be wrong by. */
    private double noise(Move more, Move less) {
        return 4 * (Math.ulp(value(more.channel, more.steps + 1)) + Math.ulp(value(less.channel, less.steps)));
    }
}
