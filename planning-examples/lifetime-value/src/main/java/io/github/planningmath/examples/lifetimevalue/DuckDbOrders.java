package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.WrongInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders from a Parquet file, or from a query, by the embedded database DuckDB. It is on the class path with the Maven
 * profile {@code data} only, so nothing here names a type of it.
 *
 * @param source what is read, as the user gave it
 * @param database the file of the database; absent for none, where the query names the files itself
 * @param query gives a table of orders
 * @param columns which columns of the table are an order
 */
record DuckDbOrders(String source, @Nullable Path database, String query, OrderColumns columns) implements OrderSource {

    private static final String DRIVER = "org.duckdb.DuckDBDriver";

    static DuckDbOrders ofParquet(Path file, OrderColumns columns) {
        String quoted = file.toString().replace("'", "''");
        return new DuckDbOrders(file.toString(), null, "SELECT * FROM read_parquet('" + quoted + "')", columns);
    }

    static DuckDbOrders ofQuery(String query, @Nullable Path database, OrderColumns columns) {
        return new DuckDbOrders(database == null ? "--sql" : database.toString(), database, query, columns);
    }

    @Override
    public OrdersFound read(Progress progress) {
        requireDriver();
        if (database != null && !Files.isRegularFile(database)) {
            throw new WrongInputException(database + ": no such file");
        }
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(selection());
                Progress.Steps rows = progress.steps("Reading", -1);
                ResultSet table = statement.executeQuery()) {
            OrderTexts orders = new OrderTexts(source, columns);
            for (long row = 1; table.next(); row++) {
                orders.add("row " + row, table.getString(1), table.getString(2), table.getString(3));
                rows.done("orders");
            }
            return orders.found();
        } catch (SQLException wrong) {
            throw new WrongInputException(source + ": " + wrong.getMessage());
        }
    }

    private void requireDriver() {
        try {
            Class.forName(DRIVER);
        } catch (ClassNotFoundException absent) {
            throw new WrongInputException(
                    source + ": Parquet and SQL need DuckDB, which comes with the Maven profile data: add -Pdata");
        }
    }

    private Connection connection() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        if (database == null) {
            return DriverManager.getConnection("jdbc:duckdb:", properties);
        }
        properties.setProperty("duckdb.read_only", "true");
        return DriverManager.getConnection("jdbc:duckdb:" + database, properties);
    }

    /** The three columns as text: what they hold is judged as in a CSV file. */
    private String selection() {
        return columns.names().stream()
                .map(name -> "CAST(\"" + name.replace("\"", "\"\"") + "\" AS VARCHAR)")
                .collect(Collectors.joining(", ", "SELECT ", " FROM (" + query + ")"));
    }
}
