package io.github.planningmath.lifetime;

import io.github.planningmath.internal.UnitIntegral;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How customers who may leave unseen buy, and when they leave: what one may expect of a customer with a known history, and
 * of a new one.
 *
 * <p>Times are in the unit of the histories that the model was fitted on. A customer's first purchase is at time 0 and is
 * never counted among purchases. All values are statistics.
 */
@BuyerModelJson
public sealed interface BuyerModel permits Nbd, BgNbd, MbgNbd, ParetoNbd, BgBb {

    /**
     * Which model it is.
     *
     * @return its family
     */
    BuyerModelFamily family();

    /**
     * The parameters by their usual names, in their usual order.
     *
     * @return such as r, alpha, a, b
     */
    Map<String, Double> parameters();

    /**
     * The logarithm of the likelihood of a history: for the models in continuous time, the density of the times of purchase.
     *
     * @param history a customer's history
     * @return the logarithm
     */
    double logLikelihood(PurchaseHistory history);

    /**
     * The probability that a customer is still active at the end of observation.
     *
     * @param history a customer's history
     * @return from 0 to 1
     */
    double probabilityAlive(PurchaseHistory history);

    /**
     * The purchases to expect of a customer in {@code (age, age + duration]}.
     *
     * @param history a customer's history
     * @param duration at least 0 and finite
     * @return the expected number
     * @throws IllegalArgumentException if the duration is not accepted
     */
    double expectedPurchases(PurchaseHistory history, double duration);

    /**
     * The repeat purchases to expect of a new customer in {@code (0, duration]}.
     *
     * @param duration at least 0 and finite
     * @return the expected number
     * @throws IllegalArgumentException if the duration is not accepted
     */
    default double expectedPurchases(double duration) {
        return expectedPurchases(PurchaseHistory.newCustomer(), duration);
    }

    /**
     * The probability that a new customer makes exactly so many repeat purchases in {@code (0, duration]}.
     *
     * @param purchases at least 0
     * @param duration at least 0 and finite
     * @return from 0 to 1
     * @throws IllegalArgumentException if an argument is not accepted
     */
    double purchaseProbability(long purchases, double duration);

    /**
     * The probability that a customer makes exactly so many purchases in {@code (age, age + duration]}:
     * {@code P(active) * P(count | active)}, and for no purchases {@code 1 - P(active)} more. Summed up over counts, it gives an
     * interval for what one customer will do, where {@link #expectedPurchases(PurchaseHistory, double)} gives the mean.
     *
     * @param history a customer's history
     * @param purchases at least 0
     * @param duration at least 0 and finite
     * @return from 0 to 1
     * @throws IllegalArgumentException if an argument is not accepted
     */
    default double purchaseProbability(PurchaseHistory history, long purchases, double duration) {
        double alive = probabilityAlive(history);
        double ifActive = givenActive(history).purchaseProbability(purchases, duration);
        return purchases == 0 ? 1 - alive * (1 - ifActive) : alive * ifActive;
    }

    /**
     * What is known of customers with a history who are still active at its end, as a model whose time 0 is that end: they are
     * active there, and the traits that they differ in are those of customers with that history.
     *
     * @param history a customer's history
     * @return the model; under MBG/NBD it is BG/NBD, because the end of observation is no chance to leave
     */
    BuyerModel givenActive(PurchaseHistory history);

    /**
     * The probability that a new customer is still active after a time.
     *
     * @param duration at least 0 and finite
     * @return from 0 to 1
     * @throws IllegalArgumentException if the duration is not accepted
     */
    double survival(double duration);

    /**
     * The repeat purchases to expect of a new customer in {@code (from, to]}: a small difference of two great expectations, to
     * all its digits.
     *
     * @param from at least 0
     * @param to at least that, and finite
     * @return the expected number
     * @throws IllegalArgumentException if an argument is not accepted
     */
    double purchasesBetween(double from, double to);

