package io.github.planningmath.plan;

import io.github.planningmath.quantity.Ratio;
import java.util.Arrays;

/**
 * What the caller fixed of one product: deals by month and leads by month and channel; {@link #FREE} where nothing is
 * fixed.
 */
final class ProductPins {

    static final long FREE = -1;

    private final int channels;
    private final long[] deals;
    private final long[] leads;
    private boolean anyDeals;
    private boolean anyLeads;

    ProductPins(int months, int channels) {
        this.channels = channels;
        deals = new long[months];
        leads = new long[months * channels];
        Arrays.fill(deals, FREE);
        Arrays.fill(leads, FREE);
    }

    void pinDeals(int month, long count) {
        deals[month] = count;
        anyDeals = true;
    }

    void pinLeads(int month, int channel, long count) {
        leads[month * channels + channel] = count;
        anyLeads = true;
    }

    boolean hasDeals() {
        return anyDeals;
    }

    boolean hasLeads() {
        return anyLeads;
    }

    long deals(int month) {
        return deals[month];
    }

    long leads(int month, int channel) {
        return leads[month * channels + channel];
    }

    long totalDeals() {
        return dealsAfter(-1);
    }

    /**
     * The cumulative need with pinned months taken as they are. A free month brings the need back to the season's own
     * line, so what a pinned month left undone is caught up in the first free month after it; the last free month takes
     * what is left of the product's deals.
     */
    void needs(long total, Ratio[] restOfSeason, long[] needs) {
        int lastFree = lastFreeMonth();
        long through = 0;
        for (int month = 0; month < deals.length; month++) {
            if (deals[month] != FREE) {
                through = PlanOverflow.sum(through, deals[month], "deals");
            } else {
                long most = total - dealsAfter(month);
                long line = month == lastFree ? most : Math.min(most, total - restOfSeason[month].yieldOf(total));
                through = Math.max(through, line);
            }
            needs[month] = through;
        }
    }

    private int lastFreeMonth() {
        int month = deals.length - 1;
        while (month >= 0 && deals[month] != FREE) {
            month--;
        }
        return month;
    }

    private long dealsAfter(int month) {
        long sum = 0;
        for (int later = month + 1; later < deals.length; later++) {
            if (deals[later] != FREE) {
                sum = PlanOverflow.sum(sum, deals[later], "deals");
            }
        }
        return sum;
    }
}
