package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerEquityTest {

    private static final RetentionCurve CURVE = GivenRetention.of(RetentionTail.NOBODY_STAYS, "1", "0.8", "0.4");
    private static final LifetimeTerms TERMS = new LifetimeTerms(
            new BigDecimal("100"),
            ChronoUnit.YEARS,
            DiscountRate.annual("25%"),
            FirstMargin.NOW,
            LifetimeHorizon.unbounded());

    /** By age, a customer is worth 100 + 80 / 1.25 + 40 / 1.5625 = 189.6, 100 + 50 / 1.25 = 140, and 100. */
    @Test
    void aBaseIsWorthItsResidualValues() {
        CustomerEquity equity = CustomerEquity.ofBase(Map.of(0, 10L, 1, 5L, 2, 3L, 7, 0L), TERMS, CURVE);
        assertThat(equity.base()).isCloseTo(1896 + 700 + 300, within(1e-9));
        assertThat(equity.total()).isEqualTo(equity.base());
        assertThat(CustomerEquity.ofBase(Map.of(), TERMS, CURVE)).isEqualTo(new CustomerEquity(0.0, 0.0, 0.0));
    }

    /** 10 now and 20 next year, which count as 16, at 50 each. */
    @Test
    void newCustomersAddTheirValueLessTheirCost() {
        CustomerEquity equity = CustomerEquity.ofBase(Map.of(1, 5L), TERMS, CURVE)
                .plusNewCustomers(List.of(10L, 20L), TERMS, CURVE, new BigDecimal("50"));
        assertThat(equity.base()).isCloseTo(700, within(1e-9));
        assertThat(equity.newCustomers()).isCloseTo(26 * 189.6, within(1e-9));
        assertThat(equity.acquisitionCost()).isCloseTo(1300, within(1e-9));
        assertThat(equity.total()).isCloseTo(700 + 26 * 139.6, within(1e-9));
        assertThat(equity.plusNewCustomers(List.of(1L), TERMS, CURVE, BigDecimal.ZERO)
                        .acquisitionCost())
                .isEqualTo(equity.acquisitionCost());
    }

    @Test
    void countsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerEquity.ofBase(Map.of(3, -1L), TERMS, CURVE))
                .withMessage("CustomerEquity.customers[3] must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerEquity.ofBase(Map.of(-3, 1L), TERMS, CURVE))
                .withMessage("GivenRetention.discountedLifetime must be given an age of at least 0, but was given -3.");
        CustomerEquity nobody = CustomerEquity.ofBase(Map.of(), TERMS, CURVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nobody.plusNewCustomers(List.of(-1L), TERMS, CURVE, BigDecimal.ONE))
                .withMessage("CustomerEquity.counts must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nobody.plusNewCustomers(List.of(1L), TERMS, CURVE, new BigDecimal("-1")))
                .withMessage("CustomerEquity.costPerCustomer must be at least 0, but was -1.");
    }

    @Test
    void aValueThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerEquity(Double.NaN, 0.0, 0.0))
                .withMessage(
                        "CustomerEquity.base must be from -1.7976931348623157E308 to 1.7976931348623157E308, but was NaN.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerEquity(0.0, Double.POSITIVE_INFINITY, 0.0))
                .withMessage(
                        "CustomerEquity.newCustomers must be from -1.7976931348623157E308 to 1.7976931348623157E308, but"
                                + " was Infinity.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerEquity(0.0, 0.0, -1.0))
                .withMessage("CustomerEquity.acquisitionCost must be at least 0 and finite, but was -1.0.");
    }
}
