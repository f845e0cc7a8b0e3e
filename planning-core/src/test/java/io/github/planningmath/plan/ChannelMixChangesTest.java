package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Traffic;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Channel mixes that change in time: "crm" over the site and calls, one deal of 14 leads in two months of 2027. */
class ChannelMixChangesTest {

    private static final SalesTier TIER = SalesTier.CONSULTATIVE;
    private static final Driver<ChannelMix> MIX = Driver.channelMix(TIER);

    private static final PlanningConstants EVEN = SmallBusiness.constants()
            .withHorizon(Horizon.ofMonths(JANUARY, 2))
            .withChannels(List.of(
                    SmallBusiness.channel("site", "5%", "40%", "0"), SmallBusiness.channel("calls", "10%", "1", "0")))
            .withTiers(Map.of(TIER, SalesProcess.of(Rate.of(1, 7), 0, shares("site", "1/2", "calls", "1/2"))));

    private static final PlanningConstants CHANGING = EVEN.from(FEBRUARY, MIX, shares("site", "35%", "calls", "65%"));

    private static ChannelMix shares(String one, String ofOne, String other, String ofOther) {
        return ChannelMix.of(one, Rate.parse(ofOne), other, Rate.parse(ofOther));
    }

    private static Plan plan(PlanningConstants constants) {
        return Planner.withDefaults()
                .plan(SettledGoal.revenue("2000"), constants, NOTHING)
                .orThrow();
    }

    private static long leads(Plan plan, int month, String channel) {
        return plan.leads(Scope.month(JANUARY.plusMonths(month)).channel(channel));
    }

    /**
     * By hand: of seven leads in January calls get the fourth, by name. The site's 2.45 of February's seven and the half that it was
     * short of are three; by February's shares alone it would have got two.
     */
    @Test
    void whatAMixLeftAChannelShortOfTheNextMakesGood() {
        Plan plan = plan(CHANGING);
        assertThat(leads(plan, 0, "site")).isEqualTo(3);
        assertThat(leads(plan, 0, "calls")).isEqualTo(4);
        assertThat(leads(plan, 1, "site")).isEqualTo(3);
        assertThat(leads(plan, 1, "calls")).isEqualTo(4);
        assertThat(shares("site", "35%", "calls", "65%").toMix().apportion(7)).containsEntry("site", 2L);
    }

    @Test
    void anExplanationSaysSinceWhenAMixHolds() {
        assertThat(plan(CHANGING)
                        .explain(Kpi.LEADS, Scope.month(FEBRUARY).channel("site"))
                        .text())
                .startsWith("""
                        3 leads of crm from site in 2027-02 = 6 leads of crm from site through 2027-02 − 3 leads of crm from site through 2027-01
                          6 leads of crm from site through 2027-02 = 3 leads of crm from site through 2027-01 + 3 leads of crm from site from 2027-02 through 2027-02
                        """)
                .contains(
                        "3 leads of crm from site from 2027-02 through 2027-02 = the part of site (35%) in 7 leads of crm from"
                                + " 2027-02 through 2027-02, with what the mixes before left it short of",
                        "0.5 leads of crm from site short through 2027-01 = 3.5 leads due of crm from site from 2027-01 through"
                                + " 2027-01 − 3 leads of crm from site through 2027-01",
                        "-0.5 leads of crm from calls short through 2027-01");
    }

