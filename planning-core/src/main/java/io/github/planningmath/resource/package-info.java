/**
 * The money and the people that the norms take: what spending brings on a channel, how a budget is best split, whom
 * to hire when for the plan's leads and deals, and how many agents answer calls and chats in time.
 *
 * <p>What comes out is a statistic, a {@code double}, except for money, which is split exactly.
 *
 * <p>Place in the package order: 8. Imports: {@code quantity}, {@code traffic}, {@code sales}, {@code plan},
 * {@code lifetime}.
 */
package io.github.planningmath.resource;
