import org.jspecify.annotations.NullMarked;

/** Arbitraries for every public record of the core, and its laws as reusable assertions. */
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
