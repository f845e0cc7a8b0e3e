package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One run of the command.
 *
 * @param exitCode what it returns to the shell
 * @param out what it prints
 * @param err what it complains about
 */
record Run(int exitCode, String out, String err) {

    static Run of(String... args) {
        return of(false, args);
    }

    /** A run on a terminal, which shows how far it has come. */
    static Run onTerminal(String... args) {
        return of(true, args);
    }

    private static Run of(boolean isTerminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Progress progress = isTerminal ? Progress.on(utf8(err)) : Progress.silent();
        int exitCode = LifetimeValues.run(utf8(out), utf8(err), progress, args);
        return new Run(exitCode, text(out), text(err));
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** The command ends its own lines by line feeds, the libraries as the platform does. */
    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
