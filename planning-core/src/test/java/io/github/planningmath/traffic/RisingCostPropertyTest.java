package io.github.planningmath.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A cost of a user's own: the first visits at one price, those beyond at double that price. */
class RisingCostPropertyTest implements TrafficCostContract {

    private static final long AT_FIRST_PRICE = 1_000;

    @Override
    @Provide
    public Arbitrary<TrafficCost> costs() {
        return Arbitraries.longs().between(1, 1_000).map(RisingCostPropertyTest::rising);
    }

    @Property
    void aCostThatSaysNothingElseHasNoConstantPrice(@ForAll("costs") TrafficCost cost) {
        assertThat(cost.perVisit()).isNull();
    }

    private static TrafficCost rising(long price) {
        return visits -> {
            if (visits >= 0) {
                return BigDecimal.valueOf(price * (visits + Math.max(0, visits - AT_FIRST_PRICE)));
            }
            throw new IllegalArgumentException("visits must be at least 0, but was " + visits + ".");
        };
    }
}
