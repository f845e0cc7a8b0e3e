package io.github.planningmath.plan;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.LifetimeHorizon;
import io.github.planningmath.lifetime.Payback;
import io.github.planningmath.lifetime.ValueBasis;
import io.github.planningmath.lifetime.ValueToCost;
import io.github.planningmath.product.Product;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.Subscription;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer of a product brings for life against what it costs to win one, from the plan's own constants: its repeat
 * behaviour, its contribution per deal and its traffic. Both sides stand on contribution, so the ratio is one. Statistics.
 *
 * <p>A customer makes the first deal now, and of those who are still customers after {@code k} months {@code repeat(k)} make a
 * further one in the month after: {@code value = contribution + renewal * sum over k >= 0 of alive(k) * repeat(k) / (1 + d)^(k + 1)}
 * with {@code renewal} the contribution of a repeat deal, that of a new one where the product has no renewal of its own, {@code alive(k + 1) = alive(k) * retention(k)} and {@code d} the discount of a month. Amounts are those in force in the
 * plan's last month: what customers bring lies after it for the most part.
 *
 * <p>Winning one costs {@code traffic cost / (sum over leads of manager conversion)}: the traffic of the plan over the deals that
 * its leads make, in the plan or after it. Neither people nor initiatives are in it.
 *
 * @param product the product's name
 * @param lifetimeValue what a customer brings of contribution, the first deal included, finite
 * @param acquisitionCost what the traffic for a customer costs, at least 0; null where the plan brings no leads for the product
 * @param payback when that has come back, in months, discounted as the value is; null where there is no cost to come back
 */
