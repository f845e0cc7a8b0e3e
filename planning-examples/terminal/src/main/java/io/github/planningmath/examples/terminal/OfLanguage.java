package io.github.planningmath.examples.terminal;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option that is a language in which there are words. */
public final class OfLanguage implements ITypeConverter<Locale> {

    /** A reader; picocli makes it. */
    public OfLanguage() {}

    @Override
    public Locale convert(String text) {
        if (List.of("en", "ru").contains(text)) {
            return Locale.forLanguageTag(text);
        }
        throw new TypeConversionException("must be one of en, ru, but was " + text);
    }
}
