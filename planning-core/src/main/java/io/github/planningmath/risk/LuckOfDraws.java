package io.github.planningmath.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One sum over a plan at all draws of its constants: luck by its cumulants at each draw, and chances as their mean, with what the draws
 * and the approximation may be wrong by.
 */
final class LuckOfDraws {

    /** Differ the approximation and the exact law by less at five draws, the approximation serves. */
    private static final double ENOUGH = 0.0005;

    /** The same for quantiles: it is the share below them that is then off by no more. */
    private static final double ENOUGH_OF_QUANTILES = 0.005;

    /** Scores at which both are compared: the middle and four outer points along the direction that moves the sum most. */
    private static final double[] AUDITED = {0, -1, 1, -2, 2};

    /** Agree both at the middle to so much less, the outer points are not looked at. */
    private static final double NEXT_TO_NOTHING = ENOUGH / 20;

    /** Those of a fan, at which it is decided whether the approximation serves for quantiles. */
    private static final double[] QUANTILES = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    /** What may be done for one exact law, where it is the only one, where it is one of many, and for all of them. */
    private static final long MOST_WORK = 1_000_000;

    private static final long MOST_WORK_OF_MANY = 300_000;

    private static final long MOST_WORK_IN_ALL = 100_000_000;

    private final LuckModel model;
    private final Sampling sampling;
    private final double[][] cumulants;
    private final double[] decided;
    private final double[] steps;

    /** The exact laws at the audited draws, made when they are first asked for, and how many of them there are by now. */
    private final @Nullable ExactLaw[] auditedLaws;

    private int auditedSoFar;
    private @Nullable Audit auditOfQuantiles;
    private @Nullable ExactLaws exactLaws;

    /**
     * The draws, and which of them are the middle and outer points to look at.
     *
     * @param draws one sequence after another
     * @param scramblings how many sequences
     * @param weights how much each draw counts; they sum to 1
     * @param audited draws at the middle and around it
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    record Sampling(double[][] draws, int scramblings, double[] weights, double[][] audited) {

        static Sampling of(
                Knowledge knowledge,
                int scramblings,
                int points,
                long seed,
                double[] direction,
                Likelihood likelihood) {
            if (knowledge.size() == 0) {
                double[][] known = {new double[0]};
                return new Sampling(known, 1, new double[] {1}, known);
            }
            double[][] audited = new double[AUDITED.length][];
            for (int i = 0; i < AUDITED.length; i++) {
                double[] scores = new double[direction.length];
                for (int j = 0; j < scores.length; j++) {
                    scores[j] = AUDITED[i] * direction[j];
                }
                audited[i] = knowledge.at(scores);
            }
            double[][] draws = knowledge.draws(scramblings, points / scramblings, seed, direction);
            double[] weights = new double[draws.length];
            Arrays.fill(weights, 1.0 / draws.length);
            return new Sampling(
                    draws, scramblings, likelihood.isEmpty() ? weights : likelihood.weights(draws), audited);
        }

        int perScrambling() {
            return draws.length / scramblings;
        }
    }

    LuckOfDraws(LuckModel model, Sampling sampling) {
        this.model = model;
        this.sampling = sampling;
        int size = sampling.draws().length;
        cumulants = new double[size][RawMoments.ORDER];
        decided = new double[size];
        steps = new double[size];
        auditedLaws = new @Nullable ExactLaw[sampling.audited().length];
        LuckModel.Worksheet worksheet = model.new Worksheet();
        for (int i = 0; i < size; i++) {
            double[] draws = sampling.draws()[i];
            worksheet.cumulants(draws, cumulants[i]);
            decided[i] = model.decidedByDraw(draws);
            steps[i] = model.step(draws);
        }
    }

    /** The chance that the sum is at least an amount. */
    Chance atLeast(BigDecimal amount) {
        double ofLuck = amount.subtract(model.decided()).doubleValue();
        Audit audit = audit(ofLuck);
        return audit.isExact ? exactly(ofLuck, audit.work) : approximately(ofLuck, audit.error);
    }

