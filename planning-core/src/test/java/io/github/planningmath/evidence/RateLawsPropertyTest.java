package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.evidence.LeadCount.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is true of every rate that needs no fitted curve. */
class RateLawsPropertyTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int WINDOW = 60;
    private static final LocalDate THROUGH = START.plusDays(WINDOW - 1);

    @Property
    void sharesAreSharesAndRiseWithAge(@ForAll("counts") List<LeadCount> counts) {
        OwnCurve curve = OwnCurve.of(known(counts));
        double before = 0;
        for (int age = 0; age < WINDOW; age++) {
            assertThat(curve.won(age)).isBetween(before, 1 + 1e-12);
            assertThat(curve.won(age) + curve.lost(age) + curve.stillOpen(age)).isCloseTo(1, within(1e-12));
            assertThat(curve.variance(age)).isBetween(0.0, 0.25 + 1e-12);
            before = curve.won(age);
        }
    }

    /**
     * Where losses are dated it need not be so: an open lead that leaves early makes losses rarer, of which more are left to be won
     * later.
     */
    @Property
    void openLeadsNeverRaiseARate(
            @ForAll("withoutLosses") List<LeadCount> counts, @ForAll @IntRange(max = 59) int day) {
        OwnCurve curve = OwnCurve.of(known(counts));
        List<LeadCount> more = new ArrayList<>(counts);
        more.add(LeadCount.of(START.plusDays(day), Outcome.OPEN, 0, 3));
        OwnCurve with = OwnCurve.of(known(more));
        for (int age = 0; age < WINDOW; age++) {
            assertThat(with.won(age)).isLessThanOrEqualTo(curve.won(age) + 1e-12);
        }
    }

    /** Nor this: a deal takes a lead out of those at risk, which makes later losses more frequent. */
    @Property
    void aDealOutOfAnOpenLeadNeverLowersARate(
            @ForAll("withoutLosses") List<LeadCount> counts,
            @ForAll @IntRange(max = 59) int day,
            @ForAll @IntRange(max = 59) int wait) {
        List<LeadCount> open = new ArrayList<>(counts);
        open.add(LeadCount.of(START.plusDays(day), Outcome.OPEN, 0, 1));
        List<LeadCount> won = new ArrayList<>(counts);
        won.add(LeadCount.of(START.plusDays(day), Outcome.WON, wait, 1));
        OwnCurve before = OwnCurve.of(known(open));
        OwnCurve after = OwnCurve.of(known(won));
        for (int age = 0; age < WINDOW; age++) {
            assertThat(after.won(age)).isGreaterThanOrEqualTo(before.won(age) - 1e-12);
        }
    }

    @Property
    void twiceTheSameLeadsAreWorthTwiceAsMany(@ForAll("counts") List<LeadCount> counts) {
        OwnCurve once = OwnCurve.of(known(counts));
        OwnCurve twice = OwnCurve.of(known(
                counts.stream().map(count -> count.withLeads(2 * count.leads())).toList()));
        for (int age = 0; age < WINDOW; age++) {
            assertThat(twice.won(age)).isCloseTo(once.won(age), within(1e-9));
            assertThat(2 * twice.variance(age)).isCloseTo(once.variance(age), within(1e-9));
        }
    }

    @Property
    void aLogThatWasOpenBeforeEveryLeadChangesNothing(@ForAll("counts") List<LeadCount> counts) {
        KnownLeads known = known(counts);
        assertThat(known.observedFrom(START).counts()).isEqualTo(known.counts());
    }

    @Property
    void finishedLeadsAreWhatWasCounted(@ForAll("counts") List<LeadCount> counts) {
        List<LeadCount> finished = counts.stream()
                .filter(count -> count.outcome() != Outcome.OPEN && count.age() != null && count.age() < WINDOW)
                .map(count -> count.withEntered(START))
                .toList();
        long won = sum(finished, Outcome.WON);
        long all = won + sum(finished, Outcome.LOST);
        if (all > 0) {
            RateEstimate estimate =
                    RateEstimator.withDefaults().rate(known(finished)).orThrow();
            assertThat(estimate.value()).isEqualTo((double) won / all);
            assertThat(estimate.evidence()).isEqualTo(RateEvidence.finished(won, all));
            assertThat(OwnCurve.of(known(finished)).won(WINDOW)).isCloseTo(estimate.value(), within(1e-12));
            assertThat(estimate.cycle().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        }
    }

    private static long sum(List<LeadCount> counts, Outcome outcome) {
        return counts.stream()
                .filter(count -> count.outcome() == outcome)
                .mapToLong(LeadCount::leads)
                .sum();
    }

    @Property
    void openLeadsOfKnownMaturityNeverRaiseARate(
            @ForAll @IntRange(min = 1, max = 50) int won,
            @ForAll @Size(min = 1, max = 6)
                    Map<@IntRange(max = 99) Integer, @IntRange(min = 1, max = 200) Integer> open,
            @ForAll @IntRange(max = 100) int further) {
        Map<Double, Long> maturities = new LinkedHashMap<>();
        open.forEach((maturity, leads) -> maturities.put(maturity / 100.0, (long) leads));
        RateEvidence evidence = RateEvidence.ofMaturities(won, maturities);
        double rate = evidence.effectiveWon() / evidence.effectiveLeads();
        maturities.merge(further / 100.0, 10L, Long::sum);
        RateEvidence more = RateEvidence.ofMaturities(won, maturities);
        assertThat(more.effectiveWon() / more.effectiveLeads()).isLessThanOrEqualTo(rate + 1e-9);
        maturities.replaceAll((maturity, leads) -> 2 * leads);
        RateEvidence twice = RateEvidence.ofMaturities(2L * won, maturities);
        assertThat(twice.effectiveLeads()).isCloseTo(2 * more.effectiveLeads(), within(1e-9 * twice.effectiveLeads()));
        assertThat(more.effectiveLeads()).isLessThanOrEqualTo(more.leads() * (1 + 1e-9));
    }

    @Property
    void poolingMovesEachTowardsTheMeanAndTheMoreTheLessItRestsOn(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(max = 100) Integer> percents,
            @ForAll @IntRange(min = 1, max = 20) int tens) {
        Map<String, RateEvidence> parts = new LinkedHashMap<>();
        for (int i = 0; i < percents.size(); i++) {
            long leads = 10L * tens * (i % 3 + 1);
            parts.put("part " + i, RateEvidence.finished(leads * percents.get(i) / 100, leads));
        }
        long won = parts.values().stream().mapToLong(RateEvidence::won).sum();
        long all = parts.values().stream().mapToLong(RateEvidence::leads).sum();
        if (won == 0 || won == all) {
            return;
        }
        Pooling pooling = Pooling.of(parts);
        double mean = pooling.fold(Pooling.Pooled::mean, Pooling.NoSpread::commonRate);
        parts.forEach((name, own) -> {
            double rate = (double) own.won() / own.leads();
            assertThat(pooling.rate(name)).isBetween(Math.min(rate, mean) - 1e-9, Math.max(rate, mean) + 1e-9);
            parts.forEach((other, its) -> {
                if (its.leads().equals(own.leads()) && its.won() > own.won()) {
                    assertThat(pooling.rate(other)).isGreaterThanOrEqualTo(pooling.rate(name) - 1e-12);
                }
            });
        });
    }

    private static KnownLeads known(List<LeadCount> counts) {
        return FunnelHistory.fromCounts(counts, null).knownThrough(THROUGH);
    }

    @Provide
    Arbitrary<List<LeadCount>> withoutLosses() {
        return counts().map(counts -> counts.stream()
                .map(count -> count.outcome() == Outcome.LOST ? count.withOutcome(Outcome.OPEN) : count)
                .toList());
    }

    /** Ends after the last day known are there too: they have not happened yet. */
    @Provide
    Arbitrary<List<LeadCount>> counts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, WINDOW - 1),
                        Arbitraries.of(Outcome.class),
                        Arbitraries.integers().between(0, 70),
                        Arbitraries.longs().between(1, 40))
                .as((day, outcome, age, leads) -> LeadCount.of(START.plusDays(day), outcome, age, leads))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
