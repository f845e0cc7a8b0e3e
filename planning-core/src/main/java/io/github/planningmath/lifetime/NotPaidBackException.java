package io.github.planningmath.lifetime;

/** Thrown by {@link Payback#orThrow()} where the cost of winning a customer does not come back. */
public final class NotPaidBackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Payback.NotPaidBack refusal;

    NotPaidBackException(Payback.NotPaidBack refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /**
     * What comes back, and within which time.
     *
     * @return the refusal
     */
    public Payback.NotPaidBack refusal() {
        return refusal;
    }
}
