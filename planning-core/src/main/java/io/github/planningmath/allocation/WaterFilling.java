package io.github.planningmath.allocation;

import java.util.Arrays;

/**
 * The best split of a budget over concave functions: every piece is filled up to where its marginal return has fallen to
 * one multiplier for all.
 *
 * <p>The spend of all pieces falls when the logarithm of the multiplier rises. The multiplier is sought first among the
 * slopes of the straight lines, by bisection, and then between two of them by a method of third order, which is exact in one
 * step where all curves are of one family. Limits of groups are met from the inside out: a group's best split at its floor
 * and at its ceiling are bounds of its channels in the whole. Source: D. S. Hochbaum, Lower and upper bounds for the
 * allocation problem and other nonlinear optimization problems, Mathematics of Operations Research 19(2), 1994,
 * doi:10.1287/moor.19.2.390.
 */
final class WaterFilling {

    private static final int MOST_STEPS = 500;

    /** No two marginal returns that are numbers differ by more in their logarithms. */
    private static final double FARTHEST = 1500;

    /** Steps of the logarithm of the multiplier below this are taken along the tangent: the error is their square. */
    private static final double LAST_STEP = 1e-8;

    /** After so many steps the interval must have halved, once it is finite. */
    private static final int CHECKED_EVERY = 6;

    private static final double ACCURACY = 1e-14;
    private static final double ACCURACY_BY_PIECE = 1e-18;

    /** Bounds in whole steps are compared exactly before; what is left is the rounding of their sums. */
    private static final double SLACK = 1e-12;

    private final ResponseColumns columns;
    private final Envelopes envelopes;
    private final double[] from;
    private final double[] top;
    private final double[] filled;
    private final double[] rate;
    private double[] least;
    private double[] most;

    private int begin;
    private int end;
    private double base;
    private double spent;
    private double rates;
    private double bends;
    private double ties;
    private double fall;
    private double bend;
    private double logMultiplier;
    private double residual;

    WaterFilling(Envelopes envelopes) {
        this.columns = envelopes.columns();
        this.envelopes = envelopes;
        this.from = envelopes.from();
        this.top = envelopes.top();
        this.least = from;
        this.most = envelopes.to();
        this.filled = new double[columns.pieces()];
        this.rate = new double[columns.pieces()];
    }

    /**
     * Fills the pieces.
     *
     * @param budget what is to be spent
     * @param start where to begin the search for the logarithm of the multiplier; not a number where nothing is known
     * @return whether the bounds admit the budget
     */
    boolean fill(double budget, double start) {
        return meetLimits(start) && fill(0, columns.size(), budget, start);
    }

    /** Fills every piece as far as its marginal return is at least a multiplier; lines of just that slope are filled. */
    boolean fillTo(double logMultiplierOfAll) {
        if (!meetLimits(logMultiplierOfAll)) {
            return false;
        }
        range(0, columns.size());
        spendAt(logMultiplierOfAll);
        fillTies(ties, logMultiplierOfAll);
        settle(logMultiplierOfAll, base + sumOf(filled));
        return true;
    }

    /** Up to where each piece is filled. */
    double[] filled() {
        return filled;
    }

    double logMultiplier() {
        return logMultiplier;
    }

    /** The greatest relative violation of the conditions of optimality, in marginal returns or in what is spent. */
    double residual() {
        return residual;
    }

    private boolean meetLimits(double start) {
        if (columns.limits().isEmpty()) {
            return true;
        }
        least = from.clone();
        most = envelopes.to().clone();
        for (ResponseColumns.Limit limit : columns.limits()) {
            if (!meet(limit, start)) {
                return false;
            }
        }
        return true;
    }

