/**
 * Buyer models fitted and scored on Apache Spark, with the results of a single machine.
 *
 * <p>On this machine: {@code mvn -q -Pspark,quick -pl planning-examples/lifetime-on-spark -am compile exec:exec
 * -Dspark.args="--customers 200000"}. On a cluster, after {@code mvn -Pspark,quick -DskipTests package}, in the module's
 * {@code target}: {@code spark-submit --class io.github.planningmath.examples.lifetimeonspark.LifetimeOnSpark --jars $(ls
 * jars/*.jar | paste -sd,) lifetime-on-spark-*.jar --orders hdfs:///orders --until 2027-03-31 --scores hdfs:///scores}.
 */
@NullMarked
package io.github.planningmath.examples.lifetimeonspark;

import org.jspecify.annotations.NullMarked;
