package io.github.planningmath.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null is what is refused
class ChannelMixTest {

    private static final ChannelMix MIX =
            ChannelMix.of("site", Rate.percent(50), "calls", Rate.percent(30), "events", Rate.percent(20));

    @Test
    void theOrderOfTheChannelsIsKept() {
        assertThat(MIX.shares().keySet()).containsExactly("site", "calls", "events");
        assertThat(MIX.toMix().parts()).containsExactly("site", "calls", "events");
    }

    @Test
    void theOrderOfTheChannelsMeansNothing() {
        assertThat(ChannelMix.of("events", Rate.percent(20), "site", Rate.percent(50), "calls", Rate.percent(30)))
                .isEqualTo(MIX);
    }

    @Test
    void oneChannelMayBringAllLeads() {
        assertThat(ChannelMix.only("site").shares()).containsExactly(Map.entry("site", Rate.ONE));
    }

    @Test
    void sharesOfAThirdSumToOne() {
        Rate third = Rate.of(1, 3);
        assertThat(ChannelMix.of("a", third, "b", third, "c", third).share("b")).isEqualTo(third);
    }

    @Test
    void aShareIsFoundByName() {
        assertThat(MIX.share("calls")).isEqualTo(Rate.percent(30));
    }

    @Test
    void anUnknownChannelIsNamedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MIX.share("fax"))
                .withMessage("ChannelMix.share must be given a channel of the mix (site, calls, events),"
                        + " but was given fax.");
    }

    @Test
    void weightsOfZeroAreLeftOut() {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        weights.put("site", Ratio.of(300));
        weights.put("fax", Ratio.ZERO);
        weights.put("calls", Ratio.of(100));
        assertThat(ChannelMix.ofWeights(weights))
                .isEqualTo(ChannelMix.of("site", Rate.percent(75), "calls", Rate.percent(25)));
    }

    @Test
    void sharesThatSumToLessAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelMix.of("site", Rate.percent(50), "calls", Rate.percent(40)))
                .withMessage("ChannelMix.shares must sum to 1, but was 90%. Perhaps ChannelMix.ofWeights was meant.");
    }

    @Test
    void sharesThatSumToMoreAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelMix.of("site", Rate.percent(60), "calls", Rate.percent(50)))
                .withMessage("ChannelMix.shares must sum to 1, but was 1.1. Perhaps ChannelMix.ofWeights was meant.");
    }

    @Test
    void anEmptyMixIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChannelMix(Map.of()))
                .withMessage("ChannelMix.shares must have at least one channel, but was {}.");
    }

    @Test
    void aChannelGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelMix.of("site", Rate.percent(50), "site", Rate.percent(50)))
                .withMessage("ChannelMix.shares must be given once each, but was given twice: site.");
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelMix.only(" site"))
                .withMessage("ChannelMix.channel must be one line of text without blanks at its ends,"
                        + " but was \" site\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChannelMix(Map.of("site ", Rate.ONE)))
                .withMessage("ChannelMix.shares name must be one line of text without blanks at its ends,"
                        + " but was \"site \".");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ChannelMix(null))
                .withMessage("ChannelMix.shares must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new ChannelMix(Collections.singletonMap("site", null)))
                .withMessage("ChannelMix.shares[site] must be given, but was null.");
    }

    @Test
    void theSharesAreCopied() {
        Map<String, Rate> given = new LinkedHashMap<>(Map.of("site", Rate.ONE));
        ChannelMix mix = new ChannelMix(given);
        given.clear();
        assertThat(mix.shares()).containsOnlyKeys("site");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> mix.shares().clear());
    }
}
