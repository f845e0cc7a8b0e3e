package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A goal that cannot be reached: what stands in the way, and what can be reached instead.
 *
 * @param goal the goal asked for
 * @param nearest the nearest goal that can be reached; planning for it succeeds. Absent where no plan can be
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

    @Override
    public String toString() {
        boolean unlimited = obstacles.stream().anyMatch(Obstacle.Unlimited.class::isInstance);
        return "Goal " + goal + (unlimited ? " cannot be solved for: " : " cannot be reached: ")
                + obstacles.stream().map(Obstacle::toString).collect(Collectors.joining("; ")) + ". "
                + (nearest == null ? "No plan can be made around that." : "Nearest: " + nearest + ".");
    }
}
