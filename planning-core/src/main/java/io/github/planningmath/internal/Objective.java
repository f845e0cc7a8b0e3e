package io.github.planningmath.internal;

/** A smooth function of a few variables that is to be made as great as possible. */
public interface Objective {

    /**
     * The value at a point, and fills in the gradient there.
     *
     * @param point the variables
     * @param gradient filled with the derivative by each variable; of the point's length
     * @return the value; not finite where the function is not defined
     */
    double value(double[] point, double[] gradient);
}
