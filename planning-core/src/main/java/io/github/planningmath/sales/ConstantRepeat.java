package io.github.planningmath.sales;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;

/**
 * The same retention and the same repeat rate at every age.
 *
 * <p>{@code n} customers are {@code n * retention^m} after {@code m} months.
 *
 * @param retention the share of customers who are still customers a month later, from 0 to 1
 * @param repeat further deals per active customer and month, at least 0
 */
public record ConstantRepeat(Ratio retention, Ratio repeat) implements RepeatBehaviour, DocumentPart {

    public ConstantRepeat {
        Required.present(retention, "ConstantRepeat.retention");
        Required.present(repeat, "ConstantRepeat.repeat");
        if (!(retention.compareTo(Ratio.ONE) <= 0)) {
            throw new IllegalArgumentException(
                    "ConstantRepeat.retention must be from 0 to 1, but was " + retention + ".");
        }
    }

    @Override
    public Ratio retention(int age) {
        Ages.require(age, "ConstantRepeat.retention");
        return retention;
    }

    @Override
    public Ratio repeat(int age) {
        Ages.require(age, "ConstantRepeat.repeat");
        return repeat;
    }
}
