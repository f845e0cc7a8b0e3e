package io.github.planningmath.allocation;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * {@code value = form(spend / scale)}, by the logarithm of the scale. Scales are sought from a thousandth of the least spend
 * to a thousand times the greatest: beyond, the points lie on the curve's flat or on its straight part.
 */
final class ScaleShape implements CurveShape {

    static final double REACH = Math.log(1_000);

    static final ScaleShape LOGARITHMIC =
            new ScaleShape(List.of("scale", "spread"), Math::log1p, ratio -> 1 / (1 + ratio), LogarithmicResponse::new);
    static final ScaleShape EXPONENTIAL = new ScaleShape(
            List.of("ceiling", "scale"),
            ratio -> -Math.expm1(-ratio),
            ratio -> Math.exp(-ratio),
            ExponentialResponse::new);
    static final ScaleShape MICHAELIS_MENTEN = new ScaleShape(
            List.of("ceiling", "halfSaturation"),
            ratio -> ratio / (1 + ratio),
            ratio -> 1 / (1 + ratio) / (1 + ratio),
            MichaelisMenten::new);

    /** A record's constructor, so that it can be named in a list of arguments. */
    private interface Construction {
        ResponseCurve curve(Double amplitude, Double scale);
    }

    private final List<String> names;
    private final DoubleUnaryOperator form;
    private final DoubleUnaryOperator formSlope;
    private final Construction construction;

    private ScaleShape(
            List<String> names, DoubleUnaryOperator form, DoubleUnaryOperator formSlope, Construction construction) {
        this.names = names;
        this.form = form;
        this.formSlope = formSlope;
        this.construction = construction;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public double[] least(double leastSpend) {
        return new double[] {Math.log(leastSpend) - REACH};
    }

    @Override
    public double[] most() {
        return new double[] {REACH};
    }

    @Override
    public double value(double spend, double[] shape) {
        return form.applyAsDouble(spend / Math.exp(shape[0]));
    }

    @Override
    public double slope(double spend, double[] shape) {
        double scale = Math.exp(shape[0]);
        return formSlope.applyAsDouble(spend / scale) / scale;
    }

    @Override
    public double derivative(double spend, double[] shape, int parameter) {
        double ratio = spend / Math.exp(shape[0]);
        return -ratio * formSlope.applyAsDouble(ratio);
    }

    @Override
    public double[] components(double amplitude, double[] shape, Units units) {
        return new double[] {amplitude * units.outcome(), Math.exp(shape[0]) * units.spend()};
    }

    @Override
    public double[][] byParameters(double amplitude, double[] shape, Units units) {
        return new double[][] {{units.outcome(), 0}, {0, Math.exp(shape[0]) * units.spend()}};
    }

    @Override
    public ResponseCurve curve(double[] components) {
        return construction.curve(components[0], components[1]);
    }
}
