package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Hypergeometric;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What BG/NBD and MBG/NBD share. The two differ in one thing: whether the first purchase, at time 0, is a chance to leave.
 *
 * <p>Customers buy at a rate lambda ~ Gamma(r, alpha) while active, and leave at each chance with probability
 * p ~ Beta(a, b). A customer with {@code x} repeat purchases has passed {@code m = x + firstChance} chances, so that
 * {@code L = B(a, b + m) / B(a, b) * Gamma(r + x) alpha^r / Gamma(r) * (alpha + T)^-(r + x) * (1 + odds)}, where
 * {@code odds = a / (b + m - 1) * ((alpha + T) / (alpha + t_x))^(r + x)} are those of having left at the last chance.
 *
 * @param firstChance 1 where the first purchase is a chance to leave, else 0
 */
record BetaGeometric(double r, double alpha, double a, double b, int firstChance) {

    private static final List<double[]> STARTS =
            List.of(new double[] {0.3, 0.2, 0.8, 2.5}, new double[] {1, 1, 0.3, 2}, new double[] {4, 1, 1, 1});

    /** From this share on, a difference of what is expected keeps enough digits. */
    private static final double LEAST_DIFFERENCE = 0.01;

    static List<double[]> starts() {
        return STARTS;
    }

    static double[] scale(double meanAge) {
        return new double[] {1, meanAge, 1, 1};
    }

    double logLikelihood(PurchaseHistory history) {
        double x = history.frequency();
        double chances = x + firstChance;
        return LogGamma.value(r + x)
                - LogGamma.value(r)
                + r * Math.log(alpha)
                + LogBeta.value(a, b + chances)
                - LogBeta.value(a, b)
                - (r + x) * Math.log(alpha + history.age())
                + softPlus(logOddsOfLeft(history));
    }

    double probabilityAlive(PurchaseHistory history) {
        return 1 / (1 + Math.exp(logOddsOfLeft(history)));
    }

    /** The logarithm of P(left at the last chance) / P(still active); minus infinity where there was no chance to leave. */
    private double logOddsOfLeft(PurchaseHistory history) {
        return logOddsOfLeft(history.frequency(), history.recency(), history.age());
    }

    double logOddsOfLeft(double x, double recency, double age) {
        double chances = x + firstChance;
        if (chances == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(a / (b + (chances - 1))) + (r + x) * Math.log1p((age - recency) / (alpha + recency));
    }

    double expectedPurchases(PurchaseHistory history, double duration) {
        Doubles.notNegative(duration, "BuyerModel.expectedPurchases.duration");
        return probabilityAlive(history) * expectedOfActive(history.frequency(), history.age(), duration);
    }

    /** Purchases in {@code (age, age + duration]} of a customer who is active at that age after x repeat purchases. */
    double expectedOfActive(double x, double age, double duration) {
        return BetaGeometricExpectation.of(r + x, alpha + age, a, b + x + firstChance, duration);
    }

    /** The repeat purchases of a new customer: the process as it is, or stopped by the last chance before the count. */
    double purchaseProbability(long purchases, double duration) {
        if (!(purchases >= 0)) {
            throw new IllegalArgumentException(
                    "BuyerModel.purchaseProbability.purchases must be at least 0, but was " + purchases + ".");
        }
        Doubles.notNegative(duration, "BuyerModel.purchaseProbability.duration");
        double chances = purchases + firstChance;
        double active = Math.exp(LogBeta.value(a, b + chances)
                - LogBeta.value(a, b)
                + NegativeBinomial.logProbability(r, alpha, purchases, duration));
        if (chances == 0) {
            return active;
        }
        double left = Math.exp(LogBeta.value(a + 1, b + (chances - 1)) - LogBeta.value(a, b));
        return active + left * atLeast(purchases, duration);
    }

    private double atLeast(long purchases, double duration) {
        return purchases == 0 ? 1 : RegularizedBeta.value(duration / (alpha + duration), (double) purchases, r);
    }

    /** The customer has passed all chances so far; the end of observation is none. */
    BetaGeometric givenActive(PurchaseHistory history) {
        double x = history.frequency();
        return new BetaGeometric(r + x, alpha + history.age(), a, b + x + firstChance, 0);
    }

    /** {@code mean over p of (1 - p)^firstChance (1 + p t / alpha)^-r}, a mean over {@code Beta(a, b + firstChance)}. */
    double survival(double duration) {
        Doubles.notNegative(duration, "BuyerModel.survival.duration");
        double odds = duration / alpha;
        double stays = b + firstChance;
        return stayedAtFirst()
                * (isOrdinary(odds)
                        ? Hypergeometric.value(r, a, a + stays, -odds)
                        : BetaMean.of(a, stays, p -> Math.exp(-r * Math.log1p(p * odds))));
    }

    /** Where the mean, as Gauss's hypergeometric function, is right to 1e-13; it takes a hundredth of the time. */
    private boolean isOrdinary(double odds) {
        return odds <= 1000 && r <= 10 && a >= 0.01 && a <= 30 && b >= 0.01 && b <= 100;
    }

    /** The repeat purchases of a new customer in {@code (from, to]}; not a difference where that would lose digits. */
    double purchasesBetween(double from, double to) {
        double stays = b + firstChance;
        double later = BetaGeometricExpectation.of(r, alpha, a, stays, to);
        double earlier = BetaGeometricExpectation.of(r, alpha, a, stays, from);
        return stayedAtFirst()
                * (later - earlier > LEAST_DIFFERENCE * later
                        ? later - earlier
                        : BetaGeometricExpectation.between(r, from / alpha, (to - from) / alpha, a, stays));
    }

    private double stayedAtFirst() {
        return firstChance == 0 ? 1 : b / (a + b);
    }

    /** At an effective rate for one unit of time, above 0. */
    double discountedPurchases(PurchaseHistory history, double discount) {
        double rate = Math.log1p(discount);
        double x = history.frequency();
        return probabilityAlive(history)
                * BetaGeometricDiscount.of(r + x, alpha + history.age(), a, b + x + firstChance, rate);
    }

    double[] purchaseTimes(double duration, RandomGenerator random) {
        Doubles.notNegative(duration, "BuyerModel.purchaseTimes.duration");
        double rate = Draws.gamma(r, alpha, random);
        double leaving = Draws.beta(a, b, random);
        DoubleStream.Builder times = DoubleStream.builder();
        boolean active = firstChance == 0 || random.nextDouble() >= leaving;
        double time = random.nextExponential() / rate;
        while (active && time <= duration) {
            times.add(time);
            active = random.nextDouble() >= leaving;
            time += random.nextExponential() / rate;
        }
        return times.build().toArray();
    }

    private static double softPlus(double logOdds) {
        return logOdds > 0 ? logOdds + Math.log1p(Math.exp(-logOdds)) : Math.log1p(Math.exp(logOdds));
    }
}
