package io.github.planningmath.examples.monthreview;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Plan against fact: whose side the gap lies on, and the way back to the plan. */
public final class MonthReview {

    private MonthReview() {}

    /**
     * Prints the review; the options are those that {@code --help} lists. Ends the JVM with 2 for wrong arguments, a wrong
     * document or wrong actuals, with 1 where there is no plan to review because its goal cannot be reached.
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
        return ReviewCommand.commandLine(out, err).execute(args);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
