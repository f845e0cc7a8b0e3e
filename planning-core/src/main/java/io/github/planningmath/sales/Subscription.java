package io.github.planningmath.sales;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;

/**
 * A subscription: who stays pays for another month, and what they pay for grows and shrinks with time.
 *
 * <p>A deal is a month of a subscription of the size that was sold. Of {@code n} customers of an age {@code n * retention} stay, and
 * they make {@code size(age + 1)} deals each, where
 *
 * <pre>size(0) = 1, size(age + 1) = size(age) * (1 + expansion - contraction)</pre>
 *
 * rounded down to nine decimals at each age. Expansion and contraction are kept apart because some customers take more while others
 * take less: net revenue retention is {@code retention * (1 + expansion - contraction)}, gross revenue retention
 * {@code retention * (1 - contraction)}, both by month and at one price. Where expansion and contraction are 0 it is
 * {@link ConstantRepeat} with a repeat rate that is the retention.
 *
 * <p>Expansion and contraction are the same at every age, and of all months: sizes are those of the age. A behaviour that is given
 * for later months as a whole gives customers of every age the sizes of its own from then on.
 *
 * @param retention the share of customers who are still customers a month later, from 0 to 1
 * @param expansion the share by which what those who stay pay for grows in a month, at least 0: further seats, a dearer tariff
 * @param contraction the share by which it shrinks, from 0 to 1: fewer seats, a cheaper tariff
 */
public record Subscription(Ratio retention, Ratio expansion, Ratio contraction)
        implements RepeatBehaviour, DocumentPart {

    private static final long BILLION = 1_000_000_000L;

    public Subscription {
        requireShare(retention, "Subscription.retention");
        Required.present(expansion, "Subscription.expansion");
        requireShare(contraction, "Subscription.contraction");
    }

    private static void requireShare(Ratio share, String component) {
        if (!(Required.present(share, component).compareTo(Ratio.ONE) <= 0)) {
            throw new IllegalArgumentException(component + " must be from 0 to 1, but was " + share + ".");
        }
    }

    /**
     * A subscription that neither grows nor shrinks.
     *
     * @param retention the share of customers who are still customers a month later, such as {@code "97%"}
     * @return the subscription
     */
    public static Subscription of(String retention) {
        return new Subscription(Ratio.parse(retention), Ratio.ZERO, Ratio.ZERO);
    }

    /**
     * A subscription.
     *
     * @param retention the share of customers who are still customers a month later, such as {@code "97%"}
     * @param expansion the share by which what they pay for grows in a month, such as {@code "2%"}
     * @param contraction the share by which it shrinks, such as {@code "1%"}
     * @return the subscription
     */
    public static Subscription of(String retention, String expansion, String contraction) {
        return new Subscription(Ratio.parse(retention), Ratio.parse(expansion), Ratio.parse(contraction));
    }

    @Override
    public Ratio retention(int age) {
        Ages.require(age, "Subscription.retention");
        return retention;
    }

    @Override
    public Ratio repeat(int age) {
        Ages.require(age, "Subscription.repeat");
        return isSteady() ? retention : Ratio.of(retention.yieldOf(billionths(age + 1)), BILLION);
    }

    /**
     * What a customer of an age pays for, in subscriptions of the size that was sold.
     *
     * @param age months since the first purchase, at least 0
     * @return the size, 1 at age 0
     * @throws IllegalArgumentException if the age is below 0
     * @throws ArithmeticException if the size does not fit in a long of billionths
     */
    public Ratio size(int age) {
        Ages.require(age, "Subscription.size");
        return isSteady() ? Ratio.ONE : Ratio.of(billionths(age), BILLION);
    }

    /**
     * The factor by which a size becomes that of the next month.
     *
     * @return {@code 1 + expansion - contraction}
     */
    public Ratio growth() {
        return contraction.complement().plus(expansion);
    }

    private boolean isSteady() {
        return expansion.equals(contraction);
    }

    private long billionths(int age) {
        Ratio growth = growth();
        long size = BILLION;
        for (int each = 0; each < age; each++) {
            size = growth.yieldOf(size);
        }
        return size;
    }
}
