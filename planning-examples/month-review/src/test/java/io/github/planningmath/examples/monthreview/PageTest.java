package io.github.planningmath.examples.monthreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern REFERENCE = Pattern.compile("(?:url\\(|href=\")#([^)\"]*)");

    @TempDir
    private Path folder;

    private Run write(String language, Path file) {
        Run run = Run.of("--lang", language, "--html", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void needsNoOtherFile(String language) throws IOException {
        Path file = folder.resolve("page.html");
        write(language, file);
        String html = Files.readString(file);
        assertThat(html).doesNotContain("<script", "@import", "http", "src=", "<!ENTITY", "xlink");
        assertThat(html).contains("<html lang=\"" + language + "\">");
        assertThat(Pattern.compile("<svg ").matcher(html).results()).hasSize(4);
    }

    /** Two drawings in one page, each for a desk and for a phone: none may take what another one defines. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void tellsTheDrawingsApart(String language) throws IOException {
        Path file = folder.resolve("page.html");
        write(language, file);
        String html = Files.readString(file);
        List<String> ids = groups(ID, html);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(groups(REFERENCE, html));
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(group -> group.replaceAll("^ id=\"|\"$|^url\\(#|^href=\"#", ""))
                .toList();
    }

    /** Every figure of the terminal is on the page. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void showsTheTablesOfTheTerminal(String language) throws IOException {
        Path file = folder.resolve("page.html");
        Run run = write(language, file);
        String html = Files.readString(file);
        List<String> rows =
                run.out().lines().filter(line -> line.matches(".*\\S  +\\S.*")).toList();
        assertThat(rows).hasSizeGreaterThan(300);
        for (String row : rows) {
            for (String cell : row.strip().split(" {2,}", -1)) {
                assertThat(html)
                        .containsPattern("<(t[dh]|span|b)[^>]*>\u00a0*"
                                + Pattern.quote(cell.replaceFirst("^\u00a0+", "")) + "</(t[dh]|span|b)>");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'of it: sales', From planned revenue to what it came to",
        "ru, 'из него: продажи', От плановой выручки к фактической"
    })
    void beginsWithWhoseSideTheGapLiesOn(String language, String sales, String drawing) throws IOException {
        Path file = folder.resolve("page.html");
        write(language, file);
        assertThat(Files.readString(file))
                .contains(
                        "<strong>\u2212141\u00a0755</strong>",
                        "<strong>\u221290\u00a0270</strong><span>" + sales + "</span>")
                .contains("<h2>" + drawing + "</h2>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01", "2027-12"})
    void isWrittenForTheFirstMonthAndForTheLast(String through) throws IOException {
        Path file = folder.resolve("page.html");
        Run run = Run.of("--through", through, "--html", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(file)).contains("</html>");
    }

    /** The tree of the gap folds, and each step of the waterfall has its amount. */
    @Test
    void foldsTheGapAndSaysWhatEachStepIs() throws IOException {
        Path file = folder.resolve("page.html");
        write("en", file);
        assertThat(Files.readString(file))
                .contains("<details open><summary><span>gap</span><b>\u2212141\u00a0755.00</b></summary>")
                .containsPattern("<span>sales: manager conversion</span><span class=\"track\"><i style=\"[^\"]*\"></i>"
                        + "</span><b>\u221293\u00a0803</b>");
    }

    @Test
    void isMadeForPhonesForTheDarkAndForPaper() throws IOException {
        Path file = folder.resolve("page.html");
        write("en", file);
        assertThat(Files.readString(file))
                .contains("@media (max-width: 600px)", "@media (prefers-color-scheme: dark)", "@media print")
                .doesNotContain("rgb(255,255,255)", "rgb(0,0,0)");
    }
}
