package io.github.planningmath.sales;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;

/**
 * Whether the open pipeline suffices for what is still to make in a period: {@code coverage = open value / still to make}, against
 * {@code 1 / win rate}, the coverage at which the expected wins are just that.
 *
 * <p>Sources: pipeline coverage ratio, winsabove.pages.dev/glossary/pipeline-coverage-ratio;
 * contextawareanalytics.com/metrics-governance/how-to-calculate-pipeline-coverage. The multiple of three that is often asked for
 * is the one of a win rate of a third.
 *
 * @param open what the open opportunities bring if all are won, at least 0
 * @param toMake what is still to make in the period, above 0
 * @param winRate the share of these opportunities that become deals within the period
 */
public record PipelineCoverage(BigDecimal open, BigDecimal toMake, Rate winRate) implements DocumentPart {

    public PipelineCoverage {
        open = Amounts.notNegative(open, "PipelineCoverage.open");
        toMake = Amounts.positive(toMake, "PipelineCoverage.toMake");
        Required.present(winRate, "PipelineCoverage.winRate");
    }

    /**
     * How many times what is still to make the pipeline holds.
     *
     * @return {@code open / toMake}
     */
    public double coverage() {
        return over(open, toMake);
    }

    /**
     * How many times it would have to hold it.
     *
     * @return {@code 1 / winRate}
     */
    public double requiredCoverage() {
        return 1 / winRate.toDouble();
    }

    /**
     * What is expected to be won.
     *
     * @return {@code open * winRate}
     */
    public double expectedWon() {
        return open.doubleValue() * winRate.toDouble();
    }

    /**
     * The share of what is still to make that is expected to be won.
     *
     * @return {@code open * winRate / toMake}; from 1 on the pipeline suffices
     */
    public double shareOfRemaining() {
        return over(open, toMake) * winRate.toDouble();
    }

    /**
     * What the pipeline lacks.
     *
     * @return the further open value at which the expected wins suffice; 0 where they do
     */
    public double lack() {
        return Math.max(0, toMake.doubleValue() / winRate.toDouble() - open.doubleValue());
    }

    private static double over(BigDecimal part, BigDecimal whole) {
        return Fraction.of(part).dividedBy(Fraction.of(whole)).toDouble();
    }
}
