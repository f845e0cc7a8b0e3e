package io.github.planningmath.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class CostPerVisitPropertyTest implements TrafficCostContract {

    @Override
    @Provide
    public Arbitrary<TrafficCost> costs() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(4)
                .map(CostPerVisit::new);
    }

    @Property
    void trailingZerosMakeNoDifference(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(4) BigDecimal amount,
            @ForAll @IntRange(max = 20) int zeros) {
        CostPerVisit padded = new CostPerVisit(amount.setScale(4 + zeros));
        assertThat(padded).isEqualTo(new CostPerVisit(amount)).hasSameHashCodeAs(new CostPerVisit(amount));
    }

    @Property
    void aCostIsShownAsPeopleWriteIt(
            @ForAll("costs") TrafficCost cost, @ForAll @LongRange(max = MOST_VISITS) long visits) {
        BigDecimal amount = cost.cost(visits);
        assertThat(amount.scale()).isNotNegative();
        assertThat(amount).isEqualTo(new BigDecimal(amount.toPlainString()));
    }
}
