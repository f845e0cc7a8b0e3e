/**
 * What the two departments owe each other, and how they keep to it: obligations, service levels, the norms of one plan, and
 * the scorecard of both.
 *
 * <p>Place in the package order: 13. Imports: {@code quantity}, {@code traffic}, {@code sales}, {@code product},
 * {@code kpi}, {@code plan}, {@code review}, {@code evidence}.
 */
package io.github.planningmath.accord;
