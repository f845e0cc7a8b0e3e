package io.github.planningmath.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A constant of a plan by month, and since when each value of it holds.
 *
 * @param <V> what its values are
 */
final class ByMonth<V> {

    private final List<V> values;

    /** By month, the first of those in a row that have its value. */
    private final int[] since;

    private ByMonth(List<V> values) {
        this.values = values;
        since = new int[values.size()];
        for (int month = 1; month < since.length; month++) {
            since[month] = values.get(month).equals(values.get(month - 1)) ? since[month - 1] : month;
        }
    }

    /** The constant as it is in each of the months of stretches. */
    static <V> ByMonth<V> of(List<PlanStretch> stretches, Function<PlanningConstants, V> value) {
        List<V> values = new ArrayList<>();
        for (PlanStretch stretch : stretches) {
            V ofStretch = value.apply(stretch.constants());
            for (int month = stretch.from(); month <= stretch.to(); month++) {
                values.add(ofStretch);
            }
        }
        return new ByMonth<>(values);
    }

    /** What two constants make together. */
    <W, R> ByMonth<R> with(ByMonth<W> other, BiFunction<V, W, R> made) {
        List<R> together = new ArrayList<>();
        for (int month = 0; month < values.size(); month++) {
            boolean isAsBefore = month > 0 && since(month) < month && other.since(month) < month;
            together.add(isAsBefore ? together.get(month - 1) : made.apply(in(month), other.in(month)));
        }
        return new ByMonth<>(together);
    }

    int months() {
        return values.size();
    }

    V in(int month) {
        return values.get(month);
    }

    /** The first of the months in a row, up to one, in which the value is the same. */
    int since(int month) {
        return since[month];
    }

    /** Whether the value is the same in all months. */
    boolean isSteady() {
        return since[since.length - 1] == 0;
    }
}
