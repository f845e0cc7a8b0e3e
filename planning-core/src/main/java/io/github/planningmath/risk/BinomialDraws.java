package io.github.planningmath.risk;

import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Draws of how many of so many succeed, and of how many events come at a mean rate. Few successes are counted down the mass function from
 * its start; many are drawn by transformed rejection (W. Hörmann 1993, The generation of binomial random variates, Journal of
 * Statistical Computation and Simulation 46, algorithm BTRS; the same with squeeze for Poisson, PTRS).
 */
final class BinomialDraws {

    /** Where so many are expected at least, rejection is faster, and the mass at 0 may be too small to start from. */
    private static final double MANY = 10;

    private final SplittableRandom random;

    BinomialDraws(SplittableRandom random) {
        this.random = random;
    }

    /** How many of so many succeed. */
    long successes(long trials, double chance) {
        if (trials == 0 || chance <= 0) {
            return 0;
        }
        if (chance >= 1) {
            return trials;
        }
        if (chance > 0.5) {
            return trials - successes(trials, 1 - chance);
        }
        return trials * chance < MANY ? few(trials, chance) : many(trials, chance);
    }

    private long few(long trials, double chance) {
        double odds = chance / (1 - chance);
        double mass = StrictMath.exp(trials * StrictMath.log1p(-chance));
        double rest = random.nextDouble();
        long k = 0;
        while (rest > mass && k < trials) {
            rest -= mass;
            mass *= (double) (trials - k) / (k + 1) * odds;
            k++;
        }
        return k;
    }

    private long many(long trials, double p) {
        double deviation = Math.sqrt(trials * p * (1 - p));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = trials * p + 0.5;
        double inner = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * deviation;
        long mode = (long) Math.floor((trials + 1) * p);
        double odds = StrictMath.log(p / (1 - p));
        double atMode = LogGamma.value(mode + 1.0) + LogGamma.value(trials - mode + 1.0);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double side = 0.5 - Math.abs(u);
            long k = (long) Math.floor((2 * a / side + b) * u + c);
            if (side >= 0.07 && v <= inner) {
                return k;
            }
            if (k >= 0
                    && k <= trials
                    && StrictMath.log(v * alpha / (a / (side * side) + b))
                            <= atMode
                                    - LogGamma.value(k + 1.0)
                                    - LogGamma.value(trials - k + 1.0)
                                    + (k - mode) * odds) {
                return k;
            }
        }
    }

    /** How many events come. */
    long events(double mean) {
        if (mean <= 0) {
            return 0;
        }
        return mean < MANY ? fewEvents(mean) : manyEvents(mean);
    }

    private long fewEvents(double mean) {
        double mass = StrictMath.exp(-mean);
        double rest = random.nextDouble();
        long k = 0;
        while (rest > mass && k < 1_000) {
            rest -= mass;
            k++;
            mass *= mean / k;
        }
        return k;
    }

    private long manyEvents(double mean) {
        double deviation = Math.sqrt(mean);
        double b = 0.931 + 2.53 * deviation;
        double a = -0.059 + 0.02483 * b;
        double inverse = 1.1239 + 1.1328 / (b - 3.4);
        double inner = 0.9277 - 3.6224 / (b - 2);
        double log = StrictMath.log(mean);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double side = 0.5 - Math.abs(u);
            long k = (long) Math.floor((2 * a / side + b) * u + mean + 0.43);
            if (side >= 0.07 && v <= inner) {
                return k;
            }
            if (k >= 0
                    && !(side < 0.013 && v > side)
                    && StrictMath.log(v * inverse / (a / (side * side) + b))
                            <= k * log - mean - LogGamma.value(k + 1.0)) {
                return k;
            }
        }
    }
}
