/**
 * The money that traffic takes: what spending brings on a channel, and how a budget is best split.
 *
 * <p>What comes out is a statistic, a {@code double}, except for money, which is split exactly.
 *
 * <p>To be read by floor, each resting on those before it:
 * <ol>
 *   <li>what spending brings: {@link ResponseCurve} and its family, {@link LinearResponse}, {@link PowerResponse},
 *       {@link LogarithmicResponse}, {@link ExponentialResponse}, {@link MichaelisMenten}, {@link Hill} (with {@code
 *       HillSlope}), {@link PiecewiseLinear}; {@link Adstock} where it lasts; {@link CurveCost}, a curve as the cost of
 *       traffic
 *   <li>curves from facts: {@link ResponseFitter} on {@link SpendOutcome}, to a {@link ResponseFit}; inside, {@code
 *       CurveShape} is a family as the search sees it, {@code FitModel} and {@code FitState} a place in the search, {@code
 *       LeastSquares} the search, {@code ConcaveLines} that for lines, {@code CurveEstimate} the result with its errors
 *   <li>the question: {@link BudgetAllocation} with {@link SpendLimits} and {@link ChannelGroup}; the answer: {@link
 *       AllocationResult}, an {@link Allocation} with its {@link ContinuousOptimum}, or {@link NoAllocation} with its {@link
 *       AllocationConflict}
 *   <li>splits without steps: {@link ResponseColumns}, curves taken apart into pieces; {@code Envelopes}, the concave functions
 *       above them; {@code WaterFilling}, the best split over those; {@code GlobalSearch} with {@code EqualChannels}, the best
 *       over the curves themselves; {@code ContinuousSplit}, which of the two, and other questions than a budget's
 *   <li>splits in whole steps: {@code StepBounds}; {@code StepRounding}, exact for concave curves; {@code StepProgramme}, exact
 *       where steps are few; {@code StepSplits}, which of the two
 *   <li>{@code AllocationTask}, the question with its limits in steps, over {@code ColumnOrder}
 *   <li>when to spend: {@link Flighting}, by {@code FlightingSearch} over {@code FlightedChannel}
 * </ol>
 *
 * <p>Place in the package order: 6. Imports: {@code quantity}, {@code traffic}.
 */
package io.github.planningmath.allocation;
