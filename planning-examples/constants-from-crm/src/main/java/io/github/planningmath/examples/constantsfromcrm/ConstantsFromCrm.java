package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.examples.terminal.Terminal;
import java.io.PrintStream;

/** From the leads of a CRM to the constants of a plan, with what they rest on. */
public final class ConstantsFromCrm {

    private static final String NAME = "constants-from-crm";

    private ConstantsFromCrm() {}

    /**
     * Prints what the leads say of a plan's constants; the options are those that {@code --help} lists. Ends the JVM with 2 where the
     * arguments, the leads or the plan are wrong.
     *
     * @param args the options
     */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        Terminal.end(CrmCommand.commandLine(Terminal.ofProcess(NAME)).execute(args));
    }

    /** Prints to the streams given and returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        return CrmCommand.commandLine(new Terminal(NAME, out, err)).execute(args);
    }
}