    /** Whether the approximation does not serve. */
    boolean wantsExact(BigDecimal amount) {
        return audit(amount.subtract(model.decided()).doubleValue()).isExact;
    }

    /** The same with the approximation, whatever its error: fast, for searches and curves. */
    double approximately(double amount) {
        double ofLuck = amount - model.decided().doubleValue();
        double sum = 0;
        for (int i = 0; i < cumulants.length; i++) {
            sum += sampling.weights()[i] * tail(i, ofLuck, 2);
        }
        return sum;
    }

    private Chance approximately(double ofLuck, double error) {
        int scramblings = sampling.scramblings();
        double[] sums = new double[scramblings];
        double[] weights = new double[scramblings];
        int each = sampling.perScrambling();
        for (int i = 0; i < cumulants.length; i++) {
            sums[i / each] += sampling.weights()[i] * scramblings * tail(i, ofLuck, 2);
            weights[i / each] += sampling.weights()[i] * scramblings;
        }
        return chance(sums, weights, error);
    }

    private double tail(int i, double ofLuck, int terms) {
        return tail(cumulants[i], ofLuck - decided[i], steps[i], terms);
    }

    private static double tail(double[] cumulants, double amount, double step, int terms) {
        double from = step == 0 ? amount : step * Math.ceil(amount / step - 1e-9);
        return Edgeworth.atLeast(cumulants, from, step, terms);
    }

    private record Audit(boolean isExact, double error, long work) {}

    private Audit audit(double ofLuck) {
        return audit(ofLuck, ENOUGH);
    }

    private Audit audit(double ofLuck, double enough) {
        double error = 0;
        LuckModel.Worksheet worksheet = model.new Worksheet();
        boolean isOnlyOne = sampling.draws().length == 1;
        boolean isTooLarge = false;
        for (int a = 0; a < auditedLaws.length; a++) {
            double[] draws = sampling.audited()[a];
            double[] k = new double[RawMoments.ORDER];
            worksheet.cumulants(draws, k);
            if (k[1] == 0) {
                continue; // nothing is left to luck, and the mean tells all
            }
            double amount = ofLuck - model.decidedByDraw(draws);
            double step = model.step(draws);
            double approximate = tail(k, amount, step, 2);
            ExactLaw exact = isTooLarge ? null : auditedLaw(a, isOnlyOne ? MOST_WORK : MOST_WORK_OF_MANY);
            if (exact == null) {
                isTooLarge = true;
                // too large for the exact law: what the second term changes, which is far more than those left out
                error = Math.max(error, Math.abs(approximate - tail(k, amount, step, 1)));
            } else {
                // the middle of a bracket is far nearer than its ends; what is not outside of it is not seen to be
                // wrong
                ExactLaw.Bracket bracket = exact.atLeast(amount);
                double off = Math.abs(approximate - bracket.middle());
                error = Math.max(error, off);
                if (isOnlyOne || (off > enough && off > bracket.halfWidth())) {
                    return new Audit(true, error, exact.work());
                }
                if (a == 0 && off < NEXT_TO_NOTHING) {
                    return new Audit(false, error, 0);
                }
            }
        }
        return new Audit(false, error, 0);
    }

    private @Nullable ExactLaw auditedLaw(int place, long mostWork) {
        for (; auditedSoFar <= place; auditedSoFar++) {
            auditedLaws[auditedSoFar] = ExactLaw.of(model, sampling.audited()[auditedSoFar], mostWork);
        }
        return auditedLaws[place];
    }

