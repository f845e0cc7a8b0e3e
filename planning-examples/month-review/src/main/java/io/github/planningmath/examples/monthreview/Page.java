package io.github.planningmath.examples.monthreview;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Part;
import io.github.planningmath.review.Verdict;
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
 * The review as a page that needs no other file and no network.
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
     * @param language the language of the page
     * @param title its title
     * @param intro what is to be known before
     * @param headlines the main figures
     * @param charts the drawings
     * @param sections the report
     */
    record Content(
            String language,
            String title,
            String intro,
            List<Headline> headlines,
            List<Chart> charts,
            List<Section> sections) {}

    static Page of(Report report, Review review, Words words) {
        Content content = new Content(
                words.labels().locale().getLanguage(),
                words.text("page.title"),
                words.text("page.intro", review.months().get(0), review.through(), review.currency()),
                headlines(review, words),
                Charts.of(review, words),
                report.sections());
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

    private static List<Headline> headlines(Review review, Words words) {
        Verdict verdict = review.verdict();
        return List.of(
                new Headline(
                        words.figures()
                                .share(review.attainment().of(Kpi.REVENUE).share()),
                        words.text("page.attained")),
                new Headline(words.figures().change(verdict.gap(), 0), words.text("page.gap")),
                answers(verdict.of(Department.MARKETING), words),
                answers(verdict.of(Department.SALES), words),
                new Headline(words.figures().change(verdict.notYetDue().credit(), 0), words.text("page.credit")));
    }

    private static Headline answers(Part part, Words words) {
        return new Headline(words.figures().change(part.amount(), 0), words.text("page.answers", words.of(part)));
    }

    void write(Path file) {
        try {
            Files.writeString(file, html);
        } catch (IOException unwritable) {
            throw new WrongInputException("--html " + file + " cannot be written: " + unwritable.getMessage());
        }
    }
}
