package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.evidence.RateDrift.Month;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RateDriftTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static RateDrift of(YearMonth first, long[]... counts) {
        List<Month> months = new ArrayList<>();
        for (long[] count : counts) {
            months.add(new Month(first.plusMonths(months.size()), count[0], count[1]));
        }
        return new RateDrift(30, months);
    }

    private final RateDrift drop =
            of(YearMonth.of(2026, 1), new long[][] {{40, 200}, {42, 200}, {39, 200}, {28, 200}, {26, 200}, {29, 200}});

    /** Leads of a marketplace by month, won within 30 days (the funnel of Olist, CC BY-NC-SA 4.0); exact by logarithms of gamma. */
    @Test
    void aChangeIsFoundWithItsOdds() {
        RateDrift drift = of(YearMonth.of(2017, 7), new long[][] {
            {0, 239},
            {0, 386},
            {0, 312},
            {0, 416},
            {2, 445},
            {1, 200},
            {96, 1141},
            {101, 1028},
            {115, 1174},
            {148, 1352},
            {92, 1303}
        });
        assertThat(drift.logOddsOfChange()).isCloseTo(142.57747115345805, within(1e-10));
        assertThat(drift.likeliestChange()).isEqualTo(YearMonth.of(2018, 1));
        assertThat(drift.chanceByPlace().get(5)).isCloseTo(0.9999995038849956, EXACT);
        assertThat(drift.chanceByPlace().get(4)).isCloseTo(4.961150044824207e-7, within(1e-15));
        assertThat(drift.before()).isCloseTo(3.0 / 1998, EXACT);
        assertThat(drift.after()).isCloseTo(552.0 / 5998, EXACT);
    }

    /** Computed by the same formulas at 50 digits. */
    @Test
    void aDropThatMayBeLuckIsCalledSo() {
        assertThat(drop.logOddsOfChange()).isCloseTo(0.08733255423766415, EXACT);
        List<Double> expected = List.of(
                0.029303646530311672,
                0.13815791246710415,
                0.7093728313947598,
                0.10125411609570104,
                0.021911493512123358);
        for (int place = 0; place < expected.size(); place++) {
            assertThat(drop.chanceByPlace().get(place)).isCloseTo(expected.get(place), EXACT);
        }
    }

    /** Computed exactly by the statistic of Armitage, 1955. */
    @Test
    void aTrendIsToldFromLuck() {
        assertThat(drop.trend()).isCloseTo(-2.5649406864324313, EXACT);
        assertThat(drop.chanceOfTrend()).isCloseTo(0.010319344371677598, EXACT);
        assertThat(of(YearMonth.of(2026, 1), new long[] {0, 10}, new long[] {0, 20})
                        .trend())
                .isZero();
    }

    @Test
    void stepsBeyondLuckAreWhatIsLeftOfTheirSquares() {
        // steps of ln 2 up and down, on counts without luck to speak of
        RateDrift steps = of(
                YearMonth.of(2026, 1),
                new long[][] {{10_000_000, 100_000_000}, {20_000_000, 100_000_000}, {10_000_000, 100_000_000}});
        assertThat(steps.monthlyStep()).isCloseTo(Math.log(2), within(1e-6));
        assertThat(of(YearMonth.of(2026, 1), new long[][] {{20, 100}, {21, 100}, {0, 100}})
                        .monthlyStep())
                .isZero();
        assertThat(of(YearMonth.of(2026, 1), new long[][] {{20, 100}}).monthlyStep())
                .isZero();
    }

    @Test
    void youngLeadsAreLeftOutOfTheComparison() {
        LocalDate day = LocalDate.of(2026, 3, 31);
        FunnelHistory history = FunnelHistory.fromCounts(
                List.of(
                        LeadCount.of(LocalDate.of(2026, 1, 10), Outcome.WON, 30, 3),
                        LeadCount.of(LocalDate.of(2026, 1, 10), Outcome.WON, 31, 4),
                        LeadCount.of(LocalDate.of(2026, 3, 1), Outcome.OPEN, 0, 5),
                        LeadCount.of(LocalDate.of(2026, 3, 2), Outcome.WON, 1, 6)),
                null);
        assertThat(RateDrift.of(history.knownThrough(day), 30))
                .isEqualTo(new RateDrift(
                        30,
                        List.of(new Month(YearMonth.of(2026, 1), 3L, 7L), new Month(YearMonth.of(2026, 3), 0L, 5L))));
        assertThat(RateDrift.of(history.knownThrough(day), 300)).isNull();
        RateDrift one =
                Objects.requireNonNull(RateDrift.of(history.knownThrough(day).since(YearMonth.of(2026, 2)), 30));
        assertThat(one.logOddsOfChange()).isZero();
        assertThat(one.chanceByPlace()).isEmpty();
        assertThat(one.likeliestChange()).isEqualTo(YearMonth.of(2026, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateDrift.of(history.knownThrough(day).byMonth(), 30))
                .withMessage("RateDrift.known must have the days on which leads came, but they were folded to months.");
    }

    @Test
    void monthsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateDrift(30, List.of()))
                .withMessage("RateDrift.months must be at least one, but there was none.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Month(YearMonth.of(2026, 1), 3L, 2L))
                .withMessage("RateDrift.Month.leads must be at least won, 3, but was 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateDrift(
                        30,
                        List.of(new Month(YearMonth.of(2026, 2), 0L, 2L), new Month(YearMonth.of(2026, 1), 0L, 2L))))
                .withMessage("RateDrift.months must be in order of time, but 2026-01 came after 2026-02.");
    }
}
