package io.github.planningmath.traffic;

/** The five directions of a customer's life; each passes people on at a rate of its own. */
public enum Direction {

    /** From visit to contact, at the site conversion of a channel. */
    CAPTURE,

    /** From contact to lead, at the warm-up rate of a channel. */
    WARM_UP,

    /** From lead to deal, at the manager conversion of a tier and channel. */
    SALE,

    /** From customer this month to still a customer next month, at the retention rate of a product and age. */
    RETENTION,

    /** From active customer to another deal, at the repeat rate of a product and age. */
    REPEAT_SALE
}
