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
 * <p>{@code Bottleneck} stands on it for money, people and traffic. Anything else that there is only so much of, such as the
 * seats of a course or what a warehouse holds, is a condition of one's own here.
 *
 * @param <T> what conditions look at
 */
public final class DealVolumes<T> {

    private static final String NAME = "number of new deals";

    /** Where as many fit, nothing limits the deals. */
    private static final long MOST = 1L << 40;

    /** So many numbers are compared before all of the {@value #FEW} first are. */
    private static final long BOLD = 512;

    private static final long FEW = 256;

    /** So many numbers are compared at most. */
    private static final long MOST_TRIED = 2_000;

    /** Beyond the last number that fits, rounding may let one of so many more fit. */
    private static final long ROUNDING_WINDOW = 24;

    private final FinancialGoal goal;
    private final ResolvedBusiness business;
    private final Function<? super Projection, ? extends T> footprint;
    private final Map<Long, Attempt<T>> tried = new HashMap<>();
    private final Set<String> filled = new LinkedHashSet<>();
    private final MeasureBound bound;

    /**
     * What a number of deals comes to.
     *
     * @param amount what it comes to; absent where it cannot be made, counted or paid for
     * @param footprint what it leaves; absent likewise
     * @param obstacle what keeps it from being made, if that is known
     * @param countable whether its counts fit in longs
     */
    private record Attempt<T>(
            @Nullable BigDecimal amount,
            @Nullable T footprint,
            @Nullable Obstacle obstacle,
            boolean countable) {}

    DealVolumes(FinancialGoal goal, ResolvedBusiness business, Function<? super Projection, ? extends T> footprint) {
        this.goal = goal;
        this.business = business;
        this.footprint = Required.present(footprint, "DealVolumes.footprint");
        bound = new MeasureBound(new MarginalDeal(business, goal.measure()));
    }

    /**
     * The plan that comes to the most of what the goal measures, of several that were compared the one with the fewest deals.
     *
     * <p>A condition that admits a number of deals is expected to admit fewer, but for rounding to whole counts: the last
     * number that is admitted is found by doubling and halving, and a few beyond it are tried. Of all numbers up to there the
     * answer is the best, proved by dividing ranges of them until none can hold more; only where 2,000 numbers do not
     * suffice for that it is the best of those. Numbers that were looked at before are always among those compared, so a
     * condition that admits more never has less.
     *
     * @param admits which plans are admitted
     * @return the plan, its goal the amount that it comes to; or {@link Unreachable}, if none is admitted, or with
     *     {@link Obstacle.Unlimited}, if there is no most: it rises as far as deals can be counted, to 2^40 at most
     */
    public Outcome<Plan> most(Predicate<? super T> admits) {
        Required.present(admits, "DealVolumes.admits");
        DealSearch search = new DealSearch(deals -> admitted(deals, admits));
        long known = -1;
        for (long deals : List.copyOf(tried.keySet())) {
            known = search.at(deals) == null ? known : Math.max(known, deals);
        }
        long last = search.last(known, MOST);
        Long best = search.peak(
                        Math.max(0, last) + ROUNDING_WINDOW,
                        bound::most,
                        new DealSearch.Effort(bound.step(), BOLD, FEW, MOST_TRIED))
                .deals();
        if (best == null) {
            Obstacle obstacle = attempt(0).obstacle;
            return new Unreachable<>(
                    goal, null, List.of(obstacle == null ? new Obstacle.Inadmissible(NAME, "0", null) : obstacle));
        }
        if (best > last / 2 && (last >= MOST || (last > 0 && !attempt(last + 1).countable))) {
            return new Unreachable<>(goal, goal, List.of(new Obstacle.Unlimited(NAME)));
        }
        return new Outcome.Reached<>(plan(best));
    }

    private @Nullable BigDecimal admitted(long deals, Predicate<? super T> admits) {
        Attempt<T> attempt = attempt(deals);
        return attempt.footprint != null && admits.test(attempt.footprint) ? attempt.amount : null;
    }

    /**
     * What a number of deals comes to.
     *
     * @param deals at least 0
     * @return the amount of what the goal measures; null if so many cannot be made, counted or paid for
     */
    public @Nullable BigDecimal amount(long deals) {
        return attempt(Required.count(deals, "DealVolumes.deals")).amount;
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

    /**
     * The plan for a number of new deals.
     *
     * @param deals at least 0
     * @return the plan, its goal the amount that it comes to
     * @throws IllegalArgumentException if so many cannot be made
     */
    public Plan plan(long deals) {
        Cascade cascade = new Cascade(business, Required.count(deals, "DealVolumes.deals"));
        Obstacle obstacle = cascade.obstacle();
        if (obstacle != null) {
            throw new IllegalArgumentException(
                    "DealVolumes.deals must be a number that can be made, but was " + deals + ": " + obstacle + ".");
        }
        BigDecimal amount = cascade.projection().reached(goal.measure());
        return Plan.of(goal.withAmount(amount), List.of(), cascade, tried.size());
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
            return new Attempt<>(projection.reached(goal.measure()), footprint.apply(projection), null, true);
        } catch (ArithmeticException beyondPrice) {
            // such as visits that no spend brings
            return new Attempt<>(null, null, null, true);
        }
    }
}
