package io.github.planningmath.examples.lifetimeonspark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.Terminal;
import io.github.planningmath.examples.terminal.TextTable;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.Fitted;
import io.github.planningmath.lifetime.HistoryCounts;
import io.github.planningmath.lifetime.NotFitted;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: which customers, which model, and where the scores go. */
@Command(
        name = "lifetime-on-spark",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Fits a buyer model to a customer base, and scores each customer, on Apache Spark.",
        optionListHeading = "%n",
        footer = {
            "",
            "Without --orders it draws its customers. Without spark-submit it runs on the cores of this machine.",
            "Exit code: 0; 1 if the model cannot be fitted; 2 for wrong arguments."
        })
final class SparkCommand implements Callable<Integer> {

    private static final double DAYS_A_YEAR = 365.2425;

    @Option(
            names = "--orders",
            paramLabel = "PATH",
            description = "The orders: customer, date, amount, as Parquet, or as CSV with a first line of names.")
    private @Nullable String orders;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "With --orders: the last day of observation, such as 2027-03-31.")
    private @Nullable LocalDate until;

    @Option(
            names = "--customers",
            paramLabel = "NUMBER",
            defaultValue = "1000000",
            description = "How many customers are drawn (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "2027",
            description = "Of the customers drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "BG_NBD",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private BuyerModelFamily model = BuyerModelFamily.BG_NBD;

    @Option(
            names = "--scores",
            paramLabel = "PATH",
            description = "Writes the score of each customer there, as Parquet.")
    private @Nullable String scores;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    private final Terminal terminal;

    private SparkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The parser, which answers whatever is wrong with one line. */
    static CommandLine commandLine(Terminal terminal) {
        return terminal.commandLine(new SparkCommand(terminal));
    }

    @Override
    public Integer call() throws Exception {
        try {
            return report();
        } catch (Exception thrown) {
            // Spark has no type for what it refuses; this interface is on all of it
            if (thrown instanceof SparkThrowable) {
                throw new WrongInputException(String.valueOf(thrown.getMessage()));
            }
            throw thrown;
        }
    }

    private int report() throws IOException {
        if (customers < 1) {
            throw new WrongInputException("--customers must be at least 1, but was " + customers);
        }
        if ((orders == null) != (until == null)) {
            throw new WrongInputException("--orders and --until need each other");
        }
        try (SparkSession spark = session()) {
            Dataset<Row> histories = histories(spark).cache();
            HistoryCounts counts = Compression.of(histories);
            return BuyerModelFitter.withDefaults()
                    .fit(model, counts)
                    .fold(fitted -> show(fitted, counts, histories), this::tellUnfitted);
        }
    }

    /** The session of spark-submit, or one on all cores. */
    private static SparkSession session() {
        SparkSession.Builder builder = SparkSession.builder().appName("lifetime-on-spark");
        if (System.getProperty("spark.master") == null) {
            builder.master("local[*]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.driver.host", "localhost")
                    .config("spark.sql.shuffle.partitions", "8");
        }
        return builder.getOrCreate();
    }

    private Dataset<Row> histories(SparkSession spark) {
        if (orders == null || until == null) {
            return Histories.drawn(spark, new Draw(customers, seed));
        }
        Dataset<Row> table = orders.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? spark.read().option("header", "true").csv(orders)
                : spark.read().parquet(orders);
        return Histories.ofOrders(table, ChronoUnit.DAYS, until);
    }

    private int show(Fitted<BuyerModel> fitted, HistoryCounts counts, Dataset<Row> histories) {
        Dataset<Row> scored = Scores.of(histories, fitted.model(), Math.rint(DAYS_A_YEAR));
        Row base = scored.agg(sum(col(Scores.PROBABILITY_ALIVE)), sum(col(Scores.EXPECTED_PURCHASES)))
                .first();
        TextTable table = new TextTable(List.of("customers"), List.of("number"));
        table.row(List.of("all"), List.of(count(counts.customers())));
        table.row(List.of("with a repeat purchase"), List.of(count(counts.repeatBuyers())));
        table.row(List.of("different histories among them"), List.of(count(counts.size())));
        table.row(List.of("probably active"), List.of(count(base.getDouble(0))));
        table.row(List.of("purchases expected of them in 365 days"), List.of(count(base.getDouble(1))));
        TextTable estimates = new TextTable(List.of("parameter"), List.of("estimate", "standard error"));
        fitted.estimates()
                .forEach(estimate -> estimates.row(
                        List.of(estimate.name()),
                        List.of(decimal(estimate.value()), decimal(estimate.standardError()))));
        terminal.out()
                .print(new Sheet(fitted.model().family() + " in days", List.of(table.text(), estimates.text())).text());
        if (scores != null) {
            scored.write().parquet(scores);
            terminal.out().print("\nThe scores are in " + scores + ".\n");
        }
        return Terminal.SHOWN;
    }

    private static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number).replace(',', '\u00a0');
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.5f", number);
    }

    private int tellUnfitted(NotFitted<BuyerModel> refusal) {
        return terminal.tell(
                model + " cannot be fitted to these customers: " + refusal.detail(), Terminal.NOT_TO_BE_HAD);
    }
}
