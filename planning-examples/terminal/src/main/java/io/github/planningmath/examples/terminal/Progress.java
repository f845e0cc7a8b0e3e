package io.github.planningmath.examples.terminal;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far long work has come: a bar on a terminal, or nothing. */
public final class Progress {

    private static final int WIDTH = 100;
    private static final int EVERY_MILLIS = 200;
    private static final long MEGABYTE = 1L << 20;

    private final @Nullable PrintStream terminal;

    private Progress(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    /**
     * Shows nothing.
     *
     * @return no bar
     */
    public static Progress silent() {
        return new Progress(null);
    }

    /**
     * A bar, unless the output goes elsewhere.
     *
     * @param stream where to
     * @return a bar, or none
     */
    public static Progress onTerminal(PrintStream stream) {
        return isTerminal(System.console()) ? on(stream) : silent();
    }

    /** From JDK 22 on there is a console that is no terminal, and says so. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /**
     * A bar.
     *
     * @param terminal where to
     * @return the bar
     */
    public static Progress on(PrintStream terminal) {
        return new Progress(terminal);
    }

    /**
     * The same bytes, counted as they are read.
     *
     * @param bytes what is read
     * @param what how it is called
     * @param size how many bytes there are
     * @return the bytes
     */
    public InputStream reading(InputStream bytes, String what, long size) {
        return terminal == null
                ? bytes
                : ProgressBar.wrap(bytes, bar(what, size, terminal).setUnit(" MB", MEGABYTE));
    }

    /**
     * Work in steps of one kind.
     *
     * @param what how it is called
     * @param count how many steps there are
     * @return the steps, to be closed
     */
    public Steps steps(String what, long count) {
        return new Steps(terminal == null ? null : bar(what, count, terminal).build());
    }

    private static ProgressBarBuilder bar(String what, long size, PrintStream terminal) {
        return ProgressBar.builder()
                .setTaskName(what)
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                .clearDisplayOnFinish();
    }

    /** Steps that are told when done; closed, the bar is gone. */
    public static final class Steps implements AutoCloseable {

        private final @Nullable ProgressBar bar;

        private Steps(@Nullable ProgressBar bar) {
            this.bar = bar;
        }

        /**
         * Tells that a step is done.
         *
         * @param step what was done
         */
        public void done(String step) {
            if (bar != null) {
                bar.setExtraMessage(step).step();
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
