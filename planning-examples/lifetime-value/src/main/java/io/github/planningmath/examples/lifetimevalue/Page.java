package io.github.planningmath.examples.lifetimevalue;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.WrongInputException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The report as a page that needs no other file and no network.
 *
 * @param html its text
 */
record Page(String html) {

    private static final String TEMPLATE = "page.mustache";

    /**
     * A figure that stands out.
     *
     * @param figure the figure
     * @param meaning what it is
     */
    record Headline(String figure, String meaning) {}

    /**
     * What the template shows.
     *
     * @param source whose orders
     * @param headlines the main figures
     * @param charts the drawings
     * @param sections the report
     */
    record Content(String source, List<Headline> headlines, List<Chart> charts, List<Section> sections) {}

    static Page of(Report report, Study study, Progress progress) {
        Content content =
                new Content(study.orders().source(), headlines(study), Charts.of(study, progress), report.sections());
        StringWriter html = new StringWriter();
        template().execute(html, content);
        return new Page(html.toString());
    }

    private static Mustache template() {
        try (Reader template = new InputStreamReader(
                Objects.requireNonNull(Page.class.getResourceAsStream(TEMPLATE)), StandardCharsets.UTF_8)) {
            return new DefaultMustacheFactory().compile(template, TEMPLATE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Headline> headlines(Study study) {
        return List.of(
                new Headline(Figures.count(study.histories().size()), "customers"),
                new Headline(Figures.amount(study.activeCustomers()), "of them probably active"),
                new Headline(Figures.amount(study.equity()), "value of the base"),
                new Headline(Figures.decimal(study.newCustomerValue(), 2), "value of a new customer"));
    }

    void write(Path file) {
        try {
            Files.writeString(file, html);
        } catch (IOException unwritable) {
            throw new WrongInputException("--html " + file + " cannot be written: " + unwritable.getMessage());
        }
    }
}
