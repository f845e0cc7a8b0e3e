package io.github.planningmath.review;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** The money of one side over the months of the review; what is not known comes to what the plan's prices make it. */
final class MoneyFigures {

    private final Sheet sheet;
    private final Grid grid;
    private final Map<Measure, BigDecimal> totals = new EnumMap<>(Measure.class);

    /** By product. */
    final double[] revenue;

    final double[] variableCost;

    /** By product and channel. */
    final double[] trafficCost;

    /** Fixed costs and people. */
    final BigDecimal house;

    MoneyFigures(Sheet sheet, Sheet planned, FunnelFigures funnel, DealFigures deals, double[][] repeats, Rates rates) {
        this.sheet = sheet;
        grid = sheet.grid;
        revenue = new double[grid.products];
        variableCost = new double[grid.products];
        trafficCost = new double[grid.width()];
        for (Measure measure : Measure.values()) {
            if (measure.isMoney()) {
                totals.put(measure, sheet.total(measure));
            }
        }
        for (int p = 0; p < grid.products; p++) {
            BigDecimal price = grid.product(p).price();
            BigDecimal cost = price.subtract(grid.product(p).contribution());
            revenue[p] = money(Measure.REVENUE, p, deals, repeats[p], price);
            variableCost[p] = money(Measure.VARIABLE_COST, p, deals, repeats[p], cost);
        }
        fillTrafficCost(funnel, rates);
        house = house(planned);
    }

    /** What is given, and the deals that no amount is given for at the plan's price. */
    private double money(Measure measure, int p, DealFigures deals, double[] repeats, BigDecimal each) {
        double sum = 0;
        double unpriced = 0;
        for (int month = 0; month < grid.months; month++) {
            double priced = 0;
            for (int c = 0; c <= grid.channels; c++) {
                int place = grid.cell(month, p, c);
                double amount = sheet.values(measure)[place];
                if (!Double.isNaN(amount)) {
                    sum += amount;
                    priced += known(Measure.NEW_DEALS, place) + known(Measure.REPEAT_DEALS, place);
                }
            }
            if (Double.isNaN(sheet.values(measure)[grid.alone(month, p)])) {
                unpriced += Math.max(0, deals.byMonth[month * grid.products + p] + repeats[month] - priced);
            }
        }
        add(measure, unpriced, each);
        return sum + unpriced * each.doubleValue();
    }

    private double known(Measure measure, int place) {
        double number = sheet.values(measure)[place];
        return Double.isNaN(number) ? 0 : number;
    }

    private void add(Measure measure, double count, BigDecimal each) {
        if (count != 0) {
            totals.merge(measure, BigDecimal.valueOf(count).multiply(each), BigDecimal::add);
        }
    }

    private void fillTrafficCost(FunnelFigures funnel, Rates rates) {
        for (int c = 0; c < grid.channels; c++) {
            double unpriced = 0;
            double unpricedCost = 0;
            for (int p = 0; p < grid.products; p++) {
                int cell = grid.cell(p, c);
                for (int month = 0; month < grid.months; month++) {
                    int place = grid.cell(month, p, c);
                    double cost = sheet.values(Measure.TRAFFIC_COST)[place];
                    if (Double.isNaN(cost)) {
                        cost = funnel.visits[place] * rates.costPerVisit[cell];
                        unpriced += funnel.visits[place];
                        unpricedCost += cost;
                    }
                    trafficCost[cell] += cost;
                }
            }
            BigDecimal perVisit = grid.channel(c).cost().perVisit();
            if (perVisit == null) {
                add(Measure.TRAFFIC_COST, unpricedCost, BigDecimal.ONE);
            } else {
                add(Measure.TRAFFIC_COST, unpriced, perVisit);
            }
        }
    }

    private BigDecimal house(Sheet planned) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = 0; month < grid.months; month++) {
            BigDecimal known = sheet.house(month);
            BigDecimal costs = known == null ? planned.house(month) : known;
            sum = costs == null ? sum : sum.add(costs);
        }
        return sum;
    }

    /** The sum over all products, exactly where it was given exactly. */
    BigDecimal total(Measure measure) {
        return totals.getOrDefault(measure, BigDecimal.ZERO);
    }
}
