package io.github.planningmath.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class RatePropertyTest {

    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    @Property
    void whatIsPrintedReadsAsTheSameRate(@ForAll("rates") Rate rate) {
        assertThat(Rate.parse(rate.toString())).isEqualTo(rate);
        assertThat(Ratio.parse(rate.toRatio().toString())).isEqualTo(rate.toRatio());
        assertThat(Rate.parse(rate.numerator() + "/" + rate.denominator())).isEqualTo(rate);
    }

    @Property
    void ratiosPrintAndReadAsTheSame(@ForAll("ratios") Ratio ratio) {
        assertThat(Ratio.parse(ratio.toString())).isEqualTo(ratio);
    }

    @Property
    void termsAreLowest(@ForAll @LongRange(min = 1) long a, @ForAll @LongRange(min = 1) long b) {
        Rate rate = Rate.of(Math.min(a, b), Math.max(a, b));
        assertThat(big(rate.numerator()).gcd(big(rate.denominator()))).isEqualTo(BigInteger.ONE);
        assertThat(big(rate.numerator()).multiply(big(Math.max(a, b))))
                .isEqualTo(big(rate.denominator()).multiply(big(Math.min(a, b))));
    }

    @Property(tries = 5000)
    void aYieldIsTheExactFloor(@ForAll("rates") Rate rate, @ForAll @LongRange(min = 0) long count) {
        assertThat(big(rate.yieldOf(count))).isEqualTo(exactYield(rate.toRatio(), count));
    }

    @Property(tries = 5000)
    void aYieldOfARatioIsTheExactFloorOrAnError(@ForAll("ratios") Ratio ratio, @ForAll @LongRange(min = 0) long count) {
        BigInteger exact = exactYield(ratio, count);
        if (exact.compareTo(LONG_MAX) <= 0) {
            assertThat(big(ratio.yieldOf(count))).isEqualTo(exact);
        } else {
            assertThatThrownBy(() -> ratio.yieldOf(count)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Property(tries = 5000)
    void aNeedIsTheLeastCountThatYieldsEnough(@ForAll("rates") Rate rate, @ForAll @LongRange(min = 0) long result) {
        BigInteger greatest = exactYield(rate.toRatio(), Long.MAX_VALUE);
        if (big(result).compareTo(greatest) <= 0) {
            long need = rate.needFor(result);
            assertThat(exactYield(rate.toRatio(), need)).isGreaterThanOrEqualTo(big(result));
            assertThat(rate.yieldOf(need)).isGreaterThanOrEqualTo(result);
            assertThat(need == 0 || rate.yieldOf(need - 1) < result).isTrue();
        } else {
            assertThatThrownBy(() -> rate.needFor(result)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Property
    void productsAreExactOrAnError(@ForAll("rates") Rate a, @ForAll("rates") Rate b) {
        BigInteger numerator = big(a.numerator()).multiply(big(b.numerator()));
        BigInteger denominator = big(a.denominator()).multiply(big(b.denominator()));
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.divide(divisor).bitLength() < Long.SIZE) {
            Rate product = Rate.of(
                    numerator.divide(divisor).longValueExact(),
                    denominator.divide(divisor).longValueExact());
            assertThat(a.times(b)).isEqualTo(product).isEqualTo(b.times(a)).isLessThanOrEqualTo(a);
            assertThat(a.toRatio().times(b.toRatio())).isEqualTo(product.toRatio());
        } else {
            assertThatThrownBy(() -> a.times(b)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Property
    void theOrderIsThatOfTheExactValues(@ForAll("rates") Rate a, @ForAll("rates") Rate b) {
        int exact = big(a.numerator())
                .multiply(big(b.denominator()))
                .compareTo(big(b.numerator()).multiply(big(a.denominator())));
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(exact);
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        assertThat(Integer.signum(a.toRatio().compareTo(b.toRatio()))).isEqualTo(exact);
    }

    @Property
    void aRatioAndItsComplementAreTheWhole(@ForAll("rates") Rate rate) {
        assertThat(rate.toRatio().plus(rate.toRatio().complement())).isEqualTo(Ratio.ONE);
    }

    @Property
    void aDoubleLosesLessThanANinthDecimal(@ForAll @DoubleRange(min = 1e-9, max = 1) @Scale(15) double value) {
        Rate rate = Rate.fromDouble(value);
        BigDecimal lost = BigDecimal.valueOf(value)
                .subtract(new BigDecimal(rate.numerator()).divide(new BigDecimal(rate.denominator())));
        assertThat(lost).isGreaterThanOrEqualTo(BigDecimal.ZERO).isLessThan(new BigDecimal("1e-9"));
        assertThat(rate.toDouble()).isLessThanOrEqualTo(value);
    }

    @Provide
    Arbitrary<Rate> rates() {
        Arbitrary<Rate> any =
                Combinators.combine(terms(), terms()).as((a, b) -> Rate.of(Math.min(a, b), Math.max(a, b)));
        Arbitrary<Rate> percents = Arbitraries.longs().between(1, 10_000).map(n -> Rate.of(n, 10_000));
        return Arbitraries.oneOf(any, percents);
    }

    @Provide
    Arbitrary<Ratio> ratios() {
        return Combinators.combine(Arbitraries.oneOf(Arbitraries.just(0L), terms()), terms())
                .as(Ratio::of);
    }

    private static Arbitrary<Long> terms() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.longs().between(1, Long.MAX_VALUE),
                        Arbitraries.longs().between(Long.MAX_VALUE - 100, Long.MAX_VALUE),
                        Arbitraries.integers().between(0, 62).map(shift -> 1L << shift))
                .withoutEdgeCases();
    }

    private static BigInteger exactYield(Ratio ratio, long count) {
        return big(count).multiply(big(ratio.numerator())).divide(big(ratio.denominator()));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
