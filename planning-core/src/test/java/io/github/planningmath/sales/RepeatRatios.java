package io.github.planningmath.sales;

import io.github.planningmath.quantity.Ratio;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Ratios for the tests of repeat behaviour. */
final class RepeatRatios {

    private static final long WHOLE = 1_000;

    private RepeatRatios() {}

    static Arbitrary<Ratio> retention() {
        return Arbitraries.longs().between(0, WHOLE).map(part -> Ratio.of(part, WHOLE));
    }

    static Arbitrary<Ratio> repeat() {
        return Arbitraries.longs().between(0, 3 * WHOLE).map(part -> Ratio.of(part, WHOLE));
    }
}
