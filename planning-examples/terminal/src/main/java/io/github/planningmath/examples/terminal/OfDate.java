package io.github.planningmath.examples.terminal;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that is a day. */
public final class OfDate implements ITypeConverter<LocalDate> {

    /** A reader; picocli makes it. */
    public OfDate() {}

    @Override
    public LocalDate convert(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new TypeConversionException("must be a date such as 2027-03-31, but was " + text);
        }
    }
}
