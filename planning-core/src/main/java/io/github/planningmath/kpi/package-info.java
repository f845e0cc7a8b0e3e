/**
 * What is measured and who answers for it: key figures, factors, departments and their ownership.
 *
 * <p>Place in the package order: 5. Imports: {@code traffic}, {@code sales}.
 */
package io.github.planningmath.kpi;
