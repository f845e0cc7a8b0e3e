package io.github.planningmath.sales;

import io.github.planningmath.traffic.MarketingApproach;

/** The three ways of selling; each has a sales process of its own and a marketing approach that feeds it. */
public enum SalesTier {

    /** Everyday goods, a quick choice, no salesperson: needs no managers. */
    TRANSACTIONAL(MarketingApproach.MASS),

    /** Dearer goods that are weighed up: expertise is sold. */
    CONSULTATIVE(MarketingApproach.INDUSTRY),

    /** Partnership, turnkey projects, know-how. */
    STRATEGIC(MarketingApproach.TARGETED);

    private final MarketingApproach approach;

    SalesTier(MarketingApproach approach) {
        this.approach = approach;
    }

    /**
     * Whether people sell in it.
     *
     * @return false of the transactional tier alone
     */
    public boolean needsManagers() {
        return this != TRANSACTIONAL;
    }

    /**
     * The marketing that finds this tier's customers.
     *
     * @return the approach
     */
    public MarketingApproach approach() {
        return approach;
    }
}
