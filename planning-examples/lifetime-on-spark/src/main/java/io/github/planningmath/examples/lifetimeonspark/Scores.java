package io.github.planningmath.examples.lifetimeonspark;

import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.PurchaseHistory;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a model expects of each customer, as a table: customer, probability_alive, expected_purchases. */
final class Scores {

    static final String PROBABILITY_ALIVE = "probability_alive";
    static final String EXPECTED_PURCHASES = "expected_purchases";

    private static final StructType SCHEMA = new StructType()
            .add(Histories.CUSTOMER, DataTypes.StringType)
            .add(PROBABILITY_ALIVE, DataTypes.DoubleType)
            .add(EXPECTED_PURCHASES, DataTypes.DoubleType);

    private Scores() {}

    static Dataset<Row> of(Dataset<Row> histories, BuyerModel model, double duration) {
        Parameters parameters = Parameters.of(model);
        return histories.mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> scored(rows, parameters.model(), duration),
                Encoders.row(SCHEMA));
    }

    private static Iterator<Row> scored(Iterator<Row> rows, BuyerModel model, double duration) {
        Map<PurchaseHistory, Score> known = new HashMap<>();
        Iterable<Row> each = () -> rows;
        return StreamSupport.stream(each.spliterator(), false)
                .map(row -> {
                    Score score = known.computeIfAbsent(
                            Histories.history(row), history -> Score.of(model, history, duration));
                    return RowFactory.create(
                            row.<String>getAs(Histories.CUSTOMER), score.probabilityAlive(), score.expectedPurchases());
                })
                .iterator();
    }

    /** What is expected of all customers with one history. */
    private record Score(double probabilityAlive, double expectedPurchases) {

        static Score of(BuyerModel model, PurchaseHistory history, double duration) {
            return new Score(model.probabilityAlive(history), model.expectedPurchases(history, duration));
        }
    }
}
