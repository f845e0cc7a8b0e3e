package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A goal that cannot be reached: what stands in the way, and what can be reached instead. It is proved that no number of deals
 * reaches it, and that none comes nearer than {@code nearest}; where the search had to end before, {@link Obstacle.NotAllTried}
 * says so and what is proved. Where the goal can be reached, but not with all its targets, {@link Obstacle.TargetMissed} names those that
 * are missed and what they come to at the nearest.
 *
 * @param goal the goal asked for
 * @param nearest the nearest goal that can be reached, the best there is; planning for it succeeds. Absent where no plan can be
 *     made at all, whatever the goal
 * @param obstacles what stands in the way, at least one
 * @param <T> what was asked for
 */
public record Unreachable<T>(FinancialGoal goal, @Nullable FinancialGoal nearest, List<Obstacle> obstacles)
        implements Outcome<T> {

    public Unreachable {
        Required.present(goal, "Unreachable.goal");
        obstacles = Required.list(obstacles, "Unreachable.obstacles");
        if (obstacles.isEmpty()) {
            throw new IllegalArgumentException("Unreachable.obstacles must hold at least one, but was empty.");
        }
    }

    @Override
    public T orThrow() {
        throw new RefusedException(this);
    }

    @Override
    public <R> R fold(
            Function<? super T, ? extends R> onReached, Function<? super Unreachable<T>, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    /** Whether the goal may yet be reached by a number of deals that was neither tried nor excluded. */
    private boolean isOpen() {
        return obstacles.stream()
                .anyMatch(obstacle -> obstacle instanceof Obstacle.NotAllTried ended && !ended.excludes(goal));
    }

    private boolean misses() {
        return obstacles.stream().anyMatch(Obstacle.TargetMissed.class::isInstance);
    }

    @Override
    public String toString() {
        boolean unlimited = obstacles.stream().anyMatch(Obstacle.Unlimited.class::isInstance);
        String reached = misses() ? "reached with all its targets: " : "reached: ";
        String verdict = unlimited ? " cannot be solved for: " : (isOpen() ? " was not " : " cannot be ") + reached;
        String otherwise = isOpen() ? "No plan was found." : "No plan can be made around that.";
        return "Goal " + goal + verdict
                + obstacles.stream().map(Obstacle::toString).collect(Collectors.joining("; ")) + ". "
                + (nearest == null ? otherwise : "Nearest: " + nearest + ".");
    }
}
