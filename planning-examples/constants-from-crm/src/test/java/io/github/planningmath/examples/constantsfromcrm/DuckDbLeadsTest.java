package io.github.planningmath.examples.constantsfromcrm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.Headers;
import io.github.planningmath.evidence.LeadCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same leads from CSV, from Parquet, from SQL and counted by the database are the same history. */
@Tag("with-duckdb")
class DuckDbLeadsTest {

    private static final String COUNTING = """
            SELECT product, channel, NULL AS owner, came AS entered,
                   CASE WHEN won <= known THEN 'won' WHEN lost <= known THEN 'lost' ELSE 'open' END AS outcome,
                   date_diff('day', came, least(coalesce(won, known), coalesce(lost, known), known)) AS age,
                   count(*) AS leads, 0 AS withAmount, 0 AS amount
            FROM (SELECT *, DATE '2026-12-31' AS known,
                         TRY_CAST(add_time AS DATE) AS came, TRY_CAST(won_time AS DATE) AS won,
                         TRY_CAST(lost_time AS DATE) AS lost FROM leads)
            WHERE came <= known GROUP BY ALL
            """;

    @TempDir
    private static Path folder;

    private static Path csv = Path.of("");
    private static Path parquet = Path.of("");
    private static Path database = Path.of("");

    @BeforeAll
    static void writeLeads() throws IOException, SQLException {
        csv = folder.resolve("leads.csv");
        parquet = folder.resolve("it's leads.parquet");
        database = folder.resolve("leads.duckdb");
        StringBuilder text = new StringBuilder("id,add_time,status,won_time,lost_time,channel,product\n");
        int id = 0;
        for (LeadCount count : new SimulatedCrm(3).read().counts()) {
            for (long lead = 0; lead < count.leads(); lead++) {
                String ended = count.outcome() == LeadCount.Outcome.OPEN
                        ? ""
                        : count.entered()
                                .plusDays(Objects.requireNonNull(count.age()))
                                .toString();
                boolean won = count.outcome() == LeadCount.Outcome.WON;
                text.append(id++ + "," + count.entered() + ","
                        + count.outcome().name().toLowerCase(java.util.Locale.ROOT)
                        + "," + (won ? ended : "") + "," + (won ? "" : ended) + "," + count.channel() + ","
                        + count.product() + "\n");
            }
        }
        Files.writeString(csv, text);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = duckdb.createStatement()) {
            statement.execute(
                    "CREATE TABLE leads AS SELECT * FROM read_csv('" + csv + "', header = true, all_varchar = true)");
            statement.execute("COPY leads TO '" + parquet.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
    }

    private static String report(Path source, String... args) {
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        return run.out().replace(source.toString(), "SOURCE");
    }

    @Test
    void allWaysAreTheSame() {
        String plain = report(csv, "--leads", csv.toString(), "--column", "PRODUCT=product", "--until", "2026-12-31");
        assertThat(report(
                        parquet, "--leads", parquet.toString(), "--column", "PRODUCT=product", "--until", "2026-12-31"))
                .isEqualTo(plain);
        assertThat(report(
                        database,
                        "--sql",
                        COUNTING,
                        "--database",
                        database.toString(),
                        "--counts",
                        "--until",
                        "2026-12-31"))
                .isEqualTo(plain);
    }

    @Test
    void whatTheDatabaseCountsIsWhatThePlainReaderCounts() {
        FunnelHistory counted = new DuckDbLeads("sql", database, COUNTING, null, null).read();
        FunnelHistory read = new DuckDbLeads(
                        "sql",
                        database,
                        "SELECT * FROM leads",
                        FunnelHistory.reader(Headers.known("pipedrive").with(Headers.Column.PRODUCT, "product")),
                        null)
                .read();
        assertThat(counted.knownThrough(LocalDate.of(2026, 12, 31)))
                .isEqualTo(read.knownThrough(LocalDate.of(2026, 12, 31)));
        assertThat(counted).isEqualTo(read);
    }
}
