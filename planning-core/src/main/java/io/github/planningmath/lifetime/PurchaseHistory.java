package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;

/**
 * What a buyer model needs to know of one customer: how often the customer bought again, when last, and how long the
 * customer has been observed.
 *
 * <p>Times count from the customer's first purchase, in one unit for all customers. Several purchases at one time are one.
 *
 * @param frequency repeat purchases, the first not among them; from 0 to 2,147,483,647
 * @param recency time from the first purchase to the last; 0 exactly where there is no repeat purchase
 * @param age time from the first purchase to the end of observation; at least the recency
 */
public record PurchaseHistory(Long frequency, Double recency, Double age) {

    public PurchaseHistory {
        Required.count(frequency, "PurchaseHistory.frequency");
        recency = Doubles.notNegative(recency, "PurchaseHistory.recency");
        age = Doubles.notNegative(age, "PurchaseHistory.age");
        require(frequency, recency, age);
    }

    /**
     * A history.
     *
     * @param frequency repeat purchases
     * @param recency time from the first purchase to the last
     * @param age time from the first purchase to the end of observation
     * @return the history
     * @throws IllegalArgumentException if the three do not go together
     */
    public static PurchaseHistory of(long frequency, double recency, double age) {
        return new PurchaseHistory(frequency, recency, age);
    }

    /**
     * The history of a customer who has just bought for the first time.
     *
     * @return frequency, recency and age 0
     */
    public static PurchaseHistory newCustomer() {
        return new PurchaseHistory(0L, 0.0, 0.0);
    }

    /** What holds between the three, for one history and for a row of columns alike. */
    static void require(long frequency, double recency, double age) {
        if (!(frequency <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "PurchaseHistory.frequency must be at most " + Integer.MAX_VALUE + ", but was " + frequency + ".");
        }
        if (!(recency <= age)) {
            throw new IllegalArgumentException("PurchaseHistory.recency must be at most the age, but was " + recency
                    + " at age " + age + ". Perhaps recency was taken as time since the last purchase:"
                    + " here it is time from the first purchase to the last.");
        }
        if (!(frequency == 0 ? recency == 0 : recency > 0)) {
            throw new IllegalArgumentException(
                    "PurchaseHistory.recency must be above 0 exactly where there is a repeat purchase, but was "
                            + recency + " at frequency " + frequency
                            + ". Perhaps the first purchase was counted, or purchases of one day were.");
        }
    }
}
