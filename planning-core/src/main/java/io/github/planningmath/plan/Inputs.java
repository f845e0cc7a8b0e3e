package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a derivation: an unmodifiable list that is made when it is looked into, once, and that keeps what its elements
 * evaluate to, so that derivations which share inputs do not evaluate them again and again. Threads that look at once may
 * both make it, to the same effect.
 */
final class Inputs extends AbstractList<Derivation> {

    private final Supplier<List<Derivation>> maker;
    private volatile @Nullable List<Derivation> made;
    private volatile @Nullable List<NormValue> values;

    private Inputs(Supplier<List<Derivation>> maker) {
        this.maker = maker;
    }

    /** These inputs, copied. */
    static Inputs of(@Nullable List<Derivation> inputs) {
        if (inputs instanceof Inputs already) {
            return already;
        }
        List<Derivation> copy = Required.list(inputs, "Calculated.inputs");
        return new Inputs(() -> copy);
    }

    /** Inputs to be made when they are looked into. */
    static Inputs later(Supplier<List<Derivation>> maker) {
        return new Inputs(maker);
    }

    private List<Derivation> list() {
        List<Derivation> list = made;
        if (list == null) {
            list = maker.get();
            made = list;
        }
        return list;
    }

    /** What the inputs evaluate to. */
    List<NormValue> evaluated() {
        List<NormValue> known = values;
        if (known == null) {
            known = list().stream().map(Derivation::evaluate).toList();
            values = known;
        }
        return known;
    }

    @Override
    public Derivation get(int index) {
        return list().get(index);
    }

    @Override
    public int size() {
        return list().size();
    }
}
