package io.github.planningmath.review;

/**
 * Visits, contacts and leads of one side by product and channel, over the months that a measure looks at: all of them, or
 * those whose leads have fallen due. Where a stage is empty and the next is not, the rate between them keeps the constants'
 * value and the stage is what that takes.
 */
final class Flow {

    private final Grid grid;

    /** By place of a month: the sums. */
    final double[] visits;

    final double[] contacts;

    final double[] leads;

    /** Visits month by month, in the month in which their leads fall due (or that brought them, if all months count). */
    final double[] visitsByMonth;

    private Flow(Grid grid) {
        this.grid = grid;
        visits = new double[grid.width()];
        contacts = new double[grid.width()];
        leads = new double[grid.width()];
        visitsByMonth = new double[grid.size()];
    }

    /**
     * Adds up the months of a side.
     *
     * @param isDue whether to take only months whose leads have fallen due
     */
    static Flow of(Grid grid, double[] visits, double[] contacts, double[] leads, boolean isDue) {
        Flow flow = new Flow(grid);
        for (int p = 0; p < grid.products; p++) {
            int lag = isDue ? grid.cycles[p] : 0;
            for (int c = 0; c < grid.channels; c++) {
                flow.add(p, c, lag, visits, contacts, leads);
            }
        }
        return flow;
    }

    private void add(int p, int c, int lag, double[] visited, double[] contacted, double[] led) {
        int cell = grid.cell(p, c);
        for (int month = 0; month + lag < grid.months; month++) {
            int place = grid.cell(month, p, c);
            visits[cell] += visited[place];
            contacts[cell] += contacted[place];
            leads[cell] += led[place];
        }
        double site = grid.channel(c).siteConversion().toDouble();
        double warmUp = grid.channel(c).warmUpRate().toDouble();
        boolean isVisited = visits[cell] > 0;
        boolean isContacted = contacts[cell] > 0;
        if (!isContacted && leads[cell] > 0) {
            contacts[cell] = leads[cell] / warmUp;
        }
        if (!isVisited) {
            visits[cell] = contacts[cell] / site;
        }
        for (int month = 0; month + lag < grid.months; month++) {
            int place = grid.cell(month, p, c);
            double implied = isContacted ? contacted[place] / site : led[place] / warmUp / site;
            visitsByMonth[grid.cell(month + lag, p, c)] = isVisited ? visited[place] : implied;
        }
    }

    /** Leads per visit, 0 where there are no visits. */
    double leadsPerVisit(int cell) {
        return visits[cell] == 0 ? 0 : leads[cell] / visits[cell];
    }
}
