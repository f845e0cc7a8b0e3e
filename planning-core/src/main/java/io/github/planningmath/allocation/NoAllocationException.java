package io.github.planningmath.allocation;

/** Thrown by {@link AllocationResult#orThrow()} where there is no allocation. */
public final class NoAllocationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient NoAllocation refusal;

    NoAllocationException(NoAllocation refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /**
     * Why there is no allocation.
     *
     * @return the refusal
     */
    public NoAllocation refusal() {
        return refusal;
    }
}
