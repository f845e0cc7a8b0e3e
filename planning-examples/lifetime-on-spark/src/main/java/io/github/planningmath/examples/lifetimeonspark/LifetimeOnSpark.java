package io.github.planningmath.examples.lifetimeonspark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Buyer models fitted and scored on Apache Spark. */
public final class LifetimeOnSpark {

    private LifetimeOnSpark() {}

    /**
     * Prints the fit and what is expected of the base; the options are those that {@code --help} lists. Ends the JVM with 2
     * for wrong arguments or wrong orders, with 1 where the model cannot be fitted to them.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        int exitCode = run(utf8(System.out), utf8(System.err), args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        return SparkCommand.commandLine(out, err).execute(args);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
