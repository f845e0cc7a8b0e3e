package io.github.planningmath.examples.lifetimevalue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** From orders to what each customer is still worth. */
public final class LifetimeValues {

    private LifetimeValues() {}

    /**
     * Prints what the customers are worth; the options are those that {@code --help} lists. Ends the JVM where that cannot be
     * said: with 2 for wrong arguments or wrong orders, with 1 where no model can be fitted to them.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        PrintStream err = utf8(System.err);
        Progress progress = Progress.onTerminal(err);
        int exitCode = run(utf8(System.out), err, progress, args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, Progress progress, String... args) {
        return ValueCommand.commandLine(out, err, progress).execute(args);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