    private boolean meet(ResponseColumns.Limit limit, double start) {
        range(limit.begin(), limit.end());
        double atLeast = base + sumOf(least);
        double atMost = base + sumOf(most);
        if (!(limit.floor() * (1 - SLACK) <= atMost && limit.ceiling() * (1 + SLACK) >= atLeast)) {
            return false;
        }
        if (limit.ceiling() < atMost) {
            fill(limit.begin(), limit.end(), limit.ceiling(), start);
            System.arraycopy(filled, begin, most, begin, end - begin);
        }
        if (limit.floor() > atLeast) {
            fill(limit.begin(), limit.end(), limit.floor(), start);
            System.arraycopy(filled, begin, least, begin, end - begin);
        }
        return true;
    }

    private void range(int firstChannel, int lastChannel) {
        begin = columns.firstPiece(firstChannel);
        end = columns.firstPiece(lastChannel);
        base = 0;
        for (int channel = firstChannel; channel < lastChannel; channel++) {
            base += envelopes.low(channel);
        }
    }

    private boolean fill(int firstChannel, int lastChannel, double budget, double start) {
        range(firstChannel, lastChannel);
        double target = budget - base;
        double atLeast = sumOf(least);
        double atMost = sumOf(most);
        if (!(target > atLeast)) {
            System.arraycopy(least, begin, filled, begin, end - begin);
            settle(greatest(least), budget);
            return base + atLeast <= budget * (1 + SLACK);
        }
        if (!(target < atMost)) {
            System.arraycopy(most, begin, filled, begin, end - begin);
            settle(smallest(most), budget);
            return base + atMost >= budget * (1 - SLACK);
        }
        double share = (target - atLeast) / (atMost - atLeast);
        search(target, start, share);
        settle(logMultiplier, budget);
        return true;
    }

    private double sumOf(double[] points) {
        double sum = 0;
        for (int piece = begin; piece < end; piece++) {
            sum += points[piece] - from[piece];
        }
        return sum;
    }

