package io.github.planningmath.review;

import io.github.planningmath.kpi.Factor;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an effect on both sides of a review, over the months, of some products and one or all channels: its rate, its
 * price, or how many visits there were. Statistics; absent above effects, and for mixes and what no factor answers for.
 *
 * @param plan the plan's side
 * @param fact the fact's side
 * @param earlier what stood behind it through the month before, which is taken off; absent where all months count
 * @param factor the factor; absent above factors, and of the costs of the house
 * @param products by their places
 * @param channel by its place; {@link #ALL} for all, {@link #NONE} for what belongs to none
 */
record EffectRates(
        Side plan,
        Side fact,
        @Nullable EffectRates earlier,
        @Nullable Factor factor,
        List<Integer> products,
        int channel) {

    private static final int ALL = -1;
    private static final int NONE = -2;

    static EffectRates of(Side plan, Side fact, @Nullable EffectRates earlier) {
        return new EffectRates(plan, fact, earlier, null, List.of(), ALL);
    }

    private EffectRates with(@Nullable Factor of, List<Integer> ofProducts, int ofChannel) {
        return new EffectRates(
                plan,
                fact,
                earlier == null ? null : earlier.with(of, ofProducts, ofChannel),
                of,
                ofProducts,
                ofChannel);
    }

    /** Those of a part by effect: of the products that it is made of, which are those its owner answers for. */
    EffectRates of(Part part) {
        List<Integer> of = part.parts().stream()
                .map(product -> plan.cells.productIndex(product.name()))
                .toList();
        Factor factor = part.name().equals(Part.COSTS_OF_THE_HOUSE) ? null : Factor.labelled(part.name());
        return with(factor, of, ALL);
    }

    /** Those of a part within: of a product, or of a channel. */
    EffectRates within(Part part) {
        return switch (part.level()) {
            case PRODUCT -> with(factor, List.of(plan.cells.productIndex(part.name())), channel);
            case CHANNEL ->
                with(
                        factor,
                        products,
                        part.name().equals(Part.NO_CHANNEL) ? NONE : plan.cells.channelIndex(part.name()));
            default -> this;
        };
    }

    @Nullable
    Double planned() {
        return of(plan, earlier == null ? null : earlier.plan);
    }

    @Nullable
    Double actual() {
        return of(fact, earlier == null ? null : earlier.fact);
    }

    private @Nullable Double of(Side side, @Nullable Side before) {
        if (factor == null || channel == NONE) {
            return null;
        }
        ToDoubleFunction<Side> visits = of -> sum(of, of.funnel.visits);
        ToDoubleFunction<Side> contacts = of -> sum(of, of.funnel.contacts);
        ToDoubleFunction<Side> deals = of -> ofProducts(of::dealsOfAnyKind);
        ToDoubleFunction<Side> customers = of -> ofProducts(p -> of.customers[p].there());
        return switch (factor) {
            case TRAFFIC_VOLUME -> since(side, before, visits);
            case SITE_CONVERSION -> quotient(side, before, contacts, visits);
            case WARM_UP_RATE -> quotient(side, before, of -> sum(of, of.funnel.leads), contacts);
            case MANAGER_CONVERSION -> quotient(side, before, this::dealsOfDue, this::due);
            case RETENTION_RATE -> quotient(side, before, of -> ofProducts(p -> of.customers[p].stayed()), customers);
            case REPEAT_RATE -> quotient(side, before, of -> ofProducts(p -> of.customers[p].repeats()), customers);
            case PRICE -> quotient(side, before, of -> ofProducts(of.money.revenue::ofProduct), deals);
            case UNIT_COST -> quotient(side, before, of -> ofProducts(of.money.variableCost::ofProduct), deals);
            case COST_PER_VISIT -> quotient(side, before, of -> sum(of, of.money.trafficCost), visits);
            case PRODUCT_MIX, CHANNEL_MIX -> null;
        };
    }

    /** Leads that fell due. */
    private double due(Side side) {
        double due = 0;
        for (int month = 0; month < side.cells.months; month++) {
            for (int p : products) {
                for (int c : channels()) {
                    due += side.funnel.due(month, p, c);
                }
            }
        }
        return due;
    }

    /** Deals made of them. */
    private double dealsOfDue(Side side) {
        double deals = 0;
        for (int month = 0; month < side.cells.months; month++) {
            for (int p : products) {
                for (int c : channels()) {
                    for (int source = DealsOfLeads.BEFORE; source <= month; source++) {
                        deals += side.funnel.due(side.funnel.leads, source, month, p, c)
                                * side.deals.conversion(source, month, p, c);
                    }
                }
            }
        }
        return deals;
    }

    private double sum(Side side, double[] byCell) {
        double sum = 0;
        ReviewCells cells = side.cells;
        for (int month = 0; month < cells.months; month++) {
            for (int p : products) {
                for (int c : channels()) {
                    sum += byCell[cells.cell(month, p, c)];
                }
            }
        }
        return sum;
    }

    private int[] channels() {
        return channel == ALL ? IntStream.range(0, plan.cells.channels).toArray() : new int[] {channel};
    }

    private double ofProducts(IntToDoubleFunction each) {
        return products.stream().mapToDouble(each::applyAsDouble).sum();
    }

    private static double since(Side side, @Nullable Side before, ToDoubleFunction<Side> number) {
        return number.applyAsDouble(side) - (before == null ? 0 : number.applyAsDouble(before));
    }

    private static @Nullable Double quotient(
            Side side, @Nullable Side before, ToDoubleFunction<Side> part, ToDoubleFunction<Side> whole) {
        double of = since(side, before, whole);
        return of > 0 ? since(side, before, part) / of : null;
    }
}
