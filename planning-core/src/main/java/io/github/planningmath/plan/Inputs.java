package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a derivation: an unmodifiable list that is made when it is looked into, once, and that keeps what its elements
 * evaluate to, so that derivations which share inputs do not evaluate them again and again. Threads that look at once may
 * both make it, to the same effect.
 *
 * @param <D> a derivation
 */
final class Inputs<D> extends AbstractList<D> {

    private final Supplier<List<D>> maker;
    private volatile @Nullable List<D> made;
    private volatile @Nullable List<NormValue> values;

    private Inputs(Supplier<List<D>> maker) {
        this.maker = maker;
    }

    /** These inputs, copied. */
    static <D> Inputs<D> of(@Nullable List<D> inputs) {
        if (inputs instanceof Inputs<D> already) {
            return already;
        }
        List<D> copy = Required.list(inputs, "Calculated.inputs");
        return new Inputs<>(() -> copy);
    }

    /** Inputs to be made when they are looked into. */
    static <D> Inputs<D> later(Supplier<List<D>> maker) {
        return new Inputs<>(maker);
    }

    private List<D> list() {
        List<D> list = made;
        if (list == null) {
            list = maker.get();
            made = list;
        }
        return list;
    }

    /** What the inputs evaluate to; the evaluation is the same each time. */
    List<NormValue> evaluated(Function<D, NormValue> evaluation) {
        List<NormValue> known = values;
        if (known == null) {
            known = list().stream().map(evaluation).toList();
            values = known;
        }
        return known;
    }

    @Override
    public D get(int index) {
        return list().get(index);
    }

    @Override
    public int size() {
        return list().size();
    }
}
