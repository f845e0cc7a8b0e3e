package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import java.util.function.Supplier;

/** One number of the plan: what of, over what, how much, whose, and why. */
public final class Norm {

    private final Kpi kpi;
    private final Scope scope;
    private final NormValue value;
    private final Department owner;
    private final Supplier<Derivation> derivation;

    Norm(Kpi kpi, Scope scope, NormValue value, Department owner, Supplier<Derivation> derivation) {
        this.kpi = Required.present(kpi, "Norm.kpi");
        this.scope = Required.present(scope, "Norm.scope");
        this.value = Required.present(value, "Norm.value");
        this.owner = Required.present(owner, "Norm.owner");
        this.derivation = derivation;
    }

    /**
     * Which KPI it is a norm of.
     *
     * @return the KPI
     */
    public Kpi kpi() {
        return kpi;
    }

    /**
     * What it stands over.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * The number.
     *
     * @return the value
     */
    public NormValue value() {
        return value;
    }

    /**
     * Who answers for it.
     *
     * @return a department, or {@link Department#SHARED} where both do
     */
    public Department owner() {
        return owner;
    }

    /**
     * How it came about, made when asked for.
     *
     * @return the formula down to the constants
     */
    public Derivation derivation() {
        return derivation.get();
    }

    @Override
    public String toString() {
        return kpi.label() + " · " + scope + ": " + value;
    }
}
