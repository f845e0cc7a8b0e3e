/** Buyer models fitted and scored on Apache Spark, with the results of a single machine. */
@NullMarked
package io.github.planningmath.examples.lifetimeonspark;

import org.jspecify.annotations.NullMarked;
