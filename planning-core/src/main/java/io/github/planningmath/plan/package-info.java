/**
 * The plan: from a goal and the common constants to norms that both departments share, and forward again from traffic to
 * profit.
 *
 * <p>Imports: quantity, traffic, sales, product, kpi.
 */
package io.github.planningmath.plan;
