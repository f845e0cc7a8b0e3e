package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.planfile.ActualsFile;
import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.examples.planfile.UncertaintyFile;
import io.github.planningmath.examples.terminal.OfLanguage;
import io.github.planningmath.examples.terminal.OfMonth;
import io.github.planningmath.examples.terminal.Terminal;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.review.Part;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: which plan, what happened, and in which language the review is written. */
@Command(
        name = "month-review",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Plan against fact: whose side the gap lies on, and the way back to the plan.",
        optionListHeading = "%n",
        footer = {
            "",
            "Without options it reviews the first months of a company that sells call tracking.",
            "Exit code: 0; 1 if the plan's goal cannot be reached; 2 for wrong arguments or wrong files."
        })
final class ReviewCommand implements Callable<Integer> {

    @Option(names = "--file", paramLabel = "FILE", description = "The plan document (YAML); needs --actuals.")
    private @Nullable Path file;

    @Option(names = "--actuals", paramLabel = "FILE", description = "What happened (CSV).")
    private @Nullable Path actuals;

    @Option(
            names = "--accord",
            paramLabel = "FILE",
            description = "What the departments promise each other, and what is known of it (YAML).")
    private @Nullable Path accord;

    @Option(
            names = "--uncertainty",
            paramLabel = "FILE",
            description =
                    "How well the constants are known (YAML); what it leaves out is known as the plan's bases say.")
    private @Nullable Path uncertainty;

    @Option(
            names = "--through",
            paramLabel = "MONTH",
            converter = OfMonth.class,
            description = "The last month that counts (default: the last that the actuals have).")
    private @Nullable YearMonth through;

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            converter = OfMonth.class,
            description = "The month that stands beside all months so far (default: the last that counts).")
    private @Nullable YearMonth month;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = OptionValues.OfDate.class,
            description = "The day of the re-plan (default: the day after the last month that counts).")
    private @Nullable LocalDate date;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            converter = OfLanguage.class,
            description = "en or ru (default: ${DEFAULT-VALUE}).")
    private Locale language = Locale.ENGLISH;

    @Option(
            names = "--depth",
            paramLabel = "LEVEL",
            defaultValue = "channel",
            converter = OptionValues.OfLevel.class,
            description = "How deep the tree of the gap is: effect, product or channel (default: ${DEFAULT-VALUE}).")
    private Part.Level depth = Part.Level.CHANNEL;

    @Option(
            names = "--versions",
            description = "Tells the 20 versions in which the year of that company was planned instead.")
    private boolean versions;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with charts as well.")
    private @Nullable Path html;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    private final Terminal terminal;

    private ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The parser, which answers whatever is wrong with one line. */
    static CommandLine commandLine(Terminal terminal) {
        return terminal.commandLine(new ReviewCommand(terminal));
    }

    @Override
    public Integer call() {
        if (file != null && actuals == null) {
            throw new WrongInputException("--file needs --actuals");
        }
        if (versions && file != null) {
            throw new WrongInputException("--versions tells of the bundled plan, but --file was given");
        }
        PlanFile document = PlanFile.of(file);
        return document.plan().fold(plan -> show(document, plan), this::tellUnreachable);
    }

    private int show(PlanFile document, Plan plan) {
        Words words = Words.of(MonthReview.class, language);
        if (versions) {
            terminal.out()
                    .print(VersionsSection.of(YearVersions.of(plan, words), currency(plan), words)
                            .sheet()
                            .text());
            return Terminal.SHOWN;
        }
        ActualsFile facts = ActualsFile.of(actuals, plan.constants());
        AccordFile promises = file == null && actuals == null ? AccordFile.of(accord) : AccordFile.orNone(accord);
        Review.Times times = new Review.Times(through, month, date);
        UncertaintyFile known = file == null || uncertainty != null
                ? UncertaintyFile.of(uncertainty, plan.constants())
                : UncertaintyFile.ofBases(document.name(), plan.constants());
        Review review = facts.checked(() -> Review.of(plan, facts, promises, known, times, words));
        Report report = Report.of(review, depth, words);
        terminal.out().print(report.text());
        if (html != null) {
            ReviewPage.of(report, review, words).write(html);
            terminal.out().print("\n" + words.text("page.written", html) + "\n");
        }
        return Terminal.SHOWN;
    }

    private static String currency(Plan plan) {
        return plan.constants().currency().getCurrencyCode();
    }

    private int tellUnreachable(Unreachable<Plan> refusal) {
        return terminal.tell(refusal, Terminal.NOT_TO_BE_HAD);
    }
}
