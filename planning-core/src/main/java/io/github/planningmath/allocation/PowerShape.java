package io.github.planningmath.allocation;

import java.util.List;

/** {@code value = spend^exponent}. */
final class PowerShape implements CurveShape {

    private static final double LEAST_EXPONENT = 0.01;

    @Override
    public List<String> names() {
        return List.of("scale", "exponent");
    }

    @Override
    public double[] least(double leastSpend) {
        return new double[] {LEAST_EXPONENT};
    }

    @Override
    public double[] most() {
        return new double[] {1};
    }

    @Override
    public double value(double spend, double[] shape) {
        return Math.pow(spend, shape[0]);
    }

    /** At no spend there is no stock that a carry-over could change, so what stands there has no effect. */
    @Override
    public double slope(double spend, double[] shape) {
        return spend > 0 ? shape[0] * Math.pow(spend, shape[0] - 1) : 0;
    }

    @Override
    public double derivative(double spend, double[] shape, int parameter) {
        return spend > 0 ? Math.pow(spend, shape[0]) * Math.log(spend) : 0;
    }

    @Override
    public double[] components(double amplitude, double[] shape, Units units) {
        return new double[] {amplitude * units.outcome() / Math.pow(units.spend(), shape[0]), shape[0]};
    }

    @Override
    public double[][] byParameters(double amplitude, double[] shape, Units units) {
        double scale = units.outcome() / Math.pow(units.spend(), shape[0]);
        return new double[][] {{scale, -amplitude * scale * Math.log(units.spend())}, {0, 1}};
    }

    @Override
    public ResponseCurve curve(double[] components) {
        return new PowerResponse(components[0], components[1]);
    }
}
