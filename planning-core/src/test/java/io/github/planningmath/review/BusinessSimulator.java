package io.github.planningmath.review;

import java.util.Arrays;

/**
 * A business that goes as it goes, in whole counts: a plain simulator for the tests, which shares no code with the library.
 * Cumulative counts are rounded down, the base is kept in fractions. Rates are by month, so that one of them can be off.
 */
final class BusinessSimulator {

    final int months;
    final int cycle;
    final long[][] visits;
    final double[][] site;
    final double[][] warmUp;
    final double[][] manager;
    final double[] retention;
    final double[] repeat;
    final long[][] waiting;
    final double opening;

    final long[][] contacts;
    final long[][] leads;
    final long[] newDeals;
    final long[] repeatDeals;
    final long[] base;

    /**
     * Runs the business. Arrays are by month, or by channel and month.
     *
     * @param waiting leads open at the start, in the month in which they fall due
     * @param opening customers at the start
     */
    BusinessSimulator(
            int cycle,
            long[][] visits,
            double[][] site,
            double[][] warmUp,
            double[][] manager,
            double[] retention,
            double[] repeat,
            long[][] waiting,
            double opening) {
        months = retention.length;
        this.cycle = cycle;
        this.visits = visits;
        this.site = site;
        this.warmUp = warmUp;
        this.manager = manager;
        this.retention = retention;
        this.repeat = repeat;
        this.waiting = waiting;
        this.opening = opening;
        contacts = new long[visits.length][months];
        leads = new long[visits.length][months];
        newDeals = new long[months];
        repeatDeals = new long[months];
        base = new long[months];
        run();
    }

    private void run() {
        for (int c = 0; c < visits.length; c++) {
            double contacted = 0;
            double led = 0;
            for (int month = 0; month < months; month++) {
                contacted += visits[c][month] * site[c][month];
                led += visits[c][month] * site[c][month] * warmUp[c][month];
                contacts[c][month] = whole(contacted) - before(contacts[c], month);
                leads[c][month] = whole(led) - before(leads[c], month);
            }
        }
        double won = 0;
        double bought = 0;
        double customers = opening;
        for (int month = 0; month < months; month++) {
            for (int c = 0; c < visits.length; c++) {
                long due = waiting[c][month] + (month < cycle ? 0 : leads[c][month - cycle]);
                won += due * manager[c][month];
            }
            newDeals[month] = whole(won) - before(newDeals, month);
            bought += customers * repeat[month];
            repeatDeals[month] = whole(bought) - before(repeatDeals, month);
            customers = customers * retention[month] + newDeals[month];
            base[month] = whole(customers);
        }
    }

    private static long whole(double exact) {
        return (long) Math.floor(exact + 1e-9);
    }

    private static long before(long[] counts, int month) {
        return Arrays.stream(counts, 0, month).sum();
    }
}
