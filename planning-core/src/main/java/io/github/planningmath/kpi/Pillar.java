package io.github.planningmath.kpi;

/**
 * One of the three things that a business stands on. A sag in any of them shows in the whole; marketing answers for product and
 * traffic, sales for the sale.
 */
public enum Pillar {
    /** What is sold, at which price and cost, and whether customers stay with it. */
    PRODUCT,
    /** Who comes, over which surfaces, at which cost, and becomes a lead. */
    TRAFFIC,
    /** What becomes of leads and of customers. */
    SALES
}
