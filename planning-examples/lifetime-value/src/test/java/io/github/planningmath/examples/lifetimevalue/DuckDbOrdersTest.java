package io.github.planningmath.examples.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same orders from CSV, Parquet and SQL give the same report; only where they are from differs. */
@Tag("with-duckdb")
class DuckDbOrdersTest {

    @TempDir
    private static Path folder;

    private static Path csv = Path.of("");
    private static Path parquet = Path.of("");
    private static Path database = Path.of("");
    private static String report = "";

    @BeforeAll
    static void writeOrders() throws IOException, SQLException {
        csv = folder.resolve("orders.csv");
        parquet = folder.resolve("it's orders.parquet");
        database = folder.resolve("orders.duckdb");
        StringBuilder text = new StringBuilder("customer,date,amount\n,2025-03-01,9.99\n");
        new SimulatedShop(5)
                .read(Progress.silent())
                .orders()
                .forEach(order -> text.append(order.customer() + "," + order.date() + "," + order.amount() + "\n"));
        Files.writeString(csv, text);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE TABLE orders AS SELECT customer, CAST(date AS DATE) AS date, CAST(amount AS"
                    + " DECIMAL(12, 2)) AS amount FROM read_csv('" + csv + "', header = true)");
            statement.execute("COPY orders TO '" + parquet.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        report = report(csv, "--orders", csv.toString());
    }

    private static String report(Path source, String... args) {
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out().replace(source.toString(), "SOURCE");
    }

    @Test
    void readsParquet() {
        assertThat(report(parquet, "--orders", parquet.toString())).isEqualTo(report);
    }

    @Test
    void readsAQuery() {
        assertThat(report(
                        database,
                        "--sql",
                        "SELECT customer AS who, date + INTERVAL 5 HOUR AS at, CAST(amount AS DOUBLE) AS paid FROM orders",
                        "--database",
                        database.toString(),
                        "--customer",
                        "who",
                        "--date",
                        "at",
                        "--amount",
                        "paid"))
                .isEqualTo(report);
    }

    @Test
    void saysWhatIsWrongWithAQuery() {
        Run run = Run.of("--sql", "SELECT 1 AS customer", "--database", database.toString());
        assertThat(run.err())
                .startsWith("lifetime-value: " + database + ": Binder Error: ")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void saysWhichRowIsWrong() {
        Run run = Run.of("--sql", "SELECT 'ann' AS customer, '2027-13-01' AS date, 5 AS amount");
        assertThat(run.err())
                .isEqualTo("lifetime-value: --sql: row 1, column date: must be a date such as 2027-03-31, but was"
                        + " 2027-13-01\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
