package io.github.planningmath.product;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;

/**
 * One line of what a seller says about a product: from what it has to what the customer gets out of it.
 *
 * <p>Call recording → control over the sales department → more sales from the same leads.
 *
 * @param feature what the product has or does: one line of text without blanks at its ends
 * @param benefit what that gives to the one who uses it: one line of text
 * @param result what it brings to the customer's business: one line of text
 */
public record Packaging(String feature, String benefit, String result) implements DocumentPart {

    public Packaging {
        Required.name(feature, "Packaging.feature");
        Required.name(benefit, "Packaging.benefit");
        Required.name(result, "Packaging.result");
    }
}
