package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.Terminal;
import java.io.PrintStream;

/** From orders to what each customer is still worth. */
public final class LifetimeValues {

    private static final String NAME = "lifetime-value";

    private LifetimeValues() {}

    /**
     * Prints what the customers are worth; the options are those that {@code --help} lists. Ends the JVM where that cannot be
     * said: with 2 for wrong arguments or wrong orders, with 1 where no model can be fitted to them.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        Terminal terminal = Terminal.ofProcess(NAME);
        Terminal.end(ValueCommand.commandLine(terminal, Progress.onTerminal(terminal.err()))
                .execute(args));
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, Progress progress, String... args) {
        return ValueCommand.commandLine(new Terminal(NAME, out, err), progress).execute(args);
    }
}
