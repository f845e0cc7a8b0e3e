package io.github.planningmath.traffic;

/** Whom marketing addresses over a channel, from everybody to a chosen few. */
public enum MarketingApproach {

    /** Everybody: everyday goods, a quick choice. */
    MASS,

    /** An industry: dearer goods that are weighed up by those who know the trade. */
    INDUSTRY,

    /** Chosen customers, by name: partnerships and turnkey projects. */
    TARGETED
}
