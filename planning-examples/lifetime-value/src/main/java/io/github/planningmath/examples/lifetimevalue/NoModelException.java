package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.lifetime.NotFitted;

/** No model can be fitted to the orders; the message is one line. */
final class NoModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoModelException(String model, NotFitted<?> refusal) {
        super(model + " cannot be fitted to these orders: " + refusal.detail());
    }
}
