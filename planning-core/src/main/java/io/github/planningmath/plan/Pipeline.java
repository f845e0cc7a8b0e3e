package io.github.planningmath.plan;

import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product's open leads of the opening position, and the deals that are expected of them.
 *
 * @param leads by due month and channel of the funnel, {@code [month * size + c]}
 * @param units expected deals from open leads and the carried fraction, cumulative by month, in units of the funnel
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier on the hot path, never compared
record Pipeline(long[] leads, long[] units) {

    static Pipeline none(Funnel funnel, int months) {
        return new Pipeline(new long[months * funnel.size()], new long[months]);
    }

    /** The leads that fall due in so many months from the first; later ones only wait. */
    static Pipeline of(
            Funnel funnel, int months, YearMonth first, List<Position.OpenLeads> open, @Nullable Ratio carriedDeals) {
        Pipeline pipeline = none(funnel, months);
        if (carriedDeals != null) {
            pipeline.add(0, carriedDeals.numerator(), funnel.denominator() / carriedDeals.denominator());
        }
        for (Position.OpenLeads due : open) {
            long month = first.until(due.due(), ChronoUnit.MONTHS);
            if (month < months) {
                int channel = funnel.channels().indexOf(due.channel());
                pipeline.leads[(int) month * funnel.size() + channel] = due.count();
                pipeline.add((int) month, due.count(), funnel.units(channel));
            }
        }
        for (int month = 1; month < months; month++) {
            pipeline.units[month] = PlanOverflow.sum(pipeline.units[month], pipeline.units[month - 1], "openLeads");
        }
        return pipeline;
    }

    int months() {
        return units.length;
    }

    private void add(int month, long count, long unitsOfOne) {
        units[month] =
                PlanOverflow.sum(units[month], PlanOverflow.product(count, unitsOfOne, "openLeads"), "openLeads");
    }
}
