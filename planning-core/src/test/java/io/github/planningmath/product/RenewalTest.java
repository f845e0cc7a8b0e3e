package io.github.planningmath.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RenewalTest {

    /** 1,200 less 300 and 10 %: 780 of a new deal. */
    private static final Product CRM = Product.of("crm", SalesTier.CONSULTATIVE, "1200", "300")
            .withCommission(io.github.planningmath.quantity.Rate.percent(10));

    @Test
    void whatIsNotGivenIsThatOfANewDeal() {
        assertThat(CRM.renewalPrice()).isEqualTo("1200");
        assertThat(CRM.renewalContribution()).isEqualTo(CRM.contribution()).isEqualTo("780");
        Product cheaper = CRM.withRenewal(Renewal.at("1000"));
        assertThat(cheaper.renewalPrice()).isEqualTo("1000");
        assertThat(cheaper.renewalContribution()).isEqualTo("600");
        assertThat(cheaper.contribution()).isEqualTo("780");
        assertThat(CRM.withRenewal(new Renewal(null, new BigDecimal("50"), null))
                        .renewalContribution())
                .isEqualTo("1030");
        assertThat(CRM.withRenewal(new Renewal(null, null, Ratio.ZERO)).renewalContribution())
                .isEqualTo("900");
        assertThat(CRM.withRenewal(new Renewal(new BigDecimal("1000"), new BigDecimal("50"), Ratio.percent(2)))
                        .renewalContribution())
                .isEqualTo("930");
    }

    @Test
    void theBuilderTakesIt() {
        assertThat(Product.builder("crm")
                        .tier(SalesTier.CONSULTATIVE)
                        .price("1200")
                        .unitCost("300")
                        .commission("10%")
                        .renewal(Renewal.at("1000.00"))
                        .build())
                .isEqualTo(CRM.withRenewal(new Renewal(new BigDecimal("1000"), null, null)));
    }

    @Test
    void somethingIsGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Renewal(null, null, null))
                .withMessage("Renewal must have a price, a unit cost or a commission of its own, but had none."
                        + " Perhaps a product without renewal was meant.");
    }

    @Test
    void thePriceIsAboveNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Renewal.at("0"))
                .withMessage("Renewal.price must be above 0, but was 0.");
    }

    @Test
    void theUnitCostIsNotBelowNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Renewal(null, new BigDecimal("-1"), null))
                .withMessage("Renewal.unitCost must be at least 0, but was -1.");
    }

    @Test
    void theCommissionIsAShareAndAFiniteDecimal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Renewal(null, null, Ratio.percent(101)))
                .withMessage("Renewal.commission must be from 0 to 1, but was 1.01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Renewal(null, null, Ratio.of(1, 3)))
                .withMessage("Renewal.commission must have a finite decimal expansion, but was 1/3."
                        + " Perhaps 33.33% was meant.");
    }
}
