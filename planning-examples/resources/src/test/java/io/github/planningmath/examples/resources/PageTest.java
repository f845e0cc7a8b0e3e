package io.github.planningmath.examples.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {

    private Path file = Path.of("");
    private Run run = new Run(-1, "", "");
    private String html = "";

    @BeforeAll
    void write(@TempDir Path folder) throws IOException {
        file = folder.resolve("page.html");
        run = Run.of("--html", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        html = Files.readString(file);
    }

    @Test
    void needsNoOtherFile() {
        assertThat(html).doesNotContain("<script", "@import", "http", "src=", "<!ENTITY", "xlink");
        assertThat(Pattern.compile("<svg ").matcher(html).results()).hasSize(8);
    }

    /** Four drawings in one page, each for a desk and for a phone: none may take what another one defines. */
    @Test
    void tellsTheDrawingsApart() {
        List<String> ids = groups(" id=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(groups("(?:url\\(|href=\")#([^)\"]*)"));
    }

    private List<String> groups(String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Every figure of the terminal is on the page. */
    @Test
    void showsTheTablesOfTheTerminal() {
        List<String> rows =
                run.out().lines().filter(line -> line.matches(".*\\S  +\\S.*")).toList();
        assertThat(rows).hasSizeGreaterThan(50);
        for (String row : rows) {
            for (String cell : row.strip().split(" {2,}", -1)) {
                assertThat(html).containsPattern("<t[dh][^>]*>\u00a0*" + Pattern.quote(cell) + "</t[dh]>");
            }
        }
    }

    @Test
    void saysWhereItIs() {
        assertThat(run.out()).endsWith("\nThe page was written to " + file + ".\n");
    }
}
