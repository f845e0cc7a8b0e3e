/**
 * The plan: from a goal and the common constants to norms that both departments share, and forward again from traffic to
 * profit.
 *
 * <p>Place in the package order: 8. Imports: {@code quantity}, {@code traffic}, {@code sales}, {@code product}, {@code kpi}.
 */
package io.github.planningmath.plan;
