/**
 * The people that the norms take: whom to hire when for the plan's leads and deals, whose quota is what, and how many
 * agents answer calls and chats in time.
 *
 * <p>Needs of people are exact and rounded up once; what comes of queues is a statistic, a {@code double}; money is exact.
 *
 * <p>Place in the package order: 9. Imports: {@code quantity}, {@code sales}, {@code plan}.
 */
package io.github.planningmath.staffing;
