package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Apportionment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When to spend where effects last: one budget split over channels and periods whose stocks of advertising carry over, from no
 * stock at the start.
 *
 * <p>It makes {@code sum over channels and t of season(t) * curve(stock(t))} as great as it can be, where
 * {@code stock(t) = spend(t) + carryOver * stock(t - 1)}, every spend is at least 0 and all spends are the budget. Nothing is
 * counted of what a stock brings after the last period; so the last spends are small, and may be 0.
 *
 * <p>In stocks the budget is linear and the spends' bounds are {@code stock(t) / carryOver^t} not falling, so at a given
 * multiplier each channel is an isotonic regression, solved exactly by pooling neighbours that violate it; the multiplier is
 * the one at which the budget is spent. Amounts are statistics, not rounded to whole units. The order in which channels are
 * given changes nothing but the order of the result.
 *
 * <p>Source of the pooling: R. E. Barlow, D. J. Bartholomew, J. M. Bremner, H. D. Brunk, Statistical Inference under Order
 * Restrictions, Wiley, 1972, chapter 1.
 *
 * @param spends by channel, in the order given, for each period
 * @param outcome what they bring over all periods
 * @param marginalReturn what a further unit of money brings
 * @param residual the greatest relative violation of the conditions of optimality: a further unit in any period of any channel
 *     brings the marginal return where something is spent, and no more than it where nothing is
 */
public record Flighting(Map<String, List<Double>> spends, Double outcome, Double marginalReturn, Double residual) {

    public Flighting {
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        Required.<List<Double>>byName(spends, "Flighting.spends").forEach((channel, ofPeriods) -> {
            List<Double> amounts = Required.list(ofPeriods, "Flighting.spends[" + channel + "]");
            amounts.forEach(each -> Doubles.notNegative(each, "Flighting.spends[" + channel + "]"));
            copy.put(channel, amounts);
        });
        spends = Collections.unmodifiableMap(copy);
        outcome = Doubles.notNegative(outcome, "Flighting.outcome");
        marginalReturn = Doubles.positive(marginalReturn, "Flighting.marginalReturn");
        residual = Doubles.notNegative(residual, "Flighting.residual");
    }

    /**
     * The best split of a budget over channels and periods.
     *
     * @param budget above 0 and finite; all of it is spent
     * @param season by period, how much the same stock brings in it, each above 0 and finite; at least one
     * @param channels what stocks bring, by channel, and how much of a stock lasts; at least one, each with a curve that is
     *     strictly concave: power, logarithmic, exponential, Michaelis-Menten, or Hill with a slope of at most 1
     * @return the split
     * @throws IllegalArgumentException if an argument is not accepted
     */
    public static Flighting of(double budget, List<Double> season, Map<String, Adstock> channels) {
        Doubles.positive(budget, "Flighting.budget");
        List<Double> seasons = Required.list(season, "Flighting.season");
        if (seasons.isEmpty()) {
            throw new IllegalArgumentException("Flighting.season must hold at least one period, but was empty.");
        }
        seasons.forEach(each -> Doubles.positive(each, "Flighting.season"));
        Map<String, Adstock> given = Required.byName(channels, "Flighting.channels");
        if (given.isEmpty()) {
            throw new IllegalArgumentException("Flighting.channels must hold at least one, but was empty.");
        }
        List<String> names = new ArrayList<>(given.keySet());
        names.sort(Apportionment.byCodePoint());
        List<FlightedChannel> flighted = new ArrayList<>();
        for (String name : names) {
            Adstock adstock = Required.present(given.get(name), "Flighting.channels");
            requireStrictlyConcave(name, adstock.curve());
            flighted.add(new FlightedChannel(adstock, seasons));
        }
        FlightingSearch.Split split = new FlightingSearch(flighted, budget).best();
        Map<String, List<Double>> spends = new LinkedHashMap<>();
        given.keySet()
                .forEach(name -> spends.put(
                        name,
                        Arrays.stream(split.spends().get(names.indexOf(name)))
                                .boxed()
                                .toList()));
        return of(spends, flighted, split);
    }

    private static Flighting of(
            Map<String, List<Double>> spends, List<FlightedChannel> channels, FlightingSearch.Split split) {
        double outcome = 0;
        double residual = 0;
        for (int channel = 0; channel < channels.size(); channel++) {
            double[] spent = split.spends().get(channel);
            outcome += channels.get(channel).outcome(spent);
            residual = Math.max(residual, channels.get(channel).residual(spent, split.multiplier()));
        }
        return new Flighting(spends, outcome, split.multiplier(), residual);
    }

    private static void requireStrictlyConcave(String name, ResponseCurve curve) {
        boolean isStrict =
                !(curve instanceof LinearResponse || curve instanceof PiecewiseLinear || curve instanceof Adstock)
                        && curve.concavity() == Concavity.CONCAVE;
        if (!isStrict) {
            throw new IllegalArgumentException("Flighting.channels[" + name
                    + "] must have a strictly concave curve, but had " + curve
                    + ". Perhaps a split by BudgetAllocation at the steady state is meant.");
        }
    }

    /**
     * What all channels spend together.
     *
     * @return the sum of the spends, the budget but for rounding
     */
    public double budget() {
        return spends.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /**
     * What a channel spends, period by period.
     *
     * @param channel one of the channels
     * @return as many amounts as there are periods
     * @throws IllegalArgumentException if there is no such channel
     */
    public List<Double> spend(String channel) {
        List<Double> ofPeriods = spends.get(channel);
        if (ofPeriods != null) {
            return ofPeriods;
        }
        throw new IllegalArgumentException(
                "Flighting.spend must be of one of " + spends.keySet() + ", but was of " + channel + ".");
    }
}
