package io.github.planningmath.sales;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.util.List;

/**
 * A retention and a repeat rate for each age; the last one of a list continues for all higher ages.
 *
 * @param retention the share of customers who are still customers a month later, by age from 0; at least one, each from 0
 *     to 1
 * @param repeat further deals per active customer and month, by age from 0; at least one, each at least 0; it may be
 *     longer or shorter than the other list
 */
public record RepeatByAge(List<Ratio> retention, List<Ratio> repeat) implements RepeatBehaviour, DocumentPart {

    public RepeatByAge {
        retention = ratios(retention, "RepeatByAge.retention");
        repeat = ratios(repeat, "RepeatByAge.repeat");
        for (int age = 0; age < retention.size(); age++) {
            if (!(retention.get(age).compareTo(Ratio.ONE) <= 0)) {
                throw new IllegalArgumentException("RepeatByAge.retention must be from 0 to 1, but was "
                        + retention.get(age) + " at age " + age + ".");
            }
        }
    }

    @Override
    public Ratio retention(int age) {
        Ages.require(age, "RepeatByAge.retention");
        return atAge(retention, age);
    }

    @Override
    public Ratio repeat(int age) {
        Ages.require(age, "RepeatByAge.repeat");
        return atAge(repeat, age);
    }

    private static Ratio atAge(List<Ratio> ratios, int age) {
        return ratios.get(Math.min(age, ratios.size() - 1));
    }

    private static List<Ratio> ratios(List<Ratio> ratios, String component) {
        List<Ratio> copy = Required.list(ratios, component);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException(component + " must have at least one entry, but was [].");
        }
        return copy;
    }
}
