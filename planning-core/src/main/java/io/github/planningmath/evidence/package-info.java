/**
 * From dated leads and deals to constants with what they rest on.
 *
 * <p>A share of leads that became deals means something only with an age: the share won <em>within</em> so many days of the
 * lead. Leads that are young, and a log that was opened later than its oldest leads came, are not counted as failures.
 *
 * <p>To be read in this order: {@link io.github.planningmath.evidence.Lead}, what a CRM exports;
 * {@link io.github.planningmath.evidence.TrafficCount} and {@link io.github.planningmath.evidence.CustomerCount}, what other systems do;
 * {@link io.github.planningmath.evidence.FunnelHistory}, all of it as counts that merge;
 * {@link io.github.planningmath.evidence.KnownLeads}, what was known on a day;
 * {@link io.github.planningmath.evidence.RateEstimator}, from these to a rate with its range and what it rests on, or to a
 * {@link io.github.planningmath.evidence.RateRefusal}; {@link io.github.planningmath.evidence.Estimates}, to constants;
 * {@link io.github.planningmath.evidence.RateDrift} and {@link io.github.planningmath.evidence.Pooling}, months and parts beside each other.
 *
 * <p>Place in the package order: 12. Imports: {@code quantity}, {@code traffic}, {@code sales}, {@code product},
 * {@code lifetime}, {@code plan}, {@code review}.
 */
package io.github.planningmath.evidence;
