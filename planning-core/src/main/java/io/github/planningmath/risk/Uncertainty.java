package io.github.planningmath.risk;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.DocumentPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well the constants of a plan are known. What is not doubted is known exactly; doubts are independent of each other, but for
 * those that have something in common.
 *
 * <p>A constant is drawn once for a whole plan, all months and products alike: not to know a rate does not average out over
 * the months. Where a constant changes in time, the doubt is of its first value, and the later ones move with it: amounts and
 * ratios in proportion, rates in proportion of their odds.
 *
 * @param doubts the doubt of each constant that is not known: conversions, warm-up, retention and repeat rates, prices, unit costs,
 *     commissions, costs per visit and fixed costs
 * @param common what doubts have in common; each constant at most once
 */
public record Uncertainty(Map<Driver<?>, Doubt> doubts, List<Common> common) implements DocumentPart {

    private static final Uncertainty NONE = new Uncertainty(Map.of(), List.of());

    /**
     * Constants with one thing behind them, such as a market that is slow everywhere: their normal scores correlate (a
     * Gaussian copula), any two of them alike. The correlation of the rates themselves is close to that and not just it.
     *
     * @param drivers at least two, each once
     * @param correlation from {@code -1 / (drivers - 1)} to 1
     */
    public record Common(List<Driver<?>> drivers, Double correlation) implements DocumentPart {

        public Common {
            drivers = Required.list(drivers, "Common.drivers");
            Required.distinct(drivers, "Common.drivers");
            double given = Required.present(correlation, "Common.correlation");
            if (drivers.size() < 2) {
                throw new IllegalArgumentException(
                        "Common.drivers must be at least two, but was " + drivers.size() + ".");
            }
            double least = -1.0 / (drivers.size() - 1);
            if (!(given >= least && given <= 1)) {
                throw new IllegalArgumentException("Common.correlation must be from " + least + " to 1, or "
                        + drivers.size() + " constants cannot all correlate by it, but was " + given + ".");
            }
        }
    }

    public Uncertainty {
        doubts = copyOf(doubts);
        common = Required.list(common, "Uncertainty.common");
        Set<Driver<?>> seen = new HashSet<>();
        for (Common each : common) {
            for (Driver<?> driver : each.drivers()) {
                if (!doubts.containsKey(driver)) {
                    throw new IllegalArgumentException(
                            "Uncertainty.common must name constants that are doubted, but named " + driver + ".");
                }
                if (!seen.add(driver)) {
                    throw new IllegalArgumentException(
                            "Uncertainty.common must name a constant once, but named " + driver + " twice.");
                }
            }
        }
    }

    private static Map<Driver<?>, Doubt> copyOf(Map<Driver<?>, Doubt> doubts) {
        Map<Driver<?>, Doubt> copy = new LinkedHashMap<>();
        Required.present(doubts, "Uncertainty.doubts")
                .forEach((driver, doubt) -> copy.put(
                        Required.present(driver, "Uncertainty.driver"), Required.present(doubt, "Uncertainty.doubt")));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Constants that are known exactly: luck alone is left.
     *
     * @return no doubt
     */
    public static Uncertainty none() {
        return NONE;
    }

    /**
     * What the bases of constants leave open, of the first month's values: counts are {@link Doubt.Observed}, with as many successes of
     * trials as they are worth; what was measured is {@link Doubt.Spread}, by its standard error; what somebody judged is
     * {@link Doubt.Between}, in 80 % of all cases, for people give ranges too narrow. What is agreed, has no basis or is held whole, such
     * as a mix, is taken for known.
     *
     * @param constants the constants, with what they rest on
     * @return a doubt of each that rests on counts, measures or judgement
     * @throws IllegalArgumentException if counts are worth less than a trial, or a judgement is none of a constant of its kind
     */
    public static Uncertainty of(PlanningConstants constants) {
        return new Uncertainty(Bases.doubts(Required.present(constants, "Uncertainty.constants")), List.of());
    }

    /**
     * This uncertainty with the doubt of a constant: {@code with(Driver.price("crm"), Doubt.between("1100", "1300", rate))}.
     *
     * @param driver which constant
     * @param doubt how well it is known, instead of what was said of it before
     * @return the changed uncertainty
     */
    public Uncertainty with(Driver<?> driver, Doubt doubt) {
        Map<Driver<?>, Doubt> changed = new LinkedHashMap<>(doubts);
        changed.put(Required.present(driver, "Uncertainty.driver"), doubt);
        return new Uncertainty(changed, common);
    }

    /**
     * This uncertainty with one thing behind several constants.
     *
     * @param correlation of any two of them, from {@code -1 / (drivers - 1)} to 1
     * @param drivers constants that are doubted, at least two
     * @return the changed uncertainty
     * @throws IllegalArgumentException if they cannot all correlate by that, or one is not doubted or has something in
     *     common with others already
     */
    public Uncertainty together(double correlation, List<Driver<?>> drivers) {
        List<Common> changed = new ArrayList<>(common);
        changed.add(new Common(drivers, correlation));
        return new Uncertainty(doubts, changed);
    }
}
