package io.github.planningmath.sales;

import io.github.planningmath.quantity.Ratio;

/**
 * What becomes of a customer after the first purchase: who stays, and who buys again.
 *
 * <p>Age is whole months since the first purchase, from 0. In each month customers of an age first make their repeat
 * deals, {@code deals = customers * repeat(age)}; then {@code customers * retention(age)} of them stay and are a month
 * older.
 */
@RepeatBehaviourJson
public interface RepeatBehaviour {

    /**
     * The share of customers of an age who are still customers a month later.
     *
     * @param age months since the first purchase, at least 0
     * @return the share, from 0 to 1
     * @throws IllegalArgumentException if the age is below 0
     */
    Ratio retention(int age);

    /**
     * The further deals that an active customer of an age makes in a month.
     *
     * @param age months since the first purchase, at least 0
     * @return deals per customer and month, at least 0; it may exceed 1
     * @throws IllegalArgumentException if the age is below 0
     */
    Ratio repeat(int age);

    /**
     * The behaviour of customers who buy once: nobody stays, nobody buys again.
     *
     * @return retention 0 and repeat 0 at every age
     */
    static RepeatBehaviour none() {
        return new ConstantRepeat(Ratio.ZERO, Ratio.ZERO);
    }
}
