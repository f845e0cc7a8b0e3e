package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.Headers;
import io.github.planningmath.evidence.HistoryReader;
import io.github.planningmath.examples.planfile.Documents;
import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.examples.terminal.OfDate;
import io.github.planningmath.examples.terminal.OfLanguage;
import io.github.planningmath.examples.terminal.OfMonth;
import io.github.planningmath.examples.terminal.Terminal;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.examples.terminal.WrongInputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: which leads, and which plan they are held against. */
@Command(
        name = "constants-from-crm",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "From the leads of a CRM to the constants of a plan, with what they rest on.",
        optionListHeading = "%n",
        footer = {
            "",
            "Without --leads and --sql it runs on the leads of a simulated CRM, with a claim of sales.",
            "Parquet and SQL need the Maven profile data (-Pdata).",
            "Exit code: 0; 2 for wrong arguments, wrong leads or a wrong plan."
        })
final class CrmCommand implements Callable<Integer> {

    private static final String SALES_CLAIM = "managerConversion[CONSULTATIVE]=16%";

    @Option(names = "--leads", paramLabel = "FILE", description = "The leads: a CSV or a Parquet file.")
    private @Nullable Path leads;

    @Option(names = "--sql", paramLabel = "QUERY", description = "The leads: a query that gives them.")
    private @Nullable String sql;

    @Option(names = "--database", paramLabel = "FILE", description = "With --sql: the DuckDB database it asks.")
    private @Nullable Path database;

    @Option(
            names = "--counts",
            description =
                    "With --sql: the query has counted them, with columns product, channel, owner, entered, outcome, age,"
                            + " leads, withAmount, amount.")
    private boolean counts;

    @Option(
            names = "--crm",
            paramLabel = "NAME",
            defaultValue = "pipedrive",
            description =
                    "Whose columns they have: pipedrive, salesforce, salesforce stages, hubspot, amocrm or bitrix24"
                            + " (default: ${DEFAULT-VALUE}).")
    private String crm = "";

    @Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "Another column, such as PRODUCT=product or CHANNEL=origin; may be repeated.")
    private Map<Headers.Column, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "What parts the columns of a CSV file (default: a comma).")
    private char delimiter;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "In which points in time have their day, such as Europe/Berlin.")
    private @Nullable String zone;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "2026",
            description = "Of the simulated CRM (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = OfDate.class,
            description = "The last day through which the log is complete; with leads of your own it must be given.")
    private @Nullable LocalDate until;

    @Option(
            names = "--since",
            paramLabel = "MONTH",
            converter = OfMonth.class,
            description = "Only leads from this month on.")
    private @Nullable YearMonth since;

    @Option(
            names = "--observed-from",
            paramLabel = "DATE",
            converter = OfDate.class,
            description = "The first day whose deals are in the log.")
    private @Nullable LocalDate observedFrom;

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            defaultValue = "300",
            description = "A deal counts within so many days of its lead (default: ${DEFAULT-VALUE}).")
    private int within;

    @Option(names = "--plan", paramLabel = "FILE", description = "The plan document (default: call tracking).")
    private @Nullable Path plan;

    @Option(
            names = "--claim",
            paramLabel = "CONVERSION=RATE",
            converter = OptionValues.OfClaim.class,
            description = "What somebody says against the plan, such as managerConversion[CONSULTATIVE]=16%%; may be"
                    + " repeated.")
    private List<Claim> claims = List.of();

    @Option(names = "--write", paramLabel = "FILE", description = "Writes the plan document with the new constants.")
    private @Nullable Path write;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            converter = OfLanguage.class,
            description = "en or ru (default: ${DEFAULT-VALUE}).")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with charts as well.")
    private @Nullable Path html;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    private final Terminal terminal;

    private CrmCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The parser, which answers whatever is wrong with one line. */
    static CommandLine commandLine(Terminal terminal) {
        return terminal.commandLine(new CrmCommand(terminal));
    }

    @Override
    public Integer call() {
        Study study = study();
        Words words = Words.of(ConstantsFromCrm.class, language);
        Report report = Report.of(study, words);
        terminal.out().print(report.text());
        if (write != null) {
            Documents.write("--write", write, study.document());
            terminal.out().print("\n" + words.text("plan.written", write) + "\n");
        }
        if (html != null) {
            CrmPage.of(report, study, words).write(html);
            terminal.out().print("\n" + words.text("page.written", html) + "\n");
        }
        return Terminal.SHOWN;
    }

    private Study study() {
        PlanFile file = PlanFile.of(plan);
        try {
            LeadSource source = source(file);
            LocalDate through = until == null && source instanceof SimulatedCrm ? SimulatedCrm.THROUGH : until;
            if (through == null) {
                throw new WrongInputException("--until must be given: the last day through which the log is complete");
            }
            FunnelHistory history = source.read();
            List<Claim> all = claims.isEmpty() && source instanceof SimulatedCrm && plan == null
                    ? List.of(new OptionValues.OfClaim().convert(SALES_CLAIM))
                    : claims;
            return Study.of(
                    source.name(),
                    history,
                    new Study.Window(through, since, observedFrom, within),
                    file.document(),
                    all);
        } catch (IllegalArgumentException wrong) {
            throw new WrongInputException(String.valueOf(wrong.getMessage()));
        }
    }

    private LeadSource source(PlanFile file) {
        if (leads != null && sql != null) {
            throw new WrongInputException("--leads and --sql exclude each other");
        }
        if (sql == null && (database != null || counts)) {
            throw new WrongInputException((counts ? "--counts" : "--database") + " needs --sql");
        }
        Currency currency = file.document().constants().currency();
        if (sql != null) {
            return new DuckDbLeads(
                    database == null ? "--sql" : database.toString(),
                    database,
                    sql,
                    counts ? null : reader(currency),
                    counts ? currency : null);
        }
        if (leads == null) {
            return new SimulatedCrm(seed);
        }
        return leads.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
                ? DuckDbLeads.ofParquet(leads, reader(currency))
                : new CsvLeads(leads, reader(currency), delimiter);
    }

    private HistoryReader reader(Currency currency) {
        Headers headers = Headers.known(crm);
        for (Map.Entry<Headers.Column, String> column : columns.entrySet()) {
            headers = headers.with(column.getKey(), column.getValue());
        }
        HistoryReader reader = FunnelHistory.reader(headers).currency(currency.getCurrencyCode());
        return zone == null ? reader : reader.zone(zone);
    }
}
