package io.github.planningmath.examples.annualplan;

/** What was asked for or planned on is wrong; the message is one line for whoever gave it. */
final class WrongInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongInputException(String message) {
        super(message.lines().findFirst().orElse(message));
    }
}
