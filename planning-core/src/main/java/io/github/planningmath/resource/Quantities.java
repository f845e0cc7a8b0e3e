package io.github.planningmath.resource;

import io.github.planningmath.plan.NormValue;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Differences and sums of quantities of one kind. */
final class Quantities {

    private Quantities() {}

    static NormValue money(BigDecimal amount) {
        return new NormValue.Amount(amount);
    }

    static NormValue count(long count) {
        return new NormValue.Count(count);
    }

    static NormValue exact(Ratio ratio) {
        return new NormValue.Exact(BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
    }

    static NormValue sum(List<Ratio> ratios) {
        NormValue sum = exact(Ratio.ZERO);
        for (Ratio ratio : ratios) {
            sum = exact(sum, exact(ratio), 1);
        }
        return sum;
    }

    static NormValue difference(NormValue from, NormValue less) {
        if (from instanceof NormValue.Amount amount && less instanceof NormValue.Amount other) {
            return money(amount.amount().subtract(other.amount()));
        }
        if (from instanceof NormValue.Count count && less instanceof NormValue.Count other) {
            return count(Math.subtractExact(count.count(), other.count()));
        }
        return exact(from, less, -1);
    }

    private static NormValue exact(NormValue first, NormValue second, int sign) {
        BigInteger numerator = first.numerator()
                .multiply(second.denominator())
                .add(second.numerator().multiply(first.denominator()).multiply(BigInteger.valueOf(sign)));
        return new NormValue.Exact(numerator, first.denominator().multiply(second.denominator()));
    }
}
