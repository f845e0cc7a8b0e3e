package io.github.planningmath.allocation;

import io.github.planningmath.internal.Matrices;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A place in the search for a curve, with the amplitude and the baseline that are best there. */
final class FitState {

    final FitModel model;
    final double[] point;
    final double[] values;
    final double amplitude;
    final double baseline;
    final double[] residuals;
    final double residualSumOfSquares;

    FitState(FitModel model, double[] point) {
        this.model = model;
        this.point = point;
        FitPoints points = model.points;
        values = model.values(point);
        amplitude = model.hasBaseline
                ? points.aroundMeans(values, points.outcomes) / points.aroundMeans(values, values)
                : points.product(values, points.outcomes) / points.product(values, values);
        baseline = model.hasBaseline ? points.meanOutcome - amplitude * points.mean(values) : 0;
        residuals = new double[points.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = points.outcomes[i] - baseline - amplitude * values[i];
        }
        double sum = points.product(residuals, residuals);
        residualSumOfSquares = sum >= 0 ? sum : Double.POSITIVE_INFINITY;
    }

    /** The derivatives of the fitted outcomes: by the amplitude, by what was searched for, by the baseline. */
    double[][] jacobian() {
        double[][] columns = new double[model.parameters()][];
        columns[0] = values;
        double[][] searched = model.derivatives(point);
        for (int parameter = 0; parameter < searched.length; parameter++) {
            columns[1 + parameter] = Arrays.stream(searched[parameter])
                    .map(value -> value * amplitude)
                    .toArray();
        }
        if (model.hasBaseline) {
            columns[columns.length - 1] = new double[values.length];
            Arrays.fill(columns[columns.length - 1], 1);
        }
        return columns;
    }

    /**
     * The step of Levenberg and Marquardt for what is searched for.
     *
     * @param damping 0 for that of Gauss and Newton
     * @return the step; null where the points do not determine it
     */
    double @Nullable [] step(double damping) {
        NormalMatrix normal = NormalMatrix.of(model.points, jacobian());
        double[][] inverse = normal.inverse(damping);
        if (inverse == null) {
            return null;
        }
        double[] step = Matrices.times(inverse, normal.gradient(residuals));
        double[] searched = new double[model.searched()];
        for (int i = 0; i < searched.length; i++) {
            searched[i] = step[1 + i] / normal.norm(1 + i);
        }
        return searched;
    }

    /** The state a step further, held within the bounds. */
    FitState after(double[] step) {
        double[] next = new double[point.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = Math.min(Math.max(point[i] + step[i], model.least[i]), model.most[i]);
        }
        return new FitState(model, next);
    }

    /** The first of what is searched for that lies at a bound; -1 where none does. */
    int atBound() {
        for (int i = 0; i < point.length; i++) {
            double reach = 1e-6 * (model.most[i] - model.least[i]);
            if (point[i] <= model.least[i] + reach || point[i] >= model.most[i] - reach) {
                return i;
            }
        }
        return -1;
    }
}
