package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.RefusalException;
import io.github.planningmath.examples.terminal.Terminal;
import io.github.planningmath.lifetime.NotFitted;

/** No model can be fitted to the orders; the message is one line. */
final class NoModelException extends RefusalException {

    private static final long serialVersionUID = 1L;

    NoModelException(String model, NotFitted<?> refusal) {
        super(model + " cannot be fitted to these orders: " + refusal.detail(), Terminal.NOT_TO_BE_HAD);
    }
}
