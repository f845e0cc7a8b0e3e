package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import org.jspecify.annotations.Nullable;

/** Who reached a stage of a product, in whole ones: rounded down month by month with what the month before left over. */
final class StageCounts {

    private final StageFlow flow;
    private final int stage;
    private final long[] through;

    /** By month, with what was left over before it. */
    private final Fraction[] exactly;

    private @Nullable Ratio leftOver;

    StageCounts(StageFlow flow, int stage, int months, @Nullable Ratio carried) {
        this.flow = flow;
        this.stage = stage;
        through = new long[months];
        exactly = new Fraction[months];
        leftOver = carried;
        for (int month = 0; month < months; month++) {
            exactly[month] = LeftOver.fraction(leftOver).plus(flow.reachedIn(stage, month));
            long before = month == 0 ? 0 : through[month - 1];
            through[month] = PlanOverflow.sum(before, PlanOverflow.count(exactly[month].floor(), "stages"), "stages");
            leftOver = LeftOver.of(exactly[month]);
        }
    }

    /** How many in some months. */
    long in(int from, int to) {
        return through[to] - (from == 0 ? 0 : through[from - 1]);
    }

    /** What the last month left over. */
    @Nullable
    Ratio leftOver() {
        return leftOver;
    }

    /** How many through a month before they are rounded down, as far as that is known. */
    Fraction exactlyThrough(int month) {
        return exactly[month].plus(Fraction.of(month == 0 ? 0 : through[month - 1], 1));
    }

    StageFlow flow() {
        return flow;
    }

    int stage() {
        return stage;
    }
}
