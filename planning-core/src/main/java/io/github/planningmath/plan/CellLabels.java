package io.github.planningmath.plan;

import java.time.YearMonth;

/** The words by which derivations call the cells of a product. */
record CellLabels(ProductLine line, YearMonth first) {

    String through(int month) {
        return " through " + first.plusMonths(month);
    }

    /** Since when what changes in time is in force. */
    String since(int month) {
        return " from " + first.plusMonths(month);
    }

    String ofProduct() {
        return " of " + line.product().name();
    }

    String ofCell(int channel) {
        return ofProduct() + " from " + line.funnel().channels().get(channel);
    }
}
