/**
 * The money that traffic takes: what spending brings on a channel, and how a budget is best split.
 *
 * <p>What comes out is a statistic, a {@code double}, except for money, which is split exactly.
 *
 * <p>Place in the package order: 8. Imports: {@code quantity}, {@code traffic}.
 */
package io.github.planningmath.allocation;
