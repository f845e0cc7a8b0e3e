package io.github.planningmath.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.quantity.Rate;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null is what is refused
class ChannelTest {

    private static final Channel SITE = new Channel(
            "site", MarketingApproach.MASS, Rate.percent("2.5"), Rate.percent(40), CostPerVisit.of("0.60"), 50_000L);

    @Test
    void theLeadRateIsTheProductOfItsTwoConversions() {
        assertThat(SITE.leadRate()).isEqualTo(Rate.percent(1));
    }

    @Test
    void aLeadRateBeyondLongIsAClearError() {
        Rate tiny = Rate.of(1, Long.MAX_VALUE);
        Channel channel = SITE.withSiteConversion(tiny).withWarmUpRate(tiny);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(channel::leadRate);
    }

    @Test
    void oneComponentIsChangedAtATime() {
        Channel better = SITE.withSiteConversion(Rate.percent(3));
        assertThat(better.siteConversion()).isEqualTo(Rate.percent(3));
        assertThat(better.withSiteConversion(Rate.percent("2.5"))).isEqualTo(SITE);
    }

    @Test
    void aChannelMayHaveNoCeiling() {
        assertThat(SITE.withVisitCeiling(null).visitCeiling()).isNull();
    }

    @Test
    void aChannelMayBeClosed() {
        assertThat(SITE.withVisitCeiling(0L).visitCeiling()).isZero();
    }

    @Test
    void aCeilingBelowZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SITE.withVisitCeiling(-1L))
                .withMessage("Channel.visitCeiling must be at least 0, but was -1.");
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SITE.withName(""))
                .withMessage("Channel.name must be one line of text without blanks at its ends, but was \"\".");
    }

    @Test
    void aMissingComponentIsNamed() {
        Rate rate = Rate.percent(10);
        CostPerVisit cost = CostPerVisit.of("0.60");
        assertThatNullPointerException()
                .isThrownBy(() -> new Channel(null, MarketingApproach.MASS, rate, rate, cost, null))
                .withMessage("Channel.name must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Channel("site", null, rate, rate, cost, null))
                .withMessage("Channel.approach must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Channel("site", MarketingApproach.MASS, null, rate, cost, null))
                .withMessage("Channel.siteConversion must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Channel("site", MarketingApproach.MASS, rate, null, cost, null))
                .withMessage("Channel.warmUpRate must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Channel("site", MarketingApproach.MASS, rate, rate, null, null))
                .withMessage("Channel.cost must be given, but was null.");
    }
}
