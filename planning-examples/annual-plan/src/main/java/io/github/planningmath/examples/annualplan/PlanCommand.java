package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesTier;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
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

    private static final int SHOWN = 0;
    private static final int UNREACHABLE = 1;
    private static final int WRONG_INPUT = 2;

    @Option(names = "--file", paramLabel = "FILE", description = "The plan document (YAML).")
    private @Nullable Path file;

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            converter = OptionValues.OfMonth.class,
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

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    private final PrintStream out;
    private final PrintStream err;

    private PlanCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
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
    static CommandLine commandLine(PrintStream out, PrintStream err) {
        PlanCommand command = new PlanCommand(out, err);
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, args) -> command.reject(wrong))
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    if (thrown instanceof WrongInputException wrong) {
                        return command.reject(wrong);
                    }
                    throw thrown;
                });
    }

    @Override
    public Integer call() {
        return PlanFile.of(file).plan().fold(this::show, this::tellUnreachable);
    }

    private int show(Plan plan) {
        out.print(form.json || form.kpi != null ? norms(plan) : tables(plan));
        return SHOWN;
    }

    private String norms(Plan plan) {
        Scope scope = new Scope(known(plan, month), product, channel, tier);
        return form.kpi == null ? PlanJson.of(plan, department, scope) : Explanations.of(plan, form.kpi, scope);
    }

    private String tables(Plan plan) {
        if (product != null || channel != null || tier != null) {
            throw new WrongInputException("--product, --channel and --tier need --explain or --json");
        }
        return Report.of(plan, Columns.of(plan, known(plan, month)), department);
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
        err.println("annual-plan: " + refusal);
        return UNREACHABLE;
    }

    private int reject(Exception wrong) {
        err.println("annual-plan: " + wrong.getMessage());
        return WRONG_INPUT;
    }
}
