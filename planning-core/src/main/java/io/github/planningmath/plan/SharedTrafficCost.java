package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.AMOUNT;
import static io.github.planningmath.plan.Derivation.Operator.TIMES;

import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a channel that is priced by its month as a whole costs each product: the month's cost, split in proportion to the
 * visits by Webster's method, in the currency's minor unit or, where the cost is told finer, in its own last digit. So the
 * parts add up to the cost exactly.
 */
final class SharedTrafficCost {

    private final Projection projection;
    private final ResolvedBusiness business;
    private final int channel;
    private final int month;

    SharedTrafficCost(Projection projection, int channel, int month) {
        this.projection = projection;
        this.business = projection.business();
        this.channel = channel;
        this.month = month;
    }

    /** The part of some of the products. */
    BigDecimal of(List<ProductLine> lines) {
        BigDecimal cost = cost();
        if (cost.signum() == 0) {
            return BigDecimal.ZERO;
        }
        Map<String, Long> units = visits().apportion(units(cost));
        long sum = 0;
        for (ProductLine line : lines) {
            sum += units.getOrDefault(line.product().name(), 0L);
        }
        return unit(cost).multiply(BigDecimal.valueOf(sum));
    }

    /** The part of one product, derived. */
    Derivation derivation(ProductLine line) {
        BigDecimal cost = cost();
        String name = business.constants().channels().get(channel).name();
        String label = "cost of the traffic from " + name + " for "
                + line.product().name() + " in " + business.horizon().month(month);
        if (cost.signum() == 0) {
            return Given.amount(label, BigDecimal.ZERO);
        }
        BigDecimal unit = unit(cost);
        String all = "times " + unit.toPlainString() + " that all traffic from " + name + " costs in "
                + business.horizon().month(month);
        Mix<String> visits = visits();
        long units = units(cost);
        NormValue times = new NormValue.Count(
                visits.apportion(units).getOrDefault(line.product().name(), 0L));
        return Calculated.of(
                label,
                AMOUNT,
                TIMES,
                List.of(
                        new Derivation.Part(
                                "times",
                                new Derivation.Split(Given.count(all, units), visits, Map.of()),
                                line.product().name(),
                                times),
                        Given.amount("each", unit)));
    }

    /** Whether a product has visits over the channel at all. */
    boolean concerns(ProductLine line) {
        return line.place(channel) >= 0;
    }

    private BigDecimal cost() {
        return projection.trafficCost(channel, month);
    }

    /** Shares of the month's visits; a cost above 0 has some. */
    private Mix<String> visits() {
        Map<String, Ratio> visits = new LinkedHashMap<>();
        for (ProductLine line : business.lines()) {
            if (concerns(line)) {
                long ofProduct = projection.cells().visits()[line.index()].in(month, line.place(channel));
                visits.put(line.product().name(), Ratio.of(ofProduct));
            }
        }
        return Mix.ofWeights(visits);
    }

    private BigDecimal unit(BigDecimal cost) {
        int minor = business.constants().currency().getDefaultFractionDigits();
        return BigDecimal.ONE.movePointLeft(Math.max(cost.scale(), Math.max(0, minor)));
    }

    private long units(BigDecimal cost) {
        BigInteger units = cost.divide(unit(cost)).toBigIntegerExact();
        if (units.bitLength() < Long.SIZE - 1) {
            return units.longValueExact();
        }
        throw new ArithmeticException("TrafficCost.cost must fit in 18 digits to be split over products, but was "
                + cost.toPlainString() + ". Perhaps round it to the minor unit.");
    }
}
