package io.github.planningmath.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class ProductPropertyTest {

    private static final long BILLION = 1_000_000_000;

    @Property
    void theCommissionTheUnitCostAndTheContributionAddUpToThePrice(
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal price,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal unitCost,
            @ForAll @LongRange(min = 1, max = BILLION) long billionths) {
        Product product = product(price, unitCost).withCommission(Rate.of(billionths, BILLION));
        BigDecimal commission = price.multiply(BigDecimal.valueOf(billionths, 9));
        assertThat(product.contribution().add(unitCost).add(commission)).isEqualByComparingTo(price);
    }

    @Property
    void aHigherPriceNeverLowersTheContribution(
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal price,
            @ForAll @BigRange(min = "0", max = "1000") @Scale(2) BigDecimal more,
            @ForAll @LongRange(min = 1, max = 100) long percent) {
        Product product = product(price, BigDecimal.ONE).withCommission(Rate.percent(percent));
        assertThat(product.withPrice(price.add(more)).contribution()).isGreaterThanOrEqualTo(product.contribution());
    }

    @Property
    void theContributionIsShownAsPeopleWriteIt(
            @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal price,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal unitCost) {
        BigDecimal contribution = product(price, unitCost).contribution();
        assertThat(contribution.scale()).isNotNegative();
        assertThat(contribution).isEqualTo(new BigDecimal(contribution.toPlainString()));
    }

    private static Product product(BigDecimal price, BigDecimal unitCost) {
        return new Product(
                "crm", SalesTier.STRATEGIC, price, unitCost, null, RepeatBehaviour.none(), null, List.of(), null);
    }
}
