package io.github.planningmath.allocation;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for the curve nearest to points: from the best places of a grid, the steps of Levenberg and Marquardt with the
 * linear parameters projected out, and of all ends the best. The same points always give the same curve.
 *
 * <p>Sources: D. W. Marquardt, Journal of the Society for Industrial and Applied Mathematics 11(2), 1963, 431-441,
 * doi:10.1137/0111030; G. H. Golub, V. Pereyra, SIAM Journal on Numerical Analysis 10(2), 1973, 413-432,
 * doi:10.1137/0710036.
 */
final class LeastSquares {

    private static final int SEARCHES = 12;
    private static final int MOST_ITERATIONS = 300;
    private static final int MOST_POLISHING = 12;
    private static final double MOST_DAMPING = 1e12;
    private static final double NO_STEP = 1e-13;

    /** What a step towards the minimum may seem to lose by rounding. */
    private static final double ROUNDING = 1e-12;

    private int iterations;
    private boolean converged;

    /** Where the search ended. */
    record End(FitState state, int iterations, boolean converged) {}

    /** The best end; null where the curve has no amplitude anywhere. */
    static @Nullable End of(FitModel model) {
        List<FitState> starts = model.starts().stream()
                .map(start -> new FitState(model, start))
                .filter(state -> state.residualSumOfSquares < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(state -> state.residualSumOfSquares))
                .limit(SEARCHES)
                .toList();
        End best = null;
        int iterations = 0;
        for (FitState start : starts) {
            LeastSquares search = new LeastSquares();
            End end = new End(search.polished(search.descended(start)), 0, search.converged);
            iterations += search.iterations;
            if (best == null || isBetter(end, best)) {
                best = end;
            }
        }
        return best == null ? null : new End(best.state, iterations, best.converged);
    }

    /** Of two ends that only rounding tells apart, the one that came to rest is the minimum. */
    private static boolean isBetter(End end, End best) {
        boolean together = !isWorse(end.state, best.state) && !isWorse(best.state, end.state);
        if (together && end.converged != best.converged) {
            return end.converged;
        }
        return end.state.residualSumOfSquares < best.state.residualSumOfSquares;
    }

    private FitState descended(FitState start) {
        FitState state = start;
        double damping = 1e-3;
        while (iterations < MOST_ITERATIONS) {
            iterations++;
            double[] step = state.step(damping);
            FitState next = step == null ? null : state.after(step);
            if (next != null && next.residualSumOfSquares < state.residualSumOfSquares) {
                boolean rests = moved(state, next) <= NO_STEP;
                state = next;
                damping /= 10;
                if (rests) {
                    converged = true;
                    return state;
                }
            } else if (damping > MOST_DAMPING) {
                converged = true;
                return state;
            } else {
                damping = Math.max(damping, 1e-16) * 10;
            }
        }
        return state;
    }

    /** Near the minimum the sum of squares no longer tells points apart, but the step still does, while it shrinks. */
    private FitState polished(FitState end) {
        FitState state = end;
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_POLISHING; i++) {
            double[] step = state.step(0);
            FitState next = step == null ? null : state.after(step);
            double moved = next == null ? Double.POSITIVE_INFINITY : moved(state, next);
            if (next == null || !(moved < before / 2) || isWorse(next, state)) {
                return state;
            }
            iterations++;
            before = moved;
            state = next;
        }
        return state;
    }

    private static boolean isWorse(FitState next, FitState state) {
        return next.residualSumOfSquares
                > state.residualSumOfSquares * (1 + ROUNDING) + ROUNDING * ROUNDING * state.model.points.observations;
    }

    private static double moved(FitState from, FitState to) {
        double greatest = 0;
        for (int i = 0; i < from.point.length; i++) {
            greatest = Math.max(greatest, Math.abs(to.point[i] - from.point[i]));
        }
        return greatest;
    }
}