    /**
     * Exact laws at draws, and how much each counts.
     *
     * @param laws absent where one takes too much
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    private record ExactLaws(List<@Nullable ExactLaw> laws, List<Integer> places, double[] weights) {}

    private ExactLaws exactLaws(long work) {
        ExactLaws known = exactLaws;
        if (known == null) {
            int each = sampling.perScrambling();
            int used = used(work);
            List<@Nullable ExactLaw> laws = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            double[] weights = new double[used * sampling.scramblings()];
            for (int s = 0; s < sampling.scramblings(); s++) {
                for (int point = 0; point < used; point++) {
                    int i = s * each + point;
                    weights[laws.size()] = sampling.weights()[i];
                    laws.add(ExactLaw.of(model, sampling.draws()[i], Long.MAX_VALUE));
                    places.add(i);
                }
            }
            double sum = Arrays.stream(weights).sum();
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
            known = new ExactLaws(laws, places, weights);
            exactLaws = known;
        }
        return known;
    }

    /** At how many draws of each sequence exact laws may be taken. */
    private int used(long work) {
        int used = sampling.perScrambling();
        while (used > 8 && work * used * sampling.scramblings() > MOST_WORK_IN_ALL) {
            used /= 2;
        }
        return used;
    }

    /** The chance of at least an amount by exact laws. */
    private double exactly(double amount, ExactLaws exact) {
        double ofLuck = amount - model.decided().doubleValue();
        double sum = 0;
        for (int i = 0; i < exact.weights.length; i++) {
            int place = exact.places.get(i);
            ExactLaw law = exact.laws.get(i);
            sum += exact.weights[i]
                    * (law == null
                            ? tail(place, ofLuck, 2)
                            : law.atLeast(ofLuck - decided[place]).middle());
        }
        return sum;
    }

    /** The chance of at least amounts about one: exactly where the approximation does not serve there. */
    DoubleUnaryOperator about(double amount) {
        Audit audit = audit(amount - model.decided().doubleValue());
        if (!audit.isExact) {
            return this::approximately;
        }
        ExactLaws exact = exactLaws(audit.work);
        return near -> exactly(near, exact);
    }

    /** The chances of at least an amount by draw, and what they may be wrong by. */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    record Tails(double[] chances, double error) {}

