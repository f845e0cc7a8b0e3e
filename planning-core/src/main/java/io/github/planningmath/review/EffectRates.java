package io.github.planningmath.review;

import io.github.planningmath.kpi.Factor;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind an effect on both sides of a review, over the months, of some products and one or all channels: its rate, its
 * price, or how many visits there were. Statistics; absent above effects, and for mixes and what no factor answers for.
 *
 * @param plan the plan's side
 * @param fact the fact's side
 * @param factor the factor; absent above factors, and of the costs of the house
 * @param products by their places
 * @param channel by its place; {@link #ALL} for all, {@link #NONE} for what belongs to none
 */
record EffectRates(Side plan, Side fact, @Nullable Factor factor, List<Integer> products, int channel) {

    private static final int ALL = -1;
    private static final int NONE = -2;

    static EffectRates of(Side plan, Side fact) {
        return new EffectRates(plan, fact, null, List.of(), ALL);
    }

    /** Those of a part by effect: of the products that it is made of, which are those its owner answers for. */
    EffectRates of(Part part) {
        List<Integer> of = part.parts().stream()
                .map(product -> plan.cells.productIndex(product.name()))
                .toList();
        Factor factor = part.name().equals(Part.COSTS_OF_THE_HOUSE) ? null : Factor.labelled(part.name());
        return new EffectRates(plan, fact, factor, of, ALL);
    }

    /** Those of a part within: of a product, or of a channel. */
    EffectRates within(Part part) {
        return switch (part.level()) {
            case PRODUCT -> new EffectRates(plan, fact, factor, List.of(plan.cells.productIndex(part.name())), channel);
            case CHANNEL ->
                new EffectRates(
                        plan,
                        fact,
                        factor,
                        products,
                        part.name().equals(Part.NO_CHANNEL) ? NONE : plan.cells.channelIndex(part.name()));
            default -> this;
        };
    }

    @Nullable
    Double planned() {
        return of(plan);
    }

    @Nullable
    Double actual() {
        return of(fact);
    }

    private @Nullable Double of(Side side) {
        if (factor == null || channel == NONE) {
            return null;
        }
        double[] visits = side.funnel.visits;
        double[] contacts = side.funnel.contacts;
        return switch (factor) {
            case TRAFFIC_VOLUME -> sum(visits);
            case SITE_CONVERSION -> quotient(sum(contacts), sum(visits));
            case WARM_UP_RATE -> quotient(sum(side.funnel.leads), sum(contacts));
            case MANAGER_CONVERSION -> managerConversion(side);
            case RETENTION_RATE ->
                quotient(ofProducts(p -> side.customers[p].stayed()), ofProducts(p -> side.customers[p].there()));
            case REPEAT_RATE ->
                quotient(ofProducts(p -> side.customers[p].repeats()), ofProducts(p -> side.customers[p].there()));
            case PRICE -> quotient(ofProducts(side.money.revenue::ofProduct), ofProducts(side::dealsOfAnyKind));
            case UNIT_COST ->
                quotient(ofProducts(side.money.variableCost::ofProduct), ofProducts(side::dealsOfAnyKind));
            case COST_PER_VISIT -> quotient(sum(side.money.trafficCost), sum(visits));
            case PRODUCT_MIX, CHANNEL_MIX -> null;
        };
    }

    private @Nullable Double managerConversion(Side side) {
        double due = 0;
        double deals = 0;
        ReviewCells cells = side.cells;
        for (int month = 0; month < cells.months; month++) {
            for (int p : products) {
                for (int c : channels()) {
                    due += side.funnel.due(month, p, c);
                    for (int source = DealsOfLeads.BEFORE; source <= month; source++) {
                        deals += side.funnel.due(side.funnel.leads, source, month, p, c)
                                * side.deals.conversion(source, month, p, c);
                    }
                }
            }
        }
        return quotient(deals, due);
    }

    private double sum(double[] byCell) {
        double sum = 0;
        ReviewCells cells = plan.cells;
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

    private static @Nullable Double quotient(double part, double whole) {
        return whole > 0 ? part / whole : null;
    }
}
