package io.github.planningmath.examples.terminal;

import java.time.DateTimeException;
import java.time.YearMonth;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that is a month. */
public final class OfMonth implements ITypeConverter<YearMonth> {

    /** A reader; picocli makes it. */
    public OfMonth() {}

    @Override
    public YearMonth convert(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw new TypeConversionException("must be a month such as 2027-03, but was " + text);
        }
    }
}
