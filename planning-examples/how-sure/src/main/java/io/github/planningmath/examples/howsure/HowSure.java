package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.Terminal;
import java.io.PrintStream;

/** How sure a plan is. */
public final class HowSure {

    private static final String NAME = "how-sure";

    private HowSure() {}

    /**
     * Prints how sure the plan is; the options are those that {@code --help} lists. Ends the JVM where that cannot be printed: with
     * 2 for wrong arguments or wrong files, with 1 for a goal that cannot be reached.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess(NAME);
        Terminal.end(SureCommand.commandLine(terminal, Progress.onTerminal(System.err))
                .execute(args));
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, Progress progress, String... args) {
        return SureCommand.commandLine(new Terminal(NAME, out, err), progress).execute(args);
    }
}
