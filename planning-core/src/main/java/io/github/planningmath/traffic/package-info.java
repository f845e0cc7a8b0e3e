/**
 * Where customers come from: the directions a customer moves in, channels with their conversions and cost, and visits by
 * cell.
 *
 * <p>Place in the package order: 2. Imports: {@code quantity}.
 */
package io.github.planningmath.traffic;
