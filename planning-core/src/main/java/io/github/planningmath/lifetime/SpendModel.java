package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import java.util.List;

/** What a purchase of a customer is worth. All values are statistics. */
@SpendModelJson
public sealed interface SpendModel permits GammaGamma, SpendModel.Constant {

    /**
     * Every purchase is worth the same to expect, whoever makes it: a shop with one price.
     *
     * @param mean the amount, above 0
     */
    record Constant(double mean) implements SpendModel {

        public Constant {
            Doubles.positive(mean, "SpendModel.Constant.mean");
        }

        /** {@inheritDoc} It is the mean. */
        @Override
        public double expectedSpend(long purchases, double average) {
            GammaGamma.requirePurchases(purchases, "SpendModel.expectedSpend.purchases");
            Doubles.positive(average, "SpendModel.expectedSpend.average");
            return mean;
        }
    }

    /**
     * Fits the spend of customers who bought again: one amount where they all spent the same, else {@link GammaGamma}.
     *
     * @param spend the customers who bought again, with the mean amount of these purchases
     * @return the fit, or why there is none
     */
    static Fit<? extends SpendModel> fit(SpendColumns spend) {
        if (spend.size() == 0 || !(spend.greatest() <= spend.least() * (1 + SpendColumns.SAME_AMOUNT))) {
            return GammaGamma.fit(spend);
        }
        return new Fitted<>(
                new Constant(spend.least()),
                0.0,
                List.of(),
                List.of(),
                0,
                new Fitted.FittedOn((double) spend.size(), (double) spend.size(), 1));
    }

    /**
     * What a customer is expected to spend at a purchase.
     *
     * @param purchases how many purchases the average is of, at least 1
     * @param average their mean amount, above 0 and finite
     * @return the expected amount, above 0
     * @throws IllegalArgumentException if an argument is not accepted
     * @throws ArithmeticException if the expectation is infinite
     */
    double expectedSpend(long purchases, double average);

    /**
     * The mean amount of a purchase over all customers, which is also what a customer without a known amount is expected to
     * spend.
     *
     * @return the mean, above 0
     * @throws ArithmeticException if it is infinite
     */
    double mean();
}
