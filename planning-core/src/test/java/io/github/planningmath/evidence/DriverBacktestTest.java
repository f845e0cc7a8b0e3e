package io.github.planningmath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.PlanHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriverBacktestTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final YearMonth JUNE = YearMonth.of(2025, 6);
    private static final Driver<Rate> SITE = Driver.siteConversion("site");

    private final PlanningConstants constants = SoldOverOneSite.in(2026);

    private static FunnelHistory log(long visits, long... contacts) {
        List<TrafficCount> traffic = new ArrayList<>();
        for (int month = 0; month < contacts.length; month++) {
            traffic.add(TrafficCount.of("site", JANUARY.plusMonths(month))
                    .withVisits(visits)
                    .withContacts(contacts[month]));
        }
        return FunnelHistory.fromCounts(List.of(), null).withTraffic(traffic);
    }

    private DriverBacktest backtest(FunnelHistory history, YearMonth from, YearMonth to) {
        return DriverBacktest.of(history, constants, from, to, JUNE.atEndOfMonth(), RateEstimator.withDefaults());
    }

    /** 150 of 3,000 in three months, 60 + 66 + 54 of 3,000 in the next: by hand. */
    @Test
    void whatWasSaidIsHeldAgainstWhatCame() {
        DriverBacktest backtest =
                backtest(log(1_000, 50, 48, 52, 60, 66, 54), MARCH, MARCH).of(SITE);
        assertThat(backtest.checks()).singleElement().satisfies(check -> {
            assertThat(check.on()).isEqualTo(MARCH.atEndOfMonth());
            assertThat(check.owner()).isEqualTo(Department.MARKETING);
            assertThat(check.said()).isEqualTo(0.05);
            assertThat(check.came()).isCloseTo(0.06, within(1e-15));
            // sqrt(0.05 * 0.95 / 3000) and sqrt(0.06 * 0.94 / 3000)
            assertThat(check.error()).isCloseTo(0.0039791121287711, within(1e-12));
            assertThat(check.errorOfCame()).isCloseTo(0.0043358966777358, within(1e-12));
            assertThat(check.errors()).isCloseTo(-1.6992, within(1e-4));
            assertThat(check.covered()).isFalse();
            assertThat(check)
                    .hasToString("2025-03-31, siteConversion[site]: 0.05000 said, 0.06000 came, -1.7 standard errors");
        });
        assertThat(backtest.bias()).isCloseTo(-1 / 6.0, within(1e-12));
        assertThat(backtest.error()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(backtest.coverage()).isZero();
    }

    /** Of 400 logs in which nothing changes nine of ten agree, within four standard errors. */
    @Test
    void whereNothingChangesNineOfTenAgree() {
        Random random = new Random(11);
        double covered = 0;
        for (int run = 0; run < 400; run++) {
            long[] contacts = new long[6];
            for (int month = 0; month < 6; month++) {
                for (int visit = 0; visit < 1_000; visit++) {
                    contacts[month] += random.nextDouble() < 0.06 ? 1 : 0;
                }
            }
            covered += backtest(log(1_000, contacts), MARCH, MARCH).of(SITE).coverage();
        }
        assertThat(covered / 400).isBetween(0.84, 0.97);
    }

    @Test
    void nothingLaterLeaksIntoWhatWasSaid() {
        DriverBacktest one = backtest(log(1_000, 50, 48, 52, 60, 66, 54), JANUARY, MARCH);
        DriverBacktest other = backtest(log(1_000, 50, 48, 52, 90, 6, 54), JANUARY, MARCH);
        assertThat(one.checks()).hasSize(3);
        for (int month = 0; month < 3; month++) {
            assertThat(one.checks().get(month).said())
                    .isEqualTo(other.checks().get(month).said());
            assertThat(one.checks().get(month).error())
                    .isEqualTo(other.checks().get(month).error());
        }
    }

    /** The first version says 5 %, the second 6 %, and the facts say 5.5 % of 6,000 visits. */
    @Test
    void versionsOfAPlanAreHeldAgainstTheFacts() {
        PlanDocument document = Planner.withDefaults()
                .plan(FinancialGoal.profit("1000"), constants, Position.empty(YearMonth.of(2026, 1)))
                .orThrow()
                .document();
        LocalDate december = LocalDate.of(2024, 12, 1);
        PlanHistory versions = PlanHistory.of(december, "the plan of the year", document)
                .plus(
                        december.plusDays(30),
                        "a better site",
                        document.withConstants(constants.with(SITE, Rate.percent(6))));
        Estimates facts = Estimates.of(log(1_000, 50, 48, 52, 60, 66, 54).knownThrough(JUNE.atEndOfMonth()), constants);
        DriverBacktest backtest = DriverBacktest.of(versions, facts);
        assertThat(backtest.checks()).hasSize(2);
        assertThat(backtest.checks().get(0).errors()).isCloseTo(-0.005 / 0.0029432, within(1e-3));
        assertThat(backtest.checks().get(1).errors()).isCloseTo(0.005 / 0.0029432, within(1e-3));
        assertThat(backtest.checks()).allMatch(check -> check.error() == null && !check.covered());
        assertThat(backtest)
                .hasToString("2024-12-01, siteConversion[site]: 0.05000 said, 0.05500 came, -1.7 standard errors\n"
                        + "2024-12-31, siteConversion[site]: 0.06000 said, 0.05500 came, +1.7 standard errors");
    }

    @Test
    void aLogThatEndsBeforeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backtest(log(1_000, 50), MARCH, JUNE))
                .withMessage("DriverBacktest.through must be after the last month, 2025-06, but was 2025-06-30.");
    }
}
