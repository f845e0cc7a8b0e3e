/** From the leads of a CRM to the constants of a plan, with what they rest on. */
@NullMarked
package io.github.planningmath.examples.constantsfromcrm;

import org.jspecify.annotations.NullMarked;
