package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.terminal.RefusalException;
import io.github.planningmath.examples.terminal.Terminal;

/** The documents are right, and what is asked for cannot be had. */
final class NoPlanException extends RefusalException {

    private static final long serialVersionUID = 1L;

    NoPlanException(String message) {
        super(message, Terminal.NOT_TO_BE_HAD);
    }
}
