package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.quantity.Rate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of the options are read. */
final class OptionValues {

    private static final Map<String, ChronoUnit> UNITS =
            new TreeMap<>(Map.of("days", ChronoUnit.DAYS, "weeks", ChronoUnit.WEEKS, "months", ChronoUnit.MONTHS));

    private OptionValues() {}

    private static TypeConversionException refusal(IllegalArgumentException refused) {
        return new TypeConversionException(String.valueOf(refused.getMessage()));
    }

    /** A unit of time. */
    static final class OfUnit implements ITypeConverter<ChronoUnit> {
        @Override
        public ChronoUnit convert(String text) {
            ChronoUnit unit = UNITS.get(text.toLowerCase(Locale.ROOT));
            if (unit == null) {
                throw new TypeConversionException(
                        "must be one of " + String.join(", ", UNITS.keySet()) + ", but was " + text);
            }
            return unit;
        }
    }

    /** A share. */
    static final class OfRate implements ITypeConverter<Rate> {
        @Override
        public Rate convert(String text) {
            try {
                return Rate.parse(text);
            } catch (IllegalArgumentException refused) {
                throw refusal(refused);
            }
        }
    }

    /** A discount rate for a year. */
    static final class OfDiscount implements ITypeConverter<DiscountRate> {
        @Override
        public DiscountRate convert(String text) {
            try {
                return DiscountRate.annual(text);
            } catch (IllegalArgumentException refused) {
                throw refusal(refused);
            }
        }
    }
}
