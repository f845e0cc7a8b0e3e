package io.github.planningmath.product;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a repeat deal brings and costs, where that is another than of a new one: the tariff on renewal. What is not given is that of
 * a new deal, as it is in the month of the repeat deal.
 *
 * <p>Amounts are in the plan's currency, per deal, kept without trailing zeros. At least one is given.
 *
 * @param price the revenue of a repeat deal, above 0; null if it is that of a new one
 * @param unitCost what a repeat deal costs to deliver, at least 0; null if it is that of a new one
 * @param commission the share of its price that goes to whoever renews, from 0 to 1, a finite decimal so that amounts stay exact;
 *     null if it is that of a new deal
 */
@Value.Builder
public record Renewal(
        @Nullable BigDecimal price,
        @Nullable BigDecimal unitCost,
        @Nullable Ratio commission) implements WithRenewal {

    public Renewal {
        if (price == null && unitCost == null && commission == null) {
            throw new IllegalArgumentException(
                    "Renewal must have a price, a unit cost or a commission of its own, but had none."
                            + " Perhaps a product without renewal was meant.");
        }
        price = price == null ? null : Amounts.positive(price, "Renewal.price");
        unitCost = unitCost == null ? null : Amounts.notNegative(unitCost, "Renewal.unitCost");
        if (commission != null) {
            if (!(commission.compareTo(Ratio.ONE) <= 0)) {
                throw new IllegalArgumentException(
                        "Renewal.commission must be from 0 to 1, but was " + commission + ".");
            }
            Commission.requireFiniteDecimal(commission, "Renewal.commission");
        }
    }

    /** As a document gives it, each part where it has one. */
    private record Document(
            @Nullable BigDecimal price,
            @Nullable BigDecimal unitCost,
            @Nullable Ratio commission) implements DocumentPart {}

    @DocumentForm.Read
    static Renewal of(Document given) {
        return new Renewal(given.price, given.unitCost, given.commission);
    }

    /**
     * A renewal at its own price, at the unit cost and the commission of new deals.
     *
     * @param price a plain number above 0
     * @return the renewal; withers change the rest
     * @throws IllegalArgumentException if the price is no number or not above 0
     */
    public static Renewal at(String price) {
        return new Renewal(Amounts.parse(Required.present(price, "Renewal.price"), "Renewal.price"), null, null);
    }
}
