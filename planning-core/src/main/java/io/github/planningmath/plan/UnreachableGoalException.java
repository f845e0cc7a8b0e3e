package io.github.planningmath.plan;

/** A goal that cannot be reached was asked for with {@link Outcome#orThrow()}. */
public final class UnreachableGoalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Unreachable<?> unreachable;

    UnreachableGoalException(Unreachable<?> unreachable) {
        super(unreachable.toString());
        this.unreachable = unreachable;
    }

    /**
     * The refusal with its obstacles and the nearest goal.
     *
     * @return what kept the goal out of reach
     */
    public Unreachable<?> unreachable() {
        return unreachable;
    }
}
