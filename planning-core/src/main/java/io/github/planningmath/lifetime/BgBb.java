package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Hypergeometric;
import io.github.planningmath.internal.LogGammaSlope;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The BG/BB model, for purchases that can be made at set opportunities only, at most one at each: a yearly appeal, a season.
 *
 * <p>Before each opportunity a customer leaves with probability {@code theta ~ Beta(gamma, delta)}; one still active buys with
 * probability {@code p ~ Beta(alpha, beta)}. Times are opportunities since the first purchase: recency is the number of the
 * opportunity last used, age how many there have been, both whole. With {@code w_i = B(alpha + x, beta + i - x) / B(alpha,
 * beta) * B(gamma + 1, delta + i) / B(gamma, delta)} for leaving after opportunity i, {@code L} is the sum of {@code w_i} over i
 * from t_x to n - 1, plus {@code w_n (gamma + delta + n) / gamma} for being active still.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, J. Shang, Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing
 * Science 29(6), 2010, 1086-1108, doi:10.1287/mksc.1100.0580.
 *
 * @param alpha first shape of the probability to buy, above 0: its mean is {@code alpha / (alpha + beta)}
 * @param beta second shape of the probability to buy, above 0
 * @param gamma first shape of the probability to leave, above 0: its mean is {@code gamma / (gamma + delta)}
 * @param delta second shape of the probability to leave, above 0
 */
public record BgBb(double alpha, double beta, double gamma, double delta) implements BuyerModel, DocumentPart {

    private static final double NEGLIGIBLE = 0x1p-56;

    public BgBb {
        Doubles.positive(alpha, "BgBb.alpha");
        Doubles.positive(beta, "BgBb.beta");
        Doubles.positive(gamma, "BgBb.gamma");
        Doubles.positive(delta, "BgBb.delta");
    }

    @Override
    public BuyerModelFamily family() {
        return BuyerModelFamily.BG_BB;
    }

    @Override
    public Map<String, Double> parameters() {
        return family().named(alpha, beta, gamma, delta);
    }

    /** {@inheritDoc} Here it is the probability of this very sequence of purchases and none. */
    @Override
    public double logLikelihood(PurchaseHistory history) {
        Opportunities.require(history);
        double x = history.frequency();
        double n = history.age();
        double logOdds = logOddsOfLeft(x, history.recency(), n);
        double logActive = logBought(x, n) + LogBeta.value(gamma, delta + n) - LogBeta.value(gamma, delta);
        return logActive + (logOdds > 0 ? logOdds + Math.log1p(Math.exp(-logOdds)) : Math.log1p(Math.exp(logOdds)));
    }

    /**
     * {@inheritDoc} That is, at the last opportunity so far. Published values are often those of being active at the next one,
     * {@link #probabilityAliveNext}.
     */
    @Override
    public double probabilityAlive(PurchaseHistory history) {
        Opportunities.require(history);
        return 1 / (1 + Math.exp(logOddsOfLeft(history.frequency(), history.recency(), history.age())));
    }

    /**
     * The probability that a customer will be active at the next opportunity.
     *
     * @param history a customer's history, in opportunities
     * @return from 0 to 1
     * @throws IllegalArgumentException if the history is not one of opportunities
     */
    public double probabilityAliveNext(PurchaseHistory history) {
        double n = history.age();
        return probabilityAlive(history) * (delta + n) / (gamma + delta + n);
    }

    /** ln of P(left since the last purchase) / P(still active); the terms fall from the first on. */
    double logOddsOfLeft(double x, double recency, double n) {
        if (recency == n) {
            return Double.NEGATIVE_INFINITY;
        }
        double term = 1;
        double sum = 1;
        for (double i = recency; i + 1 < n && term > NEGLIGIBLE * sum; i++) {
            term *= (beta + i - x) / (alpha + beta + i) * (delta + i) / (gamma + delta + 1 + i);
            sum += term;
        }
        return logBought(x, recency)
                - logBought(x, n)
                + LogBeta.value(gamma + 1, delta + recency)
                - LogBeta.value(gamma, delta + n)
                + Math.log(sum);
    }

    private double logBought(double x, double opportunities) {
        return LogBeta.value(alpha + x, beta + opportunities - x) - LogBeta.value(alpha, beta);
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double duration) {
        Opportunities.require(history);
        double opportunities = Opportunities.count(duration, "BgBb.expectedPurchases.duration");
        double n = history.age();
        return probabilityAlive(history) * expectedOfActive(history.frequency(), n, opportunities);
    }

    /** Purchases at the next opportunities of a customer who is active after n of them and x purchases. */
    double expectedOfActive(double x, double n, double opportunities) {
        return (alpha + x) / (alpha + beta + n) * expectedActive(delta + n, opportunities);
    }

