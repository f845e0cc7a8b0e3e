package io.github.planningmath.accord;

/** Thrown by {@link AccordResult#orThrow()} where two plans do not stand on the same constants. */
public final class NoAccordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient NoAccord refusal;

    NoAccordException(NoAccord refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /**
     * What differs.
     *
     * @return the refusal
     */
    public NoAccord refusal() {
        return refusal;
    }
}
