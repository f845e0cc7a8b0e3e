package io.github.planningmath.risk;

import io.github.planningmath.kpi.Kpi;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What is decided of a sum, whatever luck does: visits, and what they, people and the house cost. */
final class Decided {

    private final Exposure exposure;
    private final Measurement measurement;
    private final BigDecimal planned;
    private final Map<String, double[]> visitsWithDrawnPrice = new TreeMap<>();
    private final double fixedCostsDrawn;

    Decided(Exposure exposure, Measurement measurement) {
        this.exposure = exposure;
        this.measurement = measurement;
        planned = measurement.decided(exposure.plan(), exposure);
        readDrawnPrices();
        fixedCostsDrawn = fixedCosts();
    }

    private void readDrawnPrices() {
        if (measurement.signOfTrafficCost() == 0) {
            return;
        }
        for (Exposure.Visits cell : exposure.visits()) {
            if (measurement.has(cell.month())
                    && measurement.has(exposure.products().get(cell.product()))
                    && measurement.has(cell.channel())
                    && exposure.hasPricePerVisit(cell.channel())
                    && exposure.costPerVisit(cell.channel()).isDrawn()) {
                double[] visits =
                        visitsWithDrawnPrice.computeIfAbsent(cell.channel(), any -> new double[exposure.months()]);
                visits[cell.month()] += cell.count();
            }
        }
    }

    private double fixedCosts() {
        double sum = 0;
        if (measurement.kpi() == Kpi.PROFIT && exposure.fixedCosts().isDrawn()) {
            for (int month = Math.max(measurement.from(), exposure.start()); month <= measurement.to(); month++) {
                sum += exposure.fixedCosts(month).doubleValue();
            }
        }
        return sum;
    }

    /** On the plan's own constants, exactly. */
    BigDecimal planned() {
        return planned;
    }

    /** What a draw of the prices of visits and of fixed costs adds to that. */
    double byDraw(double[] draws) {
        double sum = 0;
        for (Map.Entry<String, double[]> each : visitsWithDrawnPrice.entrySet()) {
            Term price = exposure.costPerVisit(each.getKey());
            double[] visits = each.getValue();
            for (int month = 0; month < visits.length; month++) {
                if (visits[month] > 0) {
                    sum += visits[month] * (price.at(month, draws) - price.planned(month));
                }
            }
        }
        sum *= measurement.signOfTrafficCost();
        if (fixedCostsDrawn != 0) {
            Term costs = exposure.fixedCosts();
            sum -= fixedCostsDrawn * (costs.at(0, draws) / costs.planned(0) - 1);
        }
        return sum;
    }
}
