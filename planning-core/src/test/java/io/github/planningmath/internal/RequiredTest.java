package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredTest {

    private static final String COMPONENT = "Type.component";

    @Test
    void whatIsMissingIsNamed() {
        assertThat(Required.present("site", COMPONENT)).isEqualTo("site");
        assertThatNullPointerException()
                .isThrownBy(() -> Required.present(null, COMPONENT))
                .withMessage("Type.component must be given, but was null.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"site", "e-mail", "call recording", "звонки", "📞"})
    void aNameIsOneLineOfText(String name) {
        assertThat(Required.name(name, COMPONENT)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " site", "site "})
    void aNameHasNoBlanksAtItsEnds(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.name(name, COMPONENT))
                .withMessage(
                        "Type.component must be one line of text without blanks at its ends, but was \"%s\".", name);
    }

    /** No-break, narrow, em, ideographic, without width, and the byte order mark that a file begins with. */
    @ParameterizedTest
    @ValueSource(strings = {"00a0", "202f", "2003", "3000", "200b", "2060", "feff", "2028"})
    void aBlankThatCannotBeSeenIsShownByItsCode(String code) {
        char blank = (char) Integer.parseInt(code, 16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.name("site" + blank, COMPONENT))
                .withMessage(
                        "Type.component must be one line of text without blanks at its ends, but was \"site\\u%s\".",
                        code);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.name(blank + "site", COMPONENT))
                .withMessage(
                        "Type.component must be one line of text without blanks at its ends, but was \"\\u%ssite\".",
                        code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call\u00a0recording", "call\u3000recording"})
    void aNameMayHaveBlanksWithin(String name) {
        assertThat(Required.name(name, COMPONENT)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"d83d, 4, site\\ud83d", "dcde, 4, site\\udcde"})
    void halfOfASurrogatePairIsNoText(String code, int place, String shown) {
        String name = "site" + (char) Integer.parseInt(code, 16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.name(name, COMPONENT))
                .withMessage(
                        "Type.component must be text, but had half of a surrogate pair at %s: \"%s\".", place, shown);
        assertThatIllegalArgumentException().isThrownBy(() -> Required.name(name + "calls", COMPONENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"site\ncalls", "site\tcalls", "site\rcalls"})
    void aNameHasNoLineBreaks(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.name(name, COMPONENT))
                .withMessage("Type.component must be one line of text without blanks at its ends,"
                        + " but was \"site?calls\".");
    }

    @Test
    void aCountIsAtLeastZero() {
        assertThat(Required.count(0L, COMPONENT)).isZero();
        assertThat(Required.count(Long.MAX_VALUE, COMPONENT)).isEqualTo(Long.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.count(-1L, COMPONENT))
                .withMessage("Type.component must be at least 0, but was -1.");
        assertThatNullPointerException()
                .isThrownBy(() -> Required.count(null, COMPONENT))
                .withMessage("Type.component must be given, but was null.");
    }

    @Test
    void bothBoundsAreWithin() {
        assertThat(Required.between(0, 0, 120, COMPONENT)).isZero();
        assertThat(Required.between(120, 0, 120, COMPONENT)).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 121, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void beyondTheBoundsIsRefused(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.between(value, 0, 120, COMPONENT))
                .withMessage("Type.component must be from 0 to 120, but was %d.", value);
    }

    @Test
    void aListIsCopied() {
        List<String> given = new ArrayList<>(List.of("b", "a"));
        List<String> copy = Required.list(given, COMPONENT);
        given.clear();
        assertThat(copy).containsExactly("b", "a");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(copy::clear);
    }

    @Test
    void aGapInAListIsNamedByItsIndex() {
        assertThatNullPointerException()
                .isThrownBy(() -> Required.list(Arrays.asList("a", null), COMPONENT))
                .withMessage("Type.component[1] must be given, but was null.");
    }

    @Test
    void aMapIsCopiedInItsOrder() {
        Map<String, Integer> given = new LinkedHashMap<>();
        given.put("b", 2);
        given.put("a", 1);
        Map<String, Integer> copy = Required.byName(given, COMPONENT);
        given.clear();
        assertThat(copy.keySet()).containsExactly("b", "a");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(copy::clear);
    }

    @Test
    void aGapInAMapIsNamedByItsKey() {
        assertThatNullPointerException()
                .isThrownBy(() -> Required.byName(Collections.singletonMap("site", null), COMPONENT))
                .withMessage("Type.component[site] must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> Required.byName(Collections.singletonMap(null, 1), COMPONENT))
                .withMessage("Type.component name must be given, but was null.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.byName(Map.of("site ", 1), COMPONENT))
                .withMessage("Type.component name must be one line of text without blanks at its ends,"
                        + " but was \"site \".");
    }

    @Test
    void aKeyGivenTwiceIsNamed() {
        Required.distinct(List.of("site", "calls"), COMPONENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Required.distinct(List.of("site", "calls", "site"), COMPONENT))
                .withMessage("Type.component must be given once each, but was given twice: site.");
    }
}
