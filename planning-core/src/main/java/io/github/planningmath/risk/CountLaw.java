package io.github.planningmath.risk;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.jspecify.annotations.Nullable;

/**
 * How many of so many succeed: the binomial law of a rate that is known, or the beta-binomial one of a rate that is known from
 * counts itself. Chances are statistics.
 *
 * @param trials at least 0
 * @param rate the rate, or null where it is known from counts
 * @param evidence the counts, or null where the rate is known
 */
public record CountLaw(Long trials, @Nullable Rate rate, Doubt.@Nullable Observed evidence) {

    private static final int MOST_TRIALS = 10_000_000;

    /** What is less likely adds nothing. */
    private static final double NEGLIGIBLE = 1e-18;

    public CountLaw {
        Required.count(trials, "CountLaw.trials");
        if ((rate == null) == (evidence == null)) {
            throw new IllegalArgumentException(
                    "CountLaw.rate must be given, or else the evidence that it is known from, but "
                            + (rate == null ? "neither was." : "both were."));
        }
        if (evidence != null && trials > MOST_TRIALS) {
            throw new IllegalArgumentException("CountLaw.trials must be at most " + MOST_TRIALS
                    + " where the rate is known from counts, but was " + trials + ".");
        }
    }

    /**
     * So many trials at a rate that is known.
     *
     * @param trials how many
     * @param rate the chance of each
     * @return the binomial law
     */
    public static CountLaw of(long trials, Rate rate) {
        return new CountLaw(trials, Required.present(rate, "CountLaw.rate"), null);
    }

    /**
     * So many trials at a rate that is known from counts.
     *
     * @param trials how many
     * @param evidence the counts
     * @return the beta-binomial law
     */
    public static CountLaw of(long trials, Doubt.Observed evidence) {
        return new CountLaw(trials, null, Required.present(evidence, "CountLaw.evidence"));
    }

    /**
     * The chance of at least so many.
     *
     * @param successes any number
     * @return the chance
     */
    public double atLeast(long successes) {
        if (successes <= 0 || successes > trials) {
            return successes <= 0 ? 1 : 0;
        }
        if (rate == null) {
            return successes > mean() ? sum(successes, 1) : 1 - sum(successes - 1, -1);
        }
        return rate.equals(Rate.ONE)
                ? 1
                : RegularizedBeta.value(rate.toDouble(), (double) successes, trials - successes + 1.0);
    }

    /**
     * The chance of at most so many.
     *
     * @param successes any number
     * @return the chance
     */
    public double atMost(long successes) {
        if (successes < 0 || successes >= trials) {
            return successes < 0 ? 0 : 1;
        }
        if (rate == null) {
            return successes < mean() ? sum(successes, -1) : 1 - sum(successes + 1, 1);
        }
        return rate.equals(Rate.ONE)
                ? 0
                : RegularizedBeta.complement(rate.toDouble(), successes + 1.0, (double) (trials - successes));
    }

    /**
     * The expected number.
     *
     * @return trials times the mean of the rate
     */
    public double mean() {
        return trials * (evidence == null ? known() : evidence.mean());
    }

    private double known() {
        return rate == null ? 0 : rate.toDouble();
    }

    /** The chance of a number and all beyond it, away from the mean. */
    private double sum(long from, int step) {
        double sum = 0;
        double chance = chance(from);
        for (long k = from; k >= 0 && k <= trials; k += step) {
            sum += chance;
            if (chance < sum * NEGLIGIBLE) {
                break;
            }
            chance = step > 0 ? chance * oneMore(k) : k == 0 ? 0 : chance / oneMore(k - 1);
        }
        return Math.min(1, sum);
    }

    /** How likely one success more is beside so many. */
    private double oneMore(long k) {
        double places = (double) (trials - k) / (k + 1);
        return evidence == null
                ? places * (known() / (1 - known()))
                : places * (k + evidence.successesInAll()) / (trials - k - 1 + evidence.failuresInAll());
    }

    /** The chance of just so many. */
    double chance(long k) {
        double a = evidence == null ? known() : evidence.successesInAll();
        double b = evidence == null ? 1 - known() : evidence.failuresInAll();
        double ways = -LogBeta.value(k + 1.0, trials - k + 1.0) - StrictMath.log1p(trials);
        return StrictMath.exp(
                evidence == null
                        ? ways + k * StrictMath.log(a) + (trials - k) * StrictMath.log(b)
                        : ways + LogBeta.value(k + a, trials - k + b) - LogBeta.value(a, b));
    }

    /**
     * The fewest trials of which so many succeed with a wanted confidence. More trials never make a success less likely.
     *
     * @param successes at least 0
     * @param confidence below 1
     * @return the number of trials; null where ten million do not suffice
     * @throws IllegalArgumentException if the confidence is 100 %
     */
    public @Nullable Long leastTrials(long successes, Rate confidence) {
        Required.count(successes, "CountLaw.successes");
        double wanted = Confidence.of(confidence, "CountLaw.confidence");
        if (successes > MOST_TRIALS) {
            return null;
        }
        long enough = Math.max(1, successes);
        while (with(enough).atLeast(successes) < wanted) {
            if (enough == MOST_TRIALS) {
                return null;
            }
            enough = Math.min(MOST_TRIALS, 2 * enough);
        }
        long tooFew = successes - 1;
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (with(middle).atLeast(successes) < wanted) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private CountLaw with(long other) {
        return new CountLaw(other, rate, evidence);
    }

    /**
     * How far this law was from what came: the continuous ranked probability score,
     * {@code sum over k of (P(X <= k) - [k >= outcome])^2}, in counts; less is better. Gneiting and Raftery (2007), Strictly proper
     * scoring rules, prediction, and estimation, Journal of the American Statistical Association 102,
     * <a href="https://doi.org/10.1198/016214506000001437">doi:10.1198/016214506000001437</a>.
     *
     * @param outcome what came, from 0 to the trials
     * @return the score, at least 0; of a law that is certain the distance
     */
    public double rankedScore(long outcome) {
        Doubles.between((double) outcome, 0, trials, "CountLaw.outcome");
        if (rate != null && rate.equals(Rate.ONE)) {
            return (double) (trials - outcome);
        }
        long likeliest = likeliest();
        long first = end(likeliest, -1);
        long last = end(likeliest, 1);
        double score = Math.max(0, first - outcome) + Math.max(0, outcome - last);
        double atMost = 0;
        double chance = chance(first);
        for (long k = first; k < last; k++) {
            atMost += chance;
            double off = k < outcome ? atMost : 1 - atMost;
            score += off * off;
            chance *= oneMore(k);
        }
        return score;
    }

    /** The number that comes most often. */
    private long likeliest() {
        long fewer = -1;
        long enough = trials;
        while (enough - fewer > 1) {
            long middle = fewer + (enough - fewer) / 2;
            if (oneMore(middle) < 1) {
                enough = middle;
            } else {
                fewer = middle;
            }
        }
        return enough;
    }

    /** The number beyond which nothing comes that counts. */
    private long end(long likeliest, int step) {
        long k = likeliest;
        double beside = 1;
        while (beside > NEGLIGIBLE && (step > 0 ? k < trials : k > 0)) {
            beside = step > 0 ? beside * oneMore(k) : beside / oneMore(k - 1);
            k += step;
        }
        return k;
    }
}
