package io.github.planningmath.allocation;

import java.util.List;

/** {@code value = odds / (1 + odds)} with {@code odds = (spend / halfSaturation)^slope}, by the logarithms of both. */
final class HillShape implements CurveShape {

    private static final double LEAST_SLOPE = Math.log(0.1);
    private static final double MOST_SLOPE = Math.log(30);

    @Override
    public List<String> names() {
        return List.of("ceiling", "halfSaturation", "slope");
    }

    @Override
    public double[] least(double leastSpend) {
        return new double[] {Math.log(leastSpend) - ScaleShape.REACH, LEAST_SLOPE};
    }

    @Override
    public double[] most() {
        return new double[] {ScaleShape.REACH, MOST_SLOPE};
    }

    @Override
    public double value(double spend, double[] shape) {
        return 1 / (1 + oddsAgainst(spend, shape));
    }

    @Override
    public double slope(double spend, double[] shape) {
        return spend > 0 ? Math.exp(shape[1]) / spend * spread(spend, shape) : 0;
    }

    @Override
    public double derivative(double spend, double[] shape, int parameter) {
        if (!(spend > 0)) {
            return 0;
        }
        double slope = Math.exp(shape[1]);
        return spread(spend, shape) * slope * (parameter == 0 ? -1 : Math.log(spend) - shape[0]);
    }

    @Override
    public double[] components(double amplitude, double[] shape, Units units) {
        return new double[] {amplitude * units.outcome(), Math.exp(shape[0]) * units.spend(), Math.exp(shape[1])};
    }

    @Override
    public double[][] byParameters(double amplitude, double[] shape, Units units) {
        return new double[][] {
            {units.outcome(), 0, 0}, {0, Math.exp(shape[0]) * units.spend(), 0}, {0, 0, Math.exp(shape[1])}
        };
    }

    @Override
    public ResponseCurve curve(double[] components) {
        return new Hill(components[0], components[1], components[2]);
    }

    /** What is missing to what is won; infinite at no spend. */
    private static double oddsAgainst(double spend, double[] shape) {
        return Math.exp(Math.exp(shape[1]) * (shape[0] - Math.log(spend)));
    }

    /** What is won times what is missing. */
    private static double spread(double spend, double[] shape) {
        double won = 1 / (1 + oddsAgainst(spend, shape));
        double missing = 1 / (1 + 1 / oddsAgainst(spend, shape));
        return won * missing;
    }
}
