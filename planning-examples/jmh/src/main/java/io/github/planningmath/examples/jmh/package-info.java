/** How long a plan takes, and what it allocates. */
@NullMarked
package io.github.planningmath.examples.jmh;

import org.jspecify.annotations.NullMarked;
