package io.github.planningmath.lifetime;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;

/** Draws of what customers differ in. */
final class Draws {

    private Draws() {}

    /** A draw from Gamma(shape, rate): its mean is {@code shape / rate}. It may be 0 where the shape is small. */
    static double gamma(double shape, double rate, RandomGenerator random) {
        return Math.exp(logGamma(shape, random)) / rate;
    }

    /** A draw from Beta(a, b). */
    static double beta(double a, double b, RandomGenerator random) {
        return 1 / (1 + Math.exp(logGamma(b, random) - logGamma(a, random)));
    }

    /** The logarithm of a draw from Gamma(shape, 1), which never underflows: {@code G(shape) = G(shape + 1) U^(1 / shape)}. */
    private static double logGamma(double shape, RandomGenerator random) {
        UniformRandomProvider source = random::nextLong;
        double above =
                AhrensDieterMarsagliaTsangGammaSampler.of(source, shape + 1, 1).sample();
        return Math.log(above) + Math.log(1 - random.nextDouble()) / shape;
    }
}
