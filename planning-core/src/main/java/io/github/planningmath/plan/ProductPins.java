package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the caller fixed of one product: deals by month and leads by month and channel; {@link #FREE} where nothing is
 * fixed.
 */
final class ProductPins {

    static final long FREE = -1;

    private final int months;
    private final int channels;
    private long @Nullable [] deals;
    private long @Nullable [] leads;
    private int lastFreeMonth;

    ProductPins(int months, int channels) {
        this.months = months;
        this.channels = channels;
        lastFreeMonth = months - 1;
    }

    void pinDeals(int month, long count) {
        if (deals == null) {
            deals = free(months);
        }
        deals[month] = count;
        while (lastFreeMonth >= 0 && deals[lastFreeMonth] != FREE) {
            lastFreeMonth--;
        }
    }

    void pinLeads(int month, int channel, long count) {
        if (leads == null) {
            leads = free(months * channels);
        }
        leads[month * channels + channel] = count;
    }

    private static long[] free(int cells) {
        long[] free = new long[cells];
        Arrays.fill(free, FREE);
        return free;
    }

    boolean hasDeals() {
        return deals != null;
    }

    long deals(int month) {
        return deals == null ? FREE : deals[month];
    }

    long leads(int month, int channel) {
        return leads == null ? FREE : leads[month * channels + channel];
    }

    long totalDeals() {
        return dealsAfter(-1);
    }

    /**
     * The cumulative need through a month, given what is made before it. A pinned month takes what is pinned. A free
     * month brings the need back to the season's own line, so what a pinned month left undone is caught up in the first
     * free month after it; the last free month takes what is left of the product's deals.
     */
    long need(long total, Ratio restOfSeason, int month, long madeBefore) {
        if (deals(month) != FREE) {
            return PlanOverflow.sum(madeBefore, deals(month), "deals");
        }
        long most = total - dealsAfter(month);
        return month == lastFreeMonth ? most : Math.min(most, total - restOfSeason.yieldOf(total));
    }

    /** {@link #need(long, Ratio, int, long)} where the line need not be of whole deals. */
    Fraction need(long total, Fraction line, int month, long madeBefore) {
        if (deals(month) != FREE) {
            return Fraction.of(PlanOverflow.sum(madeBefore, deals(month), "deals"), 1);
        }
        Fraction most = Fraction.of(total - dealsAfter(month), 1);
        return month == lastFreeMonth || most.compareTo(line) < 0 ? most : line;
    }

    /** Whether cumulative deals and leads have what is pinned in every pinned cell. */
    boolean areHonouredBy(CumulativeCounts madeDeals, CumulativeCounts broughtLeads) {
        for (int month = 0; month < months; month++) {
            if (deals(month) != FREE && deals(month) != madeDeals.in(month)) {
                return false;
            }
            for (int c = 0; leads != null && c < channels; c++) {
                if (leads(month, c) != FREE && leads(month, c) != broughtLeads.in(month, c)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The last month whose deals are not pinned; -1 if all are. */
    int lastFreeMonth() {
        return lastFreeMonth;
    }

    boolean hasLeads() {
        return leads != null;
    }

    private long dealsAfter(int month) {
        long sum = 0;
        for (int later = month + 1; later < months; later++) {
            if (deals(later) != FREE) {
                sum = PlanOverflow.sum(sum, deals(later), "deals");
            }
        }
        return sum;
    }
}
