package io.github.planningmath.examples.lifetimeonspark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CustomerColumns;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.CustomerHistory;
import io.github.planningmath.lifetime.Fit;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.HistoryCounts;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.lifetime.PurchaseHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark finds is what a single machine finds, bit for bit. */
class LifetimeOnSparkTest {

    private static final Draw MILLION = new Draw(1_000_000, 42);
    private static final double YEAR = 365;

    @TempDir
    private Path folder;

    private static final SparkSession spark = SparkSession.builder()
            .master("local[2]")
            .appName("test")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.sql.shuffle.partitions", "8")
            .getOrCreate();

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static CustomerColumns millionHere() {
        List<PurchaseHistory> histories = new ArrayList<>();
        for (long block = 0; block < MILLION.blocks(); block++) {
            CustomerColumns customers = MILLION.block(block);
            for (int row = 0; row < customers.size(); row++) {
                histories.add(customers.history(row));
            }
        }
        return CustomerColumns.of(histories);
    }

    @Test
    void aMillionCustomersAreFittedAndScoredAsOnOneMachine() {
        Dataset<Row> there = Histories.drawn(spark, MILLION).cache();
        CustomerColumns here = millionHere();
        HistoryCounts countsHere = HistoryCounts.of(here).sorted();
        HistoryCounts countsThere = Compression.of(there);
        assertThat(countsThere.customers()).isEqualTo(MILLION.customers());
        assertThat(countsThere.size()).isEqualTo(countsHere.size()).isBetween(50_000, 200_000);

        Fit<BuyerModel> fitHere = BuyerModelFitter.withDefaults().fit(BuyerModelFamily.BG_NBD, countsHere);
        Fit<BuyerModel> fitThere = BuyerModelFitter.withDefaults().fit(BuyerModelFamily.BG_NBD, countsThere);
        assertThat(fitThere).isEqualTo(fitHere);
        BuyerModel model = fitHere.orThrow();

        Map<String, Row> scores = new HashMap<>();
        Iterator<Row> rows = Scores.of(there, model, YEAR).toLocalIterator();
        rows.forEachRemaining(row -> scores.put(row.getAs(Histories.CUSTOMER), row));
        assertThat(scores).hasSize(MILLION.customers());
        Map<PurchaseHistory, double[]> known = new HashMap<>();
        int differing = 0;
        for (int row = 0; row < here.size(); row++) {
            double[] expected = known.computeIfAbsent(here.history(row), history ->
                    new double[] {model.probabilityAlive(history), model.expectedPurchases(history, YEAR)});
            Row actual = scores.get(MILLION.customer(0, row));
            if (actual == null || actual.getDouble(1) != expected[0] || actual.getDouble(2) != expected[1]) {
                differing++;
            }
        }
        assertThat(differing).isZero();
    }

    /** With all that orders can be: several on a day, refunds, days that come to nothing, orders after the end. */
    @Test
    void ordersGiveTheHistoriesOfTheLibrary() throws IOException {
        LocalDate until = LocalDate.of(2026, 6, 30);
        List<Order> orders = new ArrayList<>(new BuyerSimulator(new BgNbd(0.8, 30, 0.8, 2.4), 7L)
                .orders(
                        500,
                        new GammaGamma(5, 4, 25),
                        2,
                        ChronoUnit.DAYS,
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2026, 6, 30),
                        LocalDate.of(2026, 8, 31))
                .toList());
        List<Order> disturbed = new ArrayList<>(orders);
        for (int i = 0; i < orders.size(); i += 5) {
            Order order = orders.get(i);
            disturbed.add(new Order(
                    order.customer(), order.date(), i % 2 == 0 ? order.amount().negate() : order.amount()));
        }
        CustomerHistories here = CustomerHistories.fromUnsorted(disturbed, ChronoUnit.WEEKS, until);
        Dataset<Row> there = Histories.ofOrders(csv(disturbed), ChronoUnit.WEEKS, until);
        Map<String, PurchaseHistory> found = new HashMap<>();
        there.collectAsList().forEach(row -> found.put(row.getAs(Histories.CUSTOMER), Histories.history(row)));
        Map<String, PurchaseHistory> expected = new HashMap<>();
        for (CustomerHistory customer : here.customers()) {
            expected.put(customer.customer(), customer.history());
        }
        assertThat(here.size()).isGreaterThan(400);
        assertThat(found).isEqualTo(expected);
    }

    private Dataset<Row> csv(List<Order> orders) throws IOException {
        StringBuilder text = new StringBuilder("customer,date,amount\n");
        orders.forEach(order -> text.append(order.customer() + "," + order.date() + "," + order.amount() + "\n"));
        Path file = Files.writeString(folder.resolve("orders.csv"), text);
        return spark.read().option("header", "true").csv(file.toString());
    }

    @Test
    void saysWhatIsWrongInOneLine() {
        assertThat(refusal("--orders", "orders.csv")).isEqualTo("--orders and --until need each other");
        assertThat(refusal("--customers", "0")).isEqualTo("--customers must be at least 1, but was 0");
    }

    private static String refusal(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertThat(LifetimeOnSpark.run(stream, stream, args)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("lifetime-on-spark: ")
                .hasLineCount(1);
        return err.toString(StandardCharsets.UTF_8).strip().substring("lifetime-on-spark: ".length());
    }
}
