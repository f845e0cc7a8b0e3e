package io.github.planningmath.evidence;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import java.util.function.Function;

/**
 * The value of a constant, and what it rests on.
 *
 * <p>As JSON it is a view, which is not read back: the driver says what its value is.
 *
 * @param driver which constant
 * @param value its value, as a plan takes it
 * @param basis what it rests on; where months scatter more than luck allows, as so many fewer successes and trials
 * @param <V> the value's type
 */
public record ConstantEstimate<V>(Driver<V> driver, V value, Basis basis) implements ConstantResult {

    public ConstantEstimate {
        Required.present(driver, "ConstantEstimate.driver");
        Required.present(value, "ConstantEstimate.value");
        Required.present(basis, "ConstantEstimate.basis");
    }

    /**
     * Constants with this value in all months, and with what it rests on.
     *
     * @param constants those of a plan that has the constant
     * @return the changed constants
     */
    public PlanningConstants on(PlanningConstants constants) {
        return constants.with(driver, value).withBasis(driver, basis);
    }

    @Override
    public ConstantEstimate<V> orThrow() {
        return this;
    }

    @Override
    public <R> R fold(
            Function<? super ConstantEstimate<?>, ? extends R> onEstimate,
            Function<? super ConstantRefusal, ? extends R> otherwise) {
        return onEstimate.apply(this);
    }

    @Override
    public String toString() {
        return driver + ": " + value + " (" + basis + ")";
    }
}
