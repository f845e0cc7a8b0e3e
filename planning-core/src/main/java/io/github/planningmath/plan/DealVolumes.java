package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The plans of one business, one for each number of new deals: product mix, season and channel mixes are constants, so
 * that number is all there is to choose. {@link Planner} looks among them for the least that reaches a goal; this looks for
 * the one that comes to the most among those that a condition admits, such as that a budget or a team suffices.
 *
 * <p>What a condition needs of a plan is its footprint. It is kept for every number that was looked at, so that another
 * condition on the same business costs little. Not for use by several threads at once.
 *
 * @param <T> what conditions look at
 */
public final class DealVolumes<T> {

    private static final String NAME = "number of new deals";

    private final FinancialGoal goal;
    private final Business business;
    private final Function<? super Projection, ? extends T> footprint;
    private final Map<Long, Attempt<T>> tried = new HashMap<>();
    private final Set<String> filled = new LinkedHashSet<>();
    private final VolumeSearch.Shape shape;

    /**
     * What a number of deals comes to.
     *
     * @param worth what it comes to; absent where it cannot be made, counted or paid for
     * @param footprint what it leaves; absent likewise
     * @param obstacle what keeps it from being made, if that is known
     * @param countable whether its counts fit in longs
     */
    private record Attempt<T>(
            PeopleSearch.@Nullable Worth worth,
            @Nullable T footprint,
            @Nullable Obstacle obstacle,
            boolean countable) {}

    DealVolumes(FinancialGoal goal, Business business, Function<? super Projection, ? extends T> footprint) {
        this.goal = goal;
        this.business = business;
        this.footprint = Required.present(footprint, "DealVolumes.footprint");
        shape = shape();
    }

    private VolumeSearch.Shape shape() {
        if (business.peopleCount(goal.measure())) {
            return VolumeSearch.Shape.SAWTOOTH;
        }
        boolean straight = business.hasConstantPrices() && !business.isBounded();
        return straight && new MarginalDeal(business, goal.measure()).gains()
                ? VolumeSearch.Shape.RISING
                : VolumeSearch.Shape.CURVED;
    }

    /**
     * The plan that comes to the most of what the goal measures, of several the one with the fewest deals.
     *
     * <p>A condition that admits a number of deals is expected to admit fewer, but for rounding to whole counts. If at
     * most 256 deals are admitted, or can be made at all, the answer is the best of all numbers. Beyond, it is the best of
     * those near the greatest that is admitted, until 24 in a row are no better; and where traffic gets dearer or channels
     * get full, of those near the peak that a grid shows. Where people follow the work, profit is a sawtooth, and intervals
     * are divided until none may hold more, or 2,000 numbers were tried. Numbers that were looked at before are always among
     * those compared, so a condition that admits more never has less.
     *
     * @param admits which plans are admitted
     * @return the plan, its goal the amount that it comes to; or {@link Unreachable}, if none is admitted, or with
     *     {@link Obstacle.Unlimited}, if there is no most: it rises as far as deals can be counted, to 2^40 at most
     */
    public Outcome<Plan> most(Predicate<? super T> admits) {
        Required.present(admits, "DealVolumes.admits");
        VolumeSearch search = new VolumeSearch(deals -> admitted(deals, admits), shape);
        List.copyOf(tried.keySet()).forEach(search::offer);
        Long best = search.best();
        if (best == null) {
            Obstacle obstacle = attempt(0).obstacle;
            return new Unreachable<>(
                    goal, null, List.of(obstacle == null ? new Obstacle.Inadmissible(NAME, "0", null) : obstacle));
        }
        if (search.unlimited(deals -> attempt(deals).countable)) {
            return new Unreachable<>(goal, goal, List.of(new Obstacle.Unlimited(NAME)));
        }
        return new Outcome.Reached<>(plan(best));
    }

    private PeopleSearch.@Nullable Worth admitted(long deals, Predicate<? super T> admits) {
        Attempt<T> attempt = attempt(deals);
        return attempt.footprint != null && admits.test(attempt.footprint) ? attempt.worth : null;
    }

    /**
     * What a number of deals comes to.
     *
     * @param deals at least 0
     * @return the amount of what the goal measures; null if so many cannot be made, counted or paid for
     */
    public @Nullable BigDecimal amount(long deals) {
        PeopleSearch.Worth worth = attempt(Required.count(deals, "DealVolumes.deals")).worth;
        return worth == null ? null : worth.profit();
    }

    /**
     * What a condition sees of a number of deals.
     *
     * @param deals at least 0
     * @return the footprint; null if so many cannot be made, counted or paid for
     */
    public @Nullable T footprint(long deals) {
        return attempt(Required.count(deals, "DealVolumes.deals")).footprint;
    }

    /**
     * What keeps a number of deals from being made.
     *
     * @param deals at least 0
     * @return the obstacle; null if they can be made, or only their counts or costs are beyond bounds
     */
    public @Nullable Obstacle obstacle(long deals) {
        return attempt(Required.count(deals, "DealVolumes.deals")).obstacle;
    }

    /**
     * Channels that were full in any plan looked at so far. The ceiling of any other had no part in what was found.
     *
     * @return their names
     */
    public Set<String> filledChannels() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(filled));
    }

    private Plan plan(long deals) {
        Cascade cascade = new Cascade(business, deals);
        BigDecimal amount = cascade.projection().reached(goal.measure());
        return Plan.of(goal.withAmount(amount), cascade, tried.size());
    }

    private Attempt<T> attempt(long deals) {
        Attempt<T> known = tried.get(deals);
        if (known == null) {
            known = made(deals);
            tried.put(deals, known);
        }
        return known;
    }

    private Attempt<T> made(long deals) {
        Projection projection;
        try {
            Cascade cascade = new Cascade(business, deals);
            cascade.fullChannels().forEach(ceiling -> filled.add(ceiling.channel()));
            if (cascade.obstacle() != null) {
                return new Attempt<>(null, null, cascade.obstacle(), true);
            }
            projection = cascade.projection();
        } catch (ArithmeticException tooLarge) {
            return new Attempt<>(null, null, null, false);
        }
        try {
            return new Attempt<>(worth(projection), footprint.apply(projection), null, true);
        } catch (ArithmeticException beyondPrice) {
            // such as visits that no spend brings
            return new Attempt<>(null, null, null, true);
        }
    }

    private PeopleSearch.Worth worth(Projection projection) {
        return goal.measure() == FinancialGoal.Measure.PROFIT
                ? projection.worth()
                : new PeopleSearch.Worth(projection.reached(goal.measure()), BigDecimal.ZERO);
    }
}
