package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.quantity.DocumentPart;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The BG/NBD model: customers buy at random while active, and after each repeat purchase some leave.
 *
 * <p>Purchases of an active customer are a Poisson process of rate {@code lambda ~ Gamma(r, alpha)}; after each repeat
 * purchase the customer leaves with probability {@code p ~ Beta(a, b)}. So a customer without repeat purchases has had no
 * chance to leave, and {@link #probabilityAlive} is 1, however long ago the only purchase was. Where that is not what is
 * meant, take {@link MbgNbd}.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24(2), 2005,
 * 275-284, doi:10.1287/mksc.1040.0098.
 *
 * @param r shape of the purchase rate, above 0
 * @param alpha rate of the purchase rate, in units of time, above 0: the mean purchase rate is {@code r / alpha}
 * @param a first shape of the probability to leave, above 0: its mean is {@code a / (a + b)}
 * @param b second shape of the probability to leave, above 0
 */
public record BgNbd(double r, double alpha, double a, double b) implements BuyerModel, DocumentPart {

    static final int FIRST_CHANCE = 0;

    public BgNbd {
        Doubles.positive(r, "BgNbd.r");
        Doubles.positive(alpha, "BgNbd.alpha");
        Doubles.positive(a, "BgNbd.a");
        Doubles.positive(b, "BgNbd.b");
    }

    /** Of a process whose first purchase is no chance to leave. */
    static BgNbd of(BetaGeometric process) {
        return new BgNbd(process.r(), process.alpha(), process.a(), process.b());
    }

    @Override
    public BuyerModelFamily family() {
        return BuyerModelFamily.BG_NBD;
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
        return of(process().givenActive(history));
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
    public BgNbd scaled(double factor) {
        return new BgNbd(r, alpha * Doubles.positive(factor, "BuyerModel.scaled.factor"), a, b);
    }

    BetaGeometric process() {
        return new BetaGeometric(r, alpha, a, b, FIRST_CHANCE);
    }
}
