package io.github.planningmath.accord;

import static io.github.planningmath.accord.Agreed.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.evidence.Estimates;
import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.KnownLeads;
import io.github.planningmath.evidence.LeadCount;
import io.github.planningmath.evidence.RateEvidence;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Season;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.quantity.RefusedException;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccordTest {

    private static final List<ServiceLevel> NONE = List.of();

    @Test
    void marketingOwesEightThingsAndSalesSeven() {
        Accord accord = Accord.of(Agreed.plan());

        assertThat(accord.obligations(Department.MARKETING)).hasSize(8);
        assertThat(accord.obligations(Department.SALES))
                .hasSize(7)
                .allSatisfy(obligation -> assertThat(obligation.counterpart()).isEqualTo(Department.MARKETING));
    }

    @Test
    void plansOnTheSameConstantsMakeAnAccord() {
        AccordResult result = Accord.between(Agreed.plan(), Agreed.plan(), Obligation.standard(), NONE);

        assertThat(result.orThrow()).isEqualTo(result);
        assertThat(result.<String>fold(accord -> "accord", refusal -> "none")).isEqualTo("accord");
    }

    @Test
    void aDifferenceSaysWhatEachSideRestsOn() {
        Driver<Rate> sold = Driver.managerConversion(SalesTier.CONSULTATIVE);
        Basis.Counted counted =
                new Basis.Counted(80L, 400L, 80.0, 400.0, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 8, 31));
        PlanningConstants marketing = Agreed.constants().withBasis(sold, counted);
        PlanningConstants sales = Agreed.constants().with(sold, Rate.percent(25));
        assertThat(ConstantsDifference.between(marketing, sales))
                .singleElement()
                .hasToString(
                        "tiers[CONSULTATIVE].managerConversion: 20% (80 of 400 leads, 2026-03 to 2026-08) in marketing's"
                                + " plan, 25% in sales' plan");
        assertThat(ConstantsDifference.between(
                        marketing.with(Driver.managerConversion(SalesTier.CONSULTATIVE, "site"), Rate.percent(30)),
                        marketing))
                .singleElement()
                .hasToString(
                        "tiers[CONSULTATIVE].conversionByChannel[site]: 30% in marketing's plan, none in sales' plan");
        assertThat(ConstantsDifference.between(marketing, Agreed.constants())).isEmpty();
    }

    @Test
    void theConstantsThatDifferAreNamedWithTheirOwner() {
        PlanningConstants sales = Agreed.constants()
                .withChannel("site", channel -> channel.withSiteConversion(Rate.percent(8)))
                .withTier(SalesTier.CONSULTATIVE, process -> process.withManagerConversion(Rate.percent(25)));

        AccordResult result = Accord.between(Agreed.plan(), Agreed.plan(sales), Obligation.standard(), NONE);

        String text = "The plans do not stand on common ground: channels[site].siteConversion: 10% in marketing's plan,"
                + " 8% in sales' plan; tiers[CONSULTATIVE].managerConversion: 20% in marketing's plan, 25% in sales'"
                + " plan.";
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(result::orThrow)
                .withMessage(text)
                .satisfies(thrown -> assertThat(thrown.refusal()).isEqualTo(result));
        assertThat(result.<List<ConstantsDifference>>fold(accord -> List.of(), NoAccord::differences))
                .extracting(ConstantsDifference::owner)
                .containsExactly(Department.MARKETING, Department.SALES);
        assertThat(result.<String>fold(Object::toString, NoAccord::toString)).isEqualTo(text);
    }

    /** 80 of 400 finished leads, by the reference case 37.1 : 1; site conversions are not in the log. */
    @Test
    void theFactsSayWhoseConversionTheySupport() {
        PlanningConstants sales = Agreed.constants()
                .withChannel("site", channel -> channel.withSiteConversion(Rate.percent(8)))
                .withTier(SalesTier.CONSULTATIVE, process -> process.withManagerConversion(Rate.percent(15)));
        LocalDate came = LocalDate.of(2025, 1, 7);
        KnownLeads known = FunnelHistory.fromCounts(
                        List.of(
                                LeadCount.of(came, LeadCount.Outcome.WON, 9, 80).withProduct("crm"),
                                LeadCount.of(came, LeadCount.Outcome.LOST, 9, 320)
                                        .withProduct("crm")),
                        null)
                .knownThrough(LocalDate.of(2026, 6, 30));
        Estimates facts = Estimates.of(known, Agreed.constants());

        AccordResult result = Accord.between(Agreed.plan(), Agreed.plan(sales), Obligation.standard(), NONE, facts);

        assertThat(result).isInstanceOfSatisfying(NoAccord.class, none -> {
            assertThat(none.differences()).hasSize(2);
            assertThat(none.differences().get(0).arbitration()).isNull();
            assertThat(none.differences().get(1).arbitration())
                    .isEqualTo(new Arbitration(Rate.percent(20), Rate.percent(15), RateEvidence.finished(80, 400)));
            assertThat(none.differences().get(1))
                    .hasToString(
                            "tiers[CONSULTATIVE].managerConversion: 20% in marketing's plan, 15% in sales' plan (The facts"
                                    + " favour 20% over 15% by 37.1 : 1, on 80 of 400 leads.)");
        });
        assertThat(Accord.between(Agreed.plan(), Agreed.plan(), Obligation.standard(), NONE, facts))
                .isInstanceOf(Accord.class);
    }

    @Test
    void whatOneSideAloneHasIsNamed() {
        Map<Month, Ratio> indices =
                new EnumMap<>(((Season.OfYear) Agreed.constants().season()).indices());
        indices.put(Month.MARCH, Ratio.of(3, 2));
        PlanningConstants more = Agreed.constants()
                .withSeason(new Season.OfYear(indices))
                .withFixedCosts(FixedCosts.perMonth("100"))
                .withChannels(List.of(
                        Agreed.constants().channel("site"),
                        Agreed.constants().channel("site").withName("events").withVisitCeiling(5L)));

        assertThat(ConstantsDifference.between(Agreed.constants(), more))
                .extracting(ConstantsDifference::constant, ConstantsDifference::marketing, ConstantsDifference::owner)
                .containsExactly(
                        tuple("season[MARCH]", "1", Department.SHARED),
                        tuple("channels[events]", null, Department.MARKETING),
                        tuple("fixedCosts", "FixedCosts[amount=0, per=MONTH]", Department.SHARED));
    }

    @Test
    void whatChangesForOneSideAloneIsNamedWithItsMonth() {
        YearMonth second = Agreed.constants().horizon().month(1);
        PlanningConstants rising = Agreed.constants()
                .from(second, Driver.price("crm"), new BigDecimal("1300"))
                .withSeason("crm", Season.launch(second, "100%"));
        PlanningConstants rises = rising.from(second, Driver.price("crm"), new BigDecimal("1200"));

        assertThat(ConstantsDifference.between(Agreed.constants(), rising))
                .extracting(
                        ConstantsDifference::constant,
                        ConstantsDifference::marketing,
                        ConstantsDifference::sales,
                        ConstantsDifference::owner)
                .containsExactly(
                        tuple("seasonByProduct[crm]", null, "Launch[from=" + second + ", ramp=[1]]", Department.SHARED),
                        tuple("changes[price[crm] from " + second + "]", null, "1300", Department.MARKETING));
        assertThat(ConstantsDifference.between(rising, rises))
                .extracting(ConstantsDifference::constant, ConstantsDifference::marketing, ConstantsDifference::sales)
                .containsExactly(tuple("changes[price[crm] from " + second + "]", "1300", "1200"));
    }

    /** Channel by channel where both sides change the mix in a month, as a whole where one side alone does. */
    @Test
    void aMixThatChangesIsNamedWithItsMonthAndItsOwner() {
        YearMonth second = Agreed.constants().horizon().month(1);
        PlanningConstants held = Agreed.twoChannels();
        PlanningConstants marketing = held.from(
                second,
                Driver.channelMix(SalesTier.CONSULTATIVE),
                ChannelMix.of("site", Rate.percent(50), "events", Rate.percent(50)));
        PlanningConstants sales = held.from(
                second,
                Driver.channelMix(SalesTier.CONSULTATIVE),
                ChannelMix.of("site", Rate.percent(30), "events", Rate.percent(70)));

        assertThat(ConstantsDifference.between(marketing, sales))
                .extracting(
                        ConstantsDifference::constant,
                        ConstantsDifference::marketing,
                        ConstantsDifference::sales,
                        ConstantsDifference::owner)
                .containsExactly(
                        tuple(
                                "changes[channelMix[CONSULTATIVE] from 2027-02][site]",
                                "50%",
                                "30%",
                                Department.MARKETING),
                        tuple(
                                "changes[channelMix[CONSULTATIVE] from 2027-02][events]",
                                "50%",
                                "70%",
                                Department.MARKETING));
        assertThat(ConstantsDifference.between(held, sales))
                .singleElement()
                .hasToString("changes[channelMix[CONSULTATIVE] from 2027-02]: none in marketing's plan,"
                        + " {site=30%, events=70%} in sales' plan");
        assertThat(Accord.between(Agreed.plan(marketing), Agreed.plan(sales), Obligation.standard(), NONE)
                        .<List<ConstantsDifference>>fold(accord -> List.of(), NoAccord::differences))
                .hasSize(2);
    }

    @Test
    void plansThatDifferByAPinAreNoAccord() {
        Pin here = new Pin.Deals("crm", JANUARY, 3L);
        Pin there = new Pin.Deals("crm", JANUARY.plusMonths(1), 4L);
        Plan marketing = pinned(here, there);

        assertThat(Accord.between(marketing, pinned(there, here), Obligation.standard(), NONE)
                        .<String>fold(accord -> "accord", NoAccord::toString))
                .isEqualTo("accord");
        assertThat(Accord.between(marketing, pinned(there), Obligation.standard(), NONE)
                        .<String>fold(accord -> "accord", NoAccord::toString))
                .isEqualTo(
                        "The plans do not stand on common ground: pins: 3 deals of crm in 2027-01 in marketing's plan,"
                                + " none in sales' plan.");
        assertThat(marketing.compare(pinned(there)).pinsBefore()).containsExactly(here);
        assertThat(marketing.compare(pinned(there)).pinsAfter()).isEmpty();
        assertThat(marketing.compare(pinned(there)).toString())
                .endsWith("Pinned in the first only: 3 deals of crm in 2027-01.\n");
    }

    private static Plan pinned(Pin... pins) {
        Plan free = Agreed.plan();
        return Planner.withDefaults()
                .withPins(List.of(pins))
                .plan(free.goal(), free.constants(), free.opening())
                .orThrow();
    }

    private static Tuple tuple(@Nullable Object... values) {
        return Tuple.tuple(values);
    }

    @Test
    void leadDeliveryWantsBothNumberAndQuality() {
        LeadDelivery level = new LeadDelivery("leads", 10L, Rate.percent(80));

        assertThat(level.attainment(leads(10, 8))).isEqualTo(Ratio.ONE);
        assertThat(level.judgement(leads(20, 15))).isEqualTo(Judgement.MISSED);
        assertThat(level.attainment(leads(20, 15))).isEqualTo(Ratio.of(15, 16));
        assertThat(level.attainment(leads(5, 5))).isEqualTo(Ratio.of(1, 2));
        assertThat(level.judgement(leads(0, 0))).isEqualTo(Judgement.MISSED);
    }

    @Test
    void countsOfWhichNoRatioCanBeToldAreRefused() {
        LeadFeedback level = new LeadFeedback("feedback", Rate.of(2, 3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> level.attainment(leads(Long.MAX_VALUE, Long.MAX_VALUE - 1)))
                .withMessage("ServiceLevel.attainment must be a ratio of two numbers below 2^63, but was"
                        + " 13835058055282163709/9223372036854775807. Perhaps agree on a share of fewer digits, or give"
                        + " counts as they were.");
        assertThat(level.attainment(leads(Long.MAX_VALUE, Long.MAX_VALUE))).isEqualTo(Ratio.of(3, 2));
    }

    @Test
    void sharesOfLeadsAreExact() {
        LeadFeedback level = new LeadFeedback("feedback", Rate.of(1, 3));

        assertThat(level.judgement(leads(3, 1))).isEqualTo(Judgement.MET);
        assertThat(level.judgement(leads(3_000_000_001L, 1_000_000_000L))).isEqualTo(Judgement.MISSED);
        assertThat(new ContactAttempts("tries", 5, Rate.ONE).judgement(leads(0, 0)))
                .isEqualTo(Judgement.NOTHING_DUE);
    }

    private static ServiceFact leads(long leads, long inOrder) {
        return new ServiceFact("level", JANUARY, leads, inOrder);
    }

    @Test
    void everyWrongComponentIsRefused() {
        assertRefused(
                () -> new Obligation("talks", Department.SHARED, Rhythm.MONTHLY, "minutes", null),
                "Obligation.owner must be MARKETING or SALES, but was SHARED. Perhaps one of each was meant.");
        assertRefused(
                () -> new ObligationFact("surveys", JANUARY, 1L, 2L),
                "ObligationFact.kept must be at most the occasions, 1, but was 2.");
        assertRefused(() -> leads(1, 2), "ServiceFact.inOrder must be at most the leads, 1, but was 2.");
        assertRefused(
                () -> new LeadDelivery("leads", 0L, Rate.ONE),
                "LeadDelivery.leadsPerMonth must be at least 1, but was 0.");
        assertRefused(
                () -> new FirstResponse("response", Ratio.ZERO, Rate.ONE),
                "FirstResponse.hours must be above 0, but was 0. Perhaps a part of an hour was meant, such as 1/4.");
        assertRefused(
                () -> new ContactAttempts("tries", 0, Rate.ONE),
                "ContactAttempts.attempts must be from 1 to 1000, but was 0.");
        assertRefused(
                () -> Accord.of(Agreed.plan(), new LeadFeedback("one", Rate.ONE), new LeadFeedback("one", Rate.ONE)),
                "Accord.serviceLevels must be given once each, but was given twice: one.");
        assertRefused(
                () -> new AccordFacts(List.of(), List.of(leads(1, 1), leads(2, 1))),
                "AccordFacts.services must be given once each, but was given twice: level in 2027-01.");
        assertRefused(() -> new NoAccord(List.of()), "NoAccord.differences must hold at least one, but was empty.");
        assertRefused(
                () -> new Imbalance(Department.SALES, List.of(Kpi.DEALS), List.of(), List.of()),
                "Imbalance must have norms met on the one side and missed on the other, but was met [DEALS], missed by"
                        + " the other [], missed together [].");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
