package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.HistoryReader;
import io.github.planningmath.evidence.LeadCount;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.review.Row;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a Parquet file or from a query, by the embedded database DuckDB: its rows, or what it has counted of them. It is on the
 * class path with the Maven profile {@code data} only, so nothing here names a type of it.
 *
 * @param name what is read, as the user gave it
 * @param database the file of the database; absent for none, where the query names the files itself
 * @param query gives a row a lead, or a row a count
 * @param reader which columns of a row a lead say what; absent where the query counts
 * @param currency of amounts that are counted; absent where none are
 */
record DuckDbLeads(
        String name,
        @Nullable Path database,
        String query,
        @Nullable HistoryReader reader,
        @Nullable Currency currency) implements LeadSource {

    private static final String DRIVER = "org.duckdb.DuckDBDriver";

    static DuckDbLeads ofParquet(Path file, HistoryReader reader) {
        String quoted = file.toString().replace("'", "''");
        return new DuckDbLeads(file.toString(), null, "SELECT * FROM read_parquet('" + quoted + "')", reader, null);
    }

    @Override
    public FunnelHistory read() {
        try {
            Class.forName(DRIVER);
        } catch (ClassNotFoundException absent) {
            throw new WrongInputException(
                    name + ": Parquet and SQL need DuckDB, which comes with the Maven profile data: add -Pdata");
        }
        if (database != null && !Files.isRegularFile(database)) {
            throw new WrongInputException(database + ": no such file");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + (database == null ? "" : database));
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet table = statement.executeQuery()) {
            return reader == null
                    ? FunnelHistory.fromCounts(counts(table), currency)
                    : reader.source(name).read(rows(table));
        } catch (SQLException wrong) {
            throw new WrongInputException(name + ": " + wrong.getMessage());
        }
    }

    private static Iterable<Row> rows(ResultSet table) {
        return () -> new Iterator<>() {
            private long line;
            private boolean isAhead;

            @Override
            public boolean hasNext() {
                try {
                    isAhead = isAhead || table.next();
                    return isAhead;
                } catch (SQLException wrong) {
                    throw new WrongInputException(String.valueOf(wrong.getMessage()));
                }
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                isAhead = false;
                line++;
                try {
                    return new Row(line, fields(table));
                } catch (SQLException wrong) {
                    throw new WrongInputException(String.valueOf(wrong.getMessage()));
                }
            }
        };
    }

    private static Map<String, String> fields(ResultSet table) throws SQLException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int column = 1; column <= table.getMetaData().getColumnCount(); column++) {
            String value = table.getString(column);
            fields.put(table.getMetaData().getColumnLabel(column), value == null ? "" : value);
        }
        return fields;
    }

    /** Columns product, channel, owner, entered, outcome, age, leads and, where amounts are known, withAmount and amount. */
    private List<LeadCount> counts(ResultSet table) throws SQLException {
        List<LeadCount> counts = new ArrayList<>();
        while (table.next()) {
            BigDecimal amount = currency == null ? null : table.getBigDecimal("amount");
            counts.add(new LeadCount(
                    table.getString("product"),
                    table.getString("channel"),
                    table.getString("owner"),
                    LocalDate.parse(table.getString("entered")),
                    LeadCount.Outcome.valueOf(table.getString("outcome").toUpperCase(Locale.ROOT)),
                    table.getInt("age"),
                    0,
                    table.getLong("leads"),
                    amount == null ? 0 : table.getLong("withAmount"),
                    amount == null ? BigDecimal.ZERO : amount));
        }
        return counts;
    }
}
