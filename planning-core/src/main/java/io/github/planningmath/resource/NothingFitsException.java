package io.github.planningmath.resource;

/** Thrown by {@link FeasibilityResult#orThrow()} where no plan fits the resources. */
public final class NothingFitsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient NothingFits refusal;

    NothingFitsException(NothingFits refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /**
     * Why nothing fits.
     *
     * @return the refusal
     */
    public NothingFits refusal() {
        return refusal;
    }
}
