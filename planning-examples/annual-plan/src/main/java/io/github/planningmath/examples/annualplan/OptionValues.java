package io.github.planningmath.examples.annualplan;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.sales.SalesTier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of the options are read. */
final class OptionValues {

    private OptionValues() {}

    /** A word as it is typed: in lower case, parted by hyphens. */
    static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    private static <T> T oneOf(List<T> known, Function<T, String> name, String text) {
        return known.stream()
                .filter(each -> word(name.apply(each)).equals(word(text)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("must be one of "
                        + String.join(
                                ", ",
                                known.stream().map(name).map(OptionValues::word).toList())
                        + ", but was " + text));
    }

    /** A KPI by its label. */
    static final class OfKpi implements ITypeConverter<Kpi> {
        @Override
        public Kpi convert(String text) {
            return oneOf(Arrays.asList(Kpi.values()), Kpi::label, text);
        }
    }

    /** A department that norms are handed to. */
    static final class OfDepartment implements ITypeConverter<Department> {
        @Override
        public Department convert(String text) {
            return oneOf(List.of(Department.MARKETING, Department.SALES), Department::name, text);
        }
    }

    /** A sales tier. */
    static final class OfTier implements ITypeConverter<SalesTier> {
        @Override
        public SalesTier convert(String text) {
            return oneOf(Arrays.asList(SalesTier.values()), SalesTier::name, text);
        }
    }
}
