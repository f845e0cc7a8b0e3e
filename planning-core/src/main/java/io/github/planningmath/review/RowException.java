package io.github.planningmath.review;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A row that is not used, nor any other of its file: it names source, line, column and the rule that is broken. */
public final class RowException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String source;
    private final long line;
    private final @Nullable String column;
    private final String rule;

    /**
     * Says what is wrong with a row.
     *
     * @param source what the row was read from, such as a file's name
     * @param line the line that it begins on, from 1
     * @param column the column that breaks the rule; null where it is the row as a whole
     * @param rule what is accepted, and what was there
     * @param cause what found it; null where nothing was thrown
     */
    public RowException(String source, long line, @Nullable String column, String rule, @Nullable Throwable cause) {
        super(source + ", line " + line + (column == null ? "" : ", column " + column) + ": " + rule, cause);
        this.source = source;
        this.line = line;
        this.column = column;
        this.rule = rule;
    }

    /**
     * What the row was read from.
     *
     * @return the source, such as a file's name
     */
    public String source() {
        return source;
    }

    /**
     * The line that the row begins on.
     *
     * @return the line, from 1
     */
    public long line() {
        return line;
    }

    /**
     * The column that breaks the rule.
     *
     * @return its name, or null where it is the row as a whole
     */
    public @Nullable String column() {
        return column;
    }

    /**
     * What is wrong.
     *
     * @return what is accepted, and what was there
     */
    public String rule() {
        return rule;
    }
}
