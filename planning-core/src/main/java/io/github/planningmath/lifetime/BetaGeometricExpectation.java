package io.github.planningmath.lifetime;

/**
 * The purchases to expect of an active customer whose rate is Gamma(shape, rate) and whose probability to leave after each
 * purchase is Beta(a, b).
 *
 * <p>Such a customer, were there no leaving, would make K purchases in {@code t}, negative binomial with
 * {@code z = t / (rate + t)}; of these, purchase {@code j + 1} is made if the customer has stayed after each of the j before it. So
 * {@code E = sum of P(K = k) (sum of (b)_j / (a + b)_j over j below k)}: all terms positive, no pole where a = 1 or a + b is at most
 * 1, as the usual form with Gauss's hypergeometric function has (P. S. Fader, B. G. S. Hardie, K. L. Lee, 2005, equation 10,
 * doi:10.1287/mksc.1040.0098), and no digit lost where a, b or the shape vanish.
 */
final class BetaGeometricExpectation {

    /** Where the series would need more terms, {@code E} is integrated over the probability to leave, by {@link BetaMean}. */
    private static final double MOST_TERMS = 4000;

    /** Beyond it, the probability of no purchase at all is no normal double. */
    private static final double LARGEST_EXPONENT = 700;

    private static final double ACCURACY = 1e-17;

    /** Below it, a quotient is its limit to double precision. */
    private static final double VANISHING = 0x1p-56;

    private BetaGeometricExpectation() {}

    static double of(double shape, double rate, double a, double b, double duration) {
        if (duration == 0) {
            return 0;
        }
        double odds = duration / rate;
        double terms = (shape + 40) * (1 + odds);
        return terms <= MOST_TERMS && shape * Math.log1p(odds) < LARGEST_EXPONENT
                ? series(shape, odds, a, b)
                : integral(shape, odds, a, b);
    }

    /** By the K that there would be: of k purchases, those up to leaving are made. All terms are positive. */
    private static double series(double shape, double odds, double a, double b) {
        double z = odds / (1 + odds);
        double probability = Math.exp(-shape * Math.log1p(odds));
        double stayed = 1;
        double purchases = 0;
        double sum = 0;
        for (int k = 1; ; k++) {
            double ratio = z * (shape + (k - 1)) / k;
            probability *= ratio;
            purchases += stayed;
            stayed *= (b + (k - 1)) / (a + (b + (k - 1)));
            double term = probability * purchases;
            sum += term;
            // What follows is at most a geometric series once the terms fall.
            double fall = Math.max(ratio, z) * (k + 1) / k;
            if (fall < 1 && term * fall <= ACCURACY * sum * (1 - fall)) {
                return sum;
            }
        }
    }

    /** {@code E = mean over p of (1 - (1 + p t / rate)^-shape) / p}, which at p = 0 is {@code shape t / rate}. */
    private static double integral(double shape, double odds, double a, double b) {
        return between(shape, 0, odds, a, b);
    }

    /**
     * Of a customer who is active at time 0 and of whom nothing more is known: the purchases from one time to a later one,
     * {@code mean over p of ((1 + p t / rate)^-shape - (1 + p u / rate)^-shape) / p}, without that difference.
     *
     * @param begin {@code t / rate}
     * @param odds {@code (u - t) / rate}
     */
    static double between(double shape, double begin, double odds, double a, double b) {
        return BetaMean.of(a, b, p -> {
            double before = p * begin;
            double gain = p * odds / (1 + before);
            double purchases =
                    gain < VANISHING / shape ? shape * odds / (1 + before) : -Math.expm1(-shape * Math.log1p(gain)) / p;
            return purchases * Math.exp(-shape * Math.log1p(before));
        });
    }
}
