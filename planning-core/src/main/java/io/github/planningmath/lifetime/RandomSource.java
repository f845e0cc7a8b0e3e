package io.github.planningmath.lifetime;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Where random numbers come from: one algorithm on every JDK and in every thread. */
final class RandomSource {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = factory();

    private RandomSource() {}

    /** A generator of its own for a seed, whose bits it mixes. */
    static RandomGenerator of(long seed) {
        return FACTORY.create(seed);
    }

    /**
     * JDK 17 looks for its generators by the context class loader of the thread that asks first, once for the whole process.
     * That loader need not lead to the JDK's: a thread of Apache Spark has one that does not.
     */
    static RandomGeneratorFactory<RandomGenerator> factory() {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return RandomGeneratorFactory.of("L64X128MixRandom");
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
