package io.github.planningmath.examples.monthreview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.terminal.Words;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Words ENGLISH = Words.of(MonthReview.class, Locale.ENGLISH);
    private static final Words RUSSIAN = Words.of(MonthReview.class, Locale.forLanguageTag("ru"));

    @Test
    void bothLanguagesAreComplete() {
        List<String> english = Collections.list(ENGLISH.own().getKeys());
        List<String> russian = Collections.list(RUSSIAN.own().getKeys());
        assertThat(russian).containsExactlyInAnyOrderElementsOf(english);
    }

    @Test
    void bothLanguagesSayTheSameNumberOfThings() {
        for (String key : Collections.list(ENGLISH.own().getKeys())) {
            assertThat(places(RUSSIAN.own().getString(key)))
                    .as(key)
                    .isEqualTo(places(ENGLISH.own().getString(key)));
        }
    }

    private static long places(String text) {
        return Pattern.compile("%s").matcher(text).results().count();
    }

    @Test
    void russianIsWrittenInCyrillic() {
        for (String key : Collections.list(RUSSIAN.own().getKeys())) {
            assertThat(RUSSIAN.own().getString(key)).as(key).containsPattern("[а-яё]");
        }
    }

    /** The sections speak one language: no English word is left in the Russian report but names of the plan. */
    @Test
    void theRussianReportHasNoEnglishHeading() {
        String report = Run.of("--lang", "ru").out();
        assertThat(report).doesNotContain("plan", "gap", "marketing", "sale", "leads", "revenue", "deal", "no channel");
    }

    @Test
    void figuresAreWrittenAsTheLanguageWritesThem() {
        assertThat(ENGLISH.figures().decimal(-1234567.891, 2)).isEqualTo("\u22121\u00a0234\u00a0567.89");
        assertThat(RUSSIAN.figures().decimal(-1234567.891, 2)).isEqualTo("\u22121\u00a0234\u00a0567,89");
        assertThat(ENGLISH.figures().share(0.12345)).isEqualTo("12.3%");
        assertThat(RUSSIAN.figures().share(0.12345)).isEqualTo("12,3\u00a0%");
        assertThat(RUSSIAN.figures().share(null)).isEqualTo("–");
        assertThat(ENGLISH.figures().change(0.004, 2)).isEqualTo("0.00");
    }
}
