package io.github.planningmath.allocation;

/** Thrown by {@link ResponseFit#orThrow()} where there is no fitted curve. */
public final class CurveNotFittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CurveNotFitted refusal;

    CurveNotFittedException(CurveNotFitted refusal) {
        super("No curve could be fitted: " + refusal.detail());
        this.refusal = refusal;
    }

    /**
     * Why there is no curve.
     *
     * @return the refusal
     */
    public CurveNotFitted refusal() {
        return refusal;
    }
}
