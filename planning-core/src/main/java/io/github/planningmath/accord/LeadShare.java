package io.github.planningmath.accord;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What sales promises of a share of the leads that it gets. */
sealed interface LeadShare extends ServiceLevel permits FirstResponse, ContactAttempts, LeadFeedback {

    /**
     * The share of leads that are to be in order.
     *
     * @return above 0 and at most 1
     */
    Rate share();

    @Override
    default Department owner() {
        return Department.SALES;
    }

    @Override
    default @Nullable Ratio attainment(ServiceFact fact) {
        return attainment(fact, share());
    }

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
        try {
            return Ratio.over(part, whole);
        } catch (ArithmeticException tooLong) {
            BigInteger divisor = part.gcd(whole);
            throw new IllegalArgumentException(
                    "ServiceLevel.attainment must be a ratio of two numbers below 2^63, but was " + part.divide(divisor)
                            + "/" + whole.divide(divisor)
                            + ". Perhaps agree on a share of fewer digits, or give counts as they were.",
                    tooLong);
        }
    }
}
