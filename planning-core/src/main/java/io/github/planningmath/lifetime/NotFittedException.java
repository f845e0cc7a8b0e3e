package io.github.planningmath.lifetime;

/** Thrown by {@link Fit#orThrow()} where there is no fitted model. */
public final class NotFittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient NotFitted<?> refusal;

    NotFittedException(NotFitted<?> refusal) {
        super("No model could be fitted: " + refusal.detail());
        this.refusal = refusal;
    }

    /**
     * Why there is no model.
     *
     * @return the refusal
     */
    public NotFitted<?> refusal() {
        return refusal;
    }
}
