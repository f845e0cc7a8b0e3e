package io.github.planningmath.allocation;

import io.github.planningmath.internal.Matrices;
import org.jspecify.annotations.Nullable;

/** {@code J' W J}, of columns brought to length 1, so that no unit makes it look singular. */
final class NormalMatrix {

    private final FitPoints points;
    private final double[][] columns;
    private final double[] norms;
    private final double[][] matrix;

    private NormalMatrix(FitPoints points, double[][] columns, double[] norms, double[][] matrix) {
        this.points = points;
        this.columns = columns;
        this.norms = norms;
        this.matrix = matrix;
    }

    static NormalMatrix of(FitPoints points, double[][] columns) {
        int size = columns.length;
        double[] norms = new double[size];
        for (int i = 0; i < size; i++) {
            norms[i] = Math.sqrt(points.product(columns[i], columns[i]));
        }
        double[][] matrix = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                matrix[row][column] = points.product(columns[row], columns[column]) / norms[row] / norms[column];
                matrix[column][row] = matrix[row][column];
            }
        }
        return new NormalMatrix(points, columns, norms, matrix);
    }

    double norm(int column) {
        return norms[column];
    }

    /** The inverse, with a share of the diagonal added; null where it is singular within rounding, or a column is 0. */
    double @Nullable [][] inverse(double damping) {
        double[][] damped = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            if (!(norms[i] > 0 && norms[i] < Double.POSITIVE_INFINITY)) {
                return null;
            }
            damped[i] = matrix[i].clone();
            damped[i][i] += damping;
        }
        return Matrices.inverse(damped);
    }

    double[] gradient(double[] residuals) {
        double[] gradient = new double[columns.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = points.product(columns[i], residuals) / norms[i];
        }
        return gradient;
    }
}
