package io.github.planningmath.examples.terminal;

/** What was asked for or planned on is wrong; the message is one line for whoever gave it. */
public final class WrongInputException extends RefusalException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message what is wrong; only its first line is kept
     */
    public WrongInputException(String message) {
        super(message, Terminal.WRONG_INPUT);
    }
}
