package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.planfile.ActualsFile;
import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.examples.planfile.UncertaintyFile;
import io.github.planningmath.examples.terminal.OfLanguage;
import io.github.planningmath.examples.terminal.OfMonth;
import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.Terminal;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Unreachable;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: which plan, what is known of its constants, and what came so far. */
@Command(
        name = "how-sure",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "How sure a plan is: its chance, what more confidence takes, what makes it uncertain,"
                + " and what the first months say.",
        optionListHeading = "%n",
        footer = {
            "",
            "Without options it asks for the year of a company that sells call tracking, three months of which are over.",
            "Exit code: 0; 1 if the goal cannot be reached; 2 for wrong arguments or wrong files."
        })
final class SureCommand implements Callable<Integer> {

    private static final YearMonth MARCH = YearMonth.of(2027, 3);

    @Option(names = "--file", paramLabel = "FILE", description = "The plan document (YAML).")
    private @Nullable Path file;

    @Option(
            names = "--uncertainty",
            paramLabel = "FILE",
            description =
                    "How well the constants are known (YAML); what it leaves out is known as the plan's bases say.")
    private @Nullable Path uncertainty;

    @Option(names = "--actuals", paramLabel = "FILE", description = "What happened so far (CSV).")
    private @Nullable Path actuals;

    @Option(
            names = "--through",
            paramLabel = "MONTH",
            converter = OfMonth.class,
            description = "The last month that counts (default: the last that the actuals have).")
    private @Nullable YearMonth through;

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
    private final Progress progress;

    private SureCommand(Terminal terminal, Progress progress) {
        this.terminal = terminal;
        this.progress = progress;
    }

    /** The parser, which answers whatever is wrong with one line. */
    static CommandLine commandLine(Terminal terminal, Progress progress) {
        return terminal.commandLine(new SureCommand(terminal, progress));
    }

    @Override
    public Integer call() {
        PlanFile document = PlanFile.of(file);
        return document.plan().fold(plan -> show(document, plan), this::tellUnreachable);
    }

    private int show(PlanFile document, Plan plan) {
        boolean isBundled = file == null;
        UncertaintyFile known = isBundled || uncertainty != null
                ? UncertaintyFile.of(uncertainty, plan.constants())
                : UncertaintyFile.ofBases(document.name(), plan.constants());
        ActualsFile facts = isBundled || actuals != null ? ActualsFile.of(actuals, plan.constants()) : null;
        YearMonth last = through == null && isBundled && actuals == null ? MARCH : through;
        Study study = Study.of(document, plan, known, facts, last, progress);
        Words words = Words.of(HowSure.class, language);
        Report report = Report.of(study, words);
        terminal.out().print(report.text());
        if (html != null) {
            SurePage.of(report, study, words).write(html);
            terminal.out().print("\n" + words.text("page.written", html) + "\n");
        }
        return Terminal.SHOWN;
    }

    private int tellUnreachable(Unreachable<Plan> refusal) {
        return terminal.tell(refusal, Terminal.NOT_TO_BE_HAD);
    }
}
