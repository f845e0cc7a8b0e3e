package io.github.planningmath.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Horizon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class RowReaderPropertyTest {

    private static final PlanningConstants CONSTANTS =
            Reviewed.constants().withHorizon(Horizon.ofMonths(Reviewed.JANUARY, 2));

    private static final List<String> COLUMNS = List.of(
            "month",
            "product",
            "channel",
            "currency",
            "visits",
            "contacts",
            "leads",
            "new deals",
            "repeat deals",
            "base",
            "revenue",
            "variable cost",
            "traffic cost");

    @Provide
    Arbitrary<Map<String, String>> fields() {
        Arbitrary<String> columns = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of(COLUMNS)),
                Tuple.of(1, Arbitraries.of("visitors", "", "month;product", "Monat", "\u0130")));
        Arbitrary<String> values = Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.of(
                                "2027-01",
                                "2027-02",
                                "2027-13",
                                "crm",
                                "site",
                                "EUR",
                                "",
                                " ",
                                "0",
                                "12.50",
                                "12,50",
                                "-0",
                                "1e400",
                                "1e-400",
                                "9223372036854775807",
                                "9223372036854775808",
                                "123456789012345678901234567890",
                                "0.1234567890123456789012345678901",
                                "\u0662",
                                "a\nb")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(5)));
        Map<String, String> right = Map.of("month", "2027-01", "product", "crm", "new deals", "0");
        return Arbitraries.maps(columns, values)
                .ofMaxSize(4)
                .flatMap(given -> Arbitraries.of(true, true, false).map(whole -> {
                    Map<String, String> all = new LinkedHashMap<>(whole ? right : Map.of());
                    all.putAll(given);
                    return all;
                }));
    }

    /** Read, or refused in words that name the source: nothing else is thrown. */
    @Property
    void anyRowIsReadOrNamed(@ForAll("fields") Map<String, String> fields) {
        try {
            Actuals read = Actuals.fromRows("a.csv", List.of(new Row(2L, fields)), CONSTANTS);
            assertThat(read.cells()).hasSize(1);
        } catch (RowException refusal) {
            assertThat(refusal).hasMessageStartingWith("a.csv, line ");
            boolean isHeader = refusal.rule().startsWith("the columns must be ");
            boolean isOfAll = refusal.rule().startsWith("there must be at least one row ");
            assertThat(refusal.line()).isEqualTo(isHeader || isOfAll ? 1 : 2);
            assertThat(isHeader)
                    .isEqualTo(!(COLUMNS.containsAll(fields.keySet())
                            && fields.keySet().containsAll(List.of("month", "product"))));
        }
    }

    /** Upper and lower case make no difference to what is read, or to what is said of it. */
    @Property
    void theCaseOfColumnsMeansNothing(@ForAll("fields") Map<String, String> fields, @ForAll Random random) {
        Map<String, String> shouted = new LinkedHashMap<>();
        fields.forEach((column, value) -> shouted.put(
                COLUMNS.contains(column) && random.nextBoolean() ? column.toUpperCase(Locale.ROOT) : column, value));
        assertThat(read(shouted)).isEqualTo(read(fields));
    }

    private static Object read(Map<String, String> fields) {
        try {
            return Actuals.fromRows("a.csv", List.of(new Row(2L, fields)), CONSTANTS);
        } catch (RowException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }
}
