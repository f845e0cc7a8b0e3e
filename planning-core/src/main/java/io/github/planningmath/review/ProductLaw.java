package io.github.planningmath.review;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why norms that are "almost met" do not make a plan that is almost met: the revenue of new deals is a product of factors, so
 * what is met of it is the product of what is met of each. Four norms, each met at 88 %, make 59.97 % of it.
 *
 * @param shares what is met of each norm, at least one, each at least 0; a statistic
 */
public record ProductLaw(List<Double> shares) {

    public ProductLaw {
        shares = Required.list(shares, "ProductLaw.shares");
        shares.forEach(share -> Doubles.notNegative(share, "ProductLaw.shares"));
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("ProductLaw.shares must hold at least one, but was empty.");
        }
    }

    /**
     * What is met of the revenue of new deals, as far as these norms make it.
     *
     * @return the product of the shares
     */
    public double ofRevenue() {
        return shares.stream().reduce(1.0, (product, share) -> product * share);
    }

    /**
     * What every norm must be met at, all alike, for a wanted share of the revenue: {@code wanted^(1/n)}.
     *
     * @param wanted the share of the planned revenue of new deals, above 0
     * @return the share of each norm
     */
    public double ofEach(double wanted) {
        return Math.pow(Doubles.positive(wanted, "ProductLaw.wanted"), 1.0 / shares.size());
    }

    /**
     * Explains what the norms make of the revenue of new deals, and what each must reach.
     *
     * @param wanted the share of the planned revenue of new deals, above 0
     * @return one line, such as "88.00% × 88.00% = 77.44% of the planned revenue of new deals; for 90.00% of it each of 2 norms
     *     must reach 94.87%"
     */
    public String explain(double wanted) {
        return shares.stream().map(Fulfilment::percent).collect(Collectors.joining(" × ")) + " = "
                + Fulfilment.percent(ofRevenue()) + " of the planned revenue of new deals; for "
                + Fulfilment.percent(wanted) + " of it each of "
                + shares.size() + " norms must reach " + Fulfilment.percent(ofEach(wanted));
    }
}
