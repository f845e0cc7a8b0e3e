package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.ExponentialIntegral;
import io.github.planningmath.internal.Hypergeometric;
import io.github.planningmath.internal.Required;
import io.github.planningmath.internal.UnitIntegral;
import io.github.planningmath.quantity.DocumentPart;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The Pareto/NBD model: customers buy at random while active, and leave at random, whether they buy or not.
 *
 * <p>Purchases of an active customer are a Poisson process of rate {@code lambda ~ Gamma(r, alpha)}; the customer leaves after
 * a time that is exponential with rate {@code mu ~ Gamma(s, beta)}. With {@code S(t) = (alpha + t)^-(r + x) (beta + t)^-s},
 * {@code L = Gamma(r + x) alpha^r beta^s / Gamma(r) * (S(T) + G(t_x) - G(T))} where {@code G(t)} is the integral of
 * {@code s S(u) / (beta + u)} over u from t to infinity. It is {@code S(t)} times a share between 0 and 1 that is Gauss's
 * hypergeometric function: {@code s / (r + s + x) F(1, r + x; r + s + x + 1; (alpha - beta) / (alpha + t))} where alpha is the
 * greater, else {@code s / (r + s + x) (alpha + t) / (beta + t) F(1, s + 1; r + s + x + 1; (beta - alpha) / (beta + t))}. So
 * nothing overflows, however many purchases there are.
 *
 * <p>Sources: D. C. Schmittlein, D. G. Morrison, R. Colombo, Counting Your Customers: Who Are They and What Will They Do Next?,
 * Management Science 33(1), 1987, 1-24, doi:10.1287/mnsc.33.1.1; P. S. Fader, B. G. S. Hardie, K. L. Lee, RFM and CLV: Using
 * Iso-Value Curves for Customer Base Analysis, Journal of Marketing Research 42(4), 2005, 415-430,
 * doi:10.1509/jmkr.2005.42.4.415, for the discounted transactions.
 *
 * @param r shape of the purchase rate, above 0
 * @param alpha rate of the purchase rate, in units of time, above 0: the mean purchase rate is {@code r / alpha}
 * @param s shape of the rate of leaving, above 0
 * @param beta rate of the rate of leaving, in units of time, above 0: the mean rate of leaving is {@code s / beta}
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements BuyerModel, DocumentPart {

    /** Up to this fall of ln S and this share of the time before, odds are added up rather than subtracted. */
    private static final double SHORT = 1;

    private static final double NEGLIGIBLE = 0x1p-56;

    public ParetoNbd {
        Doubles.positive(r, "ParetoNbd.r");
        Doubles.positive(alpha, "ParetoNbd.alpha");
        Doubles.positive(s, "ParetoNbd.s");
        Doubles.positive(beta, "ParetoNbd.beta");
    }

    @Override
    public BuyerModelFamily family() {
        return BuyerModelFamily.PARETO_NBD;
    }

    @Override
    public Map<String, Double> parameters() {
        return family().named(r, alpha, s, beta);
    }

    @Override
    public double logLikelihood(PurchaseHistory history) {
        double x = history.frequency();
        double recency = history.recency();
        double activeShare = Math.exp(-logFall(x, recency, history.age()));
        return LogGamma.value(r + x)
                - LogGamma.value(r)
                - r * Math.log1p(recency / alpha)
                - x * Math.log(alpha + recency)
                - s * Math.log1p(recency / beta)
                + Math.log(leftShare(x, recency) + (1 - leftShare(x, history.age())) * activeShare);
    }

    @Override
    public double probabilityAlive(PurchaseHistory history) {
        return 1 / (1 + oddsOfLeft(history.frequency(), history.recency(), history.age()));
    }

    /** P(left between recency and age) / P(still active): the integral of {@code s S(u) / (beta + u)} over S(age). */
    double oddsOfLeft(double x, double recency, double age) {
        double fall = logFall(x, recency, age);
        return isShort(recency, age, fall)
                ? shortOdds(x, age, age - recency)
                : leftShare(x, recency) * Math.exp(fall) - leftShare(x, age);
    }

    /** The same without a repeat purchase, where {@code leftShare(0, 0)} is known. */
    double oddsOfLeftSinceFirst(double leftShareAtFirst, double age) {
        double fall = logFall(0, 0, age);
        return isShort(0, age, fall) ? shortOdds(0, age, age) : leftShareAtFirst * Math.exp(fall) - leftShare(0, age);
    }

    private boolean isShort(double recency, double age, double fall) {
        return fall <= SHORT && age - recency <= SHORT * (Math.min(alpha, beta) + recency);
    }

    /**
     * Without the difference of two numbers that are nearly equal, so never below 0: the integral of
     * {@code s / q (1 - v / q)^-(s + 1) (1 - v / p)^-(r + x)} over the quiet time v before the age, where {@code p = alpha + T} and
     * {@code q = beta + T}, as a power series.
     */
    private double shortOdds(double x, double age, double quiet) {
        double shape = r + x;
        double byAlpha = quiet / (alpha + age);
        double byBeta = quiet / (beta + age);
        double beforeLast = 0;
        double last = 1;
        double sum = 0;
        for (double n = 0; last > NEGLIGIBLE * sum; n++) {
            sum += last / (n + 1);
            double next = ((byAlpha + byBeta) * n + (s + 1) * byBeta + shape * byAlpha) * last
                    - byAlpha * byBeta * (n + s + shape) * beforeLast;
            beforeLast = last;
            last = next / (n + 1);
        }
        return s * byBeta * sum;
    }

    /** {@code ln(S(from) / S(to))}, at least 0. */
    double logFall(double x, double from, double to) {
        double time = to - from;
        return (r + x) * Math.log1p(time / (alpha + from)) + s * Math.log1p(time / (beta + from));
    }

    /** {@code G(t) / S(t)}. */
    double leftShare(double x, double time) {
        double c = r + s + x + 1;
        double p = alpha + time;
        double q = beta + time;
        return alpha >= beta
                ? s / (c - 1) * Hypergeometric.value(1, r + x, c, (alpha - beta) / p, q / p)
                : s / (c - 1) * (p / q) * Hypergeometric.value(1, s + 1, c, (beta - alpha) / q, p / q);
    }

    @Override
    public double expectedPurchases(PurchaseHistory history, double duration) {
        Doubles.notNegative(duration, "BuyerModel.expectedPurchases.duration");
        return probabilityAlive(history) * expectedOfActive(history.frequency(), history.age(), duration);
    }

    @Override
    public double purchasesBetween(double from, double to) {
        double w = Math.log1p((to - Discounting.from(from, to)) / (beta + from));
        return survival(from) * (r / alpha) * (beta + from) * activeTime(w);
    }

    /**
     * Purchases in {@code (age, age + duration]} of a customer who is active at that age after x repeat purchases:
     * {@code (r + x) (beta + age) / (alpha + age) * (1 - exp((1 - s) w)) / (s - 1)} with {@code w = ln(1 + duration / (beta + age))}.
     */
    double expectedOfActive(double x, double age, double duration) {
        double w = Math.log1p(duration / (beta + age));
        return (r + x) / (alpha + age) * (beta + age) * activeTime(w);
    }

    private double activeTime(double w) {
        return s == 1 ? w : -Math.expm1((1 - s) * w) / (s - 1);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Those still active at the end, and, integrated over the time of leaving, those who left before: to a relative error of
     * 1e-12, because the closed form loses all digits for many purchases.
     */
    @Override
    public double purchaseProbability(long purchases, double duration) {
        Required.count(purchases, "BuyerModel.purchaseProbability.purchases");
        Doubles.notNegative(duration, "BuyerModel.purchaseProbability.duration");
        double active = Math.exp(logCount(purchases, duration)) * survival(duration);
        return duration == 0
                ? active
                : active
                        + UnitIntegral.of((place, rest) -> duration
                                * s
                                / (beta + place * duration)
                                * Math.exp(logCount(purchases, place * duration)
                                        - s * Math.log1p(place * duration / beta)));
    }

    private double logCount(long purchases, double duration) {
        return NegativeBinomial.logProbability(r, alpha, purchases, duration);
    }

    @Override
    public ParetoNbd givenActive(PurchaseHistory history) {
        return new ParetoNbd(r + history.frequency(), alpha + history.age(), s, beta + history.age());
    }

    @Override
    public double survival(double duration) {
        return Math.exp(-s * Math.log1p(Doubles.notNegative(duration, "BuyerModel.survival.duration") / beta));
    }

    /**
     * {@inheritDoc}
     *
     * <p>{@code P(alive) (r + x) (beta + T) / (alpha + T) * integral of exp(-delta (beta + T) v) (1 + v)^-s dv}, with
     * {@code delta = ln(1 + discount)}: Tricomi's function.
     */
    @Override
    public double discountedPurchases(PurchaseHistory history, DiscountRate discount, ChronoUnit unit) {
        double rate = Math.log1p(Discounting.unbounded(discount, unit));
        double age = history.age();
        return probabilityAlive(history)
                * (r + history.frequency())
                / (alpha + age)
                * (beta + age)
                * ExponentialIntegral.scaled(s, rate * (beta + age));
    }

    @Override
    public double[] purchaseTimes(double duration, RandomGenerator random) {
        Doubles.notNegative(duration, "BuyerModel.purchaseTimes.duration");
        double rate = Draws.gamma(r, alpha, random);
        double leaves = random.nextExponential() / Draws.gamma(s, beta, random);
        double end = Math.min(duration, leaves);
        DoubleStream.Builder times = DoubleStream.builder();
        for (double time = random.nextExponential() / rate; time <= end; time += random.nextExponential() / rate) {
            times.add(time);
        }
        return times.build().toArray();
    }

    @Override
    public ParetoNbd scaled(double factor) {
        Doubles.positive(factor, "BuyerModel.scaled.factor");
        return new ParetoNbd(r, alpha * factor, s, beta * factor);
    }
}
