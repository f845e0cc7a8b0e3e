package io.github.planningmath.traffic;

import io.github.planningmath.internal.Counts;
import io.github.planningmath.internal.Required;
import java.time.YearMonth;
import java.util.List;

/**
 * Visits by month, product and channel: what a projection starts from and a plan asks marketing for.
 *
 * @param cells the visits, each month, product and channel at most once; a cell that is not listed has none
 */
public record Traffic(List<Visits> cells) {

    /**
     * The visits that a channel brings for a product in a month.
     *
     * @param month the month of the visits
     * @param product the name of the product that they are for
     * @param channel the name of the channel that brings them
     * @param count how many, at least 0
     */
    public record Visits(YearMonth month, String product, String channel, Long count) {

        public Visits {
            Required.present(month, "Traffic.Visits.month");
            Required.name(product, "Traffic.Visits.product");
            Required.name(channel, "Traffic.Visits.channel");
            Required.count(count, "Traffic.Visits.count");
        }
    }

    public Traffic {
        cells = Required.list(cells, "Traffic.cells");
        Required.distinct(
                cells.stream()
                        .map(cell -> List.of(cell.month(), cell.product(), cell.channel()))
                        .toList(),
                "Traffic.cells");
    }

    /**
     * The visits of one cell, looking through all of them; whoever needs many cells goes through
     * {@link #cells()} once.
     *
     * @param month a month
     * @param product a product's name
     * @param channel a channel's name
     * @return the visits, at least 0; 0 if the cell is not listed
     */
    public long visits(YearMonth month, String product, String channel) {
        for (Visits cell : cells) {
            if (cell.month().equals(month)
                    && cell.product().equals(product)
                    && cell.channel().equals(channel)) {
                return cell.count();
            }
        }
        return 0;
    }

    /**
     * All visits.
     *
     * @return the sum over the cells
     * @throws ArithmeticException if it does not fit in a long
     */
    public long total() {
        return Counts.sum(cells, Visits::count, "Traffic.total");
    }
}
