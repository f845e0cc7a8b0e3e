package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunnelTest {

    /** Half of the leads from the site, sold at 20 %, half from mail, sold at 10 %. */
    private static final PlanningConstants TWO_CHANNELS = constants()
            .withChannels(List.of(channel("site", "5%", "40%", "0"), channel("mail", "10%", "50%", "0")))
            .withTiers(Map.of(
                    SalesTier.CONSULTATIVE,
                    SalesProcess.of(Rate.percent(20), 0, ChannelMix.of("site", Rate.of(1, 2), "mail", Rate.of(1, 2)))
                            .withConversion("mail", Rate.percent(10))));

    private static final Funnel FUNNEL = Funnel.of(TWO_CHANNELS, SalesTier.CONSULTATIVE);

    /** 549 visits leave 27.45 contacts and 10.98 leads, 159 leave 15.9 and 7.95: 10 x 20 % + 7 x 10 % = 2.7 deals. */
    @Test
    void trafficYieldsWholeContactsLeadsAndDealsRoundedDown() {
        Funnel.Flow flow = FUNNEL.expected(Map.of("site", 549L, "mail", 159L));
        assertThat(flow.contacts()).isEqualTo(Map.of("site", 27L, "mail", 15L));
        assertThat(flow.leads()).isEqualTo(Map.of("site", 10L, "mail", 7L));
        assertThat(flow.deals()).isEqualTo(2);
    }

    /** 20 leads make 10 x 20 % + 10 x 10 % = 3 deals; of 19, mail has ten and the site nine: 2.8. */
    @Test
    void dealsRequireTheLeastLeadsWhoseSplitSuffices() {
        Funnel.Flow flow = FUNNEL.required(3);
        assertThat(flow.leads()).isEqualTo(Map.of("site", 10L, "mail", 10L));
        assertThat(flow.contacts()).isEqualTo(Map.of("site", 25L, "mail", 20L));
        assertThat(flow.visits()).isEqualTo(Map.of("site", 500L, "mail", 200L));
        assertThat(FUNNEL.expected(flow.visits()).deals()).isEqualTo(3);
    }

    @Test
    void aChannelLeftOutHasNoVisits() {
        assertThat(FUNNEL.expected(Map.of())).isEqualTo(FUNNEL.required(0));
    }

    @Test
    void anUnknownChannelIsNamedTogetherWithTheTiersOwn() {
        Funnel onlySite = Funnel.of(constants(), SalesTier.CONSULTATIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onlySite.expected(Map.of("mail", 1L)))
                .withMessage("Funnel.visits must name a channel of the tier (site), but was mail.");
    }

    @Test
    void countsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FUNNEL.expected(Map.of("site", -1L)))
                .withMessage("Funnel.visits must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FUNNEL.required(-1))
                .withMessage("Funnel.deals must be at least 0, but was -1.");
    }

    @Test
    void aTierWithoutProcessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.of(TWO_CHANNELS, SalesTier.STRATEGIC))
                .withMessage("PlanningConstants.tier must be one of [CONSULTATIVE], but was STRATEGIC.");
    }

    /** Two denominators below 2^63 without a common factor: (2^62 - 1) (2^62 - 3). */
    @Test
    void conversionsWithoutCommonDenominatorAreRefused() {
        PlanningConstants constants = TWO_CHANNELS.withTier(
                SalesTier.CONSULTATIVE,
                process -> process.withManagerConversion(Rate.of(1, (1L << 62) - 1))
                        .withConversion("mail", Rate.of(1, (1L << 62) - 3)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Funnel.of(constants, SalesTier.CONSULTATIVE))
                .withMessage("Funnel.conversions must have a common denominator below 2^63, but it was"
                        + " 21267647932558653948014168890775961603. Perhaps give the manager conversions in percent with a"
                        + " few decimals.");
    }

    @Test
    void moreLeadsOrVisitsThanALongCanHoldAreAnErrorAndNeverWrap() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> FUNNEL.required(Long.MAX_VALUE / 2))
                .withMessage(
                        "Plan.leads must stay below 2^63, but was larger. Perhaps the goal or a count of the position"
                                + " is given in minor units.");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> FUNNEL.required(Long.MAX_VALUE / 64))
                .withMessage("A count must fit in a long, but was 480383960252852903 * 50 / 1.");
    }
}
