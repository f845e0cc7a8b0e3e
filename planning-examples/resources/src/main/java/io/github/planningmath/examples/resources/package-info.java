/** Money and people: what the plan takes, and the most that what there is can reach. */
@NullMarked
package io.github.planningmath.examples.resources;

import org.jspecify.annotations.NullMarked;
