/**
 * From dated leads and deals to constants with what they rest on.
 *
 * <p>A share of leads that became deals means something only with an age: the share won <em>within</em> so many days of the
 * lead. Leads that are young, and a log that was opened later than its oldest leads came, are not counted as failures.
 *
 * <p>To be read in this order: {@link io.github.planningmath.evidence.Lead}, what a CRM exports;
 * {@link io.github.planningmath.evidence.FunnelHistory}, leads as counts that merge;
 * {@link io.github.planningmath.evidence.KnownLeads}, what was known on a day.
 *
 * <p>Place in the package order: 12. Imports: {@code quantity}, {@code review}.
 */
package io.github.planningmath.evidence;
