package io.github.planningmath.sales;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;

/**
 * A step on the way from lead to deal: how many of those who took the step before reach it, and after how many months. The first
 * one is taken by leads, and the last one is the deal, whatever a business calls it ("won").
 *
 * <p>{@code expected at a stage = sum over months of expected at the one before * waits(age) * conversion}, at the conversion of the
 * month in which it is reached.
 *
 * @param name the stage's name
 * @param conversion the share of those of the stage before who reach this one, above 0 and at most 1
 * @param waits when they reach it, in months since they reached the one before
 */
public record SalesStage(String name, Rate conversion, SalesCycle waits) implements DocumentPart {

    public SalesStage {
        Required.name(name, "SalesStage.name");
        Required.present(conversion, "SalesStage.conversion");
        Required.present(waits, "SalesStage.waits");
    }

    /**
     * A stage that all reach after the same number of months.
     *
     * @param name the stage's name
     * @param conversion the share of those of the stage before who reach it, such as {@code "20%"}
     * @param months whole months since the stage before, from 0 to 120
     * @return the stage
     */
    public static SalesStage of(String name, String conversion, int months) {
        return new SalesStage(name, Rate.parse(conversion), SalesCycle.months(months));
    }

    /**
     * This stage at another conversion.
     *
     * @param value the share of those of the stage before who reach it
     * @return the changed stage
     */
    public SalesStage withConversion(Rate value) {
        return new SalesStage(name, value, waits);
    }

    @Override
    public String toString() {
        return name + " " + conversion + " after " + waits;
    }
}
