/**
 * Whether money and people suffice: the most that can be reached with what there is, what it takes to reach the goal, and
 * which resource stands in between.
 *
 * <p>Place in the package order: 10. Imports: {@code quantity}, {@code traffic}, {@code plan}, {@code staffing}.
 */
package io.github.planningmath.resource;
