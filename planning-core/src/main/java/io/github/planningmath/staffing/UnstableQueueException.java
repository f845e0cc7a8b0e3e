package io.github.planningmath.staffing;

/** Thrown by {@link QueueResult#orThrow()} where a queue never settles. */
public final class UnstableQueueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient UnstableQueue refusal;

    UnstableQueueException(UnstableQueue refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /**
     * Why there is no queue to speak of.
     *
     * @return the refusal
     */
    public UnstableQueue refusal() {
        return refusal;
    }
}
