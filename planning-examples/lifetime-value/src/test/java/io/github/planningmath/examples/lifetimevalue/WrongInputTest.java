package io.github.planningmath.examples.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line that names file, line, column and rule; exit code 2; nothing on the standard output. */
class WrongInputTest {

    @TempDir
    private Path folder;

    private static void assertRefused(String rule, int exitCode, String... args) {
        Run run = Run.of(args);
        assertThat(run.err()).isEqualTo("lifetime-value: " + rule + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    static Stream<Arguments> wrongOrders() {
        return Stream.of(
                arguments("", "line 1: must name the columns, but the file is empty"),
                arguments("customer,date,amount\n", "there is no order in it"),
                arguments(
                        "customer,date,amount\n,2027-01-05,5\n , 2027-01-06,6\n",
                        "none of the 2 orders in it has a customer"),
                arguments(
                        "client,date,amount\n",
                        "line 1: must name the columns customer, date, amount, but customer is not among client, date,"
                                + " amount. Perhaps name them by --customer"),
                arguments(
                        "client,day,Amount\n",
                        "line 1: must name the columns customer, date, amount, but customer, date are not among client,"
                                + " day, Amount. Perhaps name them by --customer, --date"),
                arguments(
                        "customer;date;amount\nann;2027-01-05;12,50\n",
                        "line 1: must name the columns customer, date, amount, but customer, date, amount are not among"
                                + " customer;date;amount. Perhaps add --delimiter \";\""),
                arguments("customer,date,amount,date\n", "line 1, column date: must be named once, but is named twice"),
                arguments(
                        "customer,date,amount\nann,2027-01-05,5\nbob,2027-02-30,7\n",
                        "line 3, column date: must be a date such as 2027-03-31, but was 2027-02-30"),
                arguments("customer,date,amount\nann,,5\n", "line 2, column date: must be given, but was empty"),
                arguments(
                        "customer,date,amount\n\n\nann,2027-01-05,\"1,50\"\n",
                        "line 4, column amount: must be a number such as 12.50, but was 1,50. Perhaps 1.50 was meant:"
                                + " decimals stand after a point"),
                arguments(
                        "customer,date,amount\n\"ann\nlee\",2027-01-05,5\nbob,2027-01-06,?\n",
                        "line 3: Order.customer must be one line of text without blanks at its ends, but was \"ann?lee\"."),
                arguments(
                        "customer,date,amount\nann,2027-01-05,5\n\"bob\"by,2027-01-06,5\n",
                        "Invalid character between encapsulated token and delimiter at line: 3, position: 44"),
                arguments(
                        "customer,note,date,amount\nann,\"a\nb\nc\",2027-01-05,5\nbob,,2027-01-06,?\n",
                        "line 5, column amount: must be a number such as 12.50, but was ?"),
                arguments(
                        "customer,date,amount\nann,2027-01-05\n",
                        "line 2: must have 3 columns, as the first line has, but had 2"));
    }

    @ParameterizedTest
    @MethodSource("wrongOrders")
    void saysWhereAnOrderIsWrong(String csv, String rule) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), csv);
        assertRefused(file + ": " + rule, 2, "--orders", file.toString());
    }

    @Test
    void saysThatAFileIsNoUtf8() throws IOException {
        Path file = Files.write(
                folder.resolve("orders.csv"),
                "customer,date,amount\nJosé,2027-01-05,5\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file + ": line 2: must be UTF-8", 2, "--orders", file.toString());
    }

    static Stream<Arguments> wrongArguments() {
        return Stream.of(
                arguments(List.of("--orders", "none.csv"), "none.csv: no such file"),
                arguments(
                        List.of("--unit", "years"),
                        "Invalid value for option '--unit': must be one of days, months, weeks, but was years"),
                arguments(
                        List.of("--until", "2027"),
                        "Invalid value for option '--until': must be a date such as 2027-03-31, but was 2027"),
                arguments(
                        List.of("--margin", "40"),
                        "Invalid value for option '--margin': Rate must be above 0 and at most 1, but was 40."
                                + " Perhaps Rate.percent(40) was meant."),
                arguments(
                        List.of("--holdout", "2024-01-01"),
                        "--holdout must be after the first order, 2025-01-01, and not after the last day, 2026-12-31,"
                                + " but was 2024-01-01"),
                arguments(List.of("--discount", "0%"), "--discount must be above 0: without one, value has no end"),
                arguments(List.of("--top", "0"), "--top must be at least 1, but was 0"),
                arguments(List.of("--orders", "a.csv", "--sql", "b"), "--orders and --sql exclude each other"),
                arguments(List.of("--database", "b"), "--database needs --sql"),
                arguments(List.of("--date-pattern", "?"), "--date-pattern must be one such as dd.MM.uuuu, but was ?"),
                arguments(
                        List.of("--html", "no/such/folder.html"),
                        "--html no/such/folder.html cannot be written: no/such/folder.html"));
    }

    @ParameterizedTest
    @MethodSource("wrongArguments")
    void saysWhichArgumentIsWrong(List<String> args, String rule) {
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.err()).isEqualTo("lifetime-value: " + rule + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void saysWhyNoModelCanBeFitted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("orders.csv"),
                "customer,date,amount\nann,2027-01-05,5\nbob,2027-01-06,6\nann,2027-03-01,6\n");
        assertRefused(
                "NBD cannot be fitted to these orders: NBD has 2 parameters and needs at least as many customers"
                        + " who bought again, but 0.0 of 2.0 did.",
                1,
                "--orders",
                file.toString());
    }

    @Test
    @Tag("without-duckdb")
    void saysWhatParquetNeeds() {
        assertRefused(
                "orders.parquet: Parquet and SQL need DuckDB, which comes with the Maven profile data: add -Pdata",
                2,
                "--orders",
                "orders.parquet");
    }
}
