package io.github.planningmath.lifetime;

import java.util.Arrays;

/**
 * {@link BetaGeometricExpectation} for one duration and many ages.
 *
 * <p>With {@code s = r + x}, {@code z = t / (alpha + T + t)} and K negative binomial, {@code E} is the sum over k of
 * {@code P(K = k) G_k}, where {@code G_k} are the purchases of a customer who would make k: {@code (1 - z)^s} times a power
 * series in z whose coefficients, all positive, depend on the frequency alone. They are kept by frequency.
 */
final class BetaGeometricSeries {

    private static final int BLOCK = 8;
    private static final int MOST_TERMS = 1024;
    private static final int MOST_FREQUENCIES = 256;

    /** Coefficients grow as k^(s - 1): with these bounds, neither they nor their powers leave the range of double. */
    private static final double LARGEST_SHAPE = 100;

    private static final double LARGEST_EXPONENT = 300;
    private static final double NEGLIGIBLE = 0x1p-54;
    private static final double[] NONE = {};

    private final BetaGeometric process;
    private final double duration;
    private final double[][] coefficients = new double[MOST_FREQUENCIES][];

    BetaGeometricSeries(BetaGeometric process, double duration) {
        this.process = process;
        this.duration = duration;
        Arrays.fill(coefficients, NONE);
    }

    double expected(int frequency, double age) {
        double shape = process.r() + frequency;
        double rate = process.alpha() + age;
        double stay = rate / (rate + duration);
        double exponent = -shape * Math.log(stay);
        return frequency < MOST_FREQUENCIES
                        && shape <= LARGEST_SHAPE
                        && exponent <= LARGEST_EXPONENT
                        && shape + 40 <= (MOST_TERMS - BLOCK) * stay
                ? Math.exp(-exponent) * sum(frequency, shape, duration / (rate + duration))
                : process.expectedOfActive(frequency, age, duration);
    }

    /** The sum over k from 1, eight terms at a time. */
    private double sum(int frequency, double shape, double z) {
        double square = z * z;
        double fourth = square * square;
        double eighth = fourth * fourth;
        double[] c = coefficients[frequency];
        double power = z;
        double sum = 0;
        for (int first = 0; ; first += BLOCK) {
            if (first == c.length) {
                c = longer(frequency);
            }
            double low = c[first] + c[first + 1] * z + (c[first + 2] + c[first + 3] * z) * square;
            double high = c[first + 4] + c[first + 5] * z + (c[first + 6] + c[first + 7] * z) * square;
            sum += power * (low + high * fourth);
            power *= eighth;
            // What follows is at most a geometric series.
            double next = c[first + 7] * power;
            double ratio = z * (1 + shape / (first + BLOCK));
            if (ratio < 1 && next <= NEGLIGIBLE * sum * (1 - ratio)) {
                return sum;
            }
        }
    }

    /** Twice as many coefficients: {@code c_k = (s)_k / k! G_k}, with {@code G_k} the sum of {@code (b)_j / (a + b)_j}, j below k. */
    private double[] longer(int frequency) {
        double shape = process.r() + frequency;
        double a = process.a();
        double b = process.b() + frequency + process.firstChance();
        double[] longer = new double[Math.max(8 * BLOCK, 2 * coefficients[frequency].length)];
        double count = 1;
        double stayed = 1;
        double purchases = 0;
        for (int k = 1; k <= longer.length; k++) {
            count *= (shape + (k - 1)) / k;
            purchases += stayed;
            stayed *= (b + (k - 1)) / (a + (b + (k - 1)));
            longer[k - 1] = count * purchases;
        }
        coefficients[frequency] = longer;
        return longer;
    }
}
