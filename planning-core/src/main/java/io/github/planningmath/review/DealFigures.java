package io.github.planningmath.review;

/**
 * New deals of one side. Those that are known by channel stand there; those that are not are shared by the channels that
 * nothing is known of, in proportion to the deals expected of their leads that fell due. Deals beyond those leads came early
 * while there are leads that are not due yet.
 */
final class DealFigures {

    private final Grid grid;
    private final FunnelFigures funnel;
    private final double[] known;

    /** By month and product, {@code [month * products + product]}. */
    final double[] byMonth;

    /** By product and channel: deals of leads that have fallen due, and those of no channel. */
    final double[] ofDueLeads;

    /** By product and channel: deals of leads that are not due yet. */
    final double[] early;

    DealFigures(Sheet sheet, FunnelFigures funnel, Rates rates) {
        grid = sheet.grid;
        this.funnel = funnel;
        known = sheet.values(Measure.NEW_DEALS);
        byMonth = new double[grid.months * grid.products];
        ofDueLeads = new double[grid.width()];
        early = new double[grid.width()];
        for (int p = 0; p < grid.products; p++) {
            boolean[] shares = new boolean[grid.channels];
            double shared = 0;
            for (int month = 0; month < grid.months; month++) {
                shared += read(month, p, shares, rates);
            }
            if (shared > 0) {
                share(p, shared, shares);
            }
            for (int c = 0; c < grid.channels; c++) {
                setEarlyApart(grid.cell(p, c));
            }
        }
    }

    /** Books what is known by channel, and what follows where nothing is; returns what the open channels share. */
    private double read(int month, int p, boolean[] shares, Rates rates) {
        double alone = known[grid.alone(month, p)];
        double sum = Double.isNaN(alone) ? 0 : alone;
        for (int c = 0; c < grid.channels; c++) {
            int cell = grid.cell(p, c);
            double deals = known[grid.cell(month, p, c)];
            if (Double.isNaN(deals) && !Double.isNaN(alone)) {
                shares[c] = true;
                continue;
            }
            double booked = Double.isNaN(deals) ? funnel.dueIn(grid, month, p, c) * rates.manager[cell] : deals;
            ofDueLeads[cell] += booked;
            sum += booked;
        }
        byMonth[month * grid.products + p] = sum;
        return Double.isNaN(alone) ? 0 : alone;
    }

    private void share(int p, double deals, boolean[] shares) {
        boolean isShared = shareBy(funnel.due, p, deals, shares) || shareBy(funnel.open, p, deals, shares);
        if (!isShared) {
            ofDueLeads[grid.cell(p, grid.channels)] += deals;
        }
    }

    private boolean shareBy(double[] leads, int p, double deals, boolean[] shares) {
        double expected = 0;
        for (int c = 0; c < grid.channels; c++) {
            expected += shares[c] ? leads[grid.cell(p, c)] * grid.conversion(p, c) : 0;
        }
        if (expected == 0) {
            return false;
        }
        for (int c = 0; c < grid.channels; c++) {
            if (shares[c]) {
                int cell = grid.cell(p, c);
                ofDueLeads[cell] += deals * (leads[cell] * grid.conversion(p, c) / expected);
            }
        }
        return true;
    }

    private void setEarlyApart(int cell) {
        double beyond = ofDueLeads[cell] - funnel.due[cell];
        if (beyond > 0) {
            early[cell] = Math.min(beyond, funnel.open[cell]);
            ofDueLeads[cell] -= early[cell];
        }
    }

    /** The share of leads due that became deals; NaN where none was due. */
    double conversion(int cell) {
        return funnel.due[cell] == 0 ? Double.NaN : ofDueLeads[cell] / funnel.due[cell];
    }

    /** Deals that no lead accounts for. */
    double ofNoLead(int cell) {
        return funnel.due[cell] == 0 ? ofDueLeads[cell] : 0;
    }
}
