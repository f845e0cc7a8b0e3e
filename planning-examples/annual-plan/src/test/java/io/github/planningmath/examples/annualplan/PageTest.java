package io.github.planningmath.examples.annualplan;

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
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @TempDir
    private Path folder;

    private Run write(String... options) {
        Run run = Run.of(options);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run;
    }

    /** Needs no other file, takes no drawing for another, and has every figure of the terminal. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void showsThePlan(String language) throws IOException {
        Path file = folder.resolve("page.html");
        Run run = write("--lang", language, "--html", file.toString());
        String html = Files.readString(file);
        assertThat(html)
                .contains("<html lang=\"" + language + "\">")
                .doesNotContain("<script", "@import", "http", "src=", "<!ENTITY", "xlink");
        assertThat(Pattern.compile("<svg ").matcher(html).results()).hasSize(6);
        List<String> ids = groups(" id=\"([^\"]*)\"", html);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(groups("(?:url\\(|href=\")#([^)\"]*)", html));
        List<String> rows =
                run.out().lines().filter(line -> line.matches(".*\\S  +\\S.*")).toList();
        assertThat(rows).hasSizeGreaterThan(100);
        for (String row : rows) {
            for (String cell : row.strip().split(" {2,}", -1)) {
                assertThat(html).contains(cell.strip().replace("\u00a0\u00a0", ""));
            }
        }
    }

    private static List<String> groups(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Under the number stands how it came about, folded; from revenue to profit every step has its amount. */
    @Test
    void foldsHowTheNumbersCameAbout() throws IOException {
        Path file = folder.resolve("page.html");
        write("--html", file.toString());
        assertThat(Files.readString(file))
                .containsPattern(
                        "<details><summary><span>22\u00a0639 leads · whole plan &#61; sum of 26 terms[^<]*</span>")
                .containsPattern(
                        "<span>traffic cost</span><span class=\"track\">[^/]*/i></span><b>\u22121\u00a0394\u00a0497</b>");
    }

    @Test
    void isWrittenForOneDepartmentToo() throws IOException {
        Path file = folder.resolve("page.html");
        write("--department", "sales", "--month", "2027-03", "--html", file.toString());
        assertThat(Files.readString(file)).contains("<h2>Sales: the norms</h2>").doesNotContain("<h2>Marketing");
    }

    @Test
    void isNotWrittenBesideJson() {
        Run run = Run.of("--json", "--html", folder.resolve("page.html").toString());
        assertThat(run.err()).isEqualTo("annual-plan: --html excludes --explain and --json\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
