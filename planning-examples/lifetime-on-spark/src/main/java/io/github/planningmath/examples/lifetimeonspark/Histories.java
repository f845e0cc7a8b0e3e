package io.github.planningmath.examples.lifetimeonspark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import io.github.planningmath.lifetime.CustomerColumns;
import io.github.planningmath.lifetime.PurchaseHistory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Purchase histories as a table: customer, frequency, recency, age. */
final class Histories {

    static final String CUSTOMER = "customer";
    static final String FREQUENCY = "frequency";
    static final String RECENCY = "recency";
    static final String AGE = "age";

    private static final StructType SCHEMA = new StructType()
            .add(CUSTOMER, DataTypes.StringType)
            .add(FREQUENCY, DataTypes.IntegerType)
            .add(RECENCY, DataTypes.DoubleType)
            .add(AGE, DataTypes.DoubleType);

    private static final double SECONDS_A_DAY = 86_400;

    private Histories() {}

    /**
     * Counts orders as the library does: a customer's orders of a day are added, and the day is a purchase where they sum to
     * more than 0.
     */
    static Dataset<Row> ofOrders(Dataset<Row> orders, ChronoUnit unit, LocalDate until) {
        double daysAUnit = unit.getDuration().toSeconds() / SECONDS_A_DAY;
        return orders.select(
                        col(CUSTOMER),
                        to_date(col("date")).as("day"),
                        col("amount").cast("decimal(38,9)").as("amount"))
                .filter(col(CUSTOMER).isNotNull().and(col("day").leq(lit(until))))
                .groupBy(CUSTOMER, "day")
                .agg(sum("amount").as("paid"))
                .filter(col("paid").gt(0))
                .groupBy(CUSTOMER)
                .agg(count("*").as("days"), min("day").as("first"), max("day").as("last"))
                .select(
                        col(CUSTOMER),
                        col("days").minus(1).cast("int").as(FREQUENCY),
                        datediff(col("last"), col("first"))
                                .divide(lit(daysAUnit))
                                .as(RECENCY),
                        datediff(lit(until), col("first"))
                                .divide(lit(daysAUnit))
                                .as(AGE));
    }

    /**
     * Draws customers in whole days, block by block, each block with a seed of its own: so any number of machines draws the
     * same.
     */
    static Dataset<Row> drawn(SparkSession spark, Draw draw) {
        return spark.createDataset(LongStream.range(0, draw.blocks()).boxed().toList(), Encoders.LONG())
                .repartition(Math.toIntExact(draw.blocks()))
                .flatMap((FlatMapFunction<Long, Row>) block -> rows(draw, block).iterator(), Encoders.row(SCHEMA));
    }

    private static List<Row> rows(Draw draw, long block) {
        CustomerColumns customers = draw.block(block);
        return IntStream.range(0, customers.size())
                .mapToObj(row -> {
                    PurchaseHistory history = customers.history(row);
                    return RowFactory.create(
                            draw.customer(block, row),
                            Math.toIntExact(history.frequency()),
                            history.recency(),
                            history.age());
                })
                .toList();
    }

    static PurchaseHistory history(Row row) {
        return PurchaseHistory.of(row.<Integer>getAs(FREQUENCY), row.<Double>getAs(RECENCY), row.<Double>getAs(AGE));
    }
}
