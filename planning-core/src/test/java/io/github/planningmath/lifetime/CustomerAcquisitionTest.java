package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.lifetime.Payback.NotPaidBack;
import io.github.planningmath.lifetime.Payback.PaidBack;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.quantity.RefusedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CustomerAcquisitionTest {

    private static final RetentionCurve NOBODY_LEAVES = new ConstantRetention(Ratio.ONE);
    private static final RetentionCurve HALF_STAY = new ConstantRetention(Ratio.of(1, 2));

    /** So much a month from next month on, at 25 % a month, without end. */
    private static LifetimeTerms terms(String margin) {
        return new LifetimeTerms(
                new BigDecimal(margin),
                ChronoUnit.MONTHS,
                DiscountRate.monthly(Ratio.percent(25)),
                FirstMargin.AFTER_ONE_PERIOD,
                LifetimeHorizon.unbounded());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "customer-economics.csv", useHeadersInDisplayName = true)
    void theEconomicsOfACustomerAreThePublishedOnes(
            String name,
            String spend,
            long customers,
            String margin,
            String churn,
            double costPerCustomer,
            double lifetimeValue,
            double ratio,
            double payback,
            @Nullable Double paybackWithChurn,
            String source) {
        CustomerAcquisition acquisition = CustomerAcquisition.of(spend, customers);
        RetentionCurve curve = ConstantRetention.ofChurn(Ratio.of(churn));
        LifetimeTerms terms = terms(margin);
        ValueToCost value = acquisition.valueToCost(
                terms.withFirstMargin(FirstMargin.NOW).withDiscount(DiscountRate.annual("0%")), curve);
        assertThat(value.basis()).isEqualTo(ValueBasis.CONTRIBUTION_MARGIN);
        assertThat(value.acquisitionCost()).isCloseTo(costPerCustomer, withinPercentage(1e-12));
        assertThat(value.lifetimeValue()).isCloseTo(lifetimeValue, withinPercentage(1e-12));
        assertThat(value.ratio()).isCloseTo(ratio, withinPercentage(1e-12));
        assertThat(value.surplus()).isCloseTo(lifetimeValue - costPerCustomer, within(1e-9));
        assertThat(acquisition.payback(terms, NOBODY_LEAVES).orThrow().interpolated())
                .as(source)
                .isCloseTo(payback, withinPercentage(1e-9));
        if (paybackWithChurn != null) {
            assertThat(acquisition.payback(terms, curve).orThrow().interpolated())
                    .isCloseTo(paybackWithChurn, withinPercentage(1e-9));
        }
    }

    @Test
    void theCostOfACustomerIsRoundedAsAsked() {
        CustomerAcquisition acquisition = CustomerAcquisition.of("1000", 3);
        assertThat(acquisition.costPerCustomer(2, RoundingMode.HALF_UP)).isEqualByComparingTo("333.33");
        assertThat(acquisition.costPerCustomer(2, RoundingMode.CEILING)).isEqualByComparingTo("333.34");
        assertThat(acquisition.costPerCustomer()).isCloseTo(333.33333333, within(1e-7));
    }

    /** Ten dimes are a coin, though not in binary floating point. */
    @Test
    void whatCoversTheCostExactlyHasPaidBack() {
        assertThat(CustomerAcquisition.of("1", 1).payback(terms("0.1"), NOBODY_LEAVES))
                .extracting(payback -> payback.orThrow().periods())
                .isEqualTo(10);
        assertThat(CustomerAcquisition.of("3", 7).payback(terms("0.0714285714285714285714"), NOBODY_LEAVES))
                .extracting(payback -> payback.orThrow().periods())
                .isEqualTo(6);
    }

    /** 80, 64 and 51.2 of 100 a month are 195.2; not discounted, two months are 200. */
    @Test
    void discountingDelaysThePayback() {
        CustomerAcquisition acquisition = CustomerAcquisition.of("190", 1);
        assertPaidBack(acquisition.payback(terms("100"), NOBODY_LEAVES), 2, 1.9);
        PaidBack discounted =
                acquisition.discountedPayback(terms("100"), NOBODY_LEAVES).orThrow();
        assertThat(discounted.periods()).isEqualTo(3);
        assertThat(discounted.interpolated()).isCloseTo(3 - 5.2 / 51.2, within(1e-9));
    }

    @Test
    void aFirstMarginNowMayCoverTheCostAtOnce() {
        LifetimeTerms now = terms("100").withFirstMargin(FirstMargin.NOW);
        assertPaidBack(CustomerAcquisition.of("60", 1).payback(now, HALF_STAY), 0, 0);
        assertPaidBack(CustomerAcquisition.of("175", 1).payback(now, HALF_STAY), 2, 2);
        assertPaidBack(CustomerAcquisition.of("0", 1).payback(terms("-5"), HALF_STAY), 0, 0);
    }

    private static void assertPaidBack(Payback payback, int periods, double interpolated) {
        assertThat(payback.orThrow().basis()).isEqualTo(ValueBasis.CONTRIBUTION_MARGIN);
        assertThat(payback.orThrow().periods()).isEqualTo(periods);
        assertThat(payback.orThrow().interpolated()).isCloseTo(interpolated, within(1e-9));
    }

    /** Half of them leave each month: all months together are one margin. */
    @Test
    void whatNeverComesBackIsSaid() {
        CustomerAcquisition acquisition = CustomerAcquisition.of("250", 2);
        Payback never = acquisition.payback(terms("100"), HALF_STAY);
        assertThat(refusal(never))
                .isEqualTo(new NotPaidBack(ValueBasis.CONTRIBUTION_MARGIN, 125.0, 100.0, LifetimeHorizon.unbounded()));
        assertThatThrownBy(never::orThrow)
                .isInstanceOf(RefusedException.class)
                .hasMessage("A customer costs 125.0 and brings 100.0 of contribution margin in all periods.")
                .satisfies(thrown ->
                        assertThat(((RefusedException) thrown).refusal()).isEqualTo(refusal(never)));
        LifetimeTerms twoMonths = terms("100").withHorizon(LifetimeHorizon.periods(2));
        assertThat(refusal(acquisition.payback(twoMonths, HALF_STAY)).toString())
                .isEqualTo("A customer costs 125.0 and brings 75.0 of contribution margin in 2 periods.");
        assertThat(refusal(acquisition.payback(terms("-1"), HALF_STAY)).recovered())
                .isZero();
        assertThat(refusal(acquisition.payback(terms("0"), NOBODY_LEAVES)).recovered())
                .isZero();
    }

    /** Three periods are known, and the third margin covers the cost: what comes after them does not matter. */
    @Test
    void whatComesBackWithinTheKnownPeriodsIsFound() {
        RetentionCurve known = GivenRetention.of(RetentionTail.REFUSE, "1", "0.5", "0.4", "0.3");
        // 100 + 50 is enough for 130 with the first margin now: the second covers the cost by three fifths of a period.
        LifetimeTerms now = terms("100").withFirstMargin(FirstMargin.NOW);
        assertPaidBack(CustomerAcquisition.of("130", 1).payback(now, known), 1, 0.6);
        assertPaidBack(
                CustomerAcquisition.of("130", 1).payback(now.withHorizon(LifetimeHorizon.periods(60)), known), 1, 0.6);
        assertPaidBack(CustomerAcquisition.of("220", 1).payback(now, known), 3, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerAcquisition.of("221", 1).payback(now, known))
                .withMessage(
                        "GivenRetention.retention must be asked for at most 3 periods, which are known, but was asked"
                                + " for 4. Perhaps a finite horizon or RetentionTail.HOLD_LAST_RETENTION was meant.");
        assertThat(refusal(CustomerAcquisition.of("221", 1).payback(now.withHorizon(LifetimeHorizon.periods(4)), known))
                        .recovered())
                .isCloseTo(220, within(1e-9));
    }

    /** Survival of 1 / (t + 1) adds up to any cost, after e^cost periods. */
    @Test
    void whatTakesAlmostForEverIsGivenUp() {
        RetentionCurve slow = new ShiftedBetaGeometric(1, 1);
        LifetimeTerms undiscounted = terms("1").withDiscount(DiscountRate.annual("0%"));
        NotPaidBack refusal = refusal(CustomerAcquisition.of("50", 1).payback(undiscounted, slow));
        assertThat(refusal.horizon()).isEqualTo(LifetimeHorizon.periods(100_000));
        // The harmonic number of 100,001, less 1: ln 100001 + 0.57721566 - 1 + 0.000005.
        assertThat(refusal.recovered()).isCloseTo(11.0901561, within(1e-6));
    }

    @Test
    void anAcquisitionOfNobodyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerAcquisition.of("100", 0))
                .withMessage("CustomerAcquisition.customers must be above 0, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerAcquisition.of("-1", 1))
                .withMessage("CustomerAcquisition.cost must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerAcquisition.of("0", 1).valueToCost(terms("1"), HALF_STAY))
                .withMessage("ValueToCost.acquisitionCost must be above 0 and finite, but was 0.0.");
    }

    private static NotPaidBack refusal(Payback payback) {
        return payback.fold(
                paidBack -> {
                    throw new AssertionError(paidBack.toString());
                },
                refusal -> refusal);
    }
}
