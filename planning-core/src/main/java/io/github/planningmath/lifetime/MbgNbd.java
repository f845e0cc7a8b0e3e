package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.quantity.DocumentPart;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The MBG/NBD model: customers buy at random while active, and after each purchase, the first included, some leave.
 *
 * <p>Purchases of an active customer are a Poisson process of rate {@code lambda ~ Gamma(r, alpha)}; after each purchase the
 * customer leaves with probability {@code p ~ Beta(a, b)}. Unlike under {@link BgNbd}, those who bought once may have left.
 *
 * <p>Source: E. P. Batislam, M. Denizel, A. Filiztekin, Empirical validation and comparison of models for customer base
 * analysis, International Journal of Research in Marketing 24(3), 2007, 201-209, doi:10.1016/j.ijresmar.2006.12.005; D.
 * Hoppe, U. Wagner, Customer base analysis: the case for a central variant of the betageometric/NBD model, Marketing ZFP
 * 29(JRM 2), 2007, 75-90.
 *
 * @param r shape of the purchase rate, above 0
 * @param alpha rate of the purchase rate, in units of time, above 0: the mean purchase rate is {@code r / alpha}
 * @param a first shape of the probability to leave, above 0: its mean is {@code a / (a + b)}
 * @param b second shape of the probability to leave, above 0
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BuyerModel, DocumentPart {

    static final int FIRST_CHANCE = 1;

    public MbgNbd {
        Doubles.positive(r, "MbgNbd.r");
        Doubles.positive(alpha, "MbgNbd.alpha");
        Doubles.positive(a, "MbgNbd.a");
        Doubles.positive(b, "MbgNbd.b");
    }

    @Override
    public BuyerModelFamily family() {
        return BuyerModelFamily.MBG_NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return family().named(r, alpha, a, b);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        return process().logLikelihood(history);
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return process().probabilityAlive(history);
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double duration) {
        return process().expectedPurchases(history, duration);
    }

    @Override
    public double purchasesBetween(double from, double to) {
        return process().purchasesBetween(Discounting.from(from, to), to);
    }

    @Override
    public double purchaseProbability(long purchases, double duration) {
        return process().purchaseProbability(purchases, duration);
    }

    @Override
    public BgNbd givenActive(PurchaseHistory history) {
        return BgNbd.of(process().givenActive(history));
    }

    @Override
    public double survival(double duration) {
        return process().survival(duration);
    }

    @Override
    public double discountedPurchases(PurchaseHistory history, DiscountRate discount, ChronoUnit unit) {
        return process().discountedPurchases(history, Discounting.unbounded(discount, unit));
    }

    @Override
    public double[] purchaseTimes(double duration, RandomGenerator random) {
        return process().purchaseTimes(duration, random);
    }

    @Override
    public MbgNbd scaled(double factor) {
        return new MbgNbd(r, alpha * Doubles.positive(factor, "BuyerModel.scaled.factor"), a, b);
    }

    BetaGeometric process() {
        return new BetaGeometric(r, alpha, a, b, FIRST_CHANCE);
    }
}
