/** The pages that the examples write: figures, drawings and tables in one file that opens offline. */
@NullMarked
package io.github.planningmath.examples.pages;

import org.jspecify.annotations.NullMarked;
