package io.github.planningmath.evidence;

import io.github.planningmath.internal.NormalLaw;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * How long those who buy wait, as a distribution with a scale and a shape: {@code G(x) = F((ln x - ln scale), shape)}, {@code x} in
 * days from the lead.
 */
enum WaitFamily {
    /** {@code G = Phi(ln(x/scale)/shape)}. */
    LOG_NORMAL("log-normal") {
        @Override
        void at(double log, double shape, double[] into) {
            double tail = NormalLaw.below(-Math.abs(log) / shape);
            into[CUMULATIVE] = log < 0 ? tail : 1 - tail;
            into[SURVIVING] = log < 0 ? 1 - tail : tail;
        }

        @Override
        void slopes(double log, double shape, double[] into) {
            double z = log / shape;
            double density = Math.exp(-z * z / 2) / ROOT_OF_TWO_PI;
            into[BY_LOG] = density / shape;
            into[BY_LOG_SHAPE] = -z * density;
        }
    },
    /** {@code G = 1/(1 + (x/scale)^-shape)}. */
    LOG_LOGISTIC("log-logistic") {
        @Override
        void at(double log, double shape, double[] into) {
            double odds = Math.exp(-shape * Math.abs(log));
            double larger = 1 / (1 + odds);
            double smaller = odds / (1 + odds);
            into[CUMULATIVE] = log < 0 ? smaller : larger;
            into[SURVIVING] = log < 0 ? larger : smaller;
        }

        @Override
        void slopes(double log, double shape, double[] into) {
            double odds = Math.exp(-shape * Math.abs(log));
            double product = odds / ((1 + odds) * (1 + odds));
            into[BY_LOG] = shape * product;
            into[BY_LOG_SHAPE] = shape * log * product;
        }
    },
    /** {@code G = 1 - exp(-(x/scale)^shape)}. */
    WEIBULL("Weibull") {
        @Override
        void at(double log, double shape, double[] into) {
            double power = Math.exp(shape * log);
            into[CUMULATIVE] = -Math.expm1(-power);
            into[SURVIVING] = Math.exp(-power);
        }

        @Override
        void slopes(double log, double shape, double[] into) {
            double power = Math.exp(shape * log);
            double density = power == Double.POSITIVE_INFINITY ? 0 : power * Math.exp(-power);
            into[BY_LOG] = shape * density;
            into[BY_LOG_SHAPE] = shape * log * density;
        }
    },
    /** {@code G = P(shape, x/scale)}, the regularised gamma function. */
    GAMMA("gamma") {
        @Override
        void at(double log, double shape, double[] into) {
            double x = Math.exp(log);
            if (x < shape) {
                into[CUMULATIVE] = RegularizedGamma.P.value(shape, x);
                into[SURVIVING] = 1 - into[CUMULATIVE];
            } else {
                into[SURVIVING] = x < MOST_X ? RegularizedGamma.Q.value(shape, x) : 0;
                into[CUMULATIVE] = 1 - into[SURVIVING];
            }
        }

        @Override
        void slopes(double log, double shape, double[] into) {
            double x = Math.exp(log);
            into[BY_LOG] = Math.exp(shape * log - x - LogGamma.value(shape));
            into[BY_LOG_SHAPE] = x > allBelow(shape) ? 0 : shape * byShape(log, shape, x);
        }

        /** {@code dP/da} term by term of {@code P = sum of x^(a+n) exp(-x) / gamma(a+n+1)}. */
        private double byShape(double log, double shape, double x) {
            double term = Math.exp(shape * log - x - LogGamma.value(shape + 1));
            double slope = log - Digamma.value(shape + 1);
            double sum = 0;
            for (int n = 1; n < MOST_TERMS; n++) {
                sum += term * slope;
                term *= x / (shape + n);
                slope -= 1 / (shape + n);
                if (shape + n > x && term * Math.abs(slope) < NEGLIGIBLE) {
                    break;
                }
            }
            return sum;
        }

        /** Beyond it the distribution has nothing left that a double would show beside 1. */
        private double allBelow(double shape) {
            return shape + 45 + 12 * Math.sqrt(shape);
        }
    };

    static final int CUMULATIVE = 0;
    static final int SURVIVING = 1;
    static final int BY_LOG = 0;
    static final int BY_LOG_SHAPE = 1;

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double MOST_X = 700;
    private static final int MOST_TERMS = 100_000;
    private static final double NEGLIGIBLE = 0x1p-70;

    private final String label;

    WaitFamily(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** {@code G} and {@code 1 - G} at {@code log = ln(x/scale)}, each to its own digits. */
    abstract void at(double log, double shape, double[] into);

    /** {@code dG/d(log)} and {@code dG/d(ln shape)} there. */
    abstract void slopes(double log, double shape, double[] into);

    /** {@code G(x)}. */
    double cumulative(double x, double logScale, double logShape) {
        if (x <= 0) {
            return 0;
        }
        double[] both = new double[2];
        at(Math.log(x) - logScale, Math.exp(logShape), both);
        return both[CUMULATIVE];
    }
}
