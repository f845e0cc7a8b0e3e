package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;

/**
 * What both edges of a plan ask of one product's leads.
 *
 * @param spread whether what the pipeline lacks is spread over the months that leads can reach
 * @param open by month of the horizon, the share of what leads are to make within it that is still to come after the month;
 *     all of it where no month with a season can be reached
 * @param onwards where the business goes on, new deals due after the horizon, that leads of the plan can make, per new deal of
 *     the plan, cumulative by month after it; else empty
 * @param isListed whether what is due after the horizon is listed
 * @param listed deals that are listed after the horizon, cumulative by month after it; as many as the cycle has months
 * @param season the season's share of each of these months, over the sum of the horizon
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record ProductEdges(boolean spread, Ratio[] open, Ratio[] onwards, boolean isListed, long[] listed, Ratio[] season) {

    /** Whether leads of the plan can make a deal of it within the horizon. */
    boolean reachesSeason() {
        return open.length > 0 && open[open.length - 1].numerator() == 0;
    }

    /** Whether anything is listed after the horizon. */
    boolean listsDeals() {
        return listed.length > 0 && listed[listed.length - 1] > 0;
    }

    /** Whether the plan's deals go on after the horizon. */
    boolean goesOn() {
        return onwards.length > 0 && onwards[onwards.length - 1].numerator() > 0;
    }

    /** Whether whole deals are asked for throughout. */
    boolean asksWholeDeals() {
        return !spread && !goesOn();
    }

    /**
     * What is to be made through a month where the pipeline's lack is spread: {@code K + (N - K) * (1 - open)}, with
     * {@code K} what the pipeline makes in the months before the first that leads can reach.
     */
    Fraction spreadNeed(long deals, Fraction beforeReach, int month) {
        Fraction all = Fraction.of(deals, 1);
        return all.minus(all.minus(beforeReach).times(LeftOver.fraction(open[month])));
    }
}