    /** The chances at all draws: exactly where the approximation does not serve and that is not too much. */
    Tails tails(BigDecimal amount) {
        double ofLuck = amount.subtract(model.decided()).doubleValue();
        Audit audit = audit(ofLuck);
        double[] chances = new double[cumulants.length];
        if (audit.isExact && used(audit.work) == sampling.perScrambling()) {
            ExactLaws exact = exactLaws(audit.work);
            double error = 0;
            for (int i = 0; i < chances.length; i++) {
                ExactLaw law = exact.laws.get(i);
                ExactLaw.Bracket bracket = law == null ? new ExactLaw.Bracket(0, 1) : law.atLeast(ofLuck - decided[i]);
                chances[i] = bracket.middle();
                error = Math.max(error, bracket.halfWidth());
            }
            return new Tails(chances, error);
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] = tail(i, ofLuck, 2);
        }
        return new Tails(chances, audit.error);
    }

    /** The exact law at each draw, or, where that would be too much, at the first ones of each sequence. */
    private Chance exactly(double ofLuck, long work) {
        int each = sampling.perScrambling();
        int used = used(work);
        int scramblings = sampling.scramblings();
        double[] sums = new double[scramblings];
        double[] weights = new double[scramblings];
        double part = (double) scramblings * each / used;
        double error = 0;
        for (int s = 0; s < scramblings; s++) {
            for (int point = 0; point < used; point++) {
                int i = s * each + point;
                double weight = sampling.weights()[i] * part;
                ExactLaw exact = ExactLaw.of(model, sampling.draws()[i], Long.MAX_VALUE);
                ExactLaw.Bracket bracket =
                        exact == null ? new ExactLaw.Bracket(0, 1) : exact.atLeast(ofLuck - decided[i]);
                sums[s] += weight * bracket.middle();
                weights[s] += weight;
                error += weight * bracket.halfWidth() / scramblings;
            }
        }
        return chance(sums, weights, error);
    }

    /** The mean of all, and its interval from how sequences differ: by their sums where all weigh alike, and as a ratio else. */
    static Chance chance(double[] sums, double[] weights, double error) {
        double mean = Arrays.stream(sums).sum() / Arrays.stream(weights).sum();
        for (int s = 0; s < sums.length; s++) {
            sums[s] -= mean * (weights[s] - 1);
        }
        double value = Math.min(1, Math.max(0, mean));
        return new Chance(value, StudentInterval.halfWidth(sums), Math.min(1, error));
    }

    /** The mean of the sum over all draws. */
    double mean() {
        double sum = 0;
        for (int i = 0; i < cumulants.length; i++) {
            sum += sampling.weights()[i] * (cumulants[i][0] + decided[i]);
        }
        return sum + model.decided().doubleValue();
    }

    /** The mean variance of luck. */
    double varianceOfLuck() {
        double sum = 0;
        for (int i = 0; i < cumulants.length; i++) {
            sum += sampling.weights()[i] * cumulants[i][1];
        }
        return sum;
    }

    /** The variance of the expected sum over the draws. */
    double varianceOfKnowledge() {
        double mean = mean() - model.decided().doubleValue();
        double sum = 0;
        for (int i = 0; i < cumulants.length; i++) {
            double off = cumulants[i][0] + decided[i] - mean;
            sum += sampling.weights()[i] * off * off;
        }
        return sum;
    }

    /** The step in which the sum comes at every draw; 0 where there is none. */
    double commonStep() {
        double first = steps[0];
        for (double step : steps) {
            if (step != first) {
                return 0;
            }
        }
        return first;
    }

    /** What is decided at every draw, if that is the same. */
    @Nullable
    BigDecimal decided() {
        for (double each : decided) {
            if (each != 0) {
                return null;
            }
        }
        return model.decided();
    }

    /** The amount below which a share lies: the least x with {@code P(X <= x) >= share}, exactly where the approximation does not serve. */
    double quantile(double share) {
        Audit audit = auditOfQuantiles();
        boolean isFarOut = share < QUANTILES[0] || share > QUANTILES[QUANTILES.length - 1];
        if (!audit.isExact && isFarOut) {
            audit = auditOfQuantile(share);
        }
        if (!audit.isExact) {
            return quantile(share, this::approximately);
        }
        ExactLaws exact = exactLaws(audit.work);
        return quantile(share, amount -> exactly(amount, exact));
    }

    /** Whether any quantile of a fan takes the exact law: then all do, since those of two laws could lie in the wrong order. */
    private Audit auditOfQuantiles() {
        Audit known = auditOfQuantiles;
        for (int i = 0; known == null || (!known.isExact && i < QUANTILES.length); i++) {
            known = auditOfQuantile(QUANTILES[i]);
        }
        auditOfQuantiles = known;
        return known;
    }

    private Audit auditOfQuantile(double share) {
        double near = quantile(share, this::approximately);
        return audit(near - model.decided().doubleValue(), ENOUGH_OF_QUANTILES);
    }

    private double quantile(double share, DoubleUnaryOperator atLeast) {
        double mean = mean();
        double deviation = Math.sqrt(varianceOfLuck() + varianceOfKnowledge());
        if (deviation == 0) {
            return mean;
        }
        double low = mean;
        double high = mean;
        double width = deviation;
        while (atLeast.applyAsDouble(low) <= 1 - share) {
            low -= width;
            width *= 2;
        }
        width = deviation;
        while (atLeast.applyAsDouble(high) > 1 - share) {
            high += width;
            width *= 2;
        }
        for (int i = 0; i < 60 && high - low > 1e-10 * deviation; i++) {
            double middle = low + (high - low) / 2;
            if (atLeast.applyAsDouble(middle) > 1 - share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double step = commonStep();
        BigDecimal known = decided();
        if (step == 0 || known == null) {
            return high;
        }
        // chances are constant from just above a step through the next: the step below is the quantile
        double base = known.doubleValue();
        return base + step * Math.rint((high - base) / step);
    }
}
