package io.github.planningmath.plan;

import io.github.planningmath.product.Product;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The amounts of a plan by month as longs of one scale, so that totals are sums of products of longs and stay exact. */
final class Prices {

    private final int scale;
    private final double unitsOfOne;

    /** By month, and within it by product or channel; months in which none changes share an array. */
    private final long[][] price;

    private final long[][] contribution;
    private final long[][] renewalPrice;
    private final long[][] renewalContribution;
    private final boolean renews;
    private final long @Nullable [][] perVisit;
    private final double[][] costOfVisit;

    Prices(List<PlanStretch> stretches) {
        scale = commonScale(stretches);
        unitsOfOne = Math.pow(10, scale);
        int months = stretches.get(stretches.size() - 1).to() + 1;
        price = new long[months][];
        contribution = new long[months][];
        renewalPrice = new long[months][];
        renewalContribution = new long[months][];
        renews = stretches.stream()
                .flatMap(stretch -> stretch.constants().assortment().products().stream())
                .anyMatch(product -> product.renewal() != null);
        costOfVisit = new double[months][];
        long[][] costs = new long[months][];
        boolean isPerVisit = true;
        for (PlanStretch stretch : stretches) {
            List<Product> products = stretch.constants().assortment().products();
            List<Channel> channels = stretch.constants().channels();
            fill(price, stretch, longs(products, Product::price));
            fill(contribution, stretch, longs(products, Product::contribution));
            fill(renewalPrice, stretch, renews ? longs(products, Product::renewalPrice) : price[stretch.from()]);
            fill(
                    renewalContribution,
                    stretch,
                    renews ? longs(products, Product::renewalContribution) : contribution[stretch.from()]);
            fill(
                    costOfVisit,
                    stretch,
                    channels.stream().mapToDouble(Prices::costOfVisit).toArray());
            isPerVisit &= channels.stream().allMatch(channel -> channel.cost().perVisit() != null);
            fill(
                    costs,
                    stretch,
                    isPerVisit
                            ? longs(
                                    channels,
                                    channel -> Objects.requireNonNull(
                                            channel.cost().perVisit()))
                            : new long[0]);
        }
        perVisit = isPerVisit ? costs : null;
    }

    private static <T> void fill(T[] byMonth, PlanStretch stretch, T values) {
        Arrays.fill(byMonth, stretch.from(), stretch.to() + 1, values);
    }

    private <T> long[] longs(List<T> of, Function<T, BigDecimal> amount) {
        return of.stream().mapToLong(each -> unscaled(amount.apply(each))).toArray();
    }

    private static double costOfVisit(Channel channel) {
        BigDecimal perVisit = channel.cost().perVisit();
        return perVisit == null ? 0 : perVisit.doubleValue();
    }

    /** Whether every visit of a channel costs the same in a month, however many there are. */
    boolean hasConstantPrices() {
        return perVisit != null;
    }

    /** Whether repeat deals of a product bring or cost, in some month, what is given for them alone. */
    boolean renews() {
        return renews;
    }

    /** What one new deal of a product adds to the measure in a month, scaled. */
    long perDeal(FinancialGoal.Measure measure, int product, int month) {
        return switch (measure) {
            case REVENUE -> price[month][product];
            case CONTRIBUTION, PROFIT -> contribution[month][product];
            case DEALS -> one();
            case CUSTOMERS -> 0;
        };
    }

    /** What one repeat deal of a product adds to the measure in a month, scaled. */
    long perRepeat(FinancialGoal.Measure measure, int product, int month) {
        return switch (measure) {
            case REVENUE -> renewalPrice[month][product];
            case CONTRIBUTION, PROFIT -> renewalContribution[month][product];
            case DEALS -> one();
            case CUSTOMERS -> 0;
        };
    }

    /** A whole one, scaled. */
    long one() {
        return unscaled(BigDecimal.ONE);
    }

    /** What a visit over a channel costs in a month, scaled; only where prices are constant. */
    long perVisit(int channel, int month) {
        if (perVisit == null) {
            throw new IllegalStateException("cost per visit depends on volume");
        }
        return perVisit[month][channel];
    }

    /** What a visit over a channel costs in a month, in money; 0 where the channel is priced by its month. */
    double costOfVisit(int channel, int month) {
        return costOfVisit[month][channel];
    }

    /** What one repeat deal of a product adds to the measure in a month, in money and as a statistic. */
    double worthOfRepeat(FinancialGoal.Measure measure, int product, int month) {
        return perRepeat(measure, product, month) / unitsOfOne;
    }

    /** What one new deal of a product adds to the measure in a month, in money and as a statistic. */
    double worthOfDeal(FinancialGoal.Measure measure, int product, int month) {
        return perDeal(measure, product, month) / unitsOfOne;
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

    private static int commonScale(List<PlanStretch> stretches) {
        int scale = 0;
        for (PlanStretch stretch : stretches) {
            for (Product product : stretch.constants().assortment().products()) {
                scale = Math.max(scale, product.price().scale());
                scale = Math.max(scale, product.contribution().scale());
                scale = Math.max(scale, product.renewalPrice().scale());
                scale = Math.max(scale, product.renewalContribution().scale());
            }
            for (Channel channel : stretch.constants().channels()) {
                BigDecimal cost = channel.cost().perVisit();
                scale = cost == null ? scale : Math.max(scale, cost.scale());
            }
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
