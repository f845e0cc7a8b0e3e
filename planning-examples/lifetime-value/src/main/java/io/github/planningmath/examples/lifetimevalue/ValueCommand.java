package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.OfDate;
import io.github.planningmath.examples.terminal.OfLanguage;
import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.Terminal;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.quantity.Rate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: which orders, and how they are valued. */
@Command(
        name = "lifetime-value",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "From orders to what each customer is still worth, and to whom it pays to keep.",
        optionListHeading = "%n",
        footer = {
            "",
            "Without --orders and --sql it runs on the orders of a simulated shop.",
            "Parquet and SQL need the Maven profile data (-Pdata).",
            "Exit code: 0; 1 if no model can be fitted; 2 for wrong arguments or wrong orders."
        })
final class ValueCommand implements Callable<Integer> {

    @Option(names = "--orders", paramLabel = "FILE", description = "The orders: a CSV or a Parquet file.")
    private @Nullable Path orders;

    @Option(names = "--sql", paramLabel = "QUERY", description = "The orders: a query that gives them.")
    private @Nullable String sql;

    @Option(names = "--database", paramLabel = "FILE", description = "With --sql: the DuckDB database it asks.")
    private @Nullable Path database;

    @Option(
            names = "--customer",
            paramLabel = "NAME",
            defaultValue = "customer",
            description = "The column of customers (default: ${DEFAULT-VALUE}).")
    private String customer = "";

    @Option(
            names = "--date",
            paramLabel = "NAME",
            defaultValue = "date",
            description = "The column of dates (default: ${DEFAULT-VALUE}).")
    private String date = "";

    @Option(
            names = "--amount",
            paramLabel = "NAME",
            defaultValue = "amount",
            description = "The column of amounts (default: ${DEFAULT-VALUE}).")
    private String amount = "";

    @Option(
            names = "--date-pattern",
            paramLabel = "PATTERN",
            description = "How dates are written, such as dd.MM.uuuu (default: 2027-03-31).")
    private @Nullable String datePattern;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "What parts the columns of a CSV file (default: a comma).")
    private char delimiter;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "2027",
            description = "Of the simulated shop (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            defaultValue = "weeks",
            converter = OptionValues.OfUnit.class,
            description = "The unit of times: days, weeks or months (default: ${DEFAULT-VALUE}).")
    private ChronoUnit unit = ChronoUnit.WEEKS;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = OfDate.class,
            description = "The last day of observation (default: the day of the last order).")
    private @Nullable LocalDate until;

    @Option(
            names = "--holdout",
            paramLabel = "DATE",
            converter = OfDate.class,
            description = "The first day of the time that models are judged on (default: the last third).")
    private @Nullable LocalDate holdout;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            defaultValue = "40%",
            converter = OptionValues.OfRate.class,
            description = "The contribution margin of a sale (default: ${DEFAULT-VALUE}).")
    private Rate margin = Rate.ONE;

    @Option(
            names = "--discount",
            paramLabel = "RATE",
            defaultValue = "15%",
            converter = OptionValues.OfDiscount.class,
            description = "What money a year later is worth less (default: ${DEFAULT-VALUE}).")
    private DiscountRate discount = DiscountRate.annual("15%");

    @Option(
            names = "--top",
            paramLabel = "NUMBER",
            defaultValue = "10",
            description = "How many customers worth keeping are shown (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            converter = OfLanguage.class,
            description = "en or ru (default: ${DEFAULT-VALUE}).")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with charts as well.")
    private @Nullable Path html;

    @Option(names = "--quiet", description = "No progress bar.")
    private boolean quiet;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    private final Terminal terminal;
    private final Progress shown;

    private ValueCommand(Terminal terminal, Progress shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    /** The parser, which answers whatever is wrong with one line. */
    static CommandLine commandLine(Terminal terminal, Progress shown) {
        return terminal.commandLine(new ValueCommand(terminal, shown));
    }

    @Override
    public Integer call() {
        Progress progress = quiet ? Progress.silent() : shown;
        if (top < 1) {
            throw new WrongInputException("--top must be at least 1, but was " + top);
        }
        Study study = Study.of(source().read(progress), assumptions(), progress);
        Words words = Words.of(LifetimeValues.class, language);
        Report report = Report.of(study, top, words);
        terminal.out().print(report.text());
        if (html != null) {
            ValuePage.of(report, study, words, progress).write(html);
            terminal.out().print("\n" + words.text("page.written", html) + "\n");
        }
        return Terminal.SHOWN;
    }

    private Assumptions assumptions() {
        return new Assumptions(unit, until, holdout, margin, discount);
    }

    private OrderSource source() {
        OrderColumns columns = new OrderColumns(customer, date, amount, datePattern);
        if (orders != null && sql != null) {
            throw new WrongInputException("--orders and --sql exclude each other");
        }
        if (database != null && sql == null) {
            throw new WrongInputException("--database needs --sql");
        }
        if (sql != null) {
            return DuckDbOrders.ofQuery(sql, database, columns);
        }
        if (orders == null) {
            return new SimulatedShop(seed);
        }
        return orders.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
                ? DuckDbOrders.ofParquet(orders, columns)
                : new CsvOrders(orders, columns, delimiter);
    }
}
