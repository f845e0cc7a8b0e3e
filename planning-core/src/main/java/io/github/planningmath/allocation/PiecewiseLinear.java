package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.util.List;

/**
 * Straight lines between knots, from nothing at no spend; flat beyond the last knot.
 *
 * <p>Slopes may rise at first, but once one is lower than the one before it, none after it rises: the curve is concave or
 * S-shaped.
 *
 * @param knots at least one, with rising spends and outcomes that do not fall
 */
public record PiecewiseLinear(List<Knot> knots) implements ResponseCurve, DocumentPart {

    /**
     * A point of the curve.
     *
     * @param spend above 0, finite
     * @param outcome at least 0, finite
     */
    public record Knot(Double spend, Double outcome) implements DocumentPart {

        public Knot {
            Doubles.positive(spend, "Knot.spend");
            outcome = Doubles.notNegative(outcome, "Knot.outcome");
        }
    }

    private static final double SAME_SLOPE = 1e-12;

    public PiecewiseLinear {
        knots = Required.list(knots, "PiecewiseLinear.knots");
        if (knots.isEmpty()) {
            throw new IllegalArgumentException("PiecewiseLinear.knots must hold at least one, but was empty.");
        }
        requireRising(knots);
        requireOneInflection(knots);
    }

    @Override
    public double value(double spend) {
        int line = lineAt(Accepted.spend(spend, "PiecewiseLinear.value"));
        return startOutcome(line) + slope(line) * (spend - start(line));
    }

    @Override
    public double marginal(double spend) {
        return slope(lineAt(Accepted.spend(spend, "PiecewiseLinear.marginal")));
    }

    @Override
    public double inverseMarginal(double marginal) {
        if (Accepted.marginal(marginal, "PiecewiseLinear.inverseMarginal") == 0) {
            return Double.POSITIVE_INFINITY;
        }
        for (int line = knots.size() - 1; line >= 0; line--) {
            if (slope(line) >= marginal) {
                return end(line);
            }
        }
        return 0;
    }

    @Override
    public double spendFor(double outcome) {
        if (Accepted.outcome(outcome, "PiecewiseLinear.spendFor") == 0) {
            return 0;
        }
        for (int line = 0; line < knots.size(); line++) {
            if (outcome <= knots.get(line).outcome()) {
                return start(line) + (outcome - startOutcome(line)) / slope(line);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double inflection() {
        for (int line = knots.size() - 1; line > 0; line--) {
            if (turn(knots, line) > 0) {
                return start(line);
            }
        }
        return 0;
    }

    @Override
    public PiecewiseLinear scaled(double spend, double outcome) {
        Accepted.factor(spend, "PiecewiseLinear.scaled");
        Accepted.factor(outcome, "PiecewiseLinear.scaled");
        return new PiecewiseLinear(knots.stream()
                .map(knot -> new Knot(knot.spend() * spend, knot.outcome() * outcome))
                .toList());
    }

    @Override
    public void addTo(ResponseColumns columns) {
        if (inflection() > 0) {
            columns.chord();
        }
        for (int line = 0; line <= knots.size(); line++) {
            columns.line(start(line), end(line), slope(line));
        }
    }

    private int lineAt(double spend) {
        int line = 0;
        while (line < knots.size() && spend >= knots.get(line).spend()) {
            line++;
        }
        return line;
    }

    private double start(int line) {
        return line == 0 ? 0 : knots.get(line - 1).spend();
    }

    private double startOutcome(int line) {
        return line == 0 ? 0 : knots.get(line - 1).outcome();
    }

    private double end(int line) {
        return line == knots.size() ? Double.POSITIVE_INFINITY : knots.get(line).spend();
    }

    private double slope(int line) {
        return slope(knots, line);
    }

    private static double slope(List<Knot> knots, int line) {
        if (line >= knots.size()) {
            return 0;
        }
        Knot end = knots.get(line);
        return line == 0
                ? end.outcome() / end.spend()
                : (end.outcome() - knots.get(line - 1).outcome())
                        / (end.spend() - knots.get(line - 1).spend());
    }

    private static void requireRising(List<Knot> knots) {
        for (int i = 1; i < knots.size(); i++) {
            Knot before = knots.get(i - 1);
            Knot knot = knots.get(i);
            if (!(knot.spend() > before.spend() && knot.outcome() >= before.outcome())) {
                throw new IllegalArgumentException(
                        "PiecewiseLinear.knots must have rising spends and outcomes that do not fall, but "
                                + knot.outcome() + " at " + knot.spend() + " followed " + before.outcome() + " at "
                                + before.spend() + ".");
            }
        }
    }

    private static void requireOneInflection(List<Knot> knots) {
        boolean fell = false;
        for (int line = 1; line < knots.size(); line++) {
            int turn = turn(knots, line);
            if (fell && turn > 0) {
                throw new IllegalArgumentException(
                        "PiecewiseLinear.knots must have slopes that do not rise again once they fell, but the slope rose to "
                                + slope(knots, line) + " after the knot at "
                                + knots.get(line - 1).spend() + ".");
            }
            fell |= turn < 0;
        }
    }

    /** Whether the slope rises at the beginning of a line, or falls; what rounding makes of knots on one line is neither. */
    private static int turn(List<Knot> knots, int line) {
        double before = slope(knots, line - 1);
        double after = slope(knots, line);
        return Math.abs(after - before) <= SAME_SLOPE * Math.max(before, after) ? 0 : Double.compare(after, before);
    }
}
