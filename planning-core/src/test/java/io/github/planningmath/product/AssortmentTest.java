package io.github.planningmath.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null is what is refused
class AssortmentTest {

    private static final Product CRM = product("crm", "40", "30");
    private static final Product CALLS = product("calls", "30", "15");
    private static final Product CHAT = product("chat", "20", "8");
    private static final Assortment ASSORTMENT = new Assortment(
            List.of(CRM, CALLS, CHAT),
            Mix.ofWeights(Map.of("crm", Ratio.of(6), "calls", Ratio.of(4), "chat", Ratio.of(2))));

    /**
     * Break-even with a product mix of 6 : 4 : 2 and fixed costs of 270,000 at 1,875 sets: 11,250, 7,500 and 3,750 pieces
     * (Fundamental Accounting Principles, 22nd ed., ch. 21, problem 7BPSB).
     */
    @Test
    void theMixOfProductsCarriesTheFixedCosts() {
        Map<String, Long> deals = ASSORTMENT.mix().apportion(1_875 * 12);
        assertThat(deals).isEqualTo(Map.of("crm", 11_250L, "calls", 7_500L, "chat", 3_750L));
        BigDecimal contribution = ASSORTMENT.products().stream()
                .map(product -> product.contribution().multiply(BigDecimal.valueOf(deals.get(product.name()))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(contribution).isEqualByComparingTo("270000");
    }

    @Test
    void aProductIsFoundByName() {
        assertThat(ASSORTMENT.product("calls")).isEqualTo(CALLS);
    }

    @Test
    void anUnknownProductIsNamedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ASSORTMENT.product("fax"))
                .withMessage("Assortment.product must be given the name of a product (crm, calls, chat),"
                        + " but was given fax.");
    }

    @Test
    void oneProductIsChangedInItsPlace() {
        Assortment dearer = ASSORTMENT.withProduct("calls", product -> product.withPrice(new BigDecimal("35")));
        assertThat(dearer.products()).containsExactly(CRM, CALLS.withPrice(new BigDecimal("35")), CHAT);
        assertThat(dearer.mix()).isEqualTo(ASSORTMENT.mix());
    }

    @Test
    void aChangeOfNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ASSORTMENT.withProduct("calls", product -> product.withName("telephony")))
                .withMessage("Assortment.withProduct must keep the name calls, but was given telephony.");
    }

    @Test
    void theMixIsChangedAlone() {
        Mix<String> even = Mix.ofWeights(Map.of("crm", Ratio.ONE, "calls", Ratio.ONE, "chat", Ratio.ONE));
        assertThat(ASSORTMENT.withMix(even).mix()).isEqualTo(even);
    }

    @Test
    void aSingleProductHasTheWholeMix() {
        assertThat(Assortment.only(CRM).mix().share("crm")).isEqualTo(Ratio.ONE);
    }

    @Test
    void anEmptyAssortmentIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assortment(List.of(), ASSORTMENT.mix()))
                .withMessage("Assortment.products must have at least one product, but was [].");
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assortment(List.of(CRM, CALLS, CRM), ASSORTMENT.mix()))
                .withMessage("Assortment.products must be given once each, but was given twice: crm.");
    }

    @Test
    void aMixOfOtherProductsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assortment(List.of(CRM, CALLS), new Mix<>(Map.of("crm", Ratio.ONE))))
                .withMessage("Assortment.mix must have a share for each product (crm, calls) and for nothing else,"
                        + " but was for crm.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Assortment(List.of(CRM), new Mix<>(Map.of("fax", Ratio.ONE))))
                .withMessage("Assortment.mix must have a share for each product (crm) and for nothing else,"
                        + " but was for fax.");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Assortment(null, ASSORTMENT.mix()))
                .withMessage("Assortment.products must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Assortment(List.of(CRM), null))
                .withMessage("Assortment.mix must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> Assortment.only(null))
                .withMessage("Assortment.product must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> ASSORTMENT.withProduct("crm", product -> null))
                .withMessage("Assortment.withProduct must be given, but was null.");
    }

    private static Product product(String name, String price, String unitCost) {
        return new Product(
                name,
                SalesTier.TRANSACTIONAL,
                new BigDecimal(price),
                new BigDecimal(unitCost),
                null,
                RepeatBehaviour.none(),
                null,
                List.of(),
                null);
    }
}
