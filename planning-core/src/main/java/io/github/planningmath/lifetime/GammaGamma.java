package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The Gamma-Gamma model of spend: what a purchase of a customer is worth, independently of how often the customer buys.
 *
 * <p>A customer's purchases are Gamma(p, nu) with {@code nu ~ Gamma(q, v)} for each customer. So a customer whose {@code x}
 * purchases were worth {@code m} on average will spend {@code p (v + x m) / (p x + q - 1)} at a purchase, which lies between m
 * and the mean of all customers, {@code p v / (q - 1)}.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value, 2013,
 * brucehardie.com/notes/025; P. S. Fader, B. G. S. Hardie, K. L. Lee, RFM and CLV, Journal of Marketing Research 42(4), 2005,
 * 415-430, doi:10.1509/jmkr.2005.42.4.415.
 *
 * @param p shape of a customer's purchases, above 0
 * @param q shape of the customers' rates, above 0; where it is at most 1, the mean over all customers is infinite
 * @param v rate of the customers' rates, in units of money, above 0
 */
public record GammaGamma(double p, double q, double v) implements SpendModel {

    private static final List<String> PARAMETER_NAMES = List.of("p", "q", "v");

    private static final List<double[]> STARTS =
            List.of(new double[] {4, 3, 1}, new double[] {1, 2, 1}, new double[] {12, 6, 0.5});

    public GammaGamma {
        Doubles.positive(p, "GammaGamma.p");
        Doubles.positive(q, "GammaGamma.q");
        Doubles.positive(v, "GammaGamma.v");
    }

    /**
     * Fits the model by maximum likelihood. The unit of currency does not matter: v is in that of the data.
     *
     * @param spend the customers who bought again, with the mean amount of these purchases
     * @return the fit, or why there is none; a fit whose mean over all customers is infinite is none
     */
    public static Fit<GammaGamma> fit(SpendColumns spend) {
        int parameters = PARAMETER_NAMES.size();
        if (spend.size() < parameters) {
            return NotFitted.unsearched(
                    NotFitted.Reason.TOO_FEW_REPEAT_BUYERS,
                    "Gamma-Gamma has " + parameters
                            + " parameters and needs at least as many customers who bought again, but there were "
                            + spend.size() + ".");
        }
        double mean = IntStream.range(0, spend.size())
                .mapToDouble(spend::average)
                .average()
                .orElseThrow();
        return new MaximumLikelihood<>(
                        PARAMETER_NAMES,
                        List.of(new MaximumLikelihood.Sample(new GammaGammaLikelihood(spend), 1)),
                        new double[] {1, 1, mean},
                        STARTS,
                        0,
                        values -> new GammaGamma(values[0], values[1], values[2]),
                        new Fitted.FittedOn((double) spend.size(), (double) spend.size(), spend.size()))
                .fit()
                .fold(GammaGamma::withMean, refusal -> refusal);
    }

    private static Fit<GammaGamma> withMean(Fitted<GammaGamma> fitted) {
        GammaGamma model = fitted.model();
        if (model.q() > 1) {
            return fitted;
        }
        return new NotFitted<>(
                NotFitted.Reason.NO_MEAN,
                "the spend that fits best has q = " + model.q()
                        + ", and with q at most 1 its mean over all customers is infinite."
                        + " Perhaps a few orders are of another kind of customer.",
                model,
                fitted.logLikelihood(),
                fitted.iterations());
    }

    /**
     * What a customer is expected to spend at a purchase.
     *
     * @param purchases how many purchases the average is of, at least 1
     * @param average their mean amount, above 0 and finite
     * @return the expected amount, above 0
     * @throws IllegalArgumentException if an argument is not accepted
     * @throws ArithmeticException if {@code p * purchases + q} is at most 1, where the expectation is infinite
     */
    @Override
    public double expectedSpend(long purchases, double average) {
        requirePurchases(purchases, "GammaGamma.expectedSpend.purchases");
        Doubles.positive(average, "GammaGamma.expectedSpend.average");
        double shape = p * purchases + q;
        if (shape > 1) {
            return p * (v + purchases * average) / (shape - 1);
        }
        throw new ArithmeticException("GammaGamma.expectedSpend must have p * purchases + q above 1, but it was "
                + shape + ": the expectation is infinite.");
    }

    /**
     * The mean amount of a purchase over all customers, which is also what a customer without a known amount is expected to
     * spend: {@code p v / (q - 1)}.
     *
     * @return the mean, above 0
     * @throws ArithmeticException if q is at most 1, where the mean is infinite
     */
    @Override
    public double mean() {
        if (q > 1) {
            return p * v / (q - 1);
        }
        throw new ArithmeticException(
                "GammaGamma.mean must have q above 1, but q was " + q + ": the mean is infinite.");
    }

    /**
     * The logarithm of the density of a customer's average.
     *
     * @param purchases how many purchases the average is of, at least 1
     * @param average their mean amount, above 0 and finite
     * @return the logarithm
     * @throws IllegalArgumentException if an argument is not accepted
     */
    public double logLikelihood(long purchases, double average) {
        requirePurchases(purchases, "GammaGamma.logLikelihood.purchases");
        Doubles.positive(average, "GammaGamma.logLikelihood.average");
        double shape = p * purchases;
        return LogGamma.value(shape + q)
                - LogGamma.value(shape)
                - LogGamma.value(q)
                + q * Math.log(v)
                - Math.log(average)
                + shape * Math.log(purchases * average)
                - (shape + q) * Math.log(v + purchases * average);
    }

    /**
     * The same model with amounts in a smaller unit of currency: from roubles to kopecks, the factor is 100.
     *
     * @param factor how many new units an old one has, above 0 and finite
     * @return the model for amounts {@code factor} times as great
     * @throws IllegalArgumentException if the factor is not accepted
     */
    public GammaGamma scaled(double factor) {
        return new GammaGamma(p, q, v * Doubles.positive(factor, "GammaGamma.scaled.factor"));
    }

    static void requirePurchases(long purchases, String component) {
        if (!(purchases >= 1)) {
            throw new IllegalArgumentException(component + " must be at least 1, but was " + purchases
                    + ". Perhaps the mean of all customers was meant.");
        }
    }
}
