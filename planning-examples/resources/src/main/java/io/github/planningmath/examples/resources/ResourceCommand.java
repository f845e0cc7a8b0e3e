package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.examples.terminal.OfLanguage;
import io.github.planningmath.examples.terminal.RefusalException;
import io.github.planningmath.examples.terminal.Terminal;
import io.github.planningmath.examples.terminal.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: which plan, and what there is for it. */
@Command(
        name = "resources",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Money and people: what the plan takes, and the most that what there is can reach.",
        optionListHeading = "%n",
        footer = {
            "",
            "Without options it shows a company that sells call tracking. Both documents are described in",
            "docs/plan-document.md and docs/resources-document.md.",
            "Exit code: 0; 1 if no plan fits what there is; 2 for wrong arguments or wrong files."
        })
final class ResourceCommand implements Callable<Integer> {

    @Option(names = "--file", paramLabel = "FILE", description = "The plan document (YAML).")
    private @Nullable Path file;

    @Option(names = "--resources", paramLabel = "FILE", description = "What there is (YAML).")
    private @Nullable Path resources;

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

    private ResourceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The parser, which answers whatever is wrong with one line. */
    static CommandLine commandLine(Terminal terminal) {
        return terminal.commandLine(new ResourceCommand(terminal));
    }

    @Override
    public Integer call() throws RefusalException {
        Study study = Study.of(PlanFile.of(file), ResourceFile.of(resources));
        Words words = Words.of(ResourcePlan.class, language);
        Report report = Report.of(study, words);
        terminal.out().print(report.text());
        if (html != null) {
            ResourcePage.of(report, study, words).write(html);
            terminal.out().print("\n" + words.text("page.written", html) + "\n");
        }
        return Terminal.SHOWN;
    }
}