    /** 50/45/5 and 51/44/5 in turn, eight leads a month in two years: by Webster anew in each month calls get 0 of their 9.6. */
    @Test
    void noSmallChannelIsStarvedByMixesThatChangeEveryMonth() {
        ChannelMix one = mix("50%", "45%", "5%");
        ChannelMix other = mix("51%", "44%", "5%");
        PlanningConstants constants = SmallBusiness.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 24))
                .withChannels(List.of(
                        SmallBusiness.channel("site", "1", "1", "0"),
                        SmallBusiness.channel("mail", "1", "1", "0"),
                        SmallBusiness.channel("calls", "1", "1", "0")))
                .withTiers(Map.of(TIER, SalesProcess.of(Rate.ONE, 0, one)));
        for (int month = 1; month < 24; month++) {
            constants = constants.from(JANUARY.plusMonths(month), MIX, month % 2 == 0 ? one : other);
        }
        Plan plan = Planner.withDefaults()
                .plan(SettledGoal.revenue("192000"), constants, NOTHING)
                .orThrow();
        assertThat(IntStream.range(0, 24).mapToLong(month -> plan.leads(Scope.month(JANUARY.plusMonths(month)))))
                .containsOnly(8L);
        assertThat(plan.leads(Scope.all().channel("calls"))).isEqualTo(10);
        assertThat(plan.leads(Scope.all().channel("site"))).isEqualTo(97);
        assertThat(plan.leads(Scope.all().channel("mail"))).isEqualTo(85);
        assertThat(List.of(one, other))
                .allSatisfy(mix -> assertThat(mix.toMix().apportion(8)).containsEntry("calls", 0L));
    }

    private static ChannelMix mix(String site, String mail, String calls) {
        return ChannelMix.of("site", Rate.parse(site), "mail", Rate.parse(mail), "calls", Rate.parse(calls));
    }

    @Test
    void aChangeToTheSameMixChangesNothing() {
        PlanningConstants same = EVEN.from(FEBRUARY, MIX, EVEN.tier(TIER).channels());
        assertThat(plan(same).compare(plan(EVEN)).differences()).isEmpty();
    }

    /** The site's leads of January are still open when it brings no more: they are met with its own conversion. */
    @Test
    void aChannelMayEndAndItsOpenLeadsKeepTheirConversion() {
        PlanningConstants ending = EVEN.withTier(
                        TIER, process -> process.withCycleMonths(1).withConversion("site", Rate.percent(50)))
                .withHorizon(Horizon.ofMonths(JANUARY, 3))
                .from(FEBRUARY, MIX, ChannelMix.only("calls"));
        Plan plan = Planner.withDefaults()
                .plan(SettledGoal.revenue("4000"), ending, NOTHING)
                .orThrow();
        assertThat(plan.leads(Scope.month(FEBRUARY).channel("site"))).isZero();
        assertThat(ending.in(FEBRUARY).tier(TIER).conversion("site")).isEqualTo(Rate.percent(50));
        PlanningConstants rest = ending.withHorizon(Horizon.ofMonths(FEBRUARY, 2));
        Position opening = Projection.of(ending.withHorizon(Horizon.ofMonths(JANUARY, 1)), NOTHING, of(plan, JANUARY))
                .closing();
        assertThat(Projection.of(rest, opening, of(plan, FEBRUARY, MARCH)).newDeals())
                .isEqualTo(plan.newDeals(Scope.all()));
    }

    private static Traffic of(Plan plan, YearMonth... months) {
        return new Traffic(plan.traffic().cells().stream()
                .filter(cell -> List.of(months).contains(cell.month()))
                .toList());
    }

    @Test
    void aProductsOwnMixAndConversionOfOneChannelMayChange() {
        PlanningConstants own = EVEN.withProcess("crm", EVEN.tier(TIER))
                .from(FEBRUARY, Driver.channelMix("crm"), shares("site", "35%", "calls", "65%"));
        assertThat(own.changes()).hasToString("[productChannelMix[crm] {site=35%, calls=65%} from 2027-02]");
        assertThat(leads(plan(own), 1, "site")).isEqualTo(3);
        PlanningConstants better = EVEN.withProcess("crm", EVEN.tier(TIER))
                .from(FEBRUARY, Driver.managerConversion("crm", "calls"), Rate.ONE);
        assertThat(better.changes()).hasToString("[productConversion[crm][calls] 100% from 2027-02]");
        // by the shares the first is the site's, at 1/7
        assertThat(leads(plan(better), 1, "site")).isEqualTo(1);
        assertThat(leads(plan(better), 1, "calls")).isEqualTo(1);
    }

    @Test
    void aComparisonNamesTheSharesThatDiffer() {
        PlanningConstants other = EVEN.from(FEBRUARY, MIX, shares("site", "40%", "calls", "60%"));
        assertThat(plan(CHANGING).compare(plan(other)).constants().stream().map(ChangedConstant::toString))
                .containsExactly(
                        "changes[channelMix[CONSULTATIVE] from 2027-02][site] 35% -> 40%",
                        "changes[channelMix[CONSULTATIVE] from 2027-02][calls] 65% -> 60%");
        assertThat(plan(EVEN).compare(plan(other)).constants().stream().map(ChangedConstant::toString))
                .containsExactly("changes[channelMix[CONSULTATIVE] from 2027-02] none -> {site=40%, calls=60%}");
    }

    @Test
    void aMixOfAnUnknownChannelIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVEN.from(FEBRUARY, MIX, ChannelMix.only("fair")))
                .withMessage(
                        "PlanningConstants.tiers.CONSULTATIVE.channels must name a known channel (site, calls), but"
                                + " was fair.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVEN.withTier(TIER, process -> process.withConversion("fair", Rate.ONE)))
                .withMessage("PlanningConstants.tiers.CONSULTATIVE.conversionByChannel must name a known channel (site,"
                        + " calls), but was fair.");
    }

    @Test
    void aMonthHasOneMix() {
        Change one = new Change.MixOfTier(FEBRUARY, Driver.Kind.CHANNEL_MIX, TIER, ChannelMix.only("site"));
        Change other = new Change.MixOfTier(FEBRUARY, Driver.Kind.CHANNEL_MIX, TIER, ChannelMix.only("calls"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVEN.withChanges(List.of(one, other)))
                .withMessage(
                        "PlanningConstants.changes must hold one value of channelMix[CONSULTATIVE] from 2027-02 on,"
                                + " but held two.");
    }

    /** Leads are brought within the horizon, whenever their deals are made. */
    @Test
    void aMixChangesWithinTheHorizon() {
        PlanningConstants slow = EVEN.withTier(TIER, process -> process.withCycleMonths(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> slow.from(MARCH, MIX, ChannelMix.only("site")))
                .withMessage(
                        "PlanningConstants.changes must be from a month after the first of the horizon, 2027-01, and"
                                + " at most its last, 2027-02, but channelMix[CONSULTATIVE] was from 2027-03.");
    }

    @Test
    void aMixThatChangesIsNotReplaced() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGING.withTier(TIER, process -> process.withChannels(ChannelMix.only("site"))))
                .withMessage(
                        "PlanningConstants.withTier must leave channelMix[CONSULTATIVE] as it is, because it changes in"
                                + " time, but it was ChannelMix[shares={site=100%}] instead of ChannelMix[shares={site=50%,"
                                + " calls=50%}]. Perhaps PlanningConstants.with for all months, changing for each or from a month on"
                                + " was meant.");
    }

    @Test
    void aRowIsOfAMix() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Change.MixOfTier(FEBRUARY, Driver.Kind.SALES_CYCLE, TIER, ChannelMix.only("site")))
                .withMessage("Change.MixOfTier.driver must be one of channelMix, but was salesCycle.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Change.MixOfProduct(FEBRUARY, Driver.Kind.CHANNEL_MIX, "crm", ChannelMix.only("site")))
                .withMessage("Change.MixOfProduct.driver must be one of productChannelMix, but was channelMix.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change.RateOfProduct(FEBRUARY, Driver.Kind.COMMISSION, "crm", null, Rate.ONE))
                .withMessage("Change.RateOfProduct.driver must be one of productConversion, but was commission.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVEN.from(FEBRUARY, Driver.channelMix("crm"), ChannelMix.only("site")))
                .withMessage(
                        "Driver.productChannelMix must be of a product that has a process of its own, but crm has that"
                                + " of its tier. Perhaps PlanningConstants.withProcess was meant first.");
    }

    @Test
    void leadsArePinnedWhereTheMixOfTheirMonthHasTheChannel() {
        PlanningConstants ending = EVEN.from(FEBRUARY, MIX, ChannelMix.only("calls"));
        Planner pinning = Planner.withDefaults().withPins(List.of(new Pin.Leads("site", "crm", FEBRUARY, 1L)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pinning.plan(SettledGoal.revenue("2000"), ending, NOTHING))
                .withMessage("Pin.Leads.channel must feed crm, but site is not in the channel mix of its tier in"
                        + " 2027-02.");
    }
}
