package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;

/**
 * The same share of customers stays at each renewal, {@code survival(t) = rate^t}.
 *
 * @param rate the share that stays, from 0 to 1; what is called churn is its complement
 */
public record ConstantRetention(Ratio rate) implements RetentionCurve, DocumentPart {

    public ConstantRetention {
        Required.present(rate, "ConstantRetention.rate");
        if (!(rate.compareTo(Ratio.ONE) <= 0)) {
            throw new IllegalArgumentException("ConstantRetention.rate must be from 0 to 1, but was " + rate + ".");
        }
    }

    /**
     * The curve on which a share leaves at each renewal.
     *
     * @param churn the share that leaves, from 0 to 1
     * @return the curve with the rate {@code 1 - churn}
     * @throws IllegalArgumentException if the churn is above 1
     */
    public static ConstantRetention ofChurn(Ratio churn) {
        if (churn.compareTo(Ratio.ONE) <= 0) {
            return new ConstantRetention(churn.complement());
        }
        throw new IllegalArgumentException("ConstantRetention.churn must be from 0 to 1, but was " + churn + ".");
    }

    @Override
    public double survival(int period) {
        RetentionPeriods.requirePeriod(period, "ConstantRetention.survival");
        return Math.pow(rate.toDouble(), period);
    }

    @Override
    public double retention(int period) {
        RetentionPeriods.requireRenewal(period, "ConstantRetention.retention");
        return rate.toDouble();
    }

    @Override
    public Ratio retentionRatio(int period) {
        RetentionPeriods.requireRenewal(period, "ConstantRetention.retention");
        return rate;
    }

    /** In closed form, {@code (1 + discount) / (1 + discount - rate)}. */
    @Override
    public double discountedLifetime(int age, double discount) {
        RetentionPeriods.requireAge(age, "ConstantRetention.discountedLifetime");
        Doubles.notNegative(discount, "RetentionCurve.discount");
        return (1 + discount) / (discount + rate.complement().toDouble());
    }
}
