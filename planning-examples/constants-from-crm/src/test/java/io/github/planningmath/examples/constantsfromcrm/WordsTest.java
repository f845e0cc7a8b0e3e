package io.github.planningmath.examples.constantsfromcrm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.examples.terminal.Words;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Words ENGLISH = Words.of(ConstantsFromCrm.class, Locale.ENGLISH);
    private static final Words RUSSIAN = Words.of(ConstantsFromCrm.class, Locale.forLanguageTag("ru"));

    @Test
    void bothLanguagesSayTheSameThings() {
        List<String> english = Collections.list(ENGLISH.own().getKeys());
        assertThat(Collections.list(RUSSIAN.own().getKeys())).containsExactlyInAnyOrderElementsOf(english);
        for (String key : english) {
            assertThat(places(RUSSIAN.own().getString(key)))
                    .as(key)
                    .isEqualTo(places(ENGLISH.own().getString(key)));
        }
    }

    private static long places(String text) {
        return Pattern.compile("%s").matcher(text).results().count();
    }
}
