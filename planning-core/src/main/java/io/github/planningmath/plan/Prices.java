package io.github.planningmath.plan;

import io.github.planningmath.product.Product;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The amounts of a plan as longs of one scale, so that totals are sums of products of longs and stay exact. */
final class Prices {

    private final int scale;
    private final long[] price;
    private final long[] contribution;
    private final long @Nullable [] perVisit;
    private final double[] leastPerVisit;
    private final double unitsOfOne;

    Prices(PlanningConstants constants) {
        List<Product> products = constants.assortment().products();
        List<BigDecimal> contributions =
                products.stream().map(Product::contribution).toList();
        scale = commonScale(constants, contributions);
        unitsOfOne = Math.pow(10, scale);
        price = products.stream().mapToLong(p -> unscaled(p.price())).toArray();
        contribution = contributions.stream().mapToLong(this::unscaled).toArray();
        perVisit = perVisit(constants.channels());
        leastPerVisit = constants.channels().stream()
                .mapToDouble(channel -> leastPerVisit(channel.cost().perVisit()))
                .toArray();
    }

    private static double leastPerVisit(@Nullable BigDecimal perVisit) {
        return perVisit == null ? 0 : perVisit.doubleValue();
    }

    boolean hasConstantPrices() {
        return perVisit != null;
    }

    /** What one deal of a product adds to the measure, scaled. */
    long perDeal(FinancialGoal.Measure measure, int product) {
        return measure == FinancialGoal.Measure.REVENUE ? price[product] : contribution[product];
    }

    /** What a visit over a channel costs, scaled; only where prices are constant. */
    long perVisit(int channel) {
        if (perVisit == null) {
            throw new IllegalStateException("cost per visit depends on volume");
        }
        return perVisit[channel];
    }

    /** What a visit over a channel costs, in money; 0 where the channel is priced by its month. */
    double leastPerVisit(int channel) {
        return leastPerVisit[channel];
    }

    /** What one deal of a product adds to the measure, in money and as a statistic. */
    double worthOfDeal(FinancialGoal.Measure measure, int product) {
        return perDeal(measure, product) / unitsOfOne;
    }

    int scale() {
        return scale;
    }

    BigDecimal amount(BigInteger unscaled) {
        return new BigDecimal(unscaled, scale);
    }

    /** The least scaled sum that reaches an amount. */
    BigInteger threshold(BigDecimal amount) {
        return amount.setScale(scale, java.math.RoundingMode.CEILING).unscaledValue();
    }

    private long @Nullable [] perVisit(List<Channel> channels) {
        long[] costs = new long[channels.size()];
        for (int c = 0; c < costs.length; c++) {
            BigDecimal cost = channels.get(c).cost().perVisit();
            if (cost == null) {
                return null;
            }
            costs[c] = unscaled(cost);
        }
        return costs;
    }

    private static int commonScale(PlanningConstants constants, List<BigDecimal> contributions) {
        int scale = 0;
        for (BigDecimal amount : contributions) {
            scale = Math.max(scale, amount.scale());
        }
        for (Product product : constants.assortment().products()) {
            scale = Math.max(scale, product.price().scale());
        }
        for (Channel channel : constants.channels()) {
            BigDecimal cost = channel.cost().perVisit();
            scale = cost == null ? scale : Math.max(scale, cost.scale());
        }
        return scale;
    }

    private long unscaled(BigDecimal amount) {
        BigInteger value = amount.setScale(scale).unscaledValue();
        if (value.bitLength() < Long.SIZE) {
            return value.longValueExact();
        }
        throw new ArithmeticException("PlanningConstants amounts must fit in 18 digits at their common scale of "
                + scale + ", but was " + amount + ". Perhaps give amounts in a larger unit.");
    }
}
