import org.jspecify.annotations.NullMarked;

/**
 * Arbitraries for the records of a plan, its review, its risk, its resources and lifetime value, and its laws as reusable assertions.
 *
 * <h2>Where to begin</h2>
 *
 * <p>A property of jqwik, in a class with {@code @Domain(PlanningDomain.class)}, takes what it needs as a parameter with
 * {@code @ForAll}, and asserts a law of it. {@link io.github.planningmath.testkit.PlanningDomain},
 * {@link io.github.planningmath.testkit.LifetimeDomain}, {@link io.github.planningmath.testkit.ResourceDomain},
 * {@link io.github.planningmath.testkit.ReviewDomain} and
 * {@link io.github.planningmath.testkit.RiskDomain} know the arbitraries; the laws are in
 * {@link io.github.planningmath.testkit.PlanLaws}, {@link io.github.planningmath.testkit.VerdictLaws},
 * {@link io.github.planningmath.testkit.LifetimeLaws}, {@link io.github.planningmath.testkit.AllocationLaws},
 * {@link io.github.planningmath.testkit.BottleneckLaws} and {@link io.github.planningmath.testkit.RiskLaws}.
 */
@NullMarked
module io.github.planningmath.testkit {
    requires transitive io.github.planningmath.core;
    requires static transitive org.jspecify;
    // Javadoc reads it where a type of the core is named.
    requires static com.fasterxml.jackson.annotation;
    requires transitive net.jqwik.api;
    requires org.assertj.core;

    exports io.github.planningmath.testkit;
}
