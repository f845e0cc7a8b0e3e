package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.APRIL;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.season;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanningConstantsTest {

    private static final PlanningConstants CONSTANTS = constants();

    @Test
    void aWhatIfIsOneLine() {
        PlanningConstants better = CONSTANTS.withChannel("site", site -> site.withSiteConversion(Rate.percent(3)));
        assertThat(better.channel("site").siteConversion()).isEqualTo(Rate.percent(3));
        assertThat(better.withChannel("site", site -> site.withSiteConversion(Rate.percent(5))))
                .isEqualTo(CONSTANTS);
        assertThat(CONSTANTS
                        .withProduct("crm", crm -> crm.withPrice(BigDecimal.TEN))
                        .assortment()
                        .product("crm")
                        .price())
                .isEqualTo(BigDecimal.TEN);
        assertThat(CONSTANTS
                        .withTier(SalesTier.CONSULTATIVE, process -> process.withCycleMonths(3))
                        .tier(SalesTier.CONSULTATIVE)
                        .cycleMonths())
                .isEqualTo(3);
    }

    @Test
    void anUnknownChannelIsNamedTogetherWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONSTANTS.withChannel("sight", site -> site))
                .withMessage("PlanningConstants.channel must name a known channel (site), but was sight.");
    }

    @Test
    void aChannelKeepsItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONSTANTS.withChannel("site", site -> site.withName("shop")))
                .withMessage("PlanningConstants.withChannel must keep the name site, but was shop. Perhaps"
                        + " PlanningConstants.withChannels was meant.");
    }

    @Test
    void anUnknownProductIsNamedTogetherWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONSTANTS.withProduct("erp", erp -> erp))
                .withMessage("Assortment.product must be given the name of a product (crm), but was given erp.");
    }

    @Test
    void aTierWithoutProcessIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONSTANTS.tier(SalesTier.STRATEGIC))
                .withMessage("PlanningConstants.tier must be one of [CONSULTATIVE], but was STRATEGIC.");
    }

    @Test
    void anUnknownChannelInAMixIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONSTANTS.withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withChannels(
                                ChannelMix.of("site", Rate.percent(50), "mail", Rate.percent(50)))))
                .withMessage("PlanningConstants.tiers.CONSULTATIVE.channels must name a known channel (site), but was"
                        + " mail.");
    }

    @Test
    void twoChannelsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONSTANTS.withChannels(
                        List.of(channel("site", "5%", "40%", "0"), channel("site", "6%", "40%", "0"))))
                .withMessage("PlanningConstants.channels must be given once each, but was given twice: site.");
    }

    @Test
    void noChannelsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONSTANTS.withChannels(List.of()))
                .withMessage("PlanningConstants.channels must hold at least one, but was empty.");
    }

    @Test
    void aTierThatIsSoldInButHasNoProcessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONSTANTS.withProduct("crm", crm -> crm.withTier(SalesTier.TRANSACTIONAL)))
                .withMessage("PlanningConstants.tiers must give the sales process of every tier that is sold in, but"
                        + " TRANSACTIONAL of product crm was missing.");
    }

    @Test
    void aHorizonInWhichNothingIsSoldHasNoSharesOfTheSeason() {
        PlanningConstants winter = CONSTANTS.withSeason(season("1", "1")).withHorizon(Horizon.ofMonths(APRIL, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> winter.season().shares(winter.horizon()))
                .withMessage(
                        "Season must be above 0 in a month of the horizon, but was 0 from 2027-04 to" + " 2027-06.");
    }

    @Test
    void aSeasonThatLacksAMonthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Season.OfYear(Map.of()))
                .withMessage(
                        "Season.OfYear.indices must give all twelve months, but JANUARY was missing. Perhaps 0% was meant:"
                                + " nothing is sold in that month.");
    }

    @Test
    void amountsThatShareNoScaleAreRefused() {
        PlanningConstants constants = CONSTANTS
                .withProduct("crm", crm -> crm.withPrice(new BigDecimal("10000000000")))
                .withChannel("site", site -> channel("site", "5%", "40%", "0.0000000001"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> SmallBusiness.plan(SettledGoal.profit("1"), constants, Position.empty(JANUARY)))
                .withMessage("PlanningConstants amounts must fit in 18 digits at their common scale of 10, but was"
                        + " 10000000000. Perhaps give amounts in a larger unit.");
    }

    @Test
    void aCodeOfNoCurrencyIsRefused() {
        PlanningConstants constants = SmallBusiness.constants();
        assertThatThrownBy(() -> PlanningConstants.of(
                        "EURO", constants.horizon(), constants.assortment(), constants.channels(), constants.tiers()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PlanningConstants.currency must be an ISO 4217 code such as EUR, but was EURO.");
    }
}
