package io.github.planningmath.examples.howsure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.terminal.Words;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void english() {
        showsHowSureThePlanIs(Studied.ENGLISH);
    }

    @Test
    void russian() {
        showsHowSureThePlanIs(Studied.RUSSIAN);
    }

    /** Needs no other file, takes no drawing for another, and has every figure of the terminal. */
    private static void showsHowSureThePlanIs(Words words) {
        Report report = Report.of(Studied.STUDY, words);
        String html = SurePage.of(report, Studied.STUDY, words).html();
        assertThat(html)
                .contains("<html lang=\"" + words.language() + "\">")
                .doesNotContain("<script", "@import", "http", "src=", "<!ENTITY", "xlink");
        assertThat(Pattern.compile("<svg ").matcher(html).results()).hasSize(6);
        List<String> ids = groups(" id=\"([^\"]*)\"", html);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(ids)).containsAll(groups("(?:url\\(|href=\")#([^)\"]*)", html));
        List<String> rows = report.text()
                .lines()
                .filter(line -> line.matches(".*\\S  +\\S.*"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(40);
        for (String row : rows) {
            for (String cell : row.strip().split(" {2,}", -1)) {
                assertThat(html).contains(cell.strip());
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
}
