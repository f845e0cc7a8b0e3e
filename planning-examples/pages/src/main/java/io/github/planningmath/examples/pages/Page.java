package io.github.planningmath.examples.pages;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.WrongInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as a page that needs no other file and no network.
 *
 * @param html its text
 */
public record Page(String html) {

    /**
     * A figure that stands out.
     *
     * @param figure the figure
     * @param meaning what it is
     */
    public record Headline(String figure, String meaning) {}

    /**
     * What a page shows.
     *
     * @param language the language of the page
     * @param title its title
     * @param intro what is to be known before
     * @param headlines the main figures
     * @param charts the drawings
     * @param sections the report
     */
    public record Content(
            String language,
            String title,
            String intro,
            List<Headline> headlines,
            List<Chart> charts,
            List<Section> sections) {}

    /**
     * Lays out a page.
     *
     * @param content what it shows
     * @return the page
     */
    public static Page of(Content content) {
        return new Page(Template.PAGE.with(content));
    }

    /**
     * Writes the page.
     *
     * @param file where to
     * @throws WrongInputException if it cannot be written there
     */
    public void write(Path file) {
        try {
            Files.writeString(file, html);
        } catch (IOException unwritable) {
            throw new WrongInputException("--html " + file + " cannot be written: " + unwritable.getMessage());
        }
    }
}
