package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Objective;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The log-likelihood of customers' average spend under {@link GammaGamma}, and its gradient in closed form, by the logarithms
 * of p, q and v. Gamma functions depend on the number of purchases alone.
 */
final class GammaGammaLikelihood implements Objective {

    private final SpendColumns spend;
    private final FrequencyTable purchases;

    GammaGammaLikelihood(SpendColumns spend) {
        this.spend = spend;
        this.purchases = new FrequencyTable(spend.size(), spend::purchases, row -> 1);
    }

    @Override
    public double value(double[] point, double[] gradient) {
        double p = Math.exp(point[0]);
        double q = Math.exp(point[1]);
        double v = Math.exp(point[2]);
        double[] ofPurchases = new double[purchases.size()];
        double[] byShape = new double[purchases.size()];
        double byQ = 0;
        double logGammaOfQ = LogGamma.value(q) - q * point[2];
        double digammaOfQ = Digamma.value(q) - point[2];
        for (int place = 0; place < purchases.size(); place++) {
            double shape = p * purchases.frequency(place);
            double digammaOfBoth = Digamma.value(shape + q);
            ofPurchases[place] = LogGamma.value(shape + q) - LogGamma.value(shape) - logGammaOfQ;
            byShape[place] = digammaOfBoth - Digamma.value(shape);
            byQ += purchases.weight(place) * (digammaOfBoth - digammaOfQ);
        }
        double value = 0;
        double byP = 0;
        double byV = 0;
        for (int row = 0; row < spend.size(); row++) {
            int place = purchases.place(row);
            int count = spend.purchases(row);
            double total = count * spend.average(row);
            double logOfTotal = Math.log(total);
            double logOfSum = Math.log(v + total);
            double shape = p * count;
            // ln m is that of the total less that of the count, which is the same at every point.
            value += ofPurchases[place] + (shape - 1) * logOfTotal + Math.log(count) - (shape + q) * logOfSum;
            byP += count * (byShape[place] + logOfTotal - logOfSum);
            byQ -= logOfSum;
            byV += q / v - (shape + q) / (v + total);
        }
        gradient[0] = p * byP;
        gradient[1] = q * byQ;
        gradient[2] = v * byV;
        return value;
    }
}
