package io.github.planningmath.examples.lifetimeonspark;

import io.github.planningmath.examples.terminal.Terminal;
import java.io.PrintStream;

/** Buyer models fitted and scored on Apache Spark. */
public final class LifetimeOnSpark {

    private static final String NAME = "lifetime-on-spark";

    private LifetimeOnSpark() {}

    /**
     * Prints the fit and what is expected of the base; the options are those that {@code --help} lists. Ends the JVM with 2
     * for wrong arguments or wrong orders, with 1 where the model cannot be fitted to them.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        Terminal.end(SparkCommand.commandLine(Terminal.ofProcess(NAME)).execute(args));
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        return SparkCommand.commandLine(new Terminal(NAME, out, err)).execute(args);
    }
}
