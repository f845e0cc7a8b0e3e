package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;
import java.time.temporal.ChronoUnit;

/** Arguments of what {@link BuyerModel} says of the future. */
final class Discounting {

    private Discounting() {}

    /** The effective rate for one unit of the model's time, for all of the future: without a discount there is no end to it. */
    static double unbounded(DiscountRate discount, ChronoUnit unit) {
        Required.present(discount, "BuyerModel.discountedPurchases.discount");
        if (discount.rate().equals(Ratio.ZERO)) {
            throw new IllegalArgumentException("BuyerModel.discountedPurchases.discount must be above 0, but was "
                    + discount + ". Perhaps a value within a time was meant, which needs none.");
        }
        return perUnit(discount, unit);
    }

    static double perUnit(DiscountRate discount, ChronoUnit unit) {
        return Required.present(discount, "BuyerModel.discountedPurchases.discount")
                .effectivePer(FixedLength.require(unit, "BuyerModel.discountedPurchases.unit"));
    }

    /** The begin of a time that ends later. */
    static double from(double from, double to) {
        Doubles.notNegative(to, "BuyerModel.purchasesBetween.to");
        if (Doubles.notNegative(from, "BuyerModel.purchasesBetween.from") <= to) {
            return from;
        }
        throw new IllegalArgumentException(
                "BuyerModel.purchasesBetween.from must be at most the end, " + to + ", but was " + from + ".");
    }
}
