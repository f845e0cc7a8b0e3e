/** Arbitraries for the records of a plan, its review, its risk, its resources and lifetime value, and its laws as reusable assertions. */
package io.github.planningmath.testkit;
