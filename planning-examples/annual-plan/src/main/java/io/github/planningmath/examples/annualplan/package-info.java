/** From a profit goal to the norms of a year, for a company that sells call tracking. */
@NullMarked
package io.github.planningmath.examples.annualplan;

import org.jspecify.annotations.NullMarked;
