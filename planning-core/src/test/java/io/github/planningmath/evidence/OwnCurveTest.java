package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.quantity.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OwnCurveTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Weeks of 21 patients: relapses, and those seen without one so long; told of one week, they are seen through it. */
    private static final long[] RELAPSES = counts(6, 6, 6, 7, 10, 13, 16, 22, 23);

    private static final long[] WITHOUT = counts(7, 10, 11, 12, 18, 20, 21, 26, 33, 33, 35, 36);

    private final OwnCurve patients = new OwnCurve(AgeTable.of(RELAPSES, WITHOUT));

    private static long[] counts(int... ages) {
        long[] counts = new long[ages[ages.length - 1] + 1];
        for (int age : ages) {
            counts[age]++;
        }
        return counts;
    }

    @Test
    void itIsThatOfKaplanAndMeierWithGreenwoodsError() {
        assertCurve("6mp", patients);
    }

    @Test
    void agesBeforeTheLogWasOpenAreNotSeen() {
        // start, stop, whether it ended: seen from the age after the start on
        int[][] rows = {
            {0, 5, 1},
            {0, 8, 0},
            {2, 6, 1},
            {3, 9, 1},
            {0, 12, 0},
            {5, 11, 1},
            {1, 7, 0},
            {0, 3, 1},
            {4, 10, 1},
            {6, 12, 0}
        };
        LocalDate through = LocalDate.of(2026, 6, 30);
        List<LeadCount> counts = new ArrayList<>();
        for (int[] row : rows) {
            LeadCount count = row[2] == 1
                    ? LeadCount.of(through.minusDays(40), Outcome.WON, row[1], 1)
                    : LeadCount.of(through.minusDays(row[1]), Outcome.OPEN, row[1], 1);
            counts.add(count.withObservedFromAge(row[0] + 1));
        }
        List<LeadCount> byMonth = counts.stream()
                .map(count -> count.withEntered(LocalDate.of(2026, 6, 1)))
                .toList();
        assertCurve("late", new OwnCurve(AgeTable.of(KnownLeads.fromMonths(byMonth, through))));
    }

    private static void assertCurve(String of, OwnCurve curve) {
        for (String[] row : Table.rows("own-curves.csv", of)) {
            int age = Integer.parseInt(row[1]);
            assertThat(curve.atRisk(age)).as("at risk at %d", age).isEqualTo(Long.parseLong(row[2]));
            assertThat(curve.stillOpen(age)).isCloseTo(Double.parseDouble(row[4]), EXACT);
            assertThat(curve.won(age)).isCloseTo(1 - Double.parseDouble(row[4]), EXACT);
            assertThat(Math.sqrt(curve.variance(age))).isCloseTo(Double.parseDouble(row[5]), EXACT);
        }
    }

    @Test
    void wonAndLostAreCompetingEnds() {
        OwnCurve curve = new OwnCurve(AgeTable.of(counts(1, 3, 3, 6, 8), counts(2, 4, 6), counts(3, 6, 8, 10)));
        for (String[] row : Table.rows("competing-ends.csv")) {
            int age = Integer.parseInt(row[0]);
            assertThat(curve.stillOpen(age)).isCloseTo(Double.parseDouble(row[1]), EXACT);
            assertThat(curve.won(age)).isCloseTo(Double.parseDouble(row[2]), EXACT);
            assertThat(curve.lost(age)).isCloseTo(Double.parseDouble(row[3]), EXACT);
        }
    }

    /** Without young leads the variance is that of a share, however the ends are spread over ages and kinds. */
    @Test
    void theVarianceOfFinishedLeadsIsThatOfAShare() {
        OwnCurve curve = new OwnCurve(AgeTable.of(counts(1, 3, 3, 6), counts(2, 4, 6, 7, 7, 9), new long[] {0}));
        assertThat(curve.won(9)).isCloseTo(0.4, EXACT);
        assertThat(curve.variance(9)).isCloseTo(0.4 * 0.6 / 10, EXACT);
        assertThat(curve.variance(3)).isCloseTo(0.3 * 0.7 / 10, EXACT);
    }

    /** R survmean with rmean = 35 gives 23.2873949579831923 and 2.8274676233714389. */
    @Test
    void theMeanIsCutOffAndTheMedianIsTheFirstAgeAtWhichHalfAreLeft() {
        assertThat(patients.meanDays(35)).isCloseTo(13856.0 / 595, EXACT);
        assertThat(patients.standardErrorOfMeanDays(35)).isCloseTo(2.8274676233714393, EXACT);
        assertThat(patients.median()).isEqualTo(23);
    }

    /** R with conf.type = "log-log" gives 0.18805200595923241 and 0.68014262849524132 for what is left. */
    @Test
    void theRangeIsThatOfTheLogarithmOfTheLogarithm() {
        RateEvidence.Range range = patients.range(23, Rate.percent(95));
        assertThat(1 - range.upper()).isCloseTo(0.18805200595923233, EXACT);
        assertThat(1 - range.lower()).isCloseTo(0.6801426284952415, EXACT);
        assertThat(patients.range(3, Rate.percent(95))).isEqualTo(new RateEvidence.Range(0.0, 0.0));
    }

    /** The effective sample size of S. J. Cutler and F. Ederer, Journal of Chronic Diseases 8, 1958, 699. */
    @Test
    void itsEvidenceIsWhatTheVarianceIsWorth() {
        double won = patients.won(23);
        double worth = won * (1 - won) / patients.variance(23);
        assertThat(worth).isCloseTo(13.652581855830206, EXACT);
        assertThat(won * worth).isCloseTo(7.533777662741038, EXACT);
    }

    @Test
    void theOldestAgeIsThatWithSoManyAtRisk() {
        assertThat(patients.oldestAgeWith(21)).isEqualTo(6);
        assertThat(patients.oldestAgeWith(7)).isEqualTo(22);
        assertThat(patients.oldestAgeWith(22)).isEqualTo(-1);
        assertThat(patients.atRisk(1_000)).isZero();
        assertThat(new RateEvidence(9L, 21L, 7.5, 13.6).range(Rate.percent(90)).contains(0.55))
                .isTrue();
    }
}