    /**
     * The opportunities, of so many, at which a customer who is active now will be: the sum of {@code (d)_j / (gamma + d)_j}
     * over j from 1, in the closed form {@code d (1 - (d + 1)_m / (gamma + d)_m) / (gamma - 1)}, by a divided difference that is
     * as good at gamma = 1.
     */
    private double expectedActive(double d, double opportunities) {
        double e = gamma - 1;
        double slope = LogGammaSlope.of(d + 1 + opportunities, e) - LogGammaSlope.of(d + 1, e);
        return d * (e == 0 ? slope : -Math.expm1(-e * slope) / e);
    }

    @Override
    public double purchaseProbability(long purchases, double duration) {
        Required.count(purchases, "BuyerModel.purchaseProbability.purchases");
        double n = Opportunities.count(duration, "BgBb.purchaseProbability.duration");
        double x = purchases;
        if (x > n) {
            return 0;
        }
        // By the opportunity after which the customer leaves.
        double term = Math.exp(logBought(x, x) + LogBeta.value(gamma + 1, delta + x) - LogBeta.value(gamma, delta));
        double sum = 0;
        for (double i = x; i < n; i++) {
            sum += term;
            term *= (i + 1) / (i + 1 - x) * (beta + i - x) / (alpha + beta + i) * (delta + i) / (gamma + delta + 1 + i);
        }
        return sum + term * (gamma + delta + n) / gamma;
    }

    @Override
    public BgBb givenActive(PurchaseHistory history) {
        Opportunities.require(history);
        double x = history.frequency();
        double n = history.age();
        return new BgBb(alpha + x, beta + n - x, gamma, delta + n);
    }

    @Override
    public double survival(double duration) {
        double n = Opportunities.count(duration, "BgBb.survival.duration");
        return Math.exp(LogBeta.value(gamma, delta + n) - LogBeta.value(gamma, delta));
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@code P(alive) (alpha + x) / (alpha + beta + n) * sum over j from 1 of P(active after j more) (1 + discount)^-j}, which
     * is Gauss's hypergeometric function of {@code 1 / (1 + discount)}.
     */
    @Override
    public double discountedPurchases(PurchaseHistory history, DiscountRate discount, ChronoUnit unit) {
        Opportunities.require(history);
        double rate = Discounting.unbounded(discount, unit);
        double worth = 1 / (1 + rate);
        double n = history.age();
        double d = delta + n;
        return probabilityAlive(history)
                * (alpha + history.frequency())
                / (alpha + beta + n)
                * (d / (gamma + d) * worth)
                * Hypergeometric.value(1, d + 1, gamma + d + 1, worth, rate * worth);
    }

    /** {@inheritDoc} Opportunity by opportunity. */
    @Override
    public double discountedPurchases(
            PurchaseHistory history, double duration, DiscountRate discount, ChronoUnit unit) {
        Opportunities.require(history);
        double opportunities = Opportunities.count(duration, "BuyerModel.discountedPurchases.duration");
        double worth = 1 / (1 + Discounting.perUnit(discount, unit));
        double d = delta + history.age();
        double active = 1;
        double sum = 0;
        for (double j = 0; j < opportunities && active > NEGLIGIBLE * sum; j++) {
            active *= (d + j) / (gamma + d + j) * worth;
            sum += active;
        }
        return probabilityAlive(history) * (alpha + history.frequency()) / (alpha + beta + history.age()) * sum;
    }

    @Override
    public double purchasesBetween(double from, double to) {
        double first = Opportunities.count(Discounting.from(from, to), "BgBb.purchasesBetween.from");
        double opportunities = Opportunities.count(to, "BgBb.purchasesBetween.to") - first;
        return survival(first) * (alpha / (alpha + beta)) * expectedActive(delta + first, opportunities);
    }

    @Override
    public double[] purchaseTimes(double duration, RandomGenerator random) {
        double opportunities = Opportunities.count(duration, "BuyerModel.purchaseTimes.duration");
        double buying = Draws.beta(alpha, beta, random);
        double leaving = Draws.beta(gamma, delta, random);
        DoubleStream.Builder times = DoubleStream.builder();
        for (double time = 1; time <= opportunities && random.nextDouble() >= leaving; time++) {
            if (random.nextDouble() < buying) {
                times.add(time);
            }
        }
        return times.build().toArray();
    }

    /**
     * {@inheritDoc} Opportunities have no other unit: the factor must be 1.
     */
    @Override
    public BgBb scaled(double factor) {
        if (factor == 1) {
            return this;
        }
        throw new IllegalArgumentException(
                "BgBb.scaled.factor must be 1, because its time is a count of opportunities, but was " + factor + ".");
    }
}
