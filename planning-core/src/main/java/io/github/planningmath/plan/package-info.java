/**
 * The plan: from a goal and the common constants to the norms of both departments, and forward again from traffic to profit.
 *
 * <p>Read it by floor, from the ground up:
 *
 * <ol>
 *   <li><b>What is given.</b> {@link io.github.planningmath.plan.PlanningConstants} (with {@code Season}, {@code FixedCosts},
 *       {@code PeopleCost}), each constant by its {@link io.github.planningmath.plan.Driver}, perhaps with another value from a
 *       month on ({@link io.github.planningmath.plan.Change}), the {@link io.github.planningmath.plan.Position} that a plan opens with, the
 *       {@link io.github.planningmath.plan.FinancialGoal}, and {@link io.github.planningmath.plan.Pin}s.
 *   <li><b>What is looked up once.</b> The constants resolved, a {@code PlanStretch} for months in which none changes: a {@code ProductLine} a product with its {@code Funnel}, its
 *       {@code Pipeline} and its {@code CustomerBase}.
 *   <li><b>How things are counted.</b> {@code CumulativeCounts} by month and channel; {@code CarriedRate} (visits to contacts
 *       and leads) and {@code DealCourse} (leads to deals), which round and keep what is {@code LeftOver};
 *       {@code DealParts} and {@code ExpectedDeals}, exact at any length.
 *   <li><b>Forward.</b> {@link io.github.planningmath.plan.Projection}: traffic to leads, deals, customers and profit.
 *   <li><b>Backward.</b> {@code ProductRun} and {@code Cascade}: a number of deals to its leads and visits.
 *       {@code MarginalDeal}, {@code VisitWorth}, {@code UnroundedRun} and {@code VisitCapacity} tell what a further deal
 *       adds, {@code MeasureBound} what any number of deals can come to, and {@code DealSearch} looks among them:
 *       {@link io.github.planningmath.plan.Planner} finds the number, {@link io.github.planningmath.plan.Solver} any other
 *       unknown; {@link io.github.planningmath.plan.Unreachable} says what stands in the way.
 *   <li><b>What can be asked of it.</b> {@link io.github.planningmath.plan.Plan}: a
 *       {@link io.github.planningmath.plan.Scope} is resolved to a {@code Selection} of cells, {@code KpiValues} reads the
 *       value of a {@link io.github.planningmath.plan.Norm} off them, {@code Explanation} its
 *       {@link io.github.planningmath.plan.Derivation}; {@link io.github.planningmath.plan.Sensitivity} shakes its drivers.
 * </ol>
 *
 * <p>Place in the package order: 8. Imports: {@code quantity}, {@code traffic}, {@code sales}, {@code product}, {@code kpi},
 * {@code lifetime}.
 */
package io.github.planningmath.plan;
