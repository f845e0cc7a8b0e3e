/**
 * How sure a plan is: the chance of a goal or of any norm, ranges, the plan that reaches a goal with a wanted confidence, what the
 * doubt is made of, and whether a miss is more than luck.
 *
 * <p>Two things make a result uncertain, and they are never mixed. <b>Luck</b> is what whole visits, leads and customers do on
 * constants that are known: a closed form ({@code LuckModel}: the first four cumulants of any sum over the plan; {@code ExactLaw}: its
 * whole law). <b>Knowledge</b> is how well the constants are known
 * ({@link io.github.planningmath.risk.Uncertainty}): they are drawn ({@code Knowledge}), once for a whole plan, and luck is
 * integrated out at each draw.
 *
 * <p>{@code Exposure} is the one place that reads a plan and its constants by month.
 *
 * <p>Place in the package order: 14. Imports: {@code quantity}, {@code traffic}, {@code sales}, {@code product}, {@code kpi},
 * {@code plan}, {@code review}, {@code accord}.
 */
package io.github.planningmath.risk;
