package io.github.planningmath.evidence;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Rates of parts, such as channels, that tell something about each other: what is known of each is its own evidence and as much again,
 * borrowed from all, as the parts are alike.
 *
 * <p>The rates of parts are taken to be drawn from {@code Beta(a, b)}, fitted by maximum likelihood to what each rests on; the rate of a part
 * is then {@code (a + k)/(a + b + n)}. Rates must be of one age.
 */
@PoolingJson
public sealed interface Pooling {

    /**
     * Pools the rates of parts.
     *
     * @param parts at least two, by name; each counts by its effective evidence
     * @return the pooled rates, or that there is no spread beyond luck
     * @throws IllegalArgumentException if there are fewer, or nothing was won, or nothing lost
     */
    static Pooling of(Map<String, RateEvidence> parts) {
        Map<String, RateEvidence> own = Required.byName(parts, "Pooling.parts");
        double won =
                own.values().stream().mapToDouble(RateEvidence::effectiveWon).sum();
        double leads =
                own.values().stream().mapToDouble(RateEvidence::effectiveLeads).sum();
        if (own.size() < 2 || !(won > 0 && won < leads)) {
            throw new IllegalArgumentException(
                    "Pooling.parts must be at least two, some of their leads won and some not, but were " + own.size()
                            + " with " + won + " won of " + leads + ".");
        }
        double common = won / leads;
        if (!BetaBinomial.hasSpread(own.values(), common)) {
            return new NoSpread(common, own);
        }
        BetaBinomial fitted = BetaBinomial.fitted(own.values(), common);
        return new Pooled(fitted.a(), fitted.b(), fitted.logLikelihood(), own);
    }

    /**
     * What the parts rest on by themselves.
     *
     * @return by name
     */
    Map<String, RateEvidence> own();

    /**
     * The rate of a part, with what it borrows from all.
     *
     * @param part its name
     * @return the rate
     * @throws IllegalArgumentException if there is no such part
     */
    double rate(String part);

    /**
     * The pooled rates.
     *
     * @return they
     * @throws RefusedException if there is no spread; it carries the common rate
     */
    Pooled orThrow();

    /**
     * One answer for both cases.
     *
     * @param onPooled what becomes of pooled rates
     * @param otherwise what becomes of a common rate
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<? super Pooled, ? extends R> onPooled, Function<? super NoSpread, ? extends R> otherwise);

    private static RateEvidence required(Map<String, RateEvidence> own, String part) {
        RateEvidence evidence = own.get(Required.name(part, "Pooling.part"));
        if (evidence == null) {
            throw new IllegalArgumentException(
                    "Pooling.part must be one of " + String.join(", ", own.keySet()) + ", but was " + part + ".");
        }
        return evidence;
    }

    /**
     * Rates that differ beyond luck.
     *
     * <p>As JSON it is a view, which is not read back: the rate of each part beside what it rests on by itself.
     *
     * @param a of the distribution of rates, above 0
     * @param b likewise
     * @param logLikelihood of the parts, up to what does not depend on these
     * @param own what the parts rest on by themselves
     */
    record Pooled(Double a, Double b, Double logLikelihood, Map<String, RateEvidence> own) implements Pooling {

        private static final double HALF = 0.5;

        public Pooled {
            Doubles.positive(a, "Pooling.Pooled.a");
            Doubles.positive(b, "Pooling.Pooled.b");
            Doubles.between(logLikelihood, -Double.MAX_VALUE, 0, "Pooling.Pooled.logLikelihood");
            own = Required.byName(own, "Pooling.Pooled.own");
        }

        /** As it is written. */
        private record View(double mean, double borrowed, Map<String, PartView> parts) {}

        private record PartView(double rate, RateEvidence own) {}

        @DocumentForm.Written
        View view() {
            Map<String, PartView> parts = new LinkedHashMap<>();
            own.forEach((part, evidence) -> parts.put(part, new PartView(rate(part), evidence)));
            return new View(mean(), borrowed(), parts);
        }

        /**
         * The mean of the distribution of rates, towards which each is moved.
         *
         * @return a/(a + b)
         */
        public double mean() {
            return a / (a + b);
        }

        /**
         * How many finished leads each part borrows.
         *
         * @return a + b
         */
        public double borrowed() {
            return a + b;
        }

        @Override
        public double rate(String part) {
            RateEvidence its = required(own, part);
            return (a + its.effectiveWon()) / (a + b + its.effectiveLeads());
        }

        /**
         * What a part rests on with what it borrows: its range is that of {@code Beta(a + k, b + n - k)}.
         *
         * @param part its name
         * @return the counts of its own, and what both are worth
         */
        public RateEvidence evidence(String part) {
            RateEvidence its = required(own, part);
            double won = Math.max(0, its.effectiveWon() + a - HALF);
            return new RateEvidence(
                    its.won(), its.leads(), won, Math.max(won, its.effectiveLeads() + a + b - 2 * HALF));
        }

        @Override
        public Pooled orThrow() {
            return this;
        }

        @Override
        public <R> R fold(
                Function<? super Pooled, ? extends R> onPooled, Function<? super NoSpread, ? extends R> otherwise) {
            return onPooled.apply(this);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d rates around %.1f%%, each with %.0f finished leads borrowed from all",
                    own.size(),
                    100 * mean(),
                    borrowed());
        }
    }

    /**
     * Rates that differ by no more than luck: one serves all.
     *
     * @param commonRate deals by leads of all parts
     * @param own what the parts rest on by themselves
     */
    record NoSpread(Double commonRate, Map<String, RateEvidence> own) implements Pooling {

        public NoSpread {
            Doubles.between(commonRate, 0, 1, "Pooling.NoSpread.commonRate");
            own = Required.byName(own, "Pooling.NoSpread.own");
        }

        @Override
        public double rate(String part) {
            required(own, part);
            return commonRate;
        }

        @Override
        public Pooled orThrow() {
            throw new RefusedException(this);
        }

        @Override
        public <R> R fold(
                Function<? super Pooled, ? extends R> onPooled, Function<? super NoSpread, ? extends R> otherwise) {
            return otherwise.apply(this);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d rates differ by no more than luck: %.1f%% serves all.",
                    own.size(),
                    100 * commonRate);
        }
    }
}
