package io.github.planningmath.lifetime;

/**
 * On what a lifetime value stands. There is one basis, and every result names it: a value on revenue is not to be had, since
 * set against a cost of acquisition it promises what the unit costs take away again (10 : 1 where 6 : 1 is true).
 */
public enum ValueBasis {
    /** Price less all that serving the customer costs; the cost of winning the customer is not deducted. */
    CONTRIBUTION_MARGIN
}
