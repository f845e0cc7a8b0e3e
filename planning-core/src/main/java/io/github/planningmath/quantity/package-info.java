/**
 * Exact numbers of a plan: rates and ratios, shares of a whole and their whole-number split, and the months that a plan
 * covers.
 *
 * <p>Place in the package order: 1, the lowest. Imports nothing of this library.
 */
package io.github.planningmath.quantity;
