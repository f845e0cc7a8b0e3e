package io.github.planningmath.testkit;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.risk.Uncertainty;

/**
 * A plan and how well its constants are known.
 *
 * @param plan the plan
 * @param uncertainty of its constants
 */
public record DoubtedPlan(Plan plan, Uncertainty uncertainty) {}
