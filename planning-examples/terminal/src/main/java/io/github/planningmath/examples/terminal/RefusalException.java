package io.github.planningmath.examples.terminal;

/** Why there is no report; the message is one line for whoever asked for it. */
public abstract class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * A refusal.
     *
     * @param message why; only its first line is kept
     * @param exitCode what the process ends with
     */
    protected RefusalException(String message, int exitCode) {
        super(message.lines().findFirst().orElse(message));
        this.exitCode = exitCode;
    }

    /**
     * What the process ends with.
     *
     * @return the exit code
     */
    public int exitCode() {
        return exitCode;
    }
}
