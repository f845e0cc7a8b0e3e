/**
 * How leads become deals: the tiers and their sales processes, what customers buy again, and leads by cell.
 *
 * <p>Place in the package order: 3. Imports: {@code quantity}, {@code traffic}.
 */
package io.github.planningmath.sales;
