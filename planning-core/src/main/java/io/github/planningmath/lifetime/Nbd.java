package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The NBD model: customers buy at random, each at a rate of their own, and nobody leaves. The simplest of the family, and the
 * one that the others come to where data show no leaving.
 *
 * <p>Purchases are a Poisson process of rate {@code lambda ~ Gamma(r, alpha)}, so that
 * {@code L = Gamma(r + x) / Gamma(r) * alpha^r * (alpha + T)^-(r + x)}: recency does not matter.
 *
 * <p>Source: A. S. C. Ehrenberg, The Pattern of Consumer Purchases, Applied Statistics 8(1), 1959, 26-41,
 * doi:10.2307/2985810.
 *
 * @param r shape of the purchase rate, above 0
 * @param alpha rate of the purchase rate, in units of time, above 0: the mean purchase rate is {@code r / alpha}
 */
public record Nbd(double r, double alpha) implements BuyerModel, DocumentPart {

    public Nbd {
        Doubles.positive(r, "Nbd.r");
        Doubles.positive(alpha, "Nbd.alpha");
    }

    @Override
    public BuyerModelFamily family() {
        return BuyerModelFamily.NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return family().named(r, alpha);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        double x = history.frequency();
        return LogGamma.value(r + x)
                - LogGamma.value(r)
                - r * Math.log1p(history.age() / alpha)
                - x * Math.log(alpha + history.age());
    }

    /** {@inheritDoc} Here it is always 1. */
    @Override
    public double probabilityAlive(PurchaseHistory history) {
        Required.present(history, "BuyerModel.probabilityAlive.history");
        return 1;
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double duration) {
        return rate(history) * Doubles.notNegative(duration, "BuyerModel.expectedPurchases.duration");
    }

    private double rate(PurchaseHistory history) {
        return rate(history.frequency(), history.age());
    }

    /** The mean rate of customers with a history. */
    double rate(double x, double age) {
        return (r + x) / (alpha + age);
    }

    @Override
    public double purchasesBetween(double from, double to) {
        return r / alpha * (to - Discounting.from(from, to));
    }

    @Override
    public double purchaseProbability(long purchases, double duration) {
        Required.count(purchases, "BuyerModel.purchaseProbability.purchases");
        Doubles.notNegative(duration, "BuyerModel.purchaseProbability.duration");
        return Math.exp(NegativeBinomial.logProbability(r, alpha, purchases, duration));
    }

    @Override
    public Nbd givenActive(PurchaseHistory history) {
        return new Nbd(r + history.frequency(), alpha + history.age());
    }

    /** {@inheritDoc} Here it is always 1. */
    @Override
    public double survival(double duration) {
        Doubles.notNegative(duration, "BuyerModel.survival.duration");
        return 1;
    }

    /** {@inheritDoc} A rate without end: {@code (r + x) / (alpha + T) / ln(1 + discount)}. */
    @Override
    public double discountedPurchases(PurchaseHistory history, DiscountRate discount, ChronoUnit unit) {
        return rate(history) / Math.log1p(Discounting.unbounded(discount, unit));
    }

    @Override
    public double[] purchaseTimes(double duration, RandomGenerator random) {
        Doubles.notNegative(duration, "BuyerModel.purchaseTimes.duration");
        double rate = Draws.gamma(r, alpha, random);
        DoubleStream.Builder times = DoubleStream.builder();
        for (double time = random.nextExponential() / rate; time <= duration; time += random.nextExponential() / rate) {
            times.add(time);
        }
        return times.build().toArray();
    }

    @Override
    public Nbd scaled(double factor) {
        return new Nbd(r, alpha * Doubles.positive(factor, "BuyerModel.scaled.factor"));
    }
}
