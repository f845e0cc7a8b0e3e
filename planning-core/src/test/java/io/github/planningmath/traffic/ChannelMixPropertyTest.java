package io.github.planningmath.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ChannelMixPropertyTest {

    @Property
    void sharesFromLastYearsLeadsSumToExactlyOne(
            @ForAll @Size(min = 1, max = 20)
                    Map<@AlphaChars @NotEmpty @StringLength(max = 8) String, @LongRange(min = 1, max = 1_000_000) Long>
                            leads) {
        ChannelMix mix = mix(leads);
        assertThat(mix.toMix().shares().values().stream().reduce(Ratio.ZERO, Ratio::plus))
                .isEqualTo(Ratio.ONE);
    }

    @Property
    void lastYearsLeadsSplitBackIntoThemselves(
            @ForAll @Size(min = 1, max = 20)
                    Map<@AlphaChars @NotEmpty @StringLength(max = 8) String, @LongRange(min = 1, max = 1_000_000) Long>
                            leads) {
        long total = leads.values().stream().mapToLong(Long::longValue).sum();
        assertThat(mix(leads).toMix().apportion(total)).isEqualTo(leads);
    }

    @Property
    void twoSharesAreAcceptedWhenTheyAreEachOthersComplement(
            @ForAll @LongRange(min = 1, max = 999_999) long millionths) {
        Rate share = Rate.of(millionths, 1_000_000);
        Rate rest = Rate.of(1_000_000 - millionths, 1_000_000);
        assertThat(ChannelMix.of("site", share, "calls", rest).share("calls")).isEqualTo(rest);
    }

    private static ChannelMix mix(Map<String, Long> leads) {
        return ChannelMix.ofWeights(leads.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Ratio.of(entry.getValue()))));
    }
}
