package io.github.planningmath.risk;

import java.util.Arrays;
import java.util.stream.Stream;

/** The step in which amounts come. */
final class Lattice {

    private static final int MOST_DECIMALS = 6;

    private Lattice() {}

    /** The greatest amount of which all that a deal may be worth are multiples; the least of them where there is none; 0 of nothing. */
    static double step(DealWorth worth) {
        double[] amounts = Stream.of(worth.own(), worth.repeat(), worth.staying(), worth.leaving())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(amount -> amount > 0)
                .distinct()
                .sorted()
                .toArray();
        if (amounts.length == 0) {
            return 0;
        }
        if (amounts.length == 1) {
            return amounts[0];
        }
        double common = common(amounts);
        return common > 0 ? common : amounts[0] / 64;
    }

    /** The greatest common divisor of decimals; 0 where they have more than {@value #MOST_DECIMALS} places. */
    static double common(double... amounts) {
        double unit = 1;
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++, unit *= 10) {
            long divisor = 0;
            for (double amount : amounts) {
                double scaled = amount * unit;
                double whole = Math.rint(scaled);
                if (Math.abs(scaled - whole) > 1e-9 * Math.max(1, scaled) || whole > 1e15) {
                    divisor = -1;
                    break;
                }
                divisor = divisor(divisor, (long) whole);
            }
            if (divisor > 0) {
                return divisor / unit;
            }
        }
        return 0;
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
