package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.plan.Driver;
import io.github.planningmath.quantity.Rate;

/**
 * What somebody says of a conversion, against what the plan says.
 *
 * @param conversion which one
 * @param rate what is said
 */
record Claim(Driver<Rate> conversion, Rate rate) {}
