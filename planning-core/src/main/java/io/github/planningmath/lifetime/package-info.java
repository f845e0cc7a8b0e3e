/**
 * Lifetime value: what a customer is worth, how many customers there could be, and how sure we are.
 *
 * <p>Contracts that are seen to end are valued along a retention curve; customers who may leave unseen, by a model of their
 * purchases that is fitted to the orders. What comes out is a statistic, a {@code double}, and says so.
 *
 * <p>Place in the package order: 7. Imports: {@code quantity}, {@code sales}.
 */
package io.github.planningmath.lifetime;
