package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Terminal;
import java.io.PrintStream;

/** From a profit goal to the norms of a year. */
public final class AnnualPlan {

    private static final String NAME = "annual-plan";

    private AnnualPlan() {}

    /**
     * Prints the plan; the options are those that {@code --help} lists. Ends the JVM where the plan cannot be printed: with
     * 2 for wrong arguments or a wrong document, with 1 for a goal that cannot be reached.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        Terminal.end(PlanCommand.commandLine(Terminal.ofProcess(NAME)).execute(args));
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        return PlanCommand.commandLine(new Terminal(NAME, out, err)).execute(args);
    }
}