    /**
     * The discounted expected residual transactions of a customer: all future purchases, each worth
     * {@code (1 + discount)^-t} at time {@code t} after the end of observation.
     *
     * @param history a customer's history
     * @param discount what later money is worth less; above 0
     * @param unit the unit of the model's times: days, weeks, months or years; under {@link BgBb} the time from one opportunity to
     *     the next
     * @return the discounted number
     * @throws IllegalArgumentException if an argument is not accepted
     */
    double discountedPurchases(PurchaseHistory history, DiscountRate discount, ChronoUnit unit);

    /**
     * The discounted repeat purchases to expect of a new customer over a lifetime.
     *
     * @param discount what later money is worth less; above 0
     * @param unit the unit of the model's times
     * @return the discounted number
     * @throws IllegalArgumentException if an argument is not accepted
     */
    default double discountedPurchases(DiscountRate discount, ChronoUnit unit) {
        return discountedPurchases(PurchaseHistory.newCustomer(), discount, unit);
    }

    /**
     * The same within a time: purchases in {@code (age, age + duration]}, each worth {@code (1 + discount)^-t}. Without a
     * discount it is {@link #expectedPurchases(PurchaseHistory, double)}.
     *
     * @param history a customer's history
     * @param duration in the model's time, at least 0 and finite
     * @param discount what later money is worth less; 0 is accepted
     * @param unit the unit of the model's times
     * @return the discounted number
     * @throws IllegalArgumentException if an argument is not accepted
     */
    default double discountedPurchases(
            PurchaseHistory history, double duration, DiscountRate discount, ChronoUnit unit) {
        double delta = Math.log1p(Discounting.perUnit(discount, unit));
        double expected = expectedPurchases(history, duration);
        if (delta == 0 || duration == 0) {
            return expected;
        }
        // By parts: what is expected up to each moment, at the rate at which money loses worth there.
        return Math.exp(-delta * duration) * expected
                + delta
                        * duration
                        * UnitIntegral.of((place, rest) ->
                                Math.exp(-delta * duration * place) * expectedPurchases(history, duration * place));
    }

    /**
     * Draws a new customer, and the times of that customer's repeat purchases in {@code (0, duration]}.
     *
     * @param duration at least 0 and finite
     * @param random a source of random numbers
     * @return the times, rising
     * @throws IllegalArgumentException if the duration is not accepted
     */
    double[] purchaseTimes(double duration, RandomGenerator random);

    /**
     * The same model with time in a smaller unit: from weeks to days, the factor is 7.
     *
     * @param factor how many new units an old one has, above 0 and finite
     * @return the model for times {@code factor} times as great
     * @throws IllegalArgumentException if the factor is not accepted, or the model's time is a count of opportunities
     */
    BuyerModel scaled(double factor);

    /**
     * Fits all families to the purchases of a customer base by maximum likelihood, takes the one with the least BIC, and fits the
     * spend. Histories by occasion are fitted by {@link BgBb}. For one family, or a ridge, see {@link BuyerModelFitter}; for a
     * choice that is judged by later purchases as well, {@link #fit(HoldoutSplit)}.
     *
     * @param histories the customers
     * @return both models in one, with the choice and what it was made from, or why there is none. A spend that cannot be fitted
     *     is a refusal in the model, and no reason to have none
     */
    static Fit<FittedModel> fit(CustomerHistories histories) {
        return BuyerModelFitter.withDefaults().fit(histories);
    }

    /**
     * The same, where purchases after a day are held out: families are fitted on what was before it, those within 2 of the least
     * BIC are judged by what came after it, and the one that is chosen is fitted on all the time.
     *
     * @param split the customers, before and after a day
     * @return both models in one, with the choice and what it was made from, or why there is none
     */
    static Fit<FittedModel> fit(HoldoutSplit split) {
        return BuyerModelFitter.withDefaults().fit(split);
    }
}
