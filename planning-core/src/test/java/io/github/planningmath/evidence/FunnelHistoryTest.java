package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.evidence.FunnelHistory.Exclusion;
import io.github.planningmath.evidence.LeadCount.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FunnelHistoryTest {

    private static final LocalDate JANUARY_3 = LocalDate.of(2018, 1, 3);
    private static final LocalDate FEBRUARY_10 = LocalDate.of(2018, 2, 10);
    private static final LocalDate FEBRUARY_15 = LocalDate.of(2018, 2, 15);

    /** By hand. */
    private final List<Lead> leads = List.of(
            Lead.builder("1", JANUARY_3)
                    .channel("site")
                    .won(LocalDate.of(2018, 1, 20))
                    .build(),
            Lead.builder("2", JANUARY_3).channel("site").build(),
            Lead.builder("3", LocalDate.of(2018, 1, 31))
                    .channel("mail")
                    .won(LocalDate.of(2018, 2, 1))
                    .build(),
            Lead.builder("4", FEBRUARY_10).channel("site").build(),
            Lead.builder("5", FEBRUARY_10).channel("mail").won(FEBRUARY_10).build(),
            Lead.builder("6", LocalDate.of(2018, 2, 28)).channel("site").build());

    @Test
    void countsByMonthAreThoseOfTheDayKnown() {
        KnownLeads known = FunnelHistory.from(leads).knownThrough(FEBRUARY_15).byMonth();
        assertThat(known.counts())
                .extracting(count -> count.channel() + " " + YearMonth.from(count.entered()) + " " + count.outcome()
                        + " " + count.age() + ": " + count.leads())
                .containsExactly(
                        "mail 2018-01 WON 1: 1",
                        "mail 2018-02 WON 0: 1",
                        "site 2018-01 OPEN 43: 1",
                        "site 2018-01 WON 17: 1",
                        "site 2018-02 OPEN 5: 1");
        assertThat(known)
                .hasToString("5 leads known through 2018-02-15, by month: 3 won, 0 lost, 2 open")
                .isEqualTo(KnownLeads.fromMonths(known.counts(), FEBRUARY_15))
                .hasSameHashCodeAs(KnownLeads.fromMonths(known.counts(), FEBRUARY_15));
    }

    @Test
    void aLaterDealHasNotHappenedYet() {
        FunnelHistory history = FunnelHistory.from(List.of(
                Lead.builder("1", JANUARY_3).won(FEBRUARY_10, "1200", "EUR").build(),
                Lead.builder("2", JANUARY_3).lost(FEBRUARY_15).build(),
                Lead.builder("3", JANUARY_3)
                        .end(new LeadEnd.Open(new BigDecimal("300"), Currency.getInstance("EUR")))
                        .build()));
        KnownLeads before = history.knownThrough(FEBRUARY_10.minusDays(1));
        assertThat(before.leads(Outcome.OPEN)).isEqualTo(3);
        assertThat(before.counts()).singleElement().satisfies(count -> {
            assertThat(count.amount()).isEqualByComparingTo("300");
            assertThat(count.withAmount()).isEqualTo(1);
            assertThat(count.age()).isEqualTo(37);
        });
        KnownLeads after = history.knownThrough(FEBRUARY_10);
        assertThat(after.leads(Outcome.WON)).isEqualTo(1);
        assertThat(after.leads(Outcome.LOST)).isZero();
        assertThat(history.knownThrough(FEBRUARY_15).leads(Outcome.LOST)).isEqualTo(1);
        assertThat(history.currency()).isEqualTo(Currency.getInstance("EUR"));
    }

    @Test
    void aLossThatNobodyDatedCountsAsOpen() {
        FunnelHistory history = FunnelHistory.from(List.of(Lead.builder("1", JANUARY_3)
                .end(new LeadEnd.Lost(null, "price"))
                .build()));
        assertThat(history.knownThrough(FEBRUARY_15).leads(Outcome.OPEN)).isEqualTo(1);
    }

    @Test
    void equalLeadsAreOneAndDifferentOnesAreLeftOut() {
        FunnelHistory history = FunnelHistory.from(Stream.concat(
                        leads.stream(),
                        Stream.of(
                                leads.get(0),
                                Lead.builder("2", FEBRUARY_10).channel("site").build()))
                .toList());
        assertThat(history.leads()).isEqualTo(6);
        assertThat(history).hasToString("6 leads in 6 counts; left out: 1 the same id with different facts");
        assertThat(history.excluded().get(Exclusion.DIFFERENT_FACTS))
                .isEqualTo(new FunnelHistory.Excluded(
                        1L,
                        "lead 2 is there twice with different facts: Open[expected=null, currency=null] of 2018-01-03, and"
                                + " Open[expected=null, currency=null] of 2018-02-10."));
    }

    @Test
    void aStreamIsCountedAsItComes() {
        assertThat(FunnelHistory.from(leads.stream())).isEqualTo(FunnelHistory.from(leads));
        FunnelHistory many = FunnelHistory.from(IntStream.range(0, 100_000)
                .mapToObj(id ->
                        Lead.builder("lead " + id, JANUARY_3.plusDays(id % 7)).build()));
        assertThat(many.counts()).hasSize(7);
        assertThat(many.leads()).isEqualTo(100_000);
    }

    @Test
    void countsOfADatabaseAreThoseOfTheLeads() {
        FunnelHistory history = FunnelHistory.from(leads);
        assertThat(FunnelHistory.fromCounts(
                        history.knownThrough(LocalDate.of(2018, 3, 1)).counts(), null))
                .isEqualTo(history);
    }

    @Test
    void windowsAndPartsAreOfTheirLeadsAlone() {
        KnownLeads known = FunnelHistory.from(leads).knownThrough(FEBRUARY_15);
        assertThat(known.since(YearMonth.of(2018, 2)).leads()).isEqualTo(2);
        assertThat(known.since(LocalDate.of(2018, 1, 31)).since(JANUARY_3).leads())
                .isEqualTo(3);
        assertThat(known.channel("mail").leads()).isEqualTo(2);
        assertThat(known.product(null).leads()).isEqualTo(5);
        assertThat(known.owner("anna").leads()).isZero();
        assertThat(known.channels()).containsExactly("mail", "site");
        assertThat(known.products()).isEmpty();
        assertThat(known.owners()).isEmpty();
    }

    @Test
    void agesBeforeTheLogWasOpenAreNotObserved() {
        KnownLeads known = FunnelHistory.from(leads).knownThrough(FEBRUARY_15).observedFrom(LocalDate.of(2018, 1, 10));
        assertThat(known.counts()).extracting(LeadCount::observedFromAge).containsExactly(0, 0, 7, 7, 0);
        assertThat(known.observedFrom()).isEqualTo(LocalDate.of(2018, 1, 10));
    }

    @Test
    void whatIsOddIsFlagged() {
        FunnelHistory odd = FunnelHistory.from(IntStream.range(0, 60)
                .mapToObj(id -> id < 30
                        ? Lead.builder("a" + id, LocalDate.of(2018, 1, 1)).build()
                        : Lead.builder("b" + id, LocalDate.of(2018, 1, 30 - id % 25))
                                .won(LocalDate.of(2018, 1, 31))
                                .build()));
        assertThat(odd.knownThrough(LocalDate.of(2018, 6, 30)).flags())
                .extracting(KnownLeads.Flag::toString)
                .containsExactly(
                        "30 of 60 leads came on 2018-01-01: perhaps the day of an import, and not theirs",
                        "30 of 30 deals are on the last day of a month: perhaps a default, and not theirs",
                        "no lead came in the last 151 days, in which 302 were due: perhaps the log ends on 2018-01-30",
                        "30 open leads are more than twice as old as any deal was, 25 days: perhaps lost, and nobody said so");
    }

    @Test
    void whatDoesNotMergeIsRefused() {
        FunnelHistory history = FunnelHistory.from(leads);
        KnownLeads known = history.knownThrough(FEBRUARY_15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known.plus(history.knownThrough(FEBRUARY_10)))
                .withMessage(
                        "KnownLeads.plus must be of the same days, but was of leads known through 2018-02-15 and of"
                                + " leads known through 2018-02-10. Perhaps FunnelHistory.plus was meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known.byMonth().observedFrom(JANUARY_3))
                .withMessage(
                        "KnownLeads.observedFrom must be given before days are folded to months, but was given after.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> known.byMonth().since(JANUARY_3))
                .withMessage("KnownLeads.since must be the first of a month where days are folded to months, but was"
                        + " 2018-01-03.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnownLeads.fromMonths(known.counts(), FEBRUARY_15))
                .withMessage(
                        "KnownLeads.counts must be of the first of months up to 2018-02-15, but one was of 2018-01-31."
                                + " Perhaps FunnelHistory.fromCounts was meant.");
        FunnelHistory euros = FunnelHistory.from(List.of(
                Lead.builder("a", JANUARY_3).won(FEBRUARY_10, "1", "EUR").build()));
        FunnelHistory dollars = FunnelHistory.from(List.of(
                Lead.builder("b", JANUARY_3).won(FEBRUARY_10, "1", "USD").build()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> euros.plus(dollars))
                .withMessage("FunnelHistory.currency must be one, but was EUR and USD. Perhaps"
                        + " HistoryReader.currency(\"EUR\") was meant, which leaves out all others.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelHistory.fromCounts(euros.counts(), null))
                .withMessage("FunnelHistory.currency must be given where amounts are, but was null.");
    }

    @Test
    void aLeadThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lead.builder("1", FEBRUARY_10).won(JANUARY_3).build())
                .withMessage("Lead.end must not be before the lead came, on 2018-02-10, but was on 2018-01-03.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lead.builder("1", FEBRUARY_10)
                        .lost(LocalDate.of(2068, 2, 11))
                        .build())
                .withMessage(
                        "Lead.end must be at most 600 months after the lead came, on 2018-02-10, but was on 2068-02-11.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Lead.builder("1", FEBRUARY_10).stage("offer", JANUARY_3).build())
                .withMessage(
                        "Lead.stages must not be entered before the lead came, on 2018-02-10, but offer was on 2018-01-03.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeadEnd.Won(JANUARY_3, BigDecimal.ONE, null))
                .withMessage(
                        "LeadEnd.Won.amount must have a currency, and a currency an amount, but was given 1 alone.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeadEnd.Open(null, Currency.getInstance("EUR")))
                .withMessage(
                        "LeadEnd.Open.expected must have a currency, and a currency an amount, but was given EUR alone.");
        assertThat(Lead.builder("1", JANUARY_3)
                        .product("crm")
                        .owner("anna")
                        .customer("Acme")
                        .stage("offer", FEBRUARY_10)
                        .stage("call", JANUARY_3)
                        .build()
                        .stages())
                .extracting(Lead.StageEntry::stage)
                .containsExactly("call", "offer");
    }

    @Test
    void aCountThatCannotBeIsRefused() {
        LeadCount count = LeadCount.of(JANUARY_3, Outcome.WON, 3, 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> count.withLeads(0L))
                .withMessage("LeadCount.leads must be at least 1, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> count.withWithAmount(8L))
                .withMessage("LeadCount.withAmount must be at most leads, 7, but was 8.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> count.withAmount(BigDecimal.TEN))
                .withMessage("LeadCount.amount must be 0 where it is known of none, but was 10.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> count.withAge(-1))
                .withMessage("LeadCount.age must be from 0 to 18628, but was -1.");
    }
}
