package io.github.planningmath.allocation;

import java.util.List;

/** {@code value = min(spend / ceiling, 1)}, by the logarithm of the ceiling; the amplitude is the most that can come. */
final class CeilingShape implements CurveShape {

    @Override
    public List<String> names() {
        return List.of("slope", "ceiling");
    }

    @Override
    public double[] least(double leastSpend) {
        return new double[] {Math.log(leastSpend)};
    }

    @Override
    public double[] most() {
        return new double[] {0};
    }

    @Override
    public double value(double spend, double[] shape) {
        return Math.min(spend / Math.exp(shape[0]), 1);
    }

    @Override
    public double slope(double spend, double[] shape) {
        double ceiling = Math.exp(shape[0]);
        return spend < ceiling ? 1 / ceiling : 0;
    }

    @Override
    public double derivative(double spend, double[] shape, int parameter) {
        double share = spend / Math.exp(shape[0]);
        return share < 1 ? -share : 0;
    }

    @Override
    public double[] components(double amplitude, double[] shape, Units units) {
        double ceiling = Math.exp(shape[0]) * units.spend();
        return new double[] {amplitude * units.outcome() / ceiling, ceiling};
    }

    @Override
    public double[][] byParameters(double amplitude, double[] shape, Units units) {
        double ceiling = Math.exp(shape[0]) * units.spend();
        double perSpend = units.outcome() / ceiling;
        return new double[][] {{perSpend, -amplitude * perSpend}, {0, ceiling}};
    }

    @Override
    public ResponseCurve curve(double[] components) {
        return new LinearResponse(components[0], components[1]);
    }

    @Override
    public boolean hasKink() {
        return true;
    }
}
