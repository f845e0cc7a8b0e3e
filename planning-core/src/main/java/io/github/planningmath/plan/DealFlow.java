package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Rate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The new deals of one product: ordered, with the leads that are brought for them, made, and still to come.
 */
final class DealFlow {

    private final ProductLine line;
    private final Projection projection;
    private final @Nullable ProductRun run;

    /**
     * Of a product.
     *
     * @param run what its leads were asked for; absent where the traffic was given
     */
    DealFlow(ProductLine line, Projection projection, @Nullable ProductRun run) {
        this.line = line;
        this.projection = projection;
        this.run = run;
    }

    /** Month by month. */
    List<OrderedDeals> byMonth() {
        List<OrderedDeals> months = new ArrayList<>();
        CumulativeCounts made = projection.cells().deals()[line.index()];
        Fraction worth = ofPipeline();
        long orderedBefore = 0;
        for (int month = 0; month < line.months(); month++) {
            worth = worth.plus(worthOfLeads(month));
            Long ordered = run == null
                    ? null
                    : (Long) PlanOverflow.count(run.orderedThrough(month).ceiling(), "deals");
            months.add(new OrderedDeals(
                    projection.business().horizon().month(month),
                    line.product().name(),
                    ordered == null ? null : (Long) (ordered - orderedBefore),
                    made.in(month, 0),
                    PlanOverflow.count(worth.floor(), "deals") - made.through(month, 0)));
            orderedBefore = ordered == null ? 0 : ordered;
        }
        return months;
    }

    /** The deals of the leads that were open before the plan, whenever they are due. */
    private Fraction ofPipeline() {
        int last = line.pipeline().months() - 1;
        Fraction sum = projection.dealCourse(line).exactlyExpected(last);
        for (Position.OpenLeads leads : projection.business().openLeadsBeyondReach(line)) {
            int channel = line.funnel().channels().indexOf(leads.channel());
            Rate conversion = line.conversion(channel, last);
            sum = sum.plus(Fraction.of(leads.count(), 1).times(LeftOver.fraction(conversion)));
        }
        return sum;
    }

    /** All deals of the leads of a month. */
    private Fraction worthOfLeads(int month) {
        CumulativeCounts leads = projection.cells().leads()[line.index()];
        Fraction sum = Fraction.ZERO;
        for (int c = 0; c < line.channels(); c++) {
            long count = leads.in(month, c);
            sum = count == 0
                    ? sum
                    : sum.plus(Fraction.of(count, 1).times(line.funnel(month).worth(c)));
        }
        return sum;
    }
}
