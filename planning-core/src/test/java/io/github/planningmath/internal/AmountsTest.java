package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    private static final String COMPONENT = "Type.amount";

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "1E+3, 1000", "1000, 1000", "0.00, 0", "0E+7, 0", "-2.500, -2.5", "1E-3, 0.001"})
    void anAmountIsKeptAsPeopleWriteIt(String given, String kept) {
        assertThat(Amounts.normalised(new BigDecimal(given), COMPONENT)).hasToString(kept);
        assertThat(Amounts.plain(new BigDecimal(given))).hasToString(kept);
        assertThat(Amounts.parse(given, COMPONENT)).hasToString(kept);
    }

    @Test
    void thirtyDigitsOnEitherSideAreAccepted() {
        BigDecimal widest = new BigDecimal("9".repeat(30) + "." + "9".repeat(30));
        assertThat(Amounts.normalised(widest, COMPONENT)).isEqualTo(widest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+30", "1E-31", "1E+2147483647", "1E-2147483647"})
    void moreThanThirtyDigitsOnASideAreRefused(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amounts.normalised(new BigDecimal(amount), COMPONENT))
                .withMessage(
                        "Type.amount must have at most 30 digits before and 30 after the decimal point, but was %s.",
                        amount);
    }

    @Test
    void aChargeIsAtLeastZero() {
        assertThat(Amounts.notNegative(new BigDecimal("0.00"), COMPONENT)).isEqualTo(BigDecimal.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amounts.notNegative(new BigDecimal("-1E+3"), COMPONENT))
                .withMessage("Type.amount must be at least 0, but was -1000.");
    }

    @ParameterizedTest
    @CsvSource({"0.00, 0", "-5.10, -5.1"})
    void aPriceIsAboveZero(String given, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amounts.positive(new BigDecimal(given), COMPONENT))
                .withMessage("Type.amount must be above 0, but was %s.", shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,50", "", "NaN", "Infinity", "1 000", "12.50 EUR"})
    void aTextThatIsNoNumberIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Amounts.parse(text, COMPONENT))
                .withMessage("Type.amount must be a number such as 12.50, but was \"%s\".", text);
    }

    @Test
    void aMissingAmountIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> Amounts.normalised(null, COMPONENT))
                .withMessage("Type.amount must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> Amounts.parse(null, COMPONENT))
                .withMessage("Type.amount must be given, but was null.");
    }
}
