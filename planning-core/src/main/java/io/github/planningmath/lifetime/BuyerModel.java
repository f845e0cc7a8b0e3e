package io.github.planningmath.lifetime;

import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How customers who may leave unseen buy, and when they leave: what one may expect of a customer with a known history, and
 * of a new one.
 *
 * <p>Times are in the unit of the histories that the model was fitted on. A customer's first purchase is at time 0 and is
 * never counted among purchases. All values are statistics.
 */
public sealed interface BuyerModel permits BgNbd, MbgNbd, ParetoNbd, BgBb {

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
     * The discounted expected residual transactions of a customer: all future purchases, each worth
     * {@code (1 + discount)^-t} at time {@code t} after the end of observation.
     *
     * @param history a customer's history
     * @param discount the effective rate for one unit of time, above 0 and finite
     * @return the discounted number
     * @throws IllegalArgumentException if the discount is not accepted
     */
    double discountedPurchases(PurchaseHistory history, double discount);

    /**
     * The discounted repeat purchases to expect of a new customer over a lifetime.
     *
     * @param discount the effective rate for one unit of time, above 0 and finite
     * @return the discounted number
     * @throws IllegalArgumentException if the discount is not accepted
     */
    default double discountedPurchases(double discount) {
        return discountedPurchases(PurchaseHistory.newCustomer(), discount);
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
     * Fits BG/NBD to the purchases and Gamma-Gamma to the spend of a customer base, by maximum likelihood. For another model
     * or a ridge, see {@link BuyerModelFitter}.
     *
     * @param histories the customers
     * @return both models in one, or why there is none
     */
    static Fit<FittedModel> fit(CustomerHistories histories) {
        return BuyerModelFitter.withDefaults().fit(BuyerModelFamily.BG_NBD, histories);
    }
}
