package io.github.planningmath.allocation;

import java.util.List;

/**
 * A family of curves as a search sees it: {@code amplitude * value(spend, shape)}, with the amplitude found in closed form
 * and the shape by search. Spends are parts of the greatest, so they lie from 0 to 1.
 */
interface CurveShape {

    /** The names of the curve's components, of one more than there are shape parameters. */
    List<String> names();

    /** The least that each shape parameter may be, for spends whose least above 0 is given. */
    double[] least(double leastSpend);

    double[] most();

    double value(double spend, double[] shape);

    /** The derivative by the spend. */
    double slope(double spend, double[] shape);

    /** The derivative by one of the shape parameters. */
    double derivative(double spend, double[] shape, int parameter);

    /** The curve's components, in the units of the points. */
    double[] components(double amplitude, double[] shape, Units units);

    /** The derivatives of the components, row by row, by the amplitude and the shape parameters. */
    double[][] byParameters(double amplitude, double[] shape, Units units);

    ResponseCurve curve(double[] components);

    /** Whether the derivatives jump, so that minima may lie where they do. */
    default boolean hasKink() {
        return false;
    }

    /** How much of the points' units one of the search's is. */
    record Units(double spend, double outcome) {}
}
