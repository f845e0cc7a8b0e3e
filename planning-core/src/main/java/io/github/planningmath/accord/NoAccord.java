package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * No accord: the two plans do not stand on the same constants, or not on the same goal, opening position, pins and targets.
 *
 * @param differences what differs, at least one
 */
public record NoAccord(List<ConstantsDifference> differences) implements AccordResult {

    public NoAccord {
        differences = Required.list(differences, "NoAccord.differences");
        if (differences.isEmpty()) {
            throw new IllegalArgumentException("NoAccord.differences must hold at least one, but was empty.");
        }
    }

    @Override
    public Accord orThrow() {
        throw new RefusedException(this);
    }

    @Override
    public <R> R fold(
            Function<? super Accord, ? extends R> onAccord, Function<? super NoAccord, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    @Override
    public String toString() {
        return differences.stream()
                .map(ConstantsDifference::toString)
                .collect(Collectors.joining("; ", "The plans do not stand on common ground: ", "."));
    }
}
