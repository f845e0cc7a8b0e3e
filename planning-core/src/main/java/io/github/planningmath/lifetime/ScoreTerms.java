package io.github.planningmath.lifetime;

/**
 * What a score is made of, for one model and duration.
 *
 * <p>The odds of having left, {@code P(left) / P(active)}, are {@code factor(x, T) * (rest(x, t_x) - rest(x, T))} in the models
 * where they can be taken apart so: then a table of frequency and time gives them. Implementations may keep what they
 * computed, so an instance belongs to one thread; what they return depends on the arguments alone.
 */
sealed interface ScoreTerms permits NbdTerms, BetaGeometricTerms, ParetoNbdTerms, BgBbTerms {

    static ScoreTerms of(BuyerModel model, double duration) {
        return switch (model.family()) {
            case NBD -> new NbdTerms((Nbd) model, duration);
            case BG_NBD -> new BetaGeometricTerms(((BgNbd) model).process(), duration);
            case MBG_NBD -> new BetaGeometricTerms(((MbgNbd) model).process(), duration);
            case PARETO_NBD -> new ParetoNbdTerms((ParetoNbd) model, duration);
            case BG_BB -> new BgBbTerms((BgBb) model, duration);
        };
    }

    /** Refuses rows that the model does not accept, before any is scored. */
    default void require(CustomerColumns customers) {}

    /** Not a number where the parts would leave the range of double. */
    double factor(int frequency, double age);

    /** As a minuend, at a recency. */
    double restAtRecency(int frequency, double recency);

    /** As a subtrahend, at an age. */
    double restAtAge(int frequency, double age);

    /** The odds of having left, without taking them apart. */
    double oddsOfLeft(int frequency, double recency, double age);

    /** The purchases to expect of a customer who is active at an age. */
    double expectedOfActive(int frequency, double age);
}
