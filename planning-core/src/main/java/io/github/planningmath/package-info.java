/**
 * The root of the library: the types are in the packages below it, in the order in which the module exports them.
 */
@WitherStyle
package io.github.planningmath;

import io.github.planningmath.internal.WitherStyle;
