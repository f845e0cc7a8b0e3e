package io.github.planningmath.examples.lifetimeonspark;

import io.github.planningmath.lifetime.CustomerColumns;
import io.github.planningmath.lifetime.HistoryCounts;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts equal histories on the cluster: the table that comes to the driver, and that a fit needs, is far smaller than the
 * base.
 */
final class Compression {

    private Compression() {}

    /** The counts in an order that does not depend on how the cluster parted the customers. */
    static HistoryCounts of(Dataset<Row> histories) {
        List<Row> rows = histories
                .groupBy(Histories.FREQUENCY, Histories.RECENCY, Histories.AGE)
                .count()
                .collectAsList();
        double[] customers =
                rows.stream().mapToDouble(row -> row.<Long>getAs("count")).toArray();
        return HistoryCounts.weighted(
                        CustomerColumns.of(rows.stream().map(Histories::history).toList()), customers)
                .sorted();
    }
}
