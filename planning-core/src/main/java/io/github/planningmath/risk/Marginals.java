package io.github.planningmath.risk;

import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the doubt of a constant to the law of its draws. */
final class Marginals {

    private Marginals() {}

    /**
     * The law of one constant.
     *
     * @throws IllegalArgumentException if the plan does not have it, or it is none that may be doubted, or the doubt is none of a
     *     constant of its kind
     */
    static Marginal of(PlanningConstants constants, Driver<?> driver, Doubt doubt) {
        boolean isShare = isShare(driver);
        double planned = planned(constants, driver);
        if (doubt instanceof Doubt.Observed observed) {
            if (!isShare) {
                throw refusal(driver, "a range or a spread, for it is no rate that is counted", doubt);
            }
            return new BetaMarginal(observed.successesInAll(), observed.failuresInAll());
        }
        if (doubt instanceof Doubt.Between between) {
            double score = NormalLaw.score((1 + between.within().toDouble()) / 2);
            double low = between.low().doubleValue();
            double high = between.high().doubleValue();
            if (!isShare) {
                return LogNormalMarginal.ofQuantiles(low, high, score);
            }
            if (high >= 1) {
                throw refusal(driver, "a range below 1, for it is a rate", doubt);
            }
            return BetaMarginal.ofQuantiles(low, high, score);
        }
        double deviation = ((Doubt.Spread) doubt).deviation().toDouble();
        if (planned == 0) {
            throw refusal(driver, "a range, for its value is 0", doubt);
        }
        if (!isShare) {
            return LogNormalMarginal.ofMean(planned, deviation);
        }
        if (deviation * deviation * planned >= 1 - planned) {
            throw refusal(driver, "less than what would make it 0% or 100%, for it is a rate of " + planned, doubt);
        }
        return BetaMarginal.ofMean(planned, deviation * deviation * planned * planned);
    }

    /** The doubt of a rate that is left when so many more were counted: of any kind it is a beta law, and stays one. */
    static Doubt after(PlanningConstants constants, Driver<?> driver, Doubt doubt, long successes, long trials) {
        if (doubt instanceof Doubt.Observed observed) {
            return observed.plus(successes, trials);
        }
        BetaMarginal before = (BetaMarginal) of(constants, driver, doubt);
        return new Doubt.Observed(successes, trials, new Doubt.Prior(before.successes(), before.failures()));
    }

    private static IllegalArgumentException refusal(Driver<?> driver, String accepted, Doubt doubt) {
        return new IllegalArgumentException(
                "Uncertainty.doubts of " + driver + " must be " + accepted + ", but was " + doubt + ".");
    }

    private static final Set<Driver.Kind> SHARES = EnumSet.of(
            Driver.Kind.SITE_CONVERSION,
            Driver.Kind.WARM_UP_RATE,
            Driver.Kind.MANAGER_CONVERSION,
            Driver.Kind.PRODUCT_CONVERSION,
            Driver.Kind.RETENTION,
            Driver.Kind.COMMISSION,
            Driver.Kind.RENEWAL_COMMISSION);

    private static final Set<Driver.Kind> AMOUNTS = EnumSet.of(
            Driver.Kind.REPEAT_RATE,
            Driver.Kind.PRICE,
            Driver.Kind.UNIT_COST,
            Driver.Kind.RENEWAL_PRICE,
            Driver.Kind.RENEWAL_UNIT_COST,
            Driver.Kind.COST_PER_VISIT,
            Driver.Kind.FIXED_COSTS);

    /** Whether it is a number of which there are draws. */
    static boolean mayBeDoubted(Driver<?> driver) {
        return SHARES.contains(driver.kind()) || AMOUNTS.contains(driver.kind());
    }

    /** Whether it is at most 1 and moves by its odds. */
    static boolean isShare(Driver<?> driver) {
        if (!mayBeDoubted(driver)) {
            throw new IllegalArgumentException("Uncertainty.doubts must be of conversions, warm-up, retention and"
                    + " repeat rates, prices, unit costs, commissions, costs per visit and fixed costs, but was of "
                    + driver + ".");
        }
        return SHARES.contains(driver.kind());
    }

    static double planned(PlanningConstants constants, Driver<?> driver) {
        Object value = value(constants, driver);
        if (value instanceof Rate rate) {
            return rate.toDouble();
        }
        if (value instanceof Ratio ratio) {
            return ratio.toDouble();
        }
        if (value instanceof BigDecimal amount) {
            return amount.doubleValue();
        }
        if (value instanceof FixedCosts costs) {
            return costs.amount().doubleValue();
        }
        throw new IllegalArgumentException("Uncertainty.doubts must be of constants that the plan has, but was of "
                + driver + ", which is not given.");
    }

    private static <V> @Nullable V value(PlanningConstants constants, Driver<V> driver) {
        return constants.value(driver);
    }
}
