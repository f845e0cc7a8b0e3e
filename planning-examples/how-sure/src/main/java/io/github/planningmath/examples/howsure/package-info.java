/** How sure a plan is: its chance, what more confidence takes, what makes it uncertain, and what the first months say. */
@NullMarked
package io.github.planningmath.examples.howsure;

import org.jspecify.annotations.NullMarked;
