package io.github.planningmath.sales;

import io.github.planningmath.internal.Counts;
import io.github.planningmath.internal.Required;
import java.time.YearMonth;
import java.util.List;

/**
 * New leads by month, product and channel: what marketing hands to sales.
 *
 * @param cells the leads, each month, product and channel at most once; a cell that is not listed has none
 */
public record Leads(List<Cell> cells) {

    /**
     * The leads that a channel brings for a product in a month.
     *
     * @param month the month in which they become leads; their deals follow a sales cycle later
     * @param product the name of the product that they are for
     * @param channel the name of the channel that brings them
     * @param count how many, at least 0
     */
    public record Cell(YearMonth month, String product, String channel, Long count) {

        public Cell {
            Required.present(month, "Leads.Cell.month");
            Required.name(product, "Leads.Cell.product");
            Required.name(channel, "Leads.Cell.channel");
            Required.count(count, "Leads.Cell.count");
        }
    }

    public Leads {
        cells = Required.list(cells, "Leads.cells");
        Required.distinct(
                cells.stream()
                        .map(cell -> List.of(cell.month(), cell.product(), cell.channel()))
                        .toList(),
                "Leads.cells");
    }

    /**
     * The leads of one cell, looking through all of them; whoever needs many cells goes through
     * {@link #cells()} once.
     *
     * @param month a month
     * @param product a product's name
     * @param channel a channel's name
     * @return the leads, at least 0; 0 if the cell is not listed
     */
    public long leads(YearMonth month, String product, String channel) {
        for (Cell cell : cells) {
            if (cell.month().equals(month)
                    && cell.product().equals(product)
                    && cell.channel().equals(channel)) {
                return cell.count();
            }
        }
        return 0;
    }

    /**
     * All leads.
     *
     * @return the sum over the cells
     * @throws ArithmeticException if it does not fit in a long
     */
    public long total() {
        return Counts.sum(cells, Cell::count, "Leads.total");
    }
}
