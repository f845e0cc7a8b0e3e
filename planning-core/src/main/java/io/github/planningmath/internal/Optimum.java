package io.github.planningmath.internal;

/**
 * Where a search for the greatest value ended.
 *
 * @param point the best point met
 * @param value the value there
 * @param gradient the gradient there
 * @param curvature an approximation of the inverse of the negated Hessian there
 * @param iterations steps taken
 * @param converged whether the expected gain of a further step is nothing
 * @param flat whether the search ended on a ridge that it could follow for ever without gaining anything to speak of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read by numeric code alone
public record Optimum(
        double[] point,
        double value,
        double[] gradient,
        double[][] curvature,
        int iterations,
        boolean converged,
        boolean flat) {}
