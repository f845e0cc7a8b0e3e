package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Season;
import io.github.planningmath.quantity.Ratio;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonOfLogTest {

    private static final YearMonth START = YearMonth.of(2024, 1);
    private static final double[] INDICES = {0.8, 0.9, 1.1, 1.2, 1.0, 0.95, 0.7, 0.75, 1.05, 1.15, 1.3, 1.1};

    private final PlanningConstants constants = SoldOverOneSite.in(2027);

    /** The reference case: level times season, the second year 1.2 times the first; exact by construction. */
    @Test
    void yearsMayBeOfAnyLevel() {
        long[] counts = {
            800, 900, 1100, 1200, 1000, 950, 700, 750, 1050, 1150, 1300, 1100, 960, 1080, 1320, 1440, 1200, 1140, 840,
            900, 1260, 1380, 1560, 1320
        };
        SeasonOfYears season = new SeasonOfYears(START, counts);
        for (Month month : Month.values()) {
            assertThat(season.index(month)).isCloseTo(INDICES[month.getValue() - 1], within(1e-12));
        }
        assertThat(season.chanceOfYears()).isCloseTo(1, within(1e-12));
        assertThat(season.chanceOfSeason()).isLessThan(1e-100);
    }

    /** The same in years that do not begin in January. */
    @Test
    void yearsMayBeginInAnyMonth() {
        long[] counts = new long[36];
        YearMonth october = YearMonth.of(2023, 10);
        for (int month = 0; month < 36; month++) {
            int level = 1000 * (1 + month / 12);
            counts[month] = Math.round(level * INDICES[october.plusMonths(month).getMonthValue() - 1]);
        }
        SeasonOfYears season = new SeasonOfYears(october, counts);
        for (Month month : Month.values()) {
            assertThat(season.index(month)).isCloseTo(INDICES[month.getValue() - 1], within(1e-12));
        }
    }

    /** Deals on the day of their leads, drawn by month. */
    private static List<LeadCount> log(int months, double level, Random random, boolean withSeason) {
        List<LeadCount> counts = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            LocalDate day = START.plusMonths(month).atDay(1);
            double mean = level * (withSeason ? INDICES[day.getMonthValue() - 1] : 1);
            long deals = Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
            counts.add(LeadCount.of(day, Outcome.WON, 0, Math.max(1, deals)).withProduct("crm"));
        }
        return counts;
    }

    private Estimates estimates(List<LeadCount> counts, int months) {
        KnownLeads known = FunnelHistory.fromCounts(counts, null)
                .knownThrough(START.plusMonths(months).atDay(1).minusDays(1));
        return Estimates.of(known, constants);
    }

    private ConstantResult season(List<LeadCount> counts, int months) {
        return Objects.requireNonNull(estimates(counts, months).others().get(Driver.season()));
    }

    @Test
    void aPlanGetsTheSeasonOfTwoYears() {
        Estimates estimates = estimates(log(24, 900, new Random(1), true), 24);
        Season season = Objects.requireNonNull(estimates.constants().value(Driver.season()));
        Ratio sum = Ratio.ZERO;
        for (int month = 0; month < 12; month++) {
            Ratio index = season.index(START.plusMonths(month));
            // an index of two years with 900 deals a month has an error of 0.024 and less
            assertThat(index.toDouble()).isCloseTo(INDICES[month], within(0.09));
            sum = sum.plus(index);
        }
        assertThat(sum).isEqualTo(Ratio.of(12));
        assertThat(estimates.bases().get(Driver.season())).isInstanceOf(Basis.Measured.class);
        assertThat(estimates.judged()).doesNotContain(Driver.season());
    }

    @Test
    void twentyThreeMonthsAreTooShort() {
        assertThat(season(log(23, 900, new Random(1), true), 23)).isEqualTo(new ConstantRefusal.ShortLog(23L, 24L));
    }

    /** Half of the deals come in the next month: the first month lacks those of the leads before it. */
    @Test
    void theLogsFirstMonthsAreLeftOut() {
        List<LeadCount> counts = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            LocalDate day = START.plusMonths(month).atDay(1);
            counts.add(LeadCount.of(day, Outcome.WON, 0, 50));
            counts.add(LeadCount.of(day, Outcome.WON, 31, 50));
        }
        assertThat(season(counts, 24)).isEqualTo(new ConstantRefusal.ShortLog(23L, 24L));
    }

    /** Seven of the twelve deals of a year halve from the second July on: a change, or a season that has just begun. */
    @Test
    void aChangeWithinTwoYearsCannotBeToldFromASeason() {
        List<LeadCount> counts = log(24, 400, new Random(1), false);
        for (int month = 18; month < 24; month++) {
            counts.set(month, counts.get(month).withLeads(200L));
        }
        assertThat(season(counts, 24)).isInstanceOfSatisfying(ConstantRefusal.Inseparable.class, refusal -> {
            assertThat(refusal.month()).isBetween(START, START.plusMonths(23));
            assertThat(refusal)
                    .hasToString(
                            "Season and change cannot be told apart in two years that spread differently, farthest in "
                                    + refusal.month() + ": a third year would tell, or a window after the change.");
        });
    }

    /** Of 200 logs without a season luck passes for one in one of a hundred, within three standard errors. */
    @Test
    void whereNoneIsThereNoneIsSaid() {
        Random random = new Random(3);
        int said = 0;
        for (int run = 0; run < 200; run++) {
            ConstantResult result = season(log(36, 100, random, false), 36);
            said += result instanceof ConstantEstimate<?> ? 1 : 0;
        }
        assertThat(said).isLessThanOrEqualTo(7);
        ConstantResult result = season(log(36, 100, new Random(5), false), 36);
        assertThat(result.toString())
                .matches(
                        "The months of the year differ by no more than luck, on \\d+ deals\\. Perhaps Season\\.even\\(\\) was"
                                + " meant\\.");
    }
}
