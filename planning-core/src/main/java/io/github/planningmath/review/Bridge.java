package io.github.planningmath.review;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classic bridge from plan to fact by price, volume and mix, for those who are used to it. With deals {@code q}, money
 * per deal {@code p}, the plan's mean {@code P = sum of q0 * p0 / sum of q0}:
 *
 * <pre>
 * volume = (sum of q1 - sum of q0) * P
 * mix    = sum of q1 * p0 - sum of q1 * P
 * price  = sum of (p1 - p0) * q1
 * </pre>
 *
 * <p>The three sum to the gap. Unlike the {@link Verdict} it depends on an order (price is taken at the deals there were) and
 * names no owner: {@link #reconcile} sets both side by side. A product that was not planned is taken at the plan's price.
 *
 * @param lines deals and money per deal by product
 */
public record Bridge(List<Line> lines) {

    /**
     * A product of the bridge; statistics.
     *
     * @param product the product's name
     * @param plannedDeals deals planned, at least 0
     * @param deals deals made, at least 0
     * @param plannedEach money per deal planned
     * @param each money per deal that it came to; as planned where there is no deal
     */
    public record Line(String product, double plannedDeals, double deals, double plannedEach, double each) {

        public Line {
            Required.name(product, "Bridge.Line.product");
            Doubles.notNegative(plannedDeals, "Bridge.Line.plannedDeals");
            Doubles.notNegative(deals, "Bridge.Line.deals");
            Doubles.between(plannedEach, -Double.MAX_VALUE, Double.MAX_VALUE, "Bridge.Line.plannedEach");
            Doubles.between(each, -Double.MAX_VALUE, Double.MAX_VALUE, "Bridge.Line.each");
        }
    }

    /**
     * A row of the reconciliation.
     *
     * @param name what the row is about
     * @param bridge what the bridge says
     * @param verdict what the verdict says
     */
    public record Row(String name, double bridge, double verdict) {

        public Row {
            Required.name(name, "Bridge.Row.name");
        }
    }

    public Bridge {
        lines = Required.list(lines, "Bridge.lines");
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Bridge.lines must hold at least one, but was empty.");
        }
    }

    /** As it is written and read: what follows from the lines stands beside them. */
    private record Document(
            @Nullable Double planned,
            @Nullable Double volume,
            @Nullable Double mix,
            @Nullable Double price,
            @Nullable Double fact,
            List<Line> lines) {}

    @DocumentForm.Read
    static Bridge of(Document given) {
        return new Bridge(given.lines);
    }

    @DocumentForm.Written
    Document document() {
        return new Document(planned(), volume(), mix(), price(), fact(), lines);
    }

    /**
     * The bridge of revenue.
     *
     * @param plan the plan
     * @param actuals what happened
     * @return the bridge over the months from the plan's first to the last that the actuals count
     * @throws IllegalArgumentException if the actuals do not fit the plan, see {@link Actuals#requireFits}
     */
    public static Bridge of(Plan plan, Actuals actuals) {
        KnownNumbers known = ActualsReading.of(plan, actuals);
        Side before = Side.ofPlan(plan, known.cells);
        Side after = Side.ofFact(plan, known, before);
        List<Line> lines = new ArrayList<>();
        for (int p = 0; p < known.cells.products; p++) {
            double price = plannedPrice(before, p);
            double deals = after.dealsOfAnyKind(p);
            lines.add(new Line(
                    known.cells.product(p).name(),
                    before.dealsOfAnyKind(p),
                    deals,
                    price,
                    deals > 0 ? after.money.revenue.ofProduct(p) / deals : price));
        }
        return new Bridge(lines);
    }

    /** The price of a planned deal, in the mean where it changes in time or on renewal; where none is planned, that of the last month. */
    private static double plannedPrice(Side plan, int p) {
        ReviewCells cells = plan.cells;
        BigDecimal last = cells.each(Measure.REVENUE, cells.months - 1, p);
        for (int month = 0; month < cells.months; month++) {
            boolean isOne = cells.each(Measure.REVENUE, month, p).compareTo(last) == 0
                    && cells.eachRepeat(Measure.REVENUE, month, p).compareTo(last) == 0;
            if (!isOne && plan.dealsOfAnyKind(p) > 0) {
                return plan.money.revenue.ofProduct(p) / plan.dealsOfAnyKind(p);
            }
        }
        return last.doubleValue();
    }

    /**
     * The part of more or fewer deals at the plan's mean.
     *
     * @return the volume variance
     */
    public double volume() {
        return (deals() - plannedDeals()) * plannedMean();
    }

    /**
     * The part of other products in the deals than planned.
     *
     * @return the mix variance; 0 where nothing was planned
     */
    public double mix() {
        return atPlannedPrice() - deals() * plannedMean();
    }

    /**
     * The part of other prices than planned, at the deals there were.
     *
     * @return the price variance
     */
    public double price() {
        return lines.stream()
                .mapToDouble(line -> line.deals() * (line.each() - line.plannedEach()))
                .sum();
    }

    /**
     * What was planned.
     *
     * @return {@code sum of q0 * p0}
     */
    public double planned() {
        return lines.stream()
                .mapToDouble(line -> line.plannedDeals() * line.plannedEach())
                .sum();
    }

    /**
     * What it came to.
     *
     * @return {@code sum of q1 * p1}, the planned amount with volume, mix and price added
     */
    public double fact() {
        return lines.stream().mapToDouble(line -> line.deals() * line.each()).sum();
    }

    /**
     * Sets the bridge beside a verdict on the same gap.
     *
     * @param verdict a verdict on revenue of the same plan and actuals
     * @return price; volume and mix together, which the verdict tells apart by what made the deals;
     *     and the gap, which both agree on
     * @throws IllegalArgumentException if the verdict is on another KPI
     */
    public List<Row> reconcile(Verdict verdict) {
        if (verdict.kpi() != Kpi.REVENUE) {
            throw new IllegalArgumentException(
                    "Bridge.reconcile must be given a verdict on revenue, but was given one on "
                            + verdict.kpi().label() + ".");
        }
        double gap = verdict.tree().effect();
        double price = verdict.of(Factor.PRICE);
        return List.of(
                new Row("price", price(), price),
                new Row("volume and mix", volume() + mix(), gap - price),
                new Row("gap", fact() - planned(), gap));
    }

    private double plannedDeals() {
        return lines.stream().mapToDouble(Line::plannedDeals).sum();
    }

    private double deals() {
        return lines.stream().mapToDouble(Line::deals).sum();
    }

    /** The plan's mean; where nothing was planned, the mean of the deals there were at the plan's prices. */
    private double plannedMean() {
        if (plannedDeals() > 0) {
            return planned() / plannedDeals();
        }
        return deals() == 0 ? 0 : atPlannedPrice() / deals();
    }

    private double atPlannedPrice() {
        return lines.stream()
                .mapToDouble(line -> line.deals() * line.plannedEach())
                .sum();
    }
}
