package io.github.planningmath.risk;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;

/**
 * How sure one must be at all: what a deal short costs beside what one too many costs. The confidence that costs least is
 * {@code shortfall / (shortfall + surplus)} (the newsvendor's; Arrow, Harris and Marschak 1951).
 *
 * @param shortfall what each unit short costs, above 0
 * @param surplus what each unit too many costs, above 0
 */
public record CriticalRatio(BigDecimal shortfall, BigDecimal surplus) {

    public CriticalRatio {
        shortfall = Amounts.positive(shortfall, "CriticalRatio.shortfall");
        surplus = Amounts.positive(surplus, "CriticalRatio.surplus");
    }

    /**
     * The ratio of two amounts.
     *
     * @param shortfall a plain number above 0
     * @param surplus a plain number above 0
     * @return the ratio
     * @throws IllegalArgumentException if one is no such number
     */
    public static CriticalRatio of(String shortfall, String surplus) {
        return new CriticalRatio(
                Amounts.parse(shortfall, "CriticalRatio.shortfall"), Amounts.parse(surplus, "CriticalRatio.surplus"));
    }

    /**
     * The confidence that costs least.
     *
     * @return the share, exactly
     * @throws ArithmeticException if a term of it does not fit in a long
     */
    public Rate confidence() {
        int scale = Math.max(shortfall.scale(), surplus.scale());
        BigDecimal both = shortfall.add(surplus);
        return Rate.of(
                shortfall.setScale(scale).unscaledValue().longValueExact(),
                both.setScale(scale).unscaledValue().longValueExact());
    }

    /**
     * The quantity that costs least where the need is normal.
     *
     * @param mean of the need
     * @param deviation of the need, above 0
     * @return {@code mean + deviation * score of the confidence}
     */
    public double quantity(double mean, double deviation) {
        Doubles.positive(deviation, "CriticalRatio.deviation");
        return mean + deviation * NormalLaw.score(confidence().toDouble());
    }

    /**
     * What that quantity costs on average.
     *
     * @param deviation of the need, above 0
     * @return {@code (shortfall + surplus) * density at the score * deviation}
     */
    public double expectedCost(double deviation) {
        Doubles.positive(deviation, "CriticalRatio.deviation");
        double score = NormalLaw.score(confidence().toDouble());
        return shortfall.add(surplus).doubleValue() * NormalLaw.density(score) * deviation;
    }
}
