package io.github.planningmath.quantity;

import static io.github.planningmath.quantity.RateTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixTest {

    private static final Mix<String> MIX = new Mix<>(weights("site", "70%", "mail", "30%"));

    /**
     * Seasonal indices of HOCK International, 2009: they sum to 3.973, not 4. Figures worked out with Python's
     * fractions.
     */
    @Test
    void weightsAreBroughtToTheWhole() {
        Mix<String> season = Mix.ofWeights(weights("q1", "0.589", "q2", "0.656", "q3", "0.826", "q4", "1.902"));
        assertThat(season.share("q4")).isEqualTo(Ratio.of(1902, 3973));
        assertThat(season.shares().values().stream().reduce(Ratio.ZERO, Ratio::plus))
                .isEqualTo(Ratio.ONE);
        assertThat(season.apportion(4000))
                .containsExactly(entry("q1", 593L), entry("q2", 660L), entry("q3", 832L), entry("q4", 1915L));
        assertThat(season.apportion(198))
                .containsExactly(entry("q1", 29L), entry("q2", 33L), entry("q3", 41L), entry("q4", 95L));
    }

    /** Anaplan, Breakback with a held cell: https://help.anaplan.com/50120833-168b-42d6-a773-6523bb89566d. */
    @Test
    void theRestOfAMixKeepsItsProportions() {
        Mix<String> months = Mix.ofWeights(weights("jan", "10", "feb", "20", "mar", "30"));
        Mix<String> free = months.without(List.of("feb"));
        assertThat(free.apportion(100 - 20)).containsExactly(entry("jan", 20L), entry("mar", 60L));
        assertThat(free.share("mar")).isEqualTo(Ratio.percent(75));
        assertThat(months.without(List.of())).isEqualTo(months);
    }

    /**
     * The example of moneyphp's documentation (doc/features/allocation.rst at 122664c2), where 5 at 70 to 30 gives 4
     * and 1 or 3 and 2, as the ratios are listed; here the names decide.
     */
    @Test
    void theOrderOfThePartsDecidesNothing() {
        Mix<String> one = new Mix<>(weights("mine", "70%", "investors", "30%"));
        Mix<String> other = new Mix<>(weights("investors", "30%", "mine", "70%"));
        assertThat(one.apportion(5)).containsExactly(entry("mine", 3L), entry("investors", 2L));
        assertThat(other.apportion(5)).containsExactly(entry("investors", 2L), entry("mine", 3L));
    }

    /** Same source as above: 800 in three. */
    @Test
    void anEvenSplitLosesNoUnit() {
        Mix<String> thirds = Mix.ofWeights(weights("c", "1", "a", "1", "b", "1"));
        assertThat(thirds.apportion(800)).containsExactly(entry("c", 266L), entry("a", 267L), entry("b", 267L));
    }

    @Test
    void keepsTheOrderAndACopy() {
        Map<String, Ratio> shares = new LinkedHashMap<>(weights("z", "20%", "a", "80%"));
        Mix<String> mix = new Mix<>(shares);
        shares.clear();
        assertThat(mix.parts()).containsExactly("z", "a");
        assertThatThrownBy(() -> mix.shares().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> mix.apportion(3).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void partsMayBeOfAnyType() {
        Mix<Integer> mix = Mix.ofWeights(Map.of(7, Ratio.of(3)));
        assertThat(mix.apportion(9)).containsExactly(entry(7, 9L));
    }

    @Test
    void sharesSumToOne() {
        refuses(
                () -> new Mix<>(weights("a", "0.75", "b", "0.3")),
                "Mix.shares must sum to 1, but was 1.05. Perhaps Mix.ofWeights was meant.");
        refuses(
                () -> new Mix<>(weights("a", "1/3", "b", "1/3")),
                "Mix.shares must sum to 1, but was 2/3. Perhaps Mix.ofWeights was meant.");
    }

    @Test
    void aMixHasAPart() {
        refuses(() -> new Mix<>(Map.of()), "Mix.shares must have at least one part, but was {}.");
        refuses(() -> Mix.ofWeights(Map.of()), "Mix.weights must have at least one part, but was {}.");
        refuses(
                () -> Mix.ofWeights(weights("a", "0", "b", "0")),
                "Mix.weights must have one above 0, but was {a=0%, b=0%}.");
    }

    @Test
    void unknownPartsAreRefused() {
        refuses(() -> MIX.share("post"), "Mix.share must be one of [site, mail], but was post.");
        refuses(() -> MIX.without(List.of("post")), "Mix.without must be one of [site, mail], but was post.");
    }

    @Test
    void somethingIsLeft() {
        refuses(
                () -> MIX.without(List.of("mail", "site")),
                "Mix.without must leave a share above 0, but was [mail, site] of [site, mail].");
    }

    @Test
    void partsDifferByName() {
        Mix<Object> mix = new Mix<>(Map.of(1, Ratio.percent(50), "1", Ratio.percent(50)));
        refuses(() -> mix.apportion(1), "Apportionment.names must differ from each other, but was 1 twice.");
    }

    @Test
    @SuppressWarnings("NullAway")
    void componentsAreGiven() {
        assertThatThrownBy(() -> new Mix<>(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Mix.shares must be given, but was null.");
        assertThatThrownBy(() -> new Mix<>(Collections.singletonMap(null, Ratio.ONE)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Mix.shares must have parts with names, but one was null.");
        assertThatThrownBy(() -> new Mix<>(Collections.singletonMap("site", null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Mix.shares must be given for site, but was null.");
        assertThatThrownBy(() -> Mix.ofWeights(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Mix.weights must be given, but was null.");
    }

    private static Map<String, Ratio> weights(String... namesAndWeights) {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        for (int i = 0; i < namesAndWeights.length; i += 2) {
            weights.put(namesAndWeights[i], Ratio.of(namesAndWeights[i + 1]));
        }
        return weights;
    }
}
