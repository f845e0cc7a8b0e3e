package io.github.planningmath.testkit;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.review.Actuals;

/**
 * A plan, and something that happened to it: the actuals fit the plan.
 *
 * @param plan the plan
 * @param actuals what happened, in all of its months
 */
public record ReviewedPlan(Plan plan, Actuals actuals) {}
