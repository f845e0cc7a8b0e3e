package io.github.planningmath.plan;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Months in a row in which an amount is the same.
 *
 * @param from the index of the first
 * @param to the index of the last
 * @param amount the amount
 * @param since the month in which it came into force; absent where it never changes
 */
record AmountRun(
        int from, int to, BigDecimal amount, @Nullable YearMonth since) {

    /** The runs of an amount of the constants, of months that a scope has. */
    static List<AmountRun> of(
            ResolvedBusiness business, Selection selection, Function<PlanningConstants, BigDecimal> amount) {
        List<AmountRun> all = new ArrayList<>();
        for (PlanStretch stretch : business.stretches()) {
            BigDecimal value = amount.apply(stretch.constants());
            AmountRun before = all.isEmpty() ? null : all.get(all.size() - 1);
            if (before != null && before.amount.compareTo(value) == 0) {
                all.set(all.size() - 1, new AmountRun(before.from, stretch.to(), value, before.since));
            } else {
                all.add(new AmountRun(
                        stretch.from(), stretch.to(), value, business.horizon().month(stretch.from())));
            }
        }
        boolean isConstant = all.size() == 1;
        return all.stream()
                .filter(run -> run.from <= selection.to() && run.to >= selection.from())
                .map(run -> new AmountRun(
                        Math.max(run.from, selection.from()),
                        Math.min(run.to, selection.to()),
                        run.amount,
                        isConstant ? null : run.since))
                .toList();
    }

    /** What the amount is called, and since when it holds where it changes. */
    String label(String name) {
        return since == null ? name : name + " from " + since;
    }

    /** Whether these are all months of a scope. */
    boolean isAllOf(Selection selection) {
        return from == selection.from() && to == selection.to();
    }
}
