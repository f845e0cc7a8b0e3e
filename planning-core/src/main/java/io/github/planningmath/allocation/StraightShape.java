package io.github.planningmath.allocation;

import java.util.List;

/** {@code value = spend}, with nothing to search for. */
final class StraightShape implements CurveShape {

    @Override
    public List<String> names() {
        return List.of("slope");
    }

    @Override
    public double[] least(double leastSpend) {
        return new double[0];
    }

    @Override
    public double[] most() {
        return new double[0];
    }

    @Override
    public double value(double spend, double[] shape) {
        return spend;
    }

    @Override
    public double slope(double spend, double[] shape) {
        return 1;
    }

    @Override
    public double derivative(double spend, double[] shape, int parameter) {
        throw new IndexOutOfBoundsException(parameter);
    }

    @Override
    public double[] components(double amplitude, double[] shape, Units units) {
        return new double[] {amplitude * units.outcome() / units.spend()};
    }

    @Override
    public double[][] byParameters(double amplitude, double[] shape, Units units) {
        return new double[][] {{units.outcome() / units.spend()}};
    }

    @Override
    public ResponseCurve curve(double[] components) {
        return new LinearResponse(components[0], null);
    }
}
