package io.github.planningmath.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What holds for every {@link TrafficCost}. A member's test implements it and marks {@link #costs()} as a provider. */
@SuppressWarnings("exports") // jqwik is no part of the module
public interface TrafficCostContract {

    /** The most visits that the properties try. */
    long MOST_VISITS = 1_000_000_000_000L;

    /** The members of the family under test. */
    Arbitrary<TrafficCost> costs();

    @Property
    default void noVisitsCostNothing(@ForAll("costs") TrafficCost cost) {
        assertThat(cost.cost(0)).isZero();
    }

    @Property
    default void theCostNeverFallsWhenTheVisitsRise(
            @ForAll("costs") TrafficCost cost,
            @ForAll @LongRange(max = MOST_VISITS) long visits,
            @ForAll @LongRange(max = MOST_VISITS) long more) {
        assertThat(cost.cost(visits + more)).isGreaterThanOrEqualTo(cost.cost(visits));
        assertThat(cost.cost(visits + 1)).isGreaterThanOrEqualTo(cost.cost(visits));
    }

    @Property
    default void aConstantPriceIsThePriceOfEveryVisit(
            @ForAll("costs") TrafficCost cost, @ForAll @LongRange(max = MOST_VISITS) long visits) {
        BigDecimal price = cost.perVisit();
        if (price != null) {
            assertThat(price).isNotNegative();
            assertThat(cost.cost(visits)).isEqualByComparingTo(price.multiply(BigDecimal.valueOf(visits)));
        }
    }

    @Property
    default void visitsBelowZeroAreRefused(
            @ForAll("costs") TrafficCost cost, @ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long visits) {
        assertThatIllegalArgumentException().isThrownBy(() -> cost.cost(visits));
    }
}
