package io.github.planningmath.internal;

import org.jspecify.annotations.Nullable;

/** Small dense matrices, as arrays of rows. */
public final class Matrices {

    private Matrices() {}

    /**
     * The inverse of a symmetric positive definite matrix, by Cholesky's decomposition.
     *
     * @param matrix symmetric; its lower triangle is read
     * @return the inverse, exactly symmetric; null where the matrix is not positive definite within rounding
     */
    public static double @Nullable [][] inverse(double[][] matrix) {
        double[][] lower = cholesky(matrix);
        return lower == null ? null : transposeTimesSelf(inverseOfLower(lower));
    }

    /**
     * {@code matrix * vector}.
     *
     * @param matrix rows of the vector's length
     * @param vector the vector
     * @return the product
     */
    public static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            product[row] = dot(matrix[row], vector);
        }
        return product;
    }

    /**
     * The scalar product of two vectors.
     *
     * @param left a vector
     * @param right another of its length
     * @return the sum of the products
     */
    public static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double @Nullable [][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= lower[row][k] * lower[column][k];
                }
                if (row > column) {
                    lower[row][column] = rest / lower[column][column];
                } else if (rest > Math.ulp(matrix[row][row]) * size) {
                    lower[row][row] = Math.sqrt(rest);
                } else {
                    return null;
                }
            }
        }
        return lower;
    }

    private static double[][] inverseOfLower(double[][] lower) {
        int size = lower.length;
        double[][] inverse = new double[size][size];
        for (int column = 0; column < size; column++) {
            inverse[column][column] = 1 / lower[column][column];
            for (int row = column + 1; row < size; row++) {
                double sum = 0;
                for (int k = column; k < row; k++) {
                    sum += lower[row][k] * inverse[k][column];
                }
                inverse[row][column] = -sum / lower[row][row];
            }
        }
        return inverse;
    }

    private static double[][] transposeTimesSelf(double[][] lower) {
        int size = lower.length;
        double[][] product = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = 0;
                for (int k = row; k < size; k++) {
                    sum += lower[k][row] * lower[k][column];
                }
                product[row][column] = sum;
                product[column][row] = sum;
            }
        }
        return product;
    }
}