public record UnitEconomics(
        String product,
        Double lifetimeValue,
        @Nullable Double acquisitionCost,
        @Nullable Payback payback) {

    /** What is left of a customer is nothing, relative to what the customer brought. */
    private static final double NEGLIGIBLE = 1e-16;

    private static final int LONGEST = 100_000;

    public UnitEconomics {
        Required.name(product, "UnitEconomics.product");
        Doubles.between(lifetimeValue, -Double.MAX_VALUE, Double.MAX_VALUE, "UnitEconomics.lifetimeValue");
        if (acquisitionCost != null) {
            Doubles.notNegative(acquisitionCost, "UnitEconomics.acquisitionCost");
        }
    }

    /**
     * The economics of one product.
     *
     * @param plan the plan
     * @param product the product's name
     * @param discount what later amounts are discounted at
     * @return value, cost and payback
     * @throws IllegalArgumentException if no product has that name, customers never leave and are not discounted, or
     *     subscriptions grow by more than is discounted
     */
    public static UnitEconomics of(Plan plan, String product, DiscountRate discount) {
        PlanningConstants constants =
                Required.present(plan, "UnitEconomics.plan").constants();
        PlanningConstants last = constants.in(constants.horizon().last());
        Product sold = last.assortment().product(product);
        double factor =
                1 / (1 + Required.present(discount, "UnitEconomics.discount").effectivePer(ChronoUnit.MONTHS));
        Course course = new Course(
                sold.contribution().doubleValue(), sold.renewalContribution().doubleValue(), sold.repeat(), factor);
        Double cost = acquisitionCost(plan, product);
        double value = course.lifetimeValue(product);
        return new UnitEconomics(product, value, cost, cost == null || cost == 0 ? null : course.payback(cost, value));
    }

    /**
     * The economics of all products.
     *
     * @param plan the plan
     * @param discount what later amounts are discounted at
     * @return by product, in the assortment's order
     * @throws IllegalArgumentException if customers never leave and are not discounted
     */
    public static List<UnitEconomics> of(Plan plan, DiscountRate discount) {
        return Required.present(plan, "UnitEconomics.plan").constants().assortment().products().stream()
                .map(product -> of(plan, product.name(), discount))
                .toList();
    }

    /**
     * Value and cost side by side (LTV : CAC).
     *
     * @return both, with their ratio; null where winning a customer costs nothing, or no leads are brought
     */
    public @Nullable ValueToCost valueToCost() {
        return acquisitionCost == null || acquisitionCost == 0
                ? null
                : new ValueToCost(ValueBasis.CONTRIBUTION_MARGIN, lifetimeValue, acquisitionCost);
    }

    private static @Nullable Double acquisitionCost(Plan plan, String product) {
        Scope all = Scope.all().product(product);
        BigDecimal cost = plan.trafficCost(all);
        double deals = 0;
        PlanningConstants constants = plan.constants();
        Set<String> channels = Changes.channels(constants.assortment().product(product), constants);
        for (YearMonth month : constants.horizon().all()) {
            for (String channel : channels) {
                double ofLead = constants.dealsByAge(product, channel, month).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                deals += plan.leads(all.in(month).channel(channel)) * ofLead;
            }
        }
        return deals > 0 ? (Double) (cost.doubleValue() / deals) : null;
    }

    /** What one customer brings, month by month. */
    private record Course(double contribution, double renewal, RepeatBehaviour behaviour, double factor) {

        double lifetimeValue(String product) {
            if (behaviour instanceof ConstantRepeat same) {
                double repeat = same.repeat().toDouble();
                double left = 1 - same.retention().toDouble() * factor;
                if (repeat > 0 && !(left > 0)) {
                    throw neverEnds(product);
                }
                return value(1 + (repeat == 0 ? 0 : repeat * factor / left));
            }
            if (behaviour instanceof Subscription subscription) {
                return ofSubscription(subscription, product);
            }
            double sum = 1;
            double alive = factor;
            int age = 0;
            while (alive > NEGLIGIBLE * sum && age < LONGEST) {
                sum += alive * behaviour.repeat(age).toDouble();
                alive *= factor * behaviour.retention(age).toDouble();
                age++;
            }
            if (alive > NEGLIGIBLE * sum) {
                throw neverEnds(product);
            }
            return value(sum);
        }

        /** A series of which each month is the same part of the one before: what stays, by what it grows. */
        private double ofSubscription(Subscription subscription, String product) {
            double part = retention(subscription) * factor;
            if (!(part < 1)) {
                throw new IllegalArgumentException("UnitEconomics.discount must be above what the subscriptions of "
                        + product + " grow by, customers lost included, but they grow for ever.");
            }
            return value(1 / (1 - part));
        }

        /** Net revenue retention. */
        private static double retention(Subscription subscription) {
            return subscription.retention().toDouble() * subscription.growth().toDouble();
        }

        /** Deals of a customer of an age, in doubles at any age. */
        private double repeat(int age) {
            return behaviour instanceof Subscription subscription
                    ? subscription.retention().toDouble()
                            * Math.pow(subscription.growth().toDouble(), age + 1)
                    : behaviour.repeat(age).toDouble();
        }

        /** What so many deals bring, the first of them new. */
        private double value(double deals) {
            return contribution == renewal ? contribution * deals : contribution + renewal * (deals - 1);
        }

        private static IllegalArgumentException neverEnds(String product) {
            return new IllegalArgumentException(
                    "UnitEconomics.discount must be above 0 where customers never leave, as those of " + product
                            + " do not.");
        }

        Payback payback(double cost, double value) {
            double sum = contribution;
            double alive = factor;
            for (int months = 0; months < LONGEST; months++) {
                if (sum >= cost) {
                    return new Payback.PaidBack(ValueBasis.CONTRIBUTION_MARGIN, months, (double) months);
                }
                if (!(alive > NEGLIGIBLE)) {
                    break;
                }
                double further = renewal * alive * repeat(months);
                if (further > 0 && sum + further >= cost) {
                    return new Payback.PaidBack(
                            ValueBasis.CONTRIBUTION_MARGIN, months + 1, months + (cost - sum) / further);
                }
                sum += further;
                alive *= factor * behaviour.retention(months).toDouble();
            }
            return new Payback.NotPaidBack(ValueBasis.CONTRIBUTION_MARGIN, cost, value, LifetimeHorizon.unbounded());
        }
    }
}
