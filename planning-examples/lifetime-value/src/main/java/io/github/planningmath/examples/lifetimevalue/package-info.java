/** From orders to what each customer is still worth, and to whom it pays to keep. */
@NullMarked
package io.github.planningmath.examples.lifetimevalue;

import org.jspecify.annotations.NullMarked;
