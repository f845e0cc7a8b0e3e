package io.github.planningmath.resource;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.quantity.RefusedException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * No plan fits the resources, not even one without any deal that has to be asked for.
 *
 * @param shortages the resources that do not suffice for it, months in order
 * @param obstacles what else keeps it from being made; at least one where there is no shortage
 */
public record NothingFits(List<Shortage> shortages, List<Obstacle> obstacles) implements FeasibilityResult {

    public NothingFits {
        shortages = Required.list(shortages, "NothingFits.shortages");
        obstacles = Required.list(obstacles, "NothingFits.obstacles");
        if (shortages.isEmpty() && obstacles.isEmpty()) {
            throw new IllegalArgumentException(
                    "NothingFits.obstacles must hold at least one where there is no shortage, but was empty.");
        }
    }

    @Override
    public Feasibility orThrow() {
        throw new RefusedException(this);
    }

    @Override
    public <R> R fold(
            Function<? super Feasibility, ? extends R> onFeasibility,
            Function<? super NothingFits, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    @Override
    public String toString() {
        return "No plan fits the resources: "
                + Stream.concat(
                                shortages.stream().map(Shortage::toString),
                                obstacles.stream().map(Obstacle::toString))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
