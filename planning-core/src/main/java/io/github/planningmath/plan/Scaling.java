package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A constant times a factor, where it is a number and stays within its set. */
final class Scaling {

    private Scaling() {}

    /** Whether constants of a kind are numbers; the others are held whole. */
    static boolean scales(Driver.Kind kind) {
        return switch (kind) {
            case PRICE,
                    UNIT_COST,
                    COMMISSION,
                    RENEWAL_PRICE,
                    RENEWAL_UNIT_COST,
                    RENEWAL_COMMISSION,
                    RETENTION,
                    REPEAT_RATE,
                    EXPANSION,
                    CONTRACTION,
                    SITE_CONVERSION,
                    WARM_UP_RATE,
                    COST_PER_VISIT,
                    VISIT_CEILING,
                    MANAGER_CONVERSION,
                    PRODUCT_CONVERSION,
                    STAGE_CONVERSION,
                    PRODUCT_STAGE_CONVERSION,
                    MARKET_POTENTIAL,
                    FIXED_COSTS -> true;
            case SEASON,
                    PRODUCT_SEASON,
                    PRODUCT_MIX,
                    REPEAT_BEHAVIOUR,
                    TRAFFIC_COST,
                    SALES_CYCLE,
                    CHANNEL_MIX,
                    PRODUCT_CYCLE,
                    PRODUCT_CHANNEL_MIX,
                    STAGE_WAITS,
                    PRODUCT_STAGE_WAITS,
                    PEOPLE_COST -> false;
        };
    }

    /** The constants with one of them times a factor in every month; null where it would leave its set. */
    static <V> @Nullable PlanningConstants scaled(PlanningConstants constants, Driver<V> driver, Ratio factor) {
        V first = driver.value(constants);
        return first == null ? null : Changes.changed(constants, driver, first, value -> times(driver, value, factor));
    }

    // what is scaled is of the type that it was
    @SuppressWarnings("unchecked")
    private static <V> @Nullable V times(Driver<V> driver, V value, Ratio factor) {
        if (value instanceof BigDecimal amount) {
            boolean isPrice = driver.kind() == Driver.Kind.PRICE || driver.kind() == Driver.Kind.RENEWAL_PRICE;
            return !isPrice || factor.numerator() > 0 ? (V) times(amount, factor) : null;
        }
        if (value instanceof Rate rate) {
            Ratio ratio = rate.toRatio().times(factor);
            return ratio.numerator() > 0 && isShare(ratio) ? (V) Rate.of(ratio.numerator(), ratio.denominator()) : null;
        }
        if (value instanceof Ratio ratio) {
            Ratio scaled = ratio.times(factor);
            boolean isAny = driver.kind() == Driver.Kind.REPEAT_RATE || driver.kind() == Driver.Kind.EXPANSION;
            return isAny || isShare(scaled) ? (V) scaled : null;
        }
        if (value instanceof Long count) {
            return (V) (Long) factor.yieldOf(count);
        }
        if (value instanceof MarketPotential market) {
            return (V) new MarketPotential(factor.yieldOf(market.total()), market.serviceable(), market.obtainable());
        }
        if (value instanceof FixedCosts costs) {
            return (V) new FixedCosts(times(costs.amount(), factor), costs.per());
        }
        throw new IllegalStateException(driver.toString());
    }

    private static boolean isShare(Ratio ratio) {
        return ratio.compareTo(Ratio.ONE) <= 0;
    }

    private static BigDecimal times(BigDecimal amount, Ratio factor) {
        return amount.multiply(BigDecimal.valueOf(factor.numerator())).divide(BigDecimal.valueOf(factor.denominator()));
    }

    static void requireFiniteDecimal(Ratio share) {
        if (!Amounts.isFiniteDecimal(share.denominator())) {
            throw new IllegalArgumentException(
                    "Sensitivity.change must have a finite decimal expansion, so that amounts stay exact, but was "
                            + share + ". Perhaps Rate.percent(10) was meant.");
        }
    }
}
