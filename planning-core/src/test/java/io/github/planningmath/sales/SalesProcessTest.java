package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.ChannelMix;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // null is what is refused
class SalesProcessTest {

    private static final ChannelMix CHANNELS = ChannelMix.of("site", Rate.percent(60), "partners", Rate.percent(40));
    private static final SalesProcess PROCESS = SalesProcess.of(Rate.percent(20), 3, CHANNELS);

    @Test
    void allChannelsConvertAlikeUnlessOneIsSaidToDiffer() {
        SalesProcess process = PROCESS.withConversion("partners", Rate.percent(35));
        assertThat(process.conversion("site")).isEqualTo(Rate.percent(20));
        assertThat(process.conversion("partners")).isEqualTo(Rate.percent(35));
        assertThat(PROCESS.conversion("partners")).isEqualTo(Rate.percent(20));
    }

    @Test
    void openLeadsOfAChannelOutsideTheMixConvertAsTheTierDoes() {
        assertThat(PROCESS.conversion("events")).isEqualTo(Rate.percent(20));
    }

    @Test
    void oneComponentIsChangedAtATime() {
        SalesProcess better = PROCESS.withManagerConversion(Rate.percent(25));
        assertThat(better.managerConversion()).isEqualTo(Rate.percent(25));
        assertThat(better.withManagerConversion(Rate.percent(20))).isEqualTo(PROCESS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 120})
    void aCycleOfNoneToTenYearsIsAccepted(int months) {
        assertThat(PROCESS.withCycleMonths(months).cycleMonths()).isEqualTo(months);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 121})
    void anotherCycleIsRefused(int months) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROCESS.withCycleMonths(months))
                .withMessage("SalesCycle.months must be from 0 to 120, but was %d.", months);
    }

    /** Open leads may come from a channel that brings no new ones. */
    @Test
    void aChannelOutsideOfTheMixMayHaveAConversion() {
        assertThat(PROCESS.withConversion("fax", Rate.ONE).conversion("fax")).isEqualTo(Rate.ONE);
    }

    @Test
    void aConversionAboveOneIsRefusedWithAHint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PROCESS.withManagerConversion(Rate.of("35")))
                .withMessage("Rate must be above 0 and at most 1, but was 35. Perhaps Rate.percent(35) was meant.");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new SalesProcess(null, Map.of(), SalesCycle.months(0), CHANNELS))
                .withMessage("SalesProcess.managerConversion must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new SalesProcess(Rate.ONE, null, SalesCycle.months(0), CHANNELS))
                .withMessage("SalesProcess.conversionByChannel must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new SalesProcess(Rate.ONE, Map.of(), null, CHANNELS))
                .withMessage("SalesProcess.cycle must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new SalesProcess(Rate.ONE, Map.of(), SalesCycle.months(0), null))
                .withMessage("SalesProcess.channels must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new SalesProcess(
                        Rate.ONE, Collections.singletonMap("site", null), SalesCycle.months(0), CHANNELS))
                .withMessage("SalesProcess.conversionByChannel[site] must be given, but was null.");
    }
}