    private void search(double target, double start, double share) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        if (columns.haveLines()) {
            double[] slopes = slopes();
            int below = 0;
            int above = slopes.length;
            int probe = Double.isNaN(start) ? slopes.length / 2 : Math.abs(Arrays.binarySearch(slopes, start) + 1);
            for (int stride = 1; below < above; stride *= 2) {
                int at = Math.min(Math.max(probe, below), above - 1);
                double slope = slopes[at];
                spendAt(slope);
                if (spent > target) {
                    low = slope;
                    below = at + 1;
                } else if (spent + ties < target) {
                    high = slope;
                    above = at;
                } else {
                    fillTies(target - spent, slope);
                    logMultiplier = slope;
                    return;
                }
                int next = spent > target ? at + stride : at - stride;
                probe = above - below > 2 * stride ? next : (below + above) >>> 1;
            }
        }
        searchBetween(low, high, target, Double.isNaN(start) ? guess(share) : start);
    }

    /** The slopes of lines that can be filled, rising. */
    private double[] slopes() {
        double[] slopes = new double[end - begin];
        int count = 0;
        for (int piece = begin; piece < end; piece++) {
            if (isLine(piece) && most[piece] > least[piece]) {
                slopes[count++] = top[piece];
            }
        }
        double[] rising = Arrays.copyOf(slopes, count);
        Arrays.sort(rising);
        return rising;
    }

    private boolean isLine(int piece) {
        return columns.kind(piece) <= ResponseColumns.CHORD;
    }

    /** The logarithm of the mean of the marginal returns when all pieces are filled to the same share. */
    private double guess(double share) {
        double sum = 0;
        int count = 0;
        for (int piece = begin; piece < end; piece++) {
            double width = most[piece] - least[piece];
            if (width > 0 && !isLine(piece)) {
                sum += Math.exp(columns.logMarginal(piece, least[piece] + share * width));
                count++;
            }
        }
        return sum > 0 && sum < Double.POSITIVE_INFINITY ? Math.log(sum / count) : 0;
    }

    private void searchBetween(double lowest, double highest, double target, double start) {
        double low = lowest;
        double high = highest;
        double width = high - low;
        double growth = 1;
        double at = inside(start, low, high) ? start : middle(low, high, growth);
        double tolerance = (ACCURACY + ACCURACY_BY_PIECE * (end - begin)) * (base + target);
        for (int step = 1; step <= MOST_STEPS; step++) {
            spendAt(at);
            double excess = spent - target;
            double change = change(excess);
            if (Math.abs(change) <= LAST_STEP && alongTangent(change, target, tolerance)) {
                at += change;
                break;
            }
            if (excess == 0) {
                break;
            }
            low = excess > 0 ? at : low;
            high = excess > 0 ? high : at;
            boolean slow = step % CHECKED_EVERY == 0 && high - low > width / 2;
            width = step % CHECKED_EVERY == 0 ? high - low : width;
            double next = at + change;
            if (!(Math.abs(change) <= FARTHEST) || !inside(next, low, high) || slow) {
                growth *= 2;
                next = middle(low, high, growth);
                if (!inside(next, low, high)) {
                    break;
                }
            }
            at = next;
        }
        logMultiplier = at;
    }

    private static boolean inside(double at, double low, double high) {
        return at > low && at < high;
    }

    private static double middle(double low, double high, double growth) {
        if (low == Double.NEGATIVE_INFINITY) {
            return high == Double.POSITIVE_INFINITY ? 0 : high - growth;
        }
        return high == Double.POSITIVE_INFINITY ? low + growth : low + (high - low) / 2;
    }

    /**
     * How the logarithm of the multiplier must change, by the function {@code c + d exp(-r x)} that has the same value and the
     * same first two derivatives.
     */
    private double change(double excess) {
        if (!(rates > 0)) {
            return Double.POSITIVE_INFINITY * excess;
        }
        double newton = excess / rates;
        double decay = bends / rates;
        double bent = -decay * newton;
        if (!(decay > 0) || !(bent > -1)) {
            return newton;
        }
        return Math.abs(bent) < 1e-4 ? newton * (1 - bent / 2 + bent * bent / 3) : -Math.log1p(bent) / decay;
    }

    /** Moves the pieces that are being filled by a tiny change; whether what is spent is right then. */
    private boolean alongTangent(double change, double target, double tolerance) {
        double sum = 0;
        for (int piece = begin; piece < end; piece++) {
            if (rate[piece] > 0) {
                filled[piece] = clamp(filled[piece] - change * rate[piece], least[piece], most[piece]);
            }
            sum += filled[piece] - from[piece];
        }
        return Math.abs(sum - target) <= tolerance;
    }

    /** Fills every piece to where its marginal return is a multiplier; lines of just that slope stay empty. */
    private void spendAt(double logarithm) {
        double reciprocal = Math.exp(-logarithm);
        double root = Math.exp(-logarithm / 2);
        spent = 0;
        rates = 0;
        bends = 0;
        ties = 0;
        for (int piece = begin; piece < end; piece++) {
            double lowest = least[piece];
            double highest = most[piece];
            fall = 0;
            bend = 0;
            double spend = highest > lowest ? spendAt(piece, logarithm, reciprocal, root) : lowest;
            if (spend > lowest && spend < highest) {
                rates += fall;
                bends += bend;
                rate[piece] = fall;
            } else {
                spend = spend > lowest ? highest : lowest;
                rate[piece] = 0;
            }
            filled[piece] = spend;
            spent += spend - from[piece];
        }
    }

    /** Where a piece has a marginal return, bounds apart; how fast it falls from there when the logarithm rises, and how that bends. */
    private double spendAt(int piece, double logarithm, double reciprocal, double root) {
        double second = columns.second(piece);
        switch (columns.kind(piece)) {
            case ResponseColumns.POWER -> {
                double spend = Math.exp((columns.first(piece) - logarithm) * second);
                fall = spend * second;
                bend = fall * second;
                return spend;
            }
            case ResponseColumns.LOGARITHMIC -> {
                fall = columns.first(piece) * reciprocal;
                bend = fall;
                return fall - second;
            }
            case ResponseColumns.EXPONENTIAL -> {
                fall = second;
                return (columns.first(piece) - logarithm) * second;
            }
            case ResponseColumns.MICHAELIS_MENTEN -> {
                double total = columns.first(piece) * root;
                fall = total / 2;
                bend = total / 4;
                return total - second;
            }
            case ResponseColumns.HILL -> {
                return onHill(piece, logarithm);
            }
            default -> {
                return onLine(piece, logarithm);
            }
        }
    }

    private double onHill(int piece, double logarithm) {
        if (logarithm >= top[piece]) {
            return least[piece];
        }
        if (logarithm == Double.NEGATIVE_INFINITY) {
            return most[piece];
        }
        HillSlope hill = columns.hill(piece);
        double odds = hill.logOdds(logarithm - columns.first(piece));
        double steepness = -hill.slope(odds) / hill.inverse();
        double spend = columns.second(piece) * Math.exp(odds * hill.inverse());
        fall = spend / steepness;
        bend = fall / steepness * (1 + HillSlope.bend(odds) / (steepness * hill.inverse() * hill.inverse()));
        return spend;
    }

    private double onLine(int piece, double logarithm) {
        if (top[piece] == logarithm) {
            ties += most[piece] - least[piece];
        }
        return top[piece] > logarithm ? most[piece] : least[piece];
    }

    /** Spends the rest on lines of the multiplier's slope: on chords one by one, then on the others in equal shares. */
    private void fillTies(double amount, double logarithm) {
        double rest = amount;
        double width = 0;
        for (int piece = begin; piece < end; piece++) {
            if (top[piece] == logarithm && isLine(piece)) {
                if (columns.kind(piece) == ResponseColumns.CHORD) {
                    double part = Math.min(rest, most[piece] - least[piece]);
                    filled[piece] = part < most[piece] - least[piece] ? least[piece] + part : most[piece];
                    rest -= part;
                } else {
                    width += most[piece] - least[piece];
                }
            }
        }
        double share = width > 0 ? Math.min(1, rest / width) : 0;
        for (int piece = begin; piece < end; piece++) {
            if (top[piece] == logarithm && columns.kind(piece) == ResponseColumns.LINE) {
                filled[piece] = least[piece] + share * (most[piece] - least[piece]);
            }
        }
    }

    private double greatest(double[] points) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int piece = begin; piece < end; piece++) {
            if (most[piece] > least[piece]) {
                greatest = Math.max(greatest, logMarginal(piece, points[piece]));
            }
        }
        return greatest;
    }

    private double smallest(double[] points) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int piece = begin; piece < end; piece++) {
            if (most[piece] > least[piece]) {
                smallest = Math.min(smallest, logMarginal(piece, points[piece]));
            }
        }
        return smallest;
    }

    private double logMarginal(int piece, double spend) {
        return isLine(piece) ? top[piece] : columns.logMarginal(piece, spend);
    }

    private void settle(double logarithm, double budget) {
        logMultiplier = logarithm;
        double sum = base;
        for (int piece = begin; piece < end; piece++) {
            sum += filled[piece] - from[piece];
            if (most[piece] > least[piece]) {
                double marginal = logMarginal(piece, filled[piece]);
                boolean wrong = marginal > logarithm ? filled[piece] < most[piece] : filled[piece] > least[piece];
                // Where even the smallest of numbers would be too much, nothing is as good.
                boolean tooSmall = filled[piece] == 0 && marginal == Double.POSITIVE_INFINITY;
                if (wrong && marginal != logarithm && !tooSmall) {
                    residual = Math.max(residual, Math.abs(marginal - logarithm));
                }
            }
        }
        if (budget > 0) {
            residual = Math.max(residual, Math.abs(sum - budget) / budget);
        }
    }

    private static double clamp(double value, double lowest, double highest) {
        return Math.min(Math.max(value, lowest), highest);
    }
}
