package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.assortment;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.outcome;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PinTest {

    private static final PlanningConstants CONSTANTS = constants();

    private static final PlanningConstants ONLY_CRM = CONSTANTS.withAssortment(
            assortment(List.of(product("crm", "1000", "300"), product("erp", "1000", "300")), 1, 0));

    private static void assertRefused(PlanningConstants constants, String message, Pin... pins) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(SettledGoal.profit("1"), constants, NOTHING, pins))
                .withMessage(message);
    }

    @Test
    void aPinReadsAsTheCellThatItFixes() {
        assertThat(new Pin.Deals("crm", JANUARY, 5L)).hasToString("5 deals of crm in 2027-01");
        assertThat(new Pin.Leads("site", "crm", JANUARY, 5L)).hasToString("5 leads from site for crm in 2027-01");
        assertThat(new Pin.Leads("site", null, JANUARY, 5L)).hasToString("5 leads from site in 2027-01");
    }

    @Test
    void countsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pin.Deals("crm", JANUARY, -1L))
                .withMessage("Pin.Deals.count must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pin.Leads("site", null, JANUARY, -1L))
                .withMessage("Pin.Leads.count must be at least 0, but was -1.");
    }

    @Test
    void aCellFixedTwiceIsRefused() {
        assertRefused(
                CONSTANTS,
                "Planner.pins must fix a cell once, but fixed twice: deals of crm in 2027-01.",
                new Pin.Deals("crm", JANUARY, 1L),
                new Pin.Deals("crm", JANUARY, 2L));
    }

    /** The site feeds one product only, so its leads of all products are that product's. */
    @Test
    void aChannelFixedTogetherWithOneOfItsProductsIsRefused() {
        assertRefused(
                CONSTANTS,
                "Planner.pins must fix a cell once, but fixed twice: leads of crm from site in 2027-01.",
                new Pin.Leads("site", null, JANUARY, 1L),
                new Pin.Leads("site", "crm", JANUARY, 2L));
    }

    @Test
    void aMonthOutsideTheHorizonIsRefused() {
        assertRefused(
                CONSTANTS,
                "Pin.Deals.month must be a month of the plan, from 2027-01 to 2027-01, but was 2027-02.",
                new Pin.Deals("crm", FEBRUARY, 1L));
    }

    @Test
    void anUnknownProductOrChannelIsRefused() {
        assertRefused(
                CONSTANTS,
                "Assortment.product must be given the name of a product (crm), but was given erp.",
                new Pin.Deals("erp", JANUARY, 1L));
        assertRefused(
                CONSTANTS,
                "PlanningConstants.channel must name a known channel (site), but was mail.",
                new Pin.Leads("mail", null, JANUARY, 1L));
        assertRefused(
                CONSTANTS,
                "Assortment.product must be given the name of a product (crm), but was given erp.",
                new Pin.Leads("site", "erp", JANUARY, 1L));
    }

    @Test
    void aChannelThatDoesNotFeedTheProductIsRefused() {
        PlanningConstants withMail =
                CONSTANTS.withChannels(List.of(channel("site", "5%", "40%", "0"), channel("mail", "5%", "40%", "0")));
        assertRefused(
                withMail,
                "Pin.Leads.channel must feed crm, but mail is not in the channel mix of its tier.",
                new Pin.Leads("mail", "crm", JANUARY, 1L));
        assertRefused(
                withMail,
                "Pin.Leads.channel must feed a product of the assortment, but mail is not in the channel mix of its"
                        + " tier.",
                new Pin.Leads("mail", null, JANUARY, 1L));
    }

    /** Erp has no share in new deals; its leads, pinned, make deals all the same: 20 of them four at 20 %. */
    @Test
    void leadsOfAProductWithoutAShareInNewDealsCanBeFixed() {
        Plan plan = plan(SettledGoal.revenue("0"), ONLY_CRM, NOTHING, new Pin.Leads("site", "erp", JANUARY, 20L));
        assertThat(plan.leads(Scope.all().product("erp"))).isEqualTo(20);
        assertThat(plan.newDeals(Scope.all().product("erp"))).isEqualTo(4);
        assertThat(plan.surplus()).containsExactly(new Plan.Surplus("erp", 4L));
    }

    @Test
    void leadsOfAllProductsOfAChannelThatFeedsNoneWithAShareInNewDealsAreRefused() {
        assertRefused(
                ONLY_CRM.withChannels(List.of(channel("site", "5%", "40%", "0"), channel("mail", "5%", "40%", "0")))
                        .withTiers(Map.of(
                                SalesTier.CONSULTATIVE,
                                ONLY_CRM.tier(SalesTier.CONSULTATIVE),
                                SalesTier.STRATEGIC,
                                SalesProcess.of(Rate.percent(10), 0, ChannelMix.only("mail"))))
                        .withProduct("erp", erp -> erp.withTier(SalesTier.STRATEGIC)),
                "Pin.Leads.channel must feed a product with a share in new deals, but mail feeds erp, whose shares are 0."
                        + " Perhaps name the product of the leads.",
                new Pin.Leads("mail", null, JANUARY, 1L));
    }
}
