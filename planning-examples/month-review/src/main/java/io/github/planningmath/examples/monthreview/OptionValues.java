package io.github.planningmath.examples.monthreview;

import io.github.planningmath.review.Part;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of the options are read. */
final class OptionValues {

    private OptionValues() {}

    /** A day. */
    static final class OfDate implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException wrong) {
                throw new TypeConversionException("must be a day such as 2027-03-31, but was " + text);
            }
        }
    }

    /** How deep a tree is shown. */
    static final class OfLevel implements ITypeConverter<Part.Level> {
        @Override
        public Part.Level convert(String text) {
            return switch (text) {
                case "effect" -> Part.Level.EFFECT;
                case "product" -> Part.Level.PRODUCT;
                case "channel" -> Part.Level.CHANNEL;
                default ->
                    throw new TypeConversionException("must be one of effect, product, channel, but was " + text);
            };
        }
    }
}
