package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.evidence.RateEstimate.Method;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.RefusedException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateEstimatorTest {

    private static final Rate NINETY = Rate.percent(90);
    private static final LocalDate START = SimulatedLeads.START;
    private final RateEstimator estimator = RateEstimator.withDefaults();

    @Test
    void finishedLeadsAreWhatWasCounted() {
        RateEstimate estimate = estimator
                .rate(history(LeadCount.of(START, Outcome.WON, 3, 80), LeadCount.of(START, Outcome.LOST, 9, 320))
                        .knownThrough(START.plusDays(20)))
                .orThrow();
        assertThat(estimate.method()).isEqualTo(Method.COUNTED);
        assertThat(estimate.value()).isEqualTo(0.2);
        assertThat(estimate.evidence()).isEqualTo(RateEvidence.finished(80, 400));
        assertThat(estimate.range(NINETY))
                .isEqualTo(RateEvidence.finished(80, 400).range(NINETY));
        assertThat(estimate.leadsInHand().range(NINETY)).isEqualTo(new RateEvidence.Range(80.0, 80.0));
        assertThat(estimate.explain())
                .isEqualTo(
                        "20.0% within 300 days, 90% range 16.9% to 23.4%: 80 of 400 leads through 2025-01-21, all of them"
                                + " finished.");
        assertThat(estimate).hasToString("20.0% within 300 days (80 of 400 leads)");
    }

    @Test
    void withinTheAgesSeenNoCurveIsNeeded() {
        FunnelHistory history =
                new SimulatedLeads(3_000, 120, 0.15, SimulatedLeads.logNormal(20, 1.2)).history(new Random(1));
        KnownLeads known = history.knownThrough(START.plusDays(119));
        RateEstimate estimate = estimator.within(30).rate(known).orThrow();
        assertThat(estimate.method()).isEqualTo(Method.OWN_CURVE);
        OwnCurve own = OwnCurve.of(known);
        assertThat(estimate.value()).isEqualTo(own.won(30));
        assertThat(estimate.evidence().effectiveLeads())
                .isCloseTo(own.won(30) * (1 - own.won(30)) / own.variance(30), within(1e-9));
        assertThat(estimate.families()).isEmpty();
        assertThat(estimate.dispersion()).isEqualTo(1);
        assertThat(estimate.explain()).endsWith(" through 2025-04-30, by what was seen at each age.");
    }

    /** The share of a simulated log lies in the range, where deals by leads does not by far. */
    @Test
    void beyondTheAgesSeenACurveGoesOn() {
        SimulatedLeads log = new SimulatedLeads(5_000, 120, 0.15, SimulatedLeads.logNormal(20, 1.2));
        KnownLeads known = log.history(new Random(2)).knownThrough(log.through());
        RateEstimate estimate = estimator.rate(known).orThrow();
        assertThat(estimate.method()).isEqualTo(Method.FITTED_CURVE);
        assertThat(estimate.days()).isEqualTo(300);
        assertThat(estimate.seenDays()).isBetween(110, 119);
        assertThat(estimate.range(NINETY).contains(0.148)).isTrue();
        assertThat((double) known.leads(Outcome.WON) / known.leads()).isLessThan(0.12);
        assertThat(estimate.evidence().won()).isEqualTo(known.leads(Outcome.WON));
        assertThat(estimate.evidence().effectiveLeads()).isLessThan(5_000);
        assertThat(estimate.families().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(estimate.cycle().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
        // what these leads come to is surer than the rate of others
        LeadsInHand inHand = estimate.leadsInHand();
        assertThat(inHand.leads()).isEqualTo(5_000);
        assertThat(inHand.won()).isEqualTo(known.leads(Outcome.WON));
        assertThat(inHand.expected() / 5_000).isCloseTo(estimate.value(), within(0.005));
        RateEvidence.Range will = inHand.range(NINETY);
        RateEvidence.Range rate = estimate.range(NINETY);
        assertThat(will.upper() - will.lower()).isLessThan(5_000 * (rate.upper() - rate.lower()));
        assertThat(estimate.explain())
                .startsWith(String.format("%.1f%% within 300 days, 90%% range ", 100 * estimate.value()))
                .contains("; beyond by curves, ")
                .endsWith(" times as much as luck allows.");
    }

    /** Leads of the last of a month have their deal in the next month after a day. */
    @Test
    void theCycleIsThatOfTheCalendar() {
        RateEstimate estimate = estimator
                .within(40)
                .rate(history(
                                LeadCount.of(LocalDate.of(2025, 1, 31), Outcome.WON, 1, 30),
                                LeadCount.of(LocalDate.of(2025, 1, 31), Outcome.LOST, 40, 70))
                        .knownThrough(LocalDate.of(2025, 6, 30)))
                .orThrow();
        assertThat(estimate.cycle()).containsExactly(0.0, 1.0);
        assertThat(estimator
                        .within(40)
                        .rate(history(
                                        LeadCount.of(LocalDate.of(2025, 1, 1), Outcome.WON, 1, 30),
                                        LeadCount.of(LocalDate.of(2025, 1, 31), Outcome.LOST, 40, 90))
                                .knownThrough(LocalDate.of(2025, 6, 30)))
                        .orThrow()
                        .cycle())
                .satisfiesExactly(
                        share -> assertThat(share).isCloseTo(0.25, within(1e-12)),
                        share -> assertThat(share).isCloseTo(0.75, within(1e-12)));
    }

    @Test
    void fewDealsAreRefused() {
        RateResult result =
                estimator.rate(history(LeadCount.of(START, Outcome.WON, 3, 3), LeadCount.of(START, Outcome.OPEN, 0, 97))
                        .knownThrough(START.plusDays(90)));
        assertThat(result)
                .hasToString(
                        "3 deals of 100 leads are too few: 5 are needed, which 167 leads would bring at this pace.");
        assertThat(estimator.rate(
                        history(LeadCount.of(START, Outcome.OPEN, 0, 97)).knownThrough(START.plusDays(90))))
                .hasToString("0 deals of 97 leads are too few: 5 are needed.");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(result::orThrow)
                .withMessage(result.toString())
                .satisfies(thrown -> assertThat(thrown.refusal()).isSameAs(result));
        String answer = result.fold(RateEstimate::explain, refusal -> "judge it");
        assertThat(answer).isEqualTo("judge it");
    }

    @Test
    void youngLeadsAreRefusedWithWhatCanBeSaid() {
        SimulatedLeads log = new SimulatedLeads(1_000, 31, 0.15, SimulatedLeads.logNormal(25, 1.4));
        RateResult result = estimator.rate(log.history(new Random(3)).knownThrough(log.through()));
        assertThat(result).isInstanceOfSatisfying(RateRefusal.NoPlateau.class, refusal -> {
            assertThat(refusal.oldest()).isBetween(28, 30);
            assertThat(refusal.withinOldest()).isNotNull();
            assertThat(refusal.estimate().range(NINETY).contains(0.145)).isTrue();
            assertThat(refusal.toString())
                    .matches(
                            "The leads are too young: the oldest have \\d+ days behind them, and [\\d.]+% to [\\d.]+% within 300"
                                    + " days fit as well\\. By \\d+ days nine deals of ten would have come\\. Within \\d+ days it is"
                                    + " [\\d.]+%\\.");
        });
    }

    @Test
    void anAgeFarBeyondTheLogIsRefused() {
        SimulatedLeads log = new SimulatedLeads(20_000, 40, 0.15, SimulatedLeads.logNormal(5, 0.7));
        RateResult result = estimator.rate(log.history(new Random(4)).knownThrough(log.through()));
        assertThat(result)
                .isEqualTo(new RateRefusal.BeyondTheLog(300, 240))
                .hasToString(
                        "Within 300 days is beyond the log, of which something can be said within 240 days. Perhaps"
                                + " RateEstimator.within(240) was meant.");
        assertThat(estimator
                        .within(240)
                        .rate(log.history(new Random(4)).knownThrough(log.through()))
                        .orThrow()
                        .value())
                .isCloseTo(0.15, within(0.009));
    }

    /** Leads of a year, of whose deals only those of its second half were written down. */
    @Test
    void aLogOfDealsThatBeginsLaterIsRefusedAndSettled() {
        SimulatedLeads log = new SimulatedLeads(4_000, 360, 0.15, SimulatedLeads.logNormal(20, 1.2));
        LocalDate opened = START.plusDays(180);
        List<LeadCount> counts = new ArrayList<>();
        for (LeadCount count : log.history(new Random(5)).counts()) {
            Integer age = count.age();
            boolean unwritten = age != null && count.entered().plusDays(age).isBefore(opened);
            counts.add(unwritten ? count.withOutcome(Outcome.OPEN).withAge(null) : count);
        }
        KnownLeads known = FunnelHistory.fromCounts(counts, null).knownThrough(log.through());
        RateResult result = estimator.within(90).rate(known);
        assertThat(result).isInstanceOfSatisfying(RateRefusal.LogBeginsLater.class, refusal -> {
            assertThat(refusal.firstDeal()).isEqualTo(opened);
            assertThat(refusal.missing()).isBetween(150.0, 400.0);
            assertThat(refusal.toString())
                    .matches(
                            "The log of deals begins on 2025-06-30, later than that of leads: at the later pace there would be"
                                    + " \\d+ deals before\\. Perhaps KnownLeads\\.observedFrom\\(LocalDate\\.parse\\(\"2025-06-30\"\\)\\)"
                                    + " was meant\\.");
        });
        RateEstimate settled =
                estimator.within(90).rate(known.observedFrom(opened)).orThrow();
        assertThat(settled.value()).isCloseTo(0.134, within(0.02));
    }

    @Test
    void aChangeWithinTheWindowIsRefusedAndSettled() {
        List<LeadCount> counts = new ArrayList<>();
        for (int month = 1; month <= 6; month++) {
            LocalDate first = LocalDate.of(2025, month, 1);
            int won = month < 4 ? 50 : 110;
            counts.add(LeadCount.of(first, Outcome.WON, 10, won));
            counts.add(LeadCount.of(first, Outcome.LOST, 20, 1000 - won));
        }
        KnownLeads known = FunnelHistory.fromCounts(counts, null).knownThrough(LocalDate.of(2025, 12, 31));
        assertThat(estimator.rate(known))
                .hasToString(
                        "The rate within 30 days changed in 2025-04, from 5.0% to 11.0%, at odds of more than a million to 1."
                                + " Perhaps KnownLeads.since(YearMonth.parse(\"2025-04\")) was meant.");
        assertThat(estimator.rate(known.since(YearMonth.of(2025, 4))).orThrow().value())
                .isEqualTo(0.11);
    }

    @Test
    void channelsHaveTheWaitOfAllAndAShareOfTheirOwn() {
        List<LeadCount> counts = new ArrayList<>();
        SimulatedLeads site = new SimulatedLeads(4_000, 120, 0.2, SimulatedLeads.weibull(25, 0.8));
        SimulatedLeads mail = new SimulatedLeads(400, 120, 0.08, SimulatedLeads.weibull(25, 0.8));
        Random random = new Random(6);
        site.history(random).counts().forEach(count -> counts.add(count.withChannel("site")));
        mail.history(random).counts().forEach(count -> counts.add(count.withChannel("mail")));
        counts.add(LeadCount.of(START, Outcome.OPEN, 0, 20).withChannel("fax"));
        KnownLeads known = FunnelHistory.fromCounts(counts, null).knownThrough(site.through());
        Map<String, RateResult> rates = estimator.byChannel(known);
        assertThat(rates).containsOnlyKeys("fax", "mail", "site");
        assertThat(Objects.requireNonNull(rates.get("site"))
                        .orThrow()
                        .range(NINETY)
                        .contains(0.2))
                .isTrue();
        RateResult result = Objects.requireNonNull(rates.get("mail"));
        RateEstimate its = result instanceof RateRefusal.NoPlateau wide ? wide.estimate() : result.orThrow();
        assertThat(its.range(NINETY).contains(0.08)).isTrue();
        assertThat(its.evidence().leads()).isEqualTo(400);
        assertThat(rates.get("fax")).isInstanceOf(RateRefusal.TooFew.class);
        assertThat(estimator.byProduct(known)).isEmpty();
        assertThat(estimator.byOwner(known)).isEmpty();
    }

    @Test
    void leadsByMonthAreEstimatedToo() {
        SimulatedLeads log = new SimulatedLeads(5_000, 120, 0.15, SimulatedLeads.logNormal(20, 1.2));
        KnownLeads known = log.history(new Random(2)).knownThrough(log.through());
        assertThat(estimator.rate(known.byMonth()).orThrow().value())
                .isCloseTo(estimator.rate(known).orThrow().value(), within(0.002));
    }

    @Test
    void anAgeThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator.within(-1))
                .withMessage("RateEstimator.days must be from 0 to 18263, but was -1.");
    }

    private static FunnelHistory history(LeadCount... counts) {
        return FunnelHistory.fromCounts(List.of(counts), null);
    }
}
