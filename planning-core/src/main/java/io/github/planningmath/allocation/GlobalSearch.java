package io.github.planningmath.allocation;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The best split of a budget over curves that need not be concave, with a bound that no split exceeds.
 *
 * <p>The concave envelopes have a best split that is found exactly; what it brings bounds what the curves bring. Where it
 * lies on a chord, the interval of that channel is divided there: over each part the envelope is closer. Source: J. E. Falk,
 * R. M. Soland, An algorithm for separable nonconvex programming problems, Management Science 15(9), 1969,
 * doi:10.1287/mnsc.15.9.550. Of channels that are equal in all, one given before another spends no less than it, so that no
 * part is searched that is another one under other names.
 */
final class GlobalSearch {

    /** The relative gap at which the search ends: half of what is promised. */
    private static final double TOLERANCE = 5e-10;

    /** Splits without chords are sought in the first parts, and then now and then: they take two thirds of the work. */
    private static final int SETTLED_FIRST = 64;

    private static final int SETTLED_EVERY = 16;

    private final ResponseColumns columns;
    private final double budget;
    private final EqualChannels equals;
    private final long mostWork;
    private final PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble(node -> -node.bound));

    /** The greatest bound of the parts that were not divided further. */
    private double proved = Double.NEGATIVE_INFINITY;

    /** How often a channel was looked at. */
    private long work;

    private double best = Double.NEGATIVE_INFINITY;
    private double @Nullable [] bestSpends;
    private double bestLogMultiplier;
    private double bestResidual;
    private int nodes;

    /** A part of the range of spends. */
    private static final class Node {
        final Envelopes envelopes;
        final double bound;
        final double logMultiplier;
        final int channel;
        final double division;

        Node(Envelopes envelopes, double bound, double logMultiplier, int channel, double division) {
            this.envelopes = envelopes;
            this.bound = bound;
            this.logMultiplier = logMultiplier;
            this.channel = channel;
            this.division = division;
        }
    }

    /**
     * A search.
     *
     * @param mostWork the number of parts, times the channels of each, at which it ends whatever the gap
     */
    GlobalSearch(ResponseColumns columns, double budget, long mostWork) {
        this.columns = columns;
        this.budget = budget;
        this.mostWork = mostWork;
        this.equals = new EqualChannels(columns);
    }

    /** Offers the best split that has every channel on the same side of its inflection as a given one, or where that has it. */
    void offer(double[] spends) {
        Envelopes around = Envelopes.of(columns, budget);
        for (int channel = 0; channel < spends.length; channel++) {
            if (around.bridges(channel)) {
                double inflection = columns.inflection(channel);
                boolean beyond = spends[channel] >= inflection;
                around.restrict(
                        channel,
                        beyond ? Math.max(around.low(channel), inflection) : spends[channel],
                        beyond ? around.high(channel) : spends[channel]);
            }
        }
        offer(around, Double.NaN);
    }

    /** The best split; null where the bounds do not admit the budget. */
    @Nullable
    ContinuousAllocation allocation() {
        relax(Envelopes.of(columns, budget), Double.NaN);
        while (!open.isEmpty()) {
            Node node = open.poll();
            if (isCertain(node.bound) || work >= mostWork) {
                proved = Math.max(proved, node.bound);
                break;
            }
            divide(node);
        }
        if (bestSpends == null) {
            return null;
        }
        double marginalReturn = Math.max(Math.exp(bestLogMultiplier), marginalAtTheBudgetsEnd(bestSpends));
        return new ContinuousAllocation(bestSpends, best, Math.max(best, proved), marginalReturn, bestResidual, nodes);
    }

    /** The marginal return of a channel that takes all there is and could take more; 0 if there is none. */
    private double marginalAtTheBudgetsEnd(double[] spends) {
        Envelopes all = Envelopes.of(columns, budget);
        double marginal = 0;
        for (int channel = 0; channel < spends.length; channel++) {
            if (spends[channel] > all.low(channel)
                    && spends[channel] >= all.high(channel)
                    && spends[channel] < columns.ceiling(channel)) {
                marginal = Math.max(marginal, columns.curve(channel).marginal(spends[channel]));
            }
        }
        return marginal;
    }

    private boolean isCertain(double bound) {
        return bound - best <= TOLERANCE * Math.abs(best);
    }

    private void divide(Node node) {
        Envelopes below = node.envelopes.copy();
        for (int channel = node.channel; channel >= 0; channel = equals.after(channel)) {
            if (node.division < below.high(channel)) {
                below.restrict(channel, Math.min(below.low(channel), node.division), node.division);
            }
        }
        relax(below, node.logMultiplier);
        Envelopes above = node.envelopes;
        for (int channel = node.channel; channel >= 0; channel = equals.before(channel)) {
            if (node.division > above.low(channel)) {
                above.restrict(channel, node.division, Math.max(above.high(channel), node.division));
            }
        }
        relax(above, node.logMultiplier);
    }

    /** Splits the budget over envelopes, keeps what the curves bring if it is the best, and the part if it may hold better. */
    private void relax(Envelopes envelopes, double start) {
        nodes++;
        work += columns.size();
        WaterFilling filling = new WaterFilling(envelopes);
        if (!filling.fill(budget, start)) {
            return;
        }
        double[] filled = filling.filled();
        double outcome = 0;
        double gaps = 0;
        double widest = 0;
        int widestChannel = -1;
        for (int channel = 0; channel < columns.size(); channel++) {
            outcome += columns.curve(channel).value(envelopes.spend(channel, filled));
            double gap = envelopes.gap(channel, filled);
            gaps += gap;
            if (gap > widest) {
                widest = gap;
                widestChannel = channel;
            }
        }
        double bound = outcome + gaps;
        offer(envelopes, filling, outcome);
        if (widestChannel >= 0 && !isCertain(bound)) {
            if (nodes <= SETTLED_FIRST || nodes % SETTLED_EVERY == 0) {
                settle(envelopes, filled, filling.logMultiplier(), false);
                settle(envelopes, filled, filling.logMultiplier(), true);
            }
            double division = envelopes.spend(widestChannel, filled);
            open.add(new Node(envelopes, bound, filling.logMultiplier(), widestChannel, division));
        } else {
            proved = Math.max(proved, bound);
        }
    }

    /** A split without chords near that of the envelopes: each channel at the chord's end, or beyond it, or at its beginning. */
    private void settle(Envelopes envelopes, double[] filled, double start, boolean partly) {
        Envelopes settled = envelopes.copy();
        for (int channel = 0; channel < columns.size(); channel++) {
            if (envelopes.bridges(channel)) {
                double low = envelopes.low(channel);
                double touch = envelopes.touch(channel);
                double reached = filled[columns.firstPiece(channel)];
                boolean beyond = reached >= touch || (partly && reached > low);
                double beginning = Math.min(Math.max(low, columns.inflection(channel)), envelopes.high(channel));
                settled.restrict(channel, beyond ? beginning : low, beyond ? envelopes.high(channel) : low);
            }
        }
        offer(settled, start);
    }

    private void offer(Envelopes envelopes, double start) {
        WaterFilling filling = new WaterFilling(envelopes);
        if (filling.fill(budget, start)) {
            double outcome = 0;
            for (int channel = 0; channel < columns.size(); channel++) {
                outcome += columns.curve(channel).value(envelopes.spend(channel, filling.filled()));
            }
            offer(envelopes, filling, outcome);
        }
    }

    private void offer(Envelopes envelopes, WaterFilling filling, double outcome) {
        if (outcome > best) {
            best = outcome;
            double[] spends = new double[columns.size()];
            for (int channel = 0; channel < spends.length; channel++) {
                spends[channel] = envelopes.spend(channel, filling.filled());
            }
            bestSpends = spends;
            bestLogMultiplier = filling.logMultiplier();
            bestResidual = filling.residual();
        }
    }
}
