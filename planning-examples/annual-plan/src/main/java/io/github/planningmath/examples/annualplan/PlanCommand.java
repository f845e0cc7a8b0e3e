package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.examples.terminal.OfLanguage;
import io.github.planningmath.examples.terminal.OfMonth;
import io.github.planningmath.examples.terminal.Terminal;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesTier;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: which document, and what of its plan is shown. */
@Command(
        name = "annual-plan",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "From a profit goal to the norms of a year, for marketing and for sales.",
        optionListHeading = "%n",
        footer = {
            "",
            "Without options it plans the year of a company that sells call tracking.",
            "Exit code: 0; 1 if the goal cannot be reached; 2 for wrong arguments or a wrong document."
        })
final class PlanCommand implements Callable<Integer> {

    @Option(names = "--file", paramLabel = "FILE", description = "The plan document (YAML).")
    private @Nullable Path file;

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            converter = OfMonth.class,
            description = "Only this month beside the whole plan, such as 2027-03.")
    private @Nullable YearMonth month;

    @Option(
            names = "--department",
            paramLabel = "NAME",
            converter = OptionValues.OfDepartment.class,
            description = "Only the norms of marketing, or of sales.")
    private @Nullable Department department;

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--product", paramLabel = "NAME", description = "With --explain or --json: of this product.")
    private @Nullable String product;

    @Option(names = "--channel", paramLabel = "NAME", description = "With --explain or --json: from this channel.")
    private @Nullable String channel;

    @Option(
            names = "--tier",
            paramLabel = "NAME",
            converter = OptionValues.OfTier.class,
            description = "With --explain or --json: in this tier (transactional, consultative, strategic).")
    private @Nullable SalesTier tier;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            converter = OfLanguage.class,
            description = "en or ru (default: ${DEFAULT-VALUE}); explanations and JSON are in English.")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with charts as well.")
    private @Nullable Path html;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    private final Terminal terminal;

    private PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is shown instead of the tables. */
    static final class Form {

        @Option(
                names = "--explain",
                paramLabel = "KPI",
                converter = OptionValues.OfKpi.class,
                description = "How a norm came about: leads, new-contacts, profit, ...")
        private @Nullable Kpi kpi;

        @Option(names = "--json", description = "The plan with all its norms as JSON.")
        private boolean json;
    }

    /** The parser, which answers whatever is wrong with one line. */
    static CommandLine commandLine(Terminal terminal) {
        return terminal.commandLine(new PlanCommand(terminal));
    }

    @Override
    public Integer call() {
        return PlanFile.of(file).plan().fold(this::show, this::tellUnreachable);
    }

    private int show(Plan plan) {
        if (form.json || form.kpi != null) {
            if (html != null) {
                throw new WrongInputException("--html excludes --explain and --json");
            }
            terminal.out().print(norms(plan));
        } else {
            showTables(plan, Words.of(AnnualPlan.class, language));
        }
        return Terminal.SHOWN;
    }

    private String norms(Plan plan) {
        Scope scope = new Scope(known(plan, month), null, product, channel, tier);
        return form.kpi == null ? PlanJson.of(plan, department, scope) : Explanations.of(plan, form.kpi, scope);
    }

    private void showTables(Plan plan, Words words) {
        if (product != null || channel != null || tier != null) {
            throw new WrongInputException("--product, --channel and --tier need --explain or --json");
        }
        Report report = Report.of(plan, Columns.of(plan, known(plan, month)), department, words);
        terminal.out().print(report.text());
        if (html != null) {
            PlanPage.of(report, plan, words).write(html);
            terminal.out().print("\n" + words.text("page.written", html) + "\n");
        }
    }

    private static @Nullable YearMonth known(Plan plan, @Nullable YearMonth month) {
        Horizon horizon = plan.constants().horizon();
        if (month == null || horizon.contains(month)) {
            return month;
        }
        throw new WrongInputException(
                "--month must be from " + horizon.first() + " to " + horizon.last() + ", but was " + month);
    }

    private int tellUnreachable(Unreachable<Plan> refusal) {
        return terminal.tell(refusal, Terminal.NOT_TO_BE_HAD);
    }
}
