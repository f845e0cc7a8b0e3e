package io.github.planningmath.quantity;

import io.github.planningmath.internal.Required;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for cannot be had: thrown by the {@code orThrow()} of every result that may be a refusal. The message is the
 * refusal in words; the refusal itself says the same in types.
 *
 * <pre>{@code
 * if (exception.refusal() instanceof Unreachable<?> unreachable) { ... }
 * }</pre>
 */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object refusal;

    /**
     * Carries a refusal.
     *
     * @param refusal why there is no result; its text is the message
     */
    public RefusedException(Object refusal) {
        super(Required.present(refusal, "RefusedException.refusal").toString());
        this.refusal = refusal;
    }

    /**
     * Why there is no result.
     *
     * @return the refusal, or null where this exception was serialised on its way, which a refusal is not
     */
    public @Nullable Object refusal() {
        return refusal;
    }
}
