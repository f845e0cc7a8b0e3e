package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A survival that the user gives, from a table or a formula.
 *
 * @param survival the share still there at the start, 1, and after 1, 2, … periods; at least two, never rising
 * @param tail what is taken for retention after the last of them
 */
public record GivenRetention(List<Ratio> survival, RetentionTail tail) implements RetentionCurve, DocumentPart {

    public GivenRetention {
        survival = Required.list(survival, "GivenRetention.survival");
        Required.present(tail, "GivenRetention.tail");
        if (survival.size() < 2 || !survival.get(0).equals(Ratio.ONE)) {
            throw new IllegalArgumentException("GivenRetention.survival must begin with 1, the share at the start,"
                    + " and go on for at least one period, but was " + survival + ".");
        }
        for (int period = 1; period < survival.size(); period++) {
            if (!(survival.get(period).compareTo(survival.get(period - 1)) <= 0)) {
                throw new IllegalArgumentException("GivenRetention.survival must be from 0 to the "
                        + survival.get(period - 1) + " before, but was " + survival.get(period) + " after period "
                        + period + ".");
            }
        }
    }

    /**
     * The curve of a table.
     *
     * @param tail what comes after the last share
     * @param survival such as {@code "100%", "86.9%", "74.3%"}
     * @return the curve
     * @throws IllegalArgumentException if the shares are not accepted
     */
    public static GivenRetention of(RetentionTail tail, String... survival) {
        return new GivenRetention(Arrays.stream(survival).map(Ratio::of).toList(), tail);
    }

    /**
     * The curve of a formula, each share rounded down once to nine decimals.
     *
     * @param survival the share still there after so many periods, for 0 to the last
     * @param last the last period to ask for, from 1 to 100,000
     * @param tail what comes after it
     * @return the curve
     * @throws IllegalArgumentException if the last period or the shares are not accepted
     */
    public static GivenRetention of(IntToDoubleFunction survival, int last, RetentionTail tail) {
        Required.between(last, 1, RetentionPeriods.LONGEST, "GivenRetention.last");
        return new GivenRetention(
                IntStream.rangeClosed(0, last)
                        .mapToObj(period -> Ratio.fromDouble(survival.applyAsDouble(period)))
                        .toList(),
                tail);
    }

    @Override
    public double survival(int period) {
        return known().survival(period);
    }

    @Override
    public double retention(int period) {
        return known().retention(period);
    }

    @Override
    public double discountedLifetime(int age, double discount) {
        return known().discountedLifetime(age, discount);
    }

    private double quotient(int renewal) {
        double before = survival.get(renewal - 1).toDouble();
        return before == 0 ? 0 : survival.get(renewal).toDouble() / before;
    }

    private KnownRetention known() {
        return new KnownRetention(
                "GivenRetention",
                survival.size() - 1,
                period -> survival.get(period).toDouble(),
                this::quotient,
                tail);
    }
}
