package io.github.planningmath.plan;

/**
 * Goes through the whole counts of a plan, month by month: the fast way for whoever needs all of them. Months, products and
 * channels are given by their places in the horizon, the assortment and the constants.
 */
public interface PlanVisitor {

    /**
     * What a channel is to bring for a product in a month; channels that do not feed the product are left out.
     *
     * @param month the month's place in the horizon, from 0
     * @param product the product's place in the assortment, from 0
     * @param channel the channel's place in the constants, from 0
     * @param visits the traffic norm
     * @param contacts the norm of new contacts
     * @param leads the norm of leads
     */
    void cell(int month, int product, int channel, long visits, long contacts, long leads);

    /**
     * What a product is to reach in a month.
     *
     * @param month the month's place in the horizon, from 0
     * @param product the product's place in the assortment, from 0
     * @param newDeals the norm of new deals
     * @param repeatDeals the norm of repeat deals
     * @param base the norm of customers at the month's end
     */
    void product(int month, int product, long newDeals, long repeatDeals, long base);
}
