/** Arbitraries for every public record of the core, and its laws as reusable assertions. */
package io.github.planningmath.testkit;
