package io.github.planningmath.accord;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The share of leads that were as agreed, against the share that was agreed. */
final class LeadShare {

    private LeadShare() {}

    /** {@code inOrder / leads / agreed}, exactly; null where there are no leads. */
    static @Nullable Ratio attainment(ServiceFact fact, Rate agreed) {
        if (fact.leads() == 0) {
            return null;
        }
        return quotient(
                BigInteger.valueOf(fact.inOrder()).multiply(BigInteger.valueOf(agreed.denominator())),
                BigInteger.valueOf(fact.leads()).multiply(BigInteger.valueOf(agreed.numerator())));
    }

    private static Ratio quotient(BigInteger part, BigInteger whole) {
        BigInteger divisor = part.gcd(whole);
        return Ratio.of(
                part.divide(divisor).longValueExact(), whole.divide(divisor).longValueExact());
    }
}
