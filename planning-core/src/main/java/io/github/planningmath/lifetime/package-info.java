/**
 * Lifetime value: what a customer is worth, how many customers there could be, and how sure we are.
 *
 * <p>Contracts that are seen to end are valued along a retention curve; customers who may leave unseen, by a model of their
 * purchases that is fitted to the orders. What comes out is a statistic, a {@code double}, and says so.
 *
 * <p>To read, from the ground up; what is not named here is inside:
 *
 * <ol>
 *   <li><b>What is observed.</b> {@link io.github.planningmath.lifetime.Order}, and what reading makes of orders:
 *       {@link io.github.planningmath.lifetime.CustomerHistories} of {@link
 *       io.github.planningmath.lifetime.PurchaseHistory}, or by occasion; a
 *       {@link io.github.planningmath.lifetime.HoldoutSplit} before and after a day. Compressed to
 *       {@link io.github.planningmath.lifetime.HistoryCounts} for fits, by column in
 *       {@link io.github.planningmath.lifetime.CustomerColumns} for scores. Of contracts, a
 *       {@link io.github.planningmath.lifetime.CohortTable}.
 *   <li><b>How customers behave.</b> {@link io.github.planningmath.lifetime.BuyerModel} with its five families, the simplest
 *       first: {@link io.github.planningmath.lifetime.Nbd}, {@link io.github.planningmath.lifetime.BgNbd},
 *       {@link io.github.planningmath.lifetime.MbgNbd}, {@link io.github.planningmath.lifetime.ParetoNbd}, and
 *       {@link io.github.planningmath.lifetime.BgBb} for occasions; {@link io.github.planningmath.lifetime.SpendModel} for what a
 *       purchase is worth; {@link io.github.planningmath.lifetime.RetentionCurve} for contracts;
 *       {@link io.github.planningmath.lifetime.BuyerSimulator} the other way round.
 *   <li><b>From the one to the other.</b> {@link io.github.planningmath.lifetime.BuyerModelFitter}, its
 *       {@link io.github.planningmath.lifetime.Fit}: {@link io.github.planningmath.lifetime.Fitted} or
 *       {@link io.github.planningmath.lifetime.NotFitted}, and the {@link io.github.planningmath.lifetime.ModelChoice} among
 *       families.
 *   <li><b>What customers are worth.</b> {@link io.github.planningmath.lifetime.FittedModel} and
 *       {@link io.github.planningmath.lifetime.Scoring} customer by customer; for contracts
 *       {@link io.github.planningmath.lifetime.LifetimeTerms} with a {@link io.github.planningmath.lifetime.DiscountRate} and a
 *       {@link io.github.planningmath.lifetime.LifetimeHorizon}, against a
 *       {@link io.github.planningmath.lifetime.CustomerAcquisition} with its
 *       {@link io.github.planningmath.lifetime.Payback}.
 *   <li><b>How many, and in a plan.</b> {@link io.github.planningmath.lifetime.CustomerEquity},
 *       {@link io.github.planningmath.lifetime.MarketPotential} and
 *       {@link io.github.planningmath.lifetime.BassDiffusion}; {@link io.github.planningmath.lifetime.ModelRepeat} and
 *       {@link io.github.planningmath.lifetime.CurveRepeat} hand a behaviour to a plan.
 * </ol>
 *
 * <p>Place in the package order: 7. Imports: {@code quantity}, {@code sales}.
 */
package io.github.planningmath.lifetime;
