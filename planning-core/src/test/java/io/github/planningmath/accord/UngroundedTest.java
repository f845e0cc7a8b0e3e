package io.github.planningmath.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Packaging;
import io.github.planningmath.product.Product;
import io.github.planningmath.sales.SalesTier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a seller says of a product stands before materials, scripts and training in it. */
class UngroundedTest {

    private static final String OFFER = "every call is found again in a second";

    private static PlanningConstants selling(Product crm) {
        return Agreed.constants().withProduct("crm", before -> crm);
    }

    private static Product crm() {
        return Product.builder("crm")
                .tier(SalesTier.CONSULTATIVE)
                .price("1000")
                .unitCost("300")
                .build();
    }

    @Test
    void whatIsNotPackagedKeepsThreeObligationsFromBeingKept() {
        PlanningConstants constants = selling(crm().withProposition(OFFER));
        Accord accord = Accord.of(Agreed.plan(constants));
        assertThat(constants.unpackagedProducts()).containsExactly("crm");
        assertThat(accord.ungrounded())
                .extracting(Accord.Ungrounded::toString)
                .containsExactly(
                        "product-training cannot be kept for crm: there is no packaging",
                        "marketing-materials cannot be kept for crm: there is no packaging",
                        "talk-scripts cannot be kept for crm: there is no packaging");
    }

    @Test
    void feedbackOnTheOfferRestsOnTheOffer() {
        PlanningConstants constants = selling(crm().withPackaging(
                        List.of(new Packaging("call recording", "control over the department", "more sales"))));
        assertThat(constants.productsWithoutProposition()).containsExactly("crm");
        assertThat(Accord.of(Agreed.plan(constants)).ungrounded())
                .extracting(Accord.Ungrounded::toString)
                .containsExactly("price-value-feedback cannot be kept for crm: there is no formulated offer");
    }

    @Test
    void whatIsPackagedAndOfferedKeepsAll() {
        PlanningConstants constants = selling(crm().withProposition(OFFER)
                .withPackaging(List.of(new Packaging("call recording", "control over the department", "more sales"))));
        assertThat(constants.unpackagedProducts()).isEmpty();
        assertThat(Accord.of(Agreed.plan(constants)).ungrounded()).isEmpty();
    }

    @Test
    void whatNobodySellsInPersonNeedsNoWordsForIt() {
        PlanningConstants start = Agreed.constants();
        PlanningConstants constants = PlanningConstants.of(
                "EUR",
                start.horizon(),
                start.assortment().withProduct("crm", crm -> crm.withTier(SalesTier.TRANSACTIONAL)),
                start.channels(),
                java.util.Map.of(SalesTier.TRANSACTIONAL, start.tier(SalesTier.CONSULTATIVE)));
        assertThat(constants.unpackagedProducts()).isEmpty();
        assertThat(constants.productsWithoutProposition()).isEmpty();
        assertThat(Accord.of(Agreed.plan(constants)).ungrounded()).isEmpty();
    }

    @Test
    void anOfferIsALineOfText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crm().withProposition(" "))
                .withMessage("Product.proposition must be one line of text without blanks at its ends, but was \" \".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Accord.Ungrounded(Obligation.standard().get(0), List.of()))
                .withMessage("Ungrounded.products must hold at least one, but was empty.");
    }
}
