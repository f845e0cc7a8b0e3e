package io.github.planningmath.examples.annualplan;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** From a profit goal to the norms of a year. */
public final class AnnualPlan {

    private AnnualPlan() {}

    /**
     * Prints the plan; the options are those that {@code --help} lists. Ends the JVM where the plan cannot be printed: with
     * 2 for wrong arguments or a wrong document, with 1 for a goal that cannot be reached.
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
        return PlanCommand.commandLine(out, err).execute(args);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
