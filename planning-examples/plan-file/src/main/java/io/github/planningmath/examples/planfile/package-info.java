/** Plan documents as files, and what is said of a wrong one; with the one of a company that sells call tracking. */
@NullMarked
package io.github.planningmath.examples.planfile;

import org.jspecify.annotations.NullMarked;
