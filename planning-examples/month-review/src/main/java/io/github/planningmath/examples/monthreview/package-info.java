/** Plan against fact, for a company that sells call tracking: whose side the gap lies on, and the way back to the plan. */
@NullMarked
package io.github.planningmath.examples.monthreview;

import org.jspecify.annotations.NullMarked;
