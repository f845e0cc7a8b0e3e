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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /**
     * 1 - 1/a and 1 - 1/b, where a and b are the primes 2^31 - 1 and 2^61 - 1, have a common denominator of 92 bits. Three leads
     * make 3 - 1/a - 2/b deals or 3 - 2/a - 1/b, just less than three, which no double tells from it; four make enough.
     */
    @Test
    void conversionsOfAnyDenominatorsAreSummedUpExactly() {
        long a = (1L << 31) - 1;
        long b = (1L << 61) - 1;
        Funnel funnel = Funnel.of(
                TWO_CHANNELS.withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withManagerConversion(Rate.of(a - 1, a))
                                .withConversion("mail", Rate.of(b - 1, b))),
                SalesTier.CONSULTATIVE);
        assertThat(funnel.required(3).leads()).isEqualTo(Map.of("site", 2L, "mail", 2L));
        assertThat(funnel.expected(funnel.required(3).visits()).deals()).isEqualTo(3);
        assertThat(funnel.expected(Map.of("site", 100L, "mail", 20L)).deals()).isEqualTo(2);
    }

    /**
     * Half of the leads sell for sure, half at a tenth: 11 deals take 20 leads. From 40 on, 22 deals, the search has to come all
     * the way back down, and it may stop only where what is left over is worth no lead any more.
     */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 19, 20, 21, 40, 1000})
    void theLeastLeadsAreFoundFromAnyGuess(long guess) {
        Funnel funnel = Funnel.of(
                TWO_CHANNELS.withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withManagerConversion(Rate.ONE).withConversion("mail", Rate.percent(10))),
                SalesTier.CONSULTATIVE);
        Funnel.Target target = new Funnel.Target(11, funnel.dealParts().expectedDeals(1), 0, null);
        LeadSearch.Bounds bounds = new LeadSearch.Bounds(0, guess, 1000);
        assertThat(funnel.leastLeads(target, bounds, new Funnel.WorkingSpace(funnel)))
                .isEqualTo(20);
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
