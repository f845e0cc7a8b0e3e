/**
 * Plan against fact: what happened, how far the plan is fulfilled, whose side the gap lies on, and the way back to the
 * plan.
 *
 * <p>The parts of a gap are statistics, {@code double}, that sum to it; shown in money they are rounded once, together, so
 * that what is shown sums exactly too.
 *
 * <p>Place in the package order: 11. Imports: {@code quantity}, {@code traffic}, {@code sales}, {@code product},
 * {@code kpi}, {@code plan}.
 */
package io.github.planningmath.review;
