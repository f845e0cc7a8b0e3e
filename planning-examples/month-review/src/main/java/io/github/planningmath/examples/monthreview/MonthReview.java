package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Terminal;
import java.io.PrintStream;

/** Plan against fact: whose side the gap lies on, and the way back to the plan. */
public final class MonthReview {

    private static final String NAME = "month-review";

    private MonthReview() {}

    /**
     * Prints the review; the options are those that {@code --help} lists. Ends the JVM with 2 for wrong arguments, a wrong
     * document or wrong actuals, with 1 where there is no plan to review because its goal cannot be reached.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        Terminal.end(ReviewCommand.commandLine(Terminal.ofProcess(NAME)).execute(args));
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        return ReviewCommand.commandLine(new Terminal(NAME, out, err)).execute(args);
    }
}
