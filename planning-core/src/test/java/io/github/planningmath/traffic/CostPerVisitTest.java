package io.github.planningmath.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CostPerVisitTest {

    @Test
    void everyVisitHasTheSamePrice() {
        CostPerVisit cost = CostPerVisit.of("12.50");
        assertThat(cost.perVisit()).isEqualTo(new BigDecimal("12.5"));
        assertThat(cost.cost(8)).isEqualTo(new BigDecimal("100"));
    }

    @Test
    void visitsMayBeFree() {
        assertThat(CostPerVisit.of("0").cost(Long.MAX_VALUE)).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void aCostIsExactBeyondLong() {
        assertThat(CostPerVisit.of("10").cost(Long.MAX_VALUE)).isEqualTo(new BigDecimal("92233720368547758070"));
    }

    @Test
    void aPriceBelowZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostPerVisit.of("-0.01"))
                .withMessage("CostPerVisit.amount must be at least 0, but was -0.01.");
    }

    @Test
    void aPriceThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostPerVisit.of("12,5"))
                .withMessage("CostPerVisit.amount must be a number such as 12.50, but was \"12,5\".");
    }

    @Test
    @SuppressWarnings("NullAway") // null is what is refused
    void aMissingPriceIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CostPerVisit(null))
                .withMessage("CostPerVisit.amount must be given, but was null.");
    }

    @Test
    void visitsBelowZeroAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostPerVisit.of("1").cost(-1))
                .withMessage("CostPerVisit.cost must be given at least 0 visits, but was given -1.");
    }
}
