package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.traffic.TrafficCost;
import io.github.planningmath.traffic.TrafficCostContract;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Curves without a ceiling, which bring as many visits as are tried. */
class CurveCostPropertyTest implements TrafficCostContract {

    @Override
    @Provide
    public Arbitrary<TrafficCost> costs() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.5, 50).ofScale(2),
                        Arbitraries.doubles().between(0.6, 1).ofScale(2))
                .as((scale, exponent) -> CurveCost.of(new PowerResponse(scale, exponent)));
    }

    @Property
    void theCostBringsTheVisitsAndACentLessDoesNot(
            @ForAll("costs") TrafficCost cost, @ForAll @LongRange(min = 1, max = 1_000_000) long visits) {
        ResponseCurve curve = ((CurveCost) cost).visits();
        BigDecimal spend = cost.cost(visits);

        assertThat(curve.value(spend.doubleValue())).isGreaterThanOrEqualTo((double) visits);
        assertThat(curve.value(spend.subtract(new BigDecimal("0.01")).doubleValue()))
                .isLessThan((double) visits);
    }
}
