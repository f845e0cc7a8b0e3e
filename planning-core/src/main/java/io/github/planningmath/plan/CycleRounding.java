package io.github.planningmath.plan;

/**
 * How far the whole deals of leads that bring theirs over months may lie off the unrounded ones.
 *
 * <p>Cumulative leads bring at least what is ordered and at most three deals more. Whole leads lie off the shares
 * of a channel by at most {@link ProductLine#leadsOffShare}; what that does to deals follows by summation by parts.
 */
final class CycleRounding {

    private static final double MOST_BROUGHT_ABOVE = 3;

    /** By month of the leads, and one beyond, and month of the deals. */
    private final double[][] part;

    private final double[] above;
    private final double[] below;

    CycleRounding(ProductLine line, LeadYields yields, int pinnedMonths) {
        int months = line.months();
        part = new double[months + 1][months];
        above = new double[months];
        below = new double[months];
        int shares = 0;
        double[] off = new double[line.channels()];
        for (int c = 0; c < line.channels(); c++) {
            shares += line.takesShare(c) ? 1 : 0;
            off[c] = line.leadsOffShare(c);
        }
        for (int month = 0; month < months; month++) {
            for (int of = 0; of <= month; of++) {
                part[of][month] = yields.partThrough(of, month);
            }
        }
        for (int month = 0; month < months; month++) {
            double ofSplit = 0;
            for (int c = 0; c < line.channels() && shares > 1; c++) {
                double before = 0;
                for (int of = 0; of <= month + 1 && line.takesShare(c); of++) {
                    double beyond = of > month
                            ? 0
                            : yields.roughlyMade(c, of, month)
                                    - part[of][month] * yields.funnel(of).worthOf(c);
                    ofSplit += off[c] * Math.abs(beyond - (of == 0 ? 0 : before));
                    before = beyond;
                }
            }
            above[month] = ofSplit;
            below[month] = 1 + pinnedMonths + ofSplit;
            for (int of = 0; of <= month; of++) {
                double fall = part[of][month] - part[of + 1][month];
                above[month] += MOST_BROUGHT_ABOVE * Math.max(0, fall);
                below[month] += MOST_BROUGHT_ABOVE * Math.max(0, -fall);
            }
        }
    }

    /** The deals of leads of a month that are made through another, as a part of all that these bring; 0 of later leads. */
    double part(int brought, int through) {
        return part[brought][through];
    }

    double above(int month) {
        return above[month];
    }

    double below(int month) {
        return below[month];
    }
}
