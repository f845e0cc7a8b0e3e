package io.github.planningmath.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // null is what is refused
class ProductTest {

    private static final Product CALLS = new Product(
            "call tracking",
            SalesTier.CONSULTATIVE,
            new BigDecimal("1000.00"),
            new BigDecimal("610"),
            Rate.percent(15),
            RepeatBehaviour.none(),
            null,
            List.of(
                    new Packaging(
                            "call recording", "control over the sales department", "more sales from the same leads"),
                    new Packaging(
                            "the source of a call announced",
                            "the seller knows who calls before answering",
                            "service the client notices"),
                    new Packaging("a text on a missed call", "known at once", "no advertised client lost")),
            null);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "contribution-margins.csv", useHeadersInDisplayName = true)
    void theContributionIsThePublishedOne(
            String name,
            BigDecimal price,
            BigDecimal unitCost,
            @Nullable String commission,
            BigDecimal contribution,
            String source) {
        Product product = CALLS.withPrice(price)
                .withUnitCost(unitCost)
                .withCommission(commission == null ? null : Rate.percent(commission));
        assertThat(product.contribution()).as("%s of %s", name, source).isEqualTo(contribution);
    }

    @Test
    void aDealMayCostMoreThanItBrings() {
        assertThat(CALLS.withUnitCost(new BigDecimal("900")).contribution()).isEqualTo(new BigDecimal("-50"));
    }

    @Test
    void theContributionIsExactToTheLastDecimal() {
        Product product = CALLS.withPrice(new BigDecimal("0.01"))
                .withUnitCost(BigDecimal.ZERO)
                .withCommission(Rate.of(1, 1L << 40));
        assertThat(product.contribution())
                .isEqualTo(
                        new BigDecimal("0.01").subtract(new BigDecimal("0.01").divide(BigDecimal.valueOf(1L << 40))));
    }

    @Test
    void trailingZerosMakeNoDifference() {
        assertThat(CALLS.withPrice(new BigDecimal("1E+3"))).isEqualTo(CALLS).hasToString(CALLS.toString());
        assertThat(CALLS.price()).hasToString("1000");
    }

    @Test
    void oneComponentIsChangedAtATime() {
        Product dearer = CALLS.withPrice(new BigDecimal("1200"));
        assertThat(dearer.price()).isEqualTo(new BigDecimal("1200"));
        assertThat(dearer.withPrice(new BigDecimal("1000"))).isEqualTo(CALLS);
    }

    @Test
    void theSellerReadsFromATable() {
        assertThat(CALLS.packagingTable()).isEqualTo("""
                        feature                        | benefit                                     | result
                        call recording                 | control over the sales department           | more sales from the same leads
                        the source of a call announced | the seller knows who calls before answering | service the client notices
                        a text on a missed call        | known at once                               | no advertised client lost""");
    }

    @Test
    void theColumnsOfShortTextsAreAsWideAsTheirHeadings() {
        assertThat(CALLS.withPackaging(List.of(new Packaging("📞", "b", "r"))).packagingTable())
                .isEqualTo("feature | benefit | result\n📞       | b       | r");
    }

    @Test
    void aProductWithoutPackagingHasNoTable() {
        assertThat(CALLS.withPackaging(List.of()).packagingTable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.00, 0", "-5, -5"})
    void aPriceThatIsNotAboveZeroIsRefused(String price, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.withPrice(new BigDecimal(price)))
                .withMessage("Product.price must be above 0, but was %s.", shown);
    }

    @Test
    void aUnitCostBelowZeroIsRefused() {
        assertThat(CALLS.withUnitCost(BigDecimal.ZERO).unitCost()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.withUnitCost(new BigDecimal("-0.01")))
                .withMessage("Product.unitCost must be at least 0, but was -0.01.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "15%", "1/8", "1/1000000000", "3/3125", "1/4611686018427387904"})
    void aCommissionThatIsAFiniteDecimalIsAccepted(String commission) {
        assertThat(CALLS.withCommission(Rate.of(commission)).commission()).isEqualTo(Rate.of(commission));
    }

    @ParameterizedTest
    @CsvSource({"1/3, 33.33%", "2/3, 66.66%", "1/30000, 0.003333%", "7/12, 58.33%"})
    void aCommissionThatIsNoFiniteDecimalIsRefusedWithAHint(String commission, String hint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.withCommission(Rate.of(commission)))
                .withMessage(
                        "Product.commission must have a finite decimal expansion, but was %s. Perhaps %s was meant.",
                        commission, hint);
        assertThat(CALLS.withCommission(Rate.of(hint)).commission()).isEqualTo(Rate.of(hint));
    }

    @Test
    void aTinyCommissionThatIsNoFiniteDecimalIsRefusedWithoutAHint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.withCommission(Rate.of(1, Long.MAX_VALUE)))
                .withMessage(
                        "Product.commission must have a finite decimal expansion," + " but was 1/9223372036854775807.");
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.withName(" "))
                .withMessage("Product.name must be one line of text without blanks at its ends, but was \" \".");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Product(
                        null,
                        SalesTier.STRATEGIC,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        null,
                        RepeatBehaviour.none(),
                        null,
                        List.of(),
                        null))
                .withMessage("Product.name must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Product(
                        "crm",
                        null,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        null,
                        RepeatBehaviour.none(),
                        null,
                        List.of(),
                        null))
                .withMessage("Product.tier must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Product(
                        "crm",
                        SalesTier.STRATEGIC,
                        null,
                        BigDecimal.ZERO,
                        null,
                        RepeatBehaviour.none(),
                        null,
                        List.of(),
                        null))
                .withMessage("Product.price must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Product(
                        "crm",
                        SalesTier.STRATEGIC,
                        BigDecimal.ONE,
                        null,
                        null,
                        RepeatBehaviour.none(),
                        null,
                        List.of(),
                        null))
                .withMessage("Product.unitCost must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Product(
                        "crm", SalesTier.STRATEGIC, BigDecimal.ONE, BigDecimal.ZERO, null, null, null, List.of(), null))
                .withMessage("Product.repeat must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Product(
                        "crm",
                        SalesTier.STRATEGIC,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        null,
                        RepeatBehaviour.none(),
                        null,
                        null,
                        null))
                .withMessage("Product.packaging must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Product(
                        "crm",
                        SalesTier.STRATEGIC,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        null,
                        RepeatBehaviour.none(),
                        null,
                        Collections.singletonList(null),
                        null))
                .withMessage("Product.packaging[0] must be given, but was null.");
    }
}
