package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.terminal.Terminal;
import java.io.PrintStream;

/** Money and people: what the plan takes, and the most that what there is can reach. */
public final class ResourcePlan {

    private static final String NAME = "resources";

    private ResourcePlan() {}

    /**
     * Prints the report; the options are those that {@code --help} lists. Ends the JVM with 2 for wrong arguments or a wrong
     * document, with 1 where no plan fits what there is.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        Terminal.end(ResourceCommand.commandLine(Terminal.ofProcess(NAME)).execute(args));
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        return ResourceCommand.commandLine(new Terminal(NAME, out, err)).execute(args);
    }
}
