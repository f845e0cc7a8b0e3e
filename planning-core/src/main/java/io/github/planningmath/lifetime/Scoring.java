package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores millions of customers by a model: for each, the probability of being still active and the purchases to expect.
 *
 * <p>The scores are those of {@link BuyerModel#probabilityAlive} and {@link BuyerModel#expectedPurchases(PurchaseHistory,
 * double)} to a relative 1e-12. Nothing is allocated for a customer: what depends on the frequency and one time alone is
 * computed once where times repeat, as whole days do, and kept in at most 32 MB, however many cores there are. On one core or
 * on all, the same columns give the same scores bit for bit.
 */
public final class Scoring {

    private final BuyerModel model;
    private final boolean onAllCores;

    private Scoring(BuyerModel model, boolean onAllCores) {
        this.model = model;
        this.onAllCores = onAllCores;
    }

    /**
     * Scoring by a model, on one core.
     *
     * @param model the model
     * @return the scoring
     */
    public static Scoring of(BuyerModel model) {
        return new Scoring(Required.present(model, "Scoring.model"), false);
    }

    /**
     * The same scoring on all cores.
     *
     * @return a scoring that shares the customers out among the threads of the common pool
     */
    public Scoring onAllCores() {
        return new Scoring(model, true);
    }

    /**
     * Scores customers by column.
     *
     * @param customers one row a customer, times in the model's unit
     * @param duration the time from each customer's age on in which purchases are expected, at least 0 and finite
     * @return the scores, row by row
     * @throws IllegalArgumentException if the duration is not accepted, or the model does not accept a history
     */
    public Scores scores(CustomerColumns customers, double duration) {
        Required.present(customers, "Scoring.customers");
        Doubles.notNegative(duration, "Scoring.duration");
        ScoreTerms.of(model, duration).require(customers);
        Scores scores = new Scores(customers.size());
        boolean timesRepeat = RepeatedTimes.in(customers);
        int parts = parts(customers);
        IntStream numbers = IntStream.range(0, parts);
        (onAllCores ? numbers.parallel() : numbers)
                .forEach(part -> new ScoringRun(ScoreTerms.of(model, duration), timesRepeat, parts)
                        .score(customers, start(customers, part, parts), start(customers, part + 1, parts), scores));
        return scores;
    }

    /**
     * Scores a list of histories.
     *
     * @param customers one history a customer, times in the model's unit
     * @param duration the time from each customer's age on in which purchases are expected, at least 0 and finite
     * @return the scores, in the order of the list
     * @throws IllegalArgumentException if the duration is not accepted, or the model does not accept a history
     */
    public Scores scores(List<PurchaseHistory> customers, double duration) {
        return scores(CustomerColumns.of(Required.present(customers, "Scoring.customers")), duration);
    }

    private int parts(CustomerColumns customers) {
        return onAllCores
                ? Math.max(1, Math.min(customers.size(), Runtime.getRuntime().availableProcessors()))
                : 1;
    }

    private static int start(CustomerColumns customers, int part, int parts) {
        return (int) ((long) customers.size() * part / parts);
    }
}
