/**
 * Checks and normal forms that the records of all packages share.
 *
 * <p>Imports: nothing of this library. Below all other packages in the order, and exported to none.
 */
package io.github.planningmath.internal;
