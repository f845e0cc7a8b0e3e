package io.github.planningmath.examples.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * What an example prints to, and how it answers whatever is wrong: with one line and an exit code.
 *
 * @param name what lines about wrong input begin with
 * @param out for the report
 * @param err for what is wrong
 */
public record Terminal(String name, PrintStream out, PrintStream err) {

    /** The exit code of a report that was shown. */
    public static final int SHOWN = 0;

    /** The exit code where the input is right and what was asked for cannot be had. */
    public static final int NOT_TO_BE_HAD = 1;

    /** The exit code of wrong input. */
    public static final int WRONG_INPUT = 2;

    private static final int MEGABYTE_BITS = 20;

    /** What is wrong is said in English. */
    private static final Figures FIGURES = Figures.of(Locale.ENGLISH);

    /**
     * The terminal of this process, in UTF-8 whatever its locale.
     *
     * @param name what lines about wrong input begin with
     * @return the terminal
     */
    public static Terminal ofProcess(String name) {
        return new Terminal(name, utf8(System.out), utf8(System.err));
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /**
     * The parser of a command's options.
     *
     * @param command the command
     * @return a parser that answers a {@link RefusalException}, and options that cannot be read, with one line
     */
    public CommandLine commandLine(Object command) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((wrong, args) -> tell(String.valueOf(wrong.getMessage()), WRONG_INPUT))
                .setExecutionExceptionHandler((thrown, line, parsed) -> {
                    if (thrown instanceof RefusalException refusal) {
                        return tell(String.valueOf(refusal.getMessage()), refusal.exitCode());
                    }
                    throw thrown;
                })
                .setExecutionStrategy(this::runWithinMemory);
    }

    /** What was read for a report that has no room is garbage by now, so there is room for a line about it. */
    private int runWithinMemory(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError full) {
            long megabytes = Runtime.getRuntime().maxMemory() >> MEGABYTE_BITS;
            return tell(
                    "the files need more memory than the " + FIGURES.whole(megabytes)
                            + " MB that Java may use; give it more, such as with MAVEN_OPTS=-Xmx8g",
                    WRONG_INPUT);
        }
    }

    /**
     * Says in a line what is wrong, or what cannot be had; the figures of the latter stand as in a report.
     *
     * @param message what is wrong
     * @param exitCode what the process ends with
     * @return the exit code
     */
    public int tell(Object message, int exitCode) {
        String line = message.toString();
        err.println(name + ": " + (exitCode == NOT_TO_BE_HAD ? FIGURES.inSentence(line) : line));
        return exitCode;
    }

    /**
     * Ends the process where its exit code is not that of a report that was shown.
     *
     * @param exitCode the exit code
     */
    public static void end(int exitCode) {
        if (exitCode != SHOWN) {
            System.exit(exitCode);
        }
    }
}
