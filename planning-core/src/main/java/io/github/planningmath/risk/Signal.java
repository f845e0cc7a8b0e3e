package io.github.planningmath.risk;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.jspecify.annotations.Nullable;

/**
 * Is a miss luck? What came of mature leads (visits, contacts) beside the rate of the plan.
 *
 * <p>Three questions, three answers: how likely so few are by luck alone ({@link #chanceOfSoFew()}), how likely it is that the rate
 * lies below the plan's ({@link #chanceThatLower()}), and whether to act ({@link #evidence()}, which may be looked at every
 * month). The counts are all of one stretch so far and not those of the last month.
 *
 * <p>As JSON it is a view, which is not read back: the counts, and the three answers; evidence beyond all bounds is null.
 *
 * @param planned the rate of the plan
 * @param successes how many succeeded, at most the trials
 * @param trials of how many, all of them decided
 * @param history what the rate of the plan was known from; null where it is taken for exact
 */
public record Signal(Rate planned, Long successes, Long trials, Doubt.@Nullable Observed history) {

    /** Another rate is looked for that is so much of the planned one away, as a standard deviation. */
    private static final double LIKELY_CHANGE = 0.25;

    public Signal {
        Required.present(planned, "Signal.planned");
        Required.count(successes, "Signal.successes");
        Required.count(trials, "Signal.trials");
        if (successes > trials) {
            throw new IllegalArgumentException(
                    "Signal.successes must be at most the trials, " + trials + ", but was " + successes + ".");
        }
    }

    /**
     * A miss beside a rate that is taken for exact.
     *
     * @param planned the rate of the plan
     * @param successes how many succeeded
     * @param trials of how many, all of them decided
     * @return the signal
     * @throws IllegalArgumentException if more succeeded than there were
     */
    public static Signal of(Rate planned, long successes, long trials) {
        return new Signal(planned, successes, trials, null);
    }

    /**
     * This signal where the rate of the plan was itself known from counts.
     *
     * @param known the counts
     * @return the signal
     */
    public Signal knownFrom(Doubt.Observed known) {
        return new Signal(planned, successes, trials, known);
    }

    /** As it is written. */
    private record View(
            Rate planned,
            Long successes,
            Long trials,
            Doubt.@Nullable Observed history,
            double chanceOfSoFew,
            double chanceThatLower,
            @Nullable Double evidence) {}

    @DocumentForm.Written
    View view() {
        double told = evidence();
        return new View(
                planned,
                successes,
                trials,
                history,
                chanceOfSoFew(),
                chanceThatLower(),
                told < Double.POSITIVE_INFINITY ? (Double) told : null);
    }

    private CountLaw law() {
        return history == null ? CountLaw.of(trials, planned) : CountLaw.of(trials, history);
    }

    /**
     * The chance of so few or fewer by luck alone.
     *
     * @return {@code P(X <= successes)} of the binomial law, or of the beta-binomial one where the rate was known from counts
     */
    public double chanceOfSoFew() {
        return law().atMost(successes);
    }

    /**
     * The chance of so many or more by luck alone.
     *
     * @return {@code P(X >= successes)}
     */
    public double chanceOfSoMany() {
        return law().atLeast(successes);
    }

    /**
     * The chance of fewer, and half of that of just as many: what a calibrated plan has spread evenly from 0 to 1.
     *
     * @return {@code P(X < successes) + P(X = successes) / 2}
     */
    public double middleChance() {
        return (chanceOfSoFew() + 1 - chanceOfSoMany()) / 2;
    }

    /**
     * The chance that the rate lies below the plan's, after these counts, and the history where it is given (Jeffreys' prior, or
     * that of the history).
     *
     * @return the chance
     */
    public double chanceThatLower() {
        Doubt.Prior jeffreys = Doubt.Prior.JEFFREYS;
        double a = history == null ? jeffreys.successes() : history.successesInAll();
        double b = history == null ? jeffreys.failures() : history.failuresInAll();
        return BetaMarginal.below(planned.toDouble(), successes + a, trials - successes + b);
    }

    /**
     * The evidence that the rate has fallen: how much likelier these counts are under rates below the plan's (a beta law around it
     * with a standard deviation of a quarter of it, its lower half) than under the plan's. It may be looked at as often as
     * one likes, each time over all counts so far: if the rate is the plan's, it reaches 20 at any time with a chance of 1 in 20 at most
     * (Ville's inequality; Ramdas and others 2023, Game-theoretic statistics and safe anytime-valid inference, Statistical Science 38,
     * <a href="https://doi.org/10.1214/23-STS894">doi:10.1214/23-STS894</a>).
     *
     * @return the e-value, at least 0; infinite where the plan's rate is 100 % and something failed
     */
    public double evidence() {
        if (planned.equals(Rate.ONE)) {
            return evidenceOfChange();
        }
        Around around = around();
        double p = planned.toDouble();
        double after = RegularizedBeta.value(p, successes + around.a, trials - successes + around.b);
        return evidenceOfChange() * after / RegularizedBeta.value(p, around.a, around.b);
    }

    /**
     * The evidence that the rate has changed, whether it has fallen or risen: how much likelier these counts are under the whole of that beta
     * law than under the plan's rate. It may be looked at as often as {@link #evidence()}.
     *
     * @return the e-value, at least 0; infinite where the plan's rate is 100 % and something failed
     */
    public double evidenceOfChange() {
        double p = planned.toDouble();
        if (planned.equals(Rate.ONE)) {
            return successes < trials ? Double.POSITIVE_INFINITY : 1;
        }
        Around around = around();
        double failures = trials - successes;
        return StrictMath.exp(LogBeta.value(successes + around.a, failures + around.b)
                - LogBeta.value(around.a, around.b)
                - successes * StrictMath.log(p)
                - failures * StrictMath.log1p(-p));
    }

    /** The beta law around the planned rate that another rate is looked for by. */
    private record Around(double a, double b) {}

    private Around around() {
        double p = planned.toDouble();
        double deviation = Math.min(LIKELY_CHANGE * p, Math.sqrt(p * (1 - p)) / 2);
        double size = p * (1 - p) / (deviation * deviation) - 1;
        return new Around(p * size, (1 - p) * size);
    }

    /**
     * Which of many signals are real, of all that are called so a share at most being luck (Benjamini and Hochberg on e-values; Wang and
     * Ramdas 2022), however they depend on each other.
     *
     * @param signals all that were looked at
     * @param luck the share of false ones, at most, such as 5 %
     * @return those that are real, the strongest first
     */
    public static List<Signal> real(List<Signal> signals, Rate luck) {
        return real(Required.list(signals, "Signal.signals"), Signal::evidence, luck);
    }

    /** Of all with their evidence those that are real, the strongest first. */
    static <T> List<T> real(List<T> all, ToDoubleFunction<T> evidence, Rate luck) {
        List<T> ranked = new ArrayList<>(all);
        ranked.sort(Comparator.comparingDouble(evidence).reversed());
        double share = Required.present(luck, "Signal.luck").toDouble();
        int real = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (evidence.applyAsDouble(ranked.get(i)) >= ranked.size() / (share * (i + 1))) {
                real = i + 1;
            }
        }
        return List.copyOf(ranked.subList(0, real));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d at a planned %s: so few by luck in %.1f%% of all cases; the rate is lower with %.1f%%",
                successes,
                trials,
                planned,
                100 * chanceOfSoFew(),
                100 * chanceThatLower());
    }
}
