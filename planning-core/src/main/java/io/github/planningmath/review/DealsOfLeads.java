package io.github.planningmath.review;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * New deals by the month in which their leads were brought, of products over one channel or over none in particular. Leads brought
 * before the plan are one source, whichever their month, and those of each of its months another.
 */
final class DealsOfLeads {

    /** The source of deals whose leads were brought before the plan. */
    static final int BEFORE = -1;

    private final ReviewCells cells;

    /** By product and channel, and within it by source, beginning with that before the plan, and month of the deals. */
    private final Map<Integer, double[][]> byCell = new HashMap<>();

    /** By product and channel, and within it by source: leads that were lost. */
    private final Map<Integer, double[]> lost = new HashMap<>();

    DealsOfLeads(ReviewCells cells) {
        this.cells = cells;
    }

    void add(int month, int cell, YearMonth brought, long count) {
        byCell.computeIfAbsent(cell, any -> new double[cells.months + 1][cells.months])[place(brought)][month] += count;
    }

    void addLost(int cell, YearMonth brought, long count) {
        lost.computeIfAbsent(cell, any -> new double[cells.months + 1])[place(brought)] += count;
    }

    private int place(YearMonth brought) {
        return 1 + (int) Math.max(BEFORE, cells.monthsUntil(brought));
    }

    /** Whether deals of a product and channel are told apart by the months of their leads in all months in which there were any. */
    boolean areAll(int cell, double[] newDeals) {
        double[][] bySource = byCell.get(cell);
        if (bySource == null) {
            return false;
        }
        for (int month = 0; month < cells.months; month++) {
            double told = 0;
            for (double[] ofSource : bySource) {
                told += ofSource[month];
            }
            if (told != newDeals[month * cells.width() + cell]) {
                return false;
            }
        }
        return true;
    }

    /** Leads of a source that were lost. */
    double lost(int cell, int source) {
        double[] bySource = lost.get(cell);
        return bySource == null ? 0 : bySource[source + 1];
    }

    /** Deals of a source. */
    double of(int cell, int source) {
        double[][] bySource = byCell.get(cell);
        return bySource == null ? 0 : Arrays.stream(bySource[source + 1]).sum();
    }
}
