package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimeTermsTest {

    private static final RetentionCurve TWO_PERIODS = GivenRetention.of(RetentionTail.REFUSE, "1", "0.8", "0.5");

    /** 100 a year at 25 %. */
    private static LifetimeTerms terms(FirstMargin firstMargin, LifetimeHorizon horizon) {
        return new LifetimeTerms(
                new BigDecimal("100"), ChronoUnit.YEARS, DiscountRate.annual("25%"), firstMargin, horizon);
    }

    /** 100 + 80 / 1.25 + 50 / 1.5625 now; 80 / 1.25 + 50 / 1.5625 after a year. */
    @Test
    void aHorizonCountsMargins() {
        assertThat(terms(FirstMargin.NOW, LifetimeHorizon.periods(3)).lifetimeValue(TWO_PERIODS))
                .isCloseTo(196, within(1e-12));
        assertThat(terms(FirstMargin.NOW, LifetimeHorizon.periods(1)).lifetimeValue(TWO_PERIODS))
                .isEqualTo(100);
        assertThat(terms(FirstMargin.AFTER_ONE_PERIOD, LifetimeHorizon.periods(2))
                        .lifetimeValue(TWO_PERIODS))
                .isCloseTo(96, within(1e-12));
    }

    /** Of those there after a year 5/8 stay another one. */
    @Test
    void aResidualValueIsThatOfWhoIsStillThere() {
        assertThat(terms(FirstMargin.NOW, LifetimeHorizon.periods(2)).residualValue(TWO_PERIODS, 1))
                .isCloseTo(100 + 62.5 / 1.25, within(1e-12));
        assertThat(terms(FirstMargin.AFTER_ONE_PERIOD, LifetimeHorizon.periods(1))
                        .residualValue(TWO_PERIODS, 1))
                .isCloseTo(62.5 / 1.25, within(1e-12));
        assertThat(terms(FirstMargin.AFTER_ONE_PERIOD, LifetimeHorizon.periods(1))
                        .renewalValue(TWO_PERIODS, 2))
                .isCloseTo(62.5, within(1e-12));
    }

    /**
     * The worked example of github.com/jdmaturen/shifted_beta_geometric_py: a customer of the highend cohort after seven
     * renewals, just before the eighth, is worth 7.53 margins at 10 %; 75.3 where a margin is 10.
     */
    @Test
    void theRenewalValueIsThePublishedOne() {
        RetentionCurve highend = ShiftedBetaGeometric.fit(
                        CohortTable.of(CohortTable.Cohort.of("highend", 1000, 869, 743, 653, 593, 551, 517, 491)))
                .orThrow();
        LifetimeTerms terms = terms(FirstMargin.NOW, LifetimeHorizon.unbounded())
                .withMargin(BigDecimal.TEN)
                .withDiscount(DiscountRate.annual("10%"));
        assertThat(terms.renewalValue(highend, 8)).isCloseTo(75.3, within(0.05));
    }

    @Test
    void theDiscountIsThatOfThePeriod() {
        LifetimeTerms monthly = terms(FirstMargin.NOW, LifetimeHorizon.unbounded())
                .withPeriod(ChronoUnit.MONTHS)
                .withDiscount(DiscountRate.annual("10%"));
        assertThat(Math.pow(1 + monthly.discountPerPeriod(), 12)).isCloseTo(1.1, withinPercentage(1e-12));
    }

    @Test
    void anInfiniteValueIsRefusedAtOnce() {
        LifetimeTerms undiscounted =
                terms(FirstMargin.NOW, LifetimeHorizon.unbounded()).withDiscount(DiscountRate.annual("0%"));
        RetentionCurve forEver = new ConstantRetention(Ratio.ONE);
        assertThatThrownBy(() -> undiscounted.lifetimeValue(forEver))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "LifetimeTerms.horizon must be a number of periods for a ConstantRetention at 0% per year, where the"
                                + " value of all periods is infinite, but was all periods. Perhaps LifetimeHorizon.periods(60) was"
                                + " meant.");
        for (RetentionCurve curve : List.of(
                forEver,
                new ShiftedBetaGeometric(1, 3),
                GivenRetention.of(RetentionTail.HOLD_LAST_RETENTION, "1", "0.5", "0.5"))) {
            for (FirstMargin firstMargin : FirstMargin.values()) {
                LifetimeTerms terms = undiscounted.withFirstMargin(firstMargin);
                assertThatThrownBy(() -> terms.lifetimeValue(curve)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> terms.renewalValue(curve, 3)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> terms.withMargin(BigDecimal.ZERO).lifetimeValue(curve))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(terms.withHorizon(LifetimeHorizon.periods(12)).lifetimeValue(curve))
                        .isBetween(100.0, 1200.0);
            }
        }
    }

    @Test
    void whomNobodyFollowsIsWorthThisPeriod() {
        RetentionCurve once = new ConstantRetention(Ratio.ZERO);
        assertThat(terms(FirstMargin.NOW, LifetimeHorizon.unbounded()).lifetimeValue(once))
                .isEqualTo(100);
        assertThat(terms(FirstMargin.AFTER_ONE_PERIOD, LifetimeHorizon.unbounded())
                        .lifetimeValue(once))
                .isZero();
    }

    @Test
    void theWorkingShowsItsNumbers() {
        assertThat(terms(FirstMargin.NOW, LifetimeHorizon.periods(3)).explainLifetimeValue(TWO_PERIODS))
                .isEqualTo(
                        "196.00 = 100 margin * 1.9600 discounted margins (3 periods, first margin NOW, 25% per year)");
        assertThat(terms(FirstMargin.AFTER_ONE_PERIOD, LifetimeHorizon.unbounded())
                        .explainLifetimeValue(new ConstantRetention(Ratio.percent(75))))
                .isEqualTo(
                        "150.00 = 100 margin * 1.5000 discounted margins (all periods, first margin AFTER_ONE_PERIOD, 25%"
                                + " per year)");
    }

    @Test
    void agesAndPeriodsThatDoNotExistAreRefused() {
        LifetimeTerms now = terms(FirstMargin.NOW, LifetimeHorizon.unbounded());
        RetentionCurve curve = new ConstantRetention(Ratio.ZERO);
        assertThatThrownBy(() -> now.residualValue(curve, -1))
                .hasMessage(
                        "ConstantRetention.discountedLifetime must be given an age of at least 0, but was given -1.");
        assertThatThrownBy(
                        () -> now.withFirstMargin(FirstMargin.AFTER_ONE_PERIOD).residualValue(curve, -1))
                .hasMessage("LifetimeTerms.residualValue must be given an age of at least 0, but was given -1.");
        assertThatThrownBy(() -> now.renewalValue(curve, 0))
                .hasMessage("ConstantRetention.retention must be given a period of at least 1, but was given 0.");
        assertThatThrownBy(() -> now.withPeriod(ChronoUnit.DECADES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LifetimeTerms.period must be one of [Days, Weeks, Months, Years], but was Decades.");
        assertThatThrownBy(() -> LifetimeHorizon.periods(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LifetimeHorizon.periods must be from 1 to 100000, but was 0.");
        assertThatThrownBy(() -> LifetimeHorizon.periods(100_001))
                .hasMessage("LifetimeHorizon.periods must be from 1 to 100000, but was 100001.");
    }

    @Test
    @SuppressWarnings("NullAway") // null is what is refused
    void aMissingCurveIsNamed() {
        for (FirstMargin firstMargin : FirstMargin.values()) {
            LifetimeTerms terms = terms(firstMargin, LifetimeHorizon.unbounded());
            assertThatThrownBy(() -> terms.lifetimeValue(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("LifetimeTerms.curve must be given, but was null.");
            assertThatThrownBy(() -> terms.renewalValue(null, 1))
                    .hasMessage("LifetimeTerms.curve must be given, but was null.");
        }
    }
}
