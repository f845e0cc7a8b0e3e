package io.github.planningmath.review;

import java.util.Arrays;

/**
 * How the difference of two products of factors is split among the factors: no way depends on their order, and the parts
 * sum to the difference.
 *
 * <p>A factor that is 0 on both sides is unchanged. Where the product is 0 on one side, the first factor of the chain that
 * is 0 on that side alone takes the whole difference. Parts are linear in nothing but the sum: those of several products
 * of factors are the sums of their parts.
 */
public enum Decomposition {

    /**
     * The logarithmic mean Divisia index in its additive form, LMDI-I: {@code part(k) = L(v1, v0) * ln(x1(k) / x0(k))}
     * with {@code L(a, b) = (a - b) / ln(a / b)} and {@code L(a, a) = a}. Merging factors into one adds their parts, so an
     * owner's total does not depend on how finely the owner's factors are told apart.
     *
     * <p>B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005) 867–871,
     * doi:10.1016/j.enpol.2003.10.010; B. W. Ang, F. Q. Zhang, K.-H. Choi, "Factorizing changes in energy and
     * environmental indicators through decomposition", Energy 23 (1998) 489–495, doi:10.1016/S0360-5442(98)00016-4.
     */
    LMDI {
        @Override
        double log(double plan, double fact) {
            return logOfRatio(plan, fact);
        }

        @Override
        void spread(double[] plan, double[] fact, double[] logs, int n, double planned, double[] parts) {
            double change = 0;
            for (int k = 0; k < n; k++) {
                change += logs[k];
            }
            double mean = planned * (change == 0 ? 1 : Math.expm1(change) / change);
            for (int k = 0; k < n; k++) {
                parts[k] = logs[k] * mean;
            }
        }

        @Override
        double unitOf(double[] plan, double[] fact, int n, int k, double planned, double happened) {
            return logarithmicMean(planned, happened) / logarithmicMean(plan[k], fact[k]);
        }
    },

    /**
     * The Shapley value: the mean, over all orders of the factors, of what a factor adds when it changes from plan to fact.
     * Merging factors changes it; it is here for those who are used to it, and as a check.
     *
     * <p>L. S. Shapley, "A value for n-person games", Contributions to the Theory of Games II (1953) 307–317,
     * doi:10.1515/9781400881970-018.
     */
    SHAPLEY {
        @Override
        double log(double plan, double fact) {
            return 0;
        }

        @Override
        void spread(double[] plan, double[] fact, double[] logs, int n, double planned, double[] parts) {
            double[] sums = new double[n];
            for (int k = 0; k < n; k++) {
                parts[k] =
                        isUnchanged(plan[k], fact[k]) ? 0 : (fact[k] - plan[k]) * meanOfOthers(plan, fact, n, k, sums);
            }
        }

        @Override
        double unitOf(double[] plan, double[] fact, int n, int k, double planned, double happened) {
            return meanOfOthers(plan, fact, n, k, new double[n]);
        }
    };

    /** A change of fewer than this is one of the last bits of a double; a cent of a thousand billion is more. */
    private static final double LAST_BITS = 2e-15;

    /** Below this the logarithm of a ratio is taken of the difference, lest the ratio lose it. */
    private static final double NEAR = 1e-3;

    /** What the split takes of a factor by itself, so that it is taken once of one that stands in many products. */
    abstract double log(double plan, double fact);

    /** Splits where neither product is 0. */
    abstract void spread(double[] plan, double[] fact, double[] logs, int n, double planned, double[] parts);

    /** What a change of one in a factor comes to where neither product is 0. */
    abstract double unitOf(double[] plan, double[] fact, int n, int k, double planned, double happened);

    /**
     * What a change of one in a factor comes to, so that a factor that is itself a sum is split further in proportion.
     *
     * @param k the factor
     * @param parts the parts of the factors, as {@link #split} gives them
     */
    double unit(double[] plan, double[] fact, int n, int k, double planned, double happened, double[] parts) {
        if (planned > 0 && happened > 0) {
            return unitOf(plan, fact, n, k, planned, happened);
        }
        return parts[k] == 0 ? 0 : parts[k] / (fact[k] - plan[k]);
    }

    /**
     * Splits {@code product of fact - product of plan}.
     *
     * @param plan a number of at least 0 for each factor, in the order of the chain
     * @param fact likewise
     * @param n how many factors there are; what the arrays hold beyond them means nothing
     * @param parts receives the part of each factor
     */
    void split(double[] plan, double[] fact, int n, double[] parts) {
        double[] logs = new double[n];
        double planned = product(plan, n);
        double happened = product(fact, n);
        for (int k = 0; k < n && planned > 0 && happened > 0; k++) {
            logs[k] = log(plan[k], fact[k]);
        }
        split(plan, fact, logs, n, planned, happened, parts);
    }

    /** Splits the difference of two products that are known, with what {@link #log} takes of the factors. */
    void split(double[] plan, double[] fact, double[] logs, int n, double planned, double happened, double[] parts) {
        if (planned > 0 && happened > 0) {
            spread(plan, fact, logs, n, planned, parts);
            return;
        }
        Arrays.fill(parts, 0, n, 0);
        if (planned != happened) {
            parts[firstTrueZero(plan, fact)] = happened - planned;
        }
    }

    static double product(double[] factors, int n) {
        double product = 1;
        for (int k = 0; k < n; k++) {
            product *= factors[k];
        }
        return product;
    }

    private static int firstTrueZero(double[] plan, double[] fact) {
        int k = 0;
        while ((plan[k] == 0) == (fact[k] == 0)) {
            k++;
        }
        return k;
    }

    private static boolean isUnchanged(double plan, double fact) {
        return plan == fact || Math.abs(fact - plan) <= LAST_BITS * plan;
    }

    private static double logOfRatio(double plan, double fact) {
        if (isUnchanged(plan, fact)) {
            return 0;
        }
        double change = (fact - plan) / plan;
        return Math.abs(change) < NEAR ? Math.log1p(change) : Math.log(fact / plan);
    }

    private static double logarithmicMean(double plan, double fact) {
        double log = logOfRatio(plan, fact);
        return log == 0 ? plan : (fact - plan) / log;
    }

    /**
     * The mean product of all factors but one, over all orders: with {@code e(s)} the sum of the products in which
     * {@code s} of the others have changed, {@code sum of e(s) * s! * (n - 1 - s)! / n!}.
     */
    private static double meanOfOthers(double[] plan, double[] fact, int n, int without, double[] sums) {
        int others = 0;
        sums[0] = 1;
        for (int k = 0; k < n; k++) {
            if (k != without) {
                others++;
                sums[others] = sums[others - 1] * fact[k];
                for (int s = others - 1; s > 0; s--) {
                    sums[s] = sums[s] * plan[k] + sums[s - 1] * fact[k];
                }
                sums[0] *= plan[k];
            }
        }
        double mean = 0;
        double weight = 1.0 / n;
        for (int s = 0; s <= others; s++) {
            mean += sums[s] * weight;
            weight *= (s + 1.0) / Math.max(1, others - s);
        }
        return mean;
    }
}
