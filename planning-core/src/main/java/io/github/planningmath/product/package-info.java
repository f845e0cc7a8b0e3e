/**
 * What is sold: products with price, cost, tier and packaging, and the assortment with its product mix.
 *
 * <p>Place in the package order: 4. Imports: {@code quantity}, {@code sales}.
 */
package io.github.planningmath.product;
