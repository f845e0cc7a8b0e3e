/** What the examples print with: sheets of aligned tables, and one line for whatever is wrong. */
@NullMarked
package io.github.planningmath.examples.terminal;

import org.jspecify.annotations.NullMarked;
