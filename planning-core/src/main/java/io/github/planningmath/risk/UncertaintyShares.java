package io.github.planningmath.risk;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Driver;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the uncertainty of the profit is made of: the share of each doubted constant in its variance, and that of luck. They add up to 1.
 *
 * <p>What constants do together is split evenly among them (Shapley effects; Owen 2014, Sobol' indices and Shapley value,
 * SIAM/ASA Journal on Uncertainty Quantification 2, <a href="https://doi.org/10.1137/130936233">doi:10.1137/130936233</a>). A share that is
 * negligible may come out a little below 0.
 *
 * @param shares the greatest first
 * @param luck the share that is left where all constants are known
 */
public record UncertaintyShares(List<Share> shares, Double luck) {

    /**
     * The share of a constant, or of several that have something in common.
     *
     * @param drivers which
     * @param owner who answers for them
     * @param share of the variance
     * @param alone what would go at least if just these were known: their first-order effect
     * @param withOthers what goes at most: their total effect
     */
    public record Share(List<Driver<?>> drivers, Department owner, Double share, Double alone, Double withOthers) {

        public Share {
            drivers = Required.list(drivers, "Share.drivers");
            Required.present(owner, "Share.owner");
            Required.present(share, "Share.share");
            Required.present(alone, "Share.alone");
            Required.present(withOthers, "Share.withOthers");
        }

        @Override
        public String toString() {
            return drivers.stream().map(Driver::label).collect(Collectors.joining(" and ")) + " " + percent(share)
                    + " (" + owner.name().toLowerCase(Locale.ROOT) + ")";
        }
    }

    public UncertaintyShares {
        shares = Required.list(shares, "UncertaintyShares.shares").stream()
                .sorted(Comparator.comparing(Share::share).reversed())
                .toList();
        Required.present(luck, "UncertaintyShares.luck");
    }

    /**
     * The share of a department: that of all constants it answers for.
     *
     * @param department marketing, sales, or both for what both answer for
     * @return the sum of their shares
     */
    public double of(Department department) {
        return shares.stream()
                .filter(each -> each.owner() == department)
                .mapToDouble(Share::share)
                .sum();
    }

    private static String percent(double share) {
        return Math.abs(share) < 0.005 ? "below 0.5%" : Math.round(100 * share) + "%";
    }

    @Override
    public String toString() {
        return shares.stream().map(each -> each + " · ").collect(Collectors.joining()) + "luck " + percent(luck);
    }
}
