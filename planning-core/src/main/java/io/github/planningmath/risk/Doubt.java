package io.github.planningmath.risk;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;

/**
 * How well one constant is known: from counts, from a range that people give, or up to a spread around its value.
 *
 * <p>A rate knows nothing of its evidence ({@code Rate.of(50, 2000)} is 1/40), so evidence is given here.
 */
@DoubtJson
public sealed interface Doubt permits Doubt.Observed, Doubt.Between, Doubt.Spread {

    /**
     * What is thought of a rate before anything is counted: as if so many successes and failures had been seen.
     *
     * @param successes above 0
     * @param failures above 0
     */
    record Prior(Double successes, Double failures) implements DocumentPart {

        /** Half a success and half a failure: the rule of Jeffreys, whose intervals cover what they say. */
        public static final Prior JEFFREYS = new Prior(0.5, 0.5);

        /** One of each: every rate as likely as any other. */
        public static final Prior UNIFORM = new Prior(1.0, 1.0);

        public Prior {
            Doubles.positive(successes, "Prior.successes");
            Doubles.positive(failures, "Prior.failures");
        }
    }

    /**
     * A rate counted: {@code Beta(successes + a, trials - successes + b)} with the prior's a and b. Its mean is near the share
     * that was counted and not just it: {@code (successes + a) / (trials + a + b)}.
     *
     * @param successes at least 0 and at most the trials
     * @param trials at least 1
     * @param prior what was thought before
     */
    record Observed(Long successes, Long trials, Prior prior) implements Doubt, DocumentPart {

        public Observed {
            Required.count(successes, "Observed.successes");
            Required.count(trials, "Observed.trials");
            Required.present(prior, "Observed.prior");
            if (!(trials >= 1 && successes <= trials)) {
                throw new IllegalArgumentException("Observed.successes must be at most the trials, of which there is at"
                        + " least one, but was " + successes + " of " + trials + ".");
            }
        }

        /** Successes seen and believed in: the first parameter of the beta law. */
        double successesInAll() {
            return successes + prior.successes();
        }

        /** Failures seen and believed in: the second one. */
        double failuresInAll() {
            return trials - successes + prior.failures();
        }

        /** What is expected of the rate. */
        double mean() {
            return successesInAll() / (successesInAll() + failuresInAll());
        }

        /** The same with more of both seen. */
        Observed plus(long moreSuccesses, long moreTrials) {
            return new Observed(Math.addExact(successes, moreSuccesses), Math.addExact(trials, moreTrials), prior);
        }

        @Override
        public String toString() {
            return successes + " of " + trials;
        }
    }

    /**
     * A range that somebody gives: so much of what is thought possible lies within it, and as much below it as above. A
     * rate has the beta law of these two quantiles, money and ratios the log-normal one. People give ranges that are too
     * narrow: it is an uncertainty of its own kind, and no count.
     *
     * @param low above 0
     * @param high above {@code low}, and below 1 for a rate
     * @param within how much lies within, below 1
     */
    record Between(BigDecimal low, BigDecimal high, Rate within) implements Doubt, DocumentPart {

        public Between {
            low = Amounts.positive(low, "Between.low");
            high = Amounts.positive(high, "Between.high");
            Required.present(within, "Between.within");
            if (low.compareTo(high) >= 0) {
                throw new IllegalArgumentException("Between.high must be above the low end, " + low.toPlainString()
                        + ", but was " + high.toPlainString() + ".");
            }
            if (within.equals(Rate.ONE)) {
                throw new IllegalArgumentException(
                        "Between.within must be below 100%, but was 100%. Perhaps 80% was meant.");
            }
        }

        @Override
        public String toString() {
            return low.toPlainString() + " to " + high.toPlainString() + " in " + within;
        }
    }

    /**
     * The value of the plan, give or take: its mean is kept, and its standard deviation is a share of it. A rate has a beta
     * law, money and ratios a log-normal one.
     *
     * @param deviation the standard deviation by the value, above 0
     */
    record Spread(Ratio deviation) implements Doubt, DocumentPart {

        public Spread {
            Required.present(deviation, "Spread.deviation");
            if (deviation.numerator() == 0) {
                throw new IllegalArgumentException("Spread.deviation must be above 0, but was 0."
                        + " Perhaps leave the doubt out: what is not doubted is known.");
            }
        }

        @Override
        public String toString() {
            return "give or take " + deviation;
        }
    }

    /**
     * A rate counted, with the prior of Jeffreys.
     *
     * @param successes how many succeeded
     * @param trials of how many
     * @return the doubt that is left
     * @throws IllegalArgumentException if there is no trial, or there are fewer than successes
     */
    static Doubt observed(long successes, long trials) {
        return new Observed(successes, trials, Prior.JEFFREYS);
    }

    /**
     * A range that somebody gives.
     *
     * @param low a plain number above 0
     * @param high a plain number above that
     * @param within how much of what is thought possible lies between them
     * @return the doubt
     * @throws IllegalArgumentException if an end is no number, or they are not in order
     */
    static Doubt between(String low, String high, Rate within) {
        return new Between(Amounts.parse(low, "Between.low"), Amounts.parse(high, "Between.high"), within);
    }

    /**
     * The value, give or take a share of it.
     *
     * @param deviation one standard deviation by the value, such as {@code "20%"}
     * @return the doubt
     * @throws IllegalArgumentException if it is no ratio above 0
     */
    static Doubt spread(String deviation) {
        return new Spread(Ratio.parse(deviation));
    }
}
