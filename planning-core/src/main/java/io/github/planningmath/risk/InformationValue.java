package io.github.planningmath.risk;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;

/**
 * What it is worth to know a rate before so many are bought that earn at that rate: the most that a test may cost. Without a
 * test all are bought if they earn on average, and none else (Raiffa and Schlaifer 1961; Howard 1966).
 *
 * <p>As JSON it is a view, which is not read back: what was given, what is earned now and what it would be worth to know the rate.
 *
 * @param trials how many may be bought, such as leads
 * @param worth what each success earns, above 0
 * @param cost what each trial costs, above 0
 * @param evidence what the rate is known from
 */
public record InformationValue(Long trials, BigDecimal worth, BigDecimal cost, Doubt.Observed evidence) {

    private static final long MOST_TESTED = 1_000_000;

    public InformationValue {
        Required.count(trials, "InformationValue.trials");
        worth = Amounts.positive(worth, "InformationValue.worth");
        cost = Amounts.positive(cost, "InformationValue.cost");
        Required.present(evidence, "InformationValue.evidence");
    }

    /** As it is written. */
    private record View(
            Long trials, BigDecimal worth, BigDecimal cost, Doubt.Observed evidence, double now, double perfect) {}

    @DocumentForm.Written
    View view() {
        return new View(trials, worth, cost, evidence, now(), perfect());
    }

    private double gain(double rate) {
        return Math.max(0, trials * (worth.doubleValue() * rate - cost.doubleValue()));
    }

    /**
     * What is earned on what is known now.
     *
     * @return the greater of 0 and the mean
     */
    public double now() {
        return gain(evidence.mean());
    }

    /**
     * What it would be worth to know the rate exactly (the expected value of perfect information).
     *
     * @return at least 0
     */
    public double perfect() {
        double even = cost.doubleValue() / worth.doubleValue();
        double a = evidence.successesInAll();
        double b = evidence.failuresInAll();
        double above = 1 - BetaMarginal.below(even, a, b);
        double mean = evidence.mean() * (1 - BetaMarginal.below(even, a + 1, b));
        return Math.max(0, trials * (worth.doubleValue() * mean - cost.doubleValue() * above) - now());
    }

    /**
     * What a test of so many is worth, before its own cost (the expected value of sample information).
     *
     * @param tested how many, from 0 to a million
     * @return at least 0 and at most {@link #perfect()}; it rises with the number tested, and is 0 where no result would
     *     change what is done
     * @throws IllegalArgumentException if more are tested
     */
    public double sample(long tested) {
        if (Required.count(tested, "InformationValue.tested") > MOST_TESTED) {
            throw new IllegalArgumentException(
                    "InformationValue.tested must be at most " + MOST_TESTED + ", but was " + tested + ".");
        }
        CountLaw law = CountLaw.of(tested, evidence);
        double sum = 0;
        for (long k = 0; k <= tested; k++) {
            sum += law.chance(k) * gain(evidence.plus(k, tested).mean());
        }
        return Math.max(0, sum - now());
    }
}
