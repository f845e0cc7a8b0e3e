package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

class NormTablesPropertyTest {

    private static final List<Kpi> FLOWS = List.of(
            Kpi.TRAFFIC,
            Kpi.CONTACTS,
            Kpi.LEADS,
            Kpi.NEW_DEALS,
            Kpi.REPEAT_DEALS,
            Kpi.DEALS,
            Kpi.REVENUE,
            Kpi.VARIABLE_COST,
            Kpi.CONTRIBUTION,
            Kpi.PROFIT);

    private static List<CSVRecord> read(String csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = format.parse(new StringReader(csv))) {
            return parser.getRecords();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Plan plan(long seed) {
        Outcome<Plan> outcome = HostileBusinesses.of(seed).planned(BigDecimal.valueOf(1_000));
        Assume.that(outcome instanceof Outcome.Reached);
        return outcome.orThrow();
    }

    private static BigDecimal number(Plan plan, Kpi kpi, Scope scope) {
        NormValue value = Objects.requireNonNull(plan.norm(kpi, scope)).value();
        return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
    }

    /**
     * Read as a spreadsheet reads it: the cells of a KPI sum to the plan's norm, and every row of the wide table to its last
     * field. A plan has hundreds of norms, so a few plans are enough.
     */
    @Property(shrinking = ShrinkingMode.OFF, tries = 30)
    void tablesSumToTheNormOfTheWholePlan(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        Plan plan = plan(seed);
        List<CSVRecord> cells = read(plan.norms().byCell().text());
        List<CSVRecord> lines = read(plan.norms().byMonth().text());
        List<YearMonth> months = plan.constants().horizon().all();
        for (Kpi kpi : FLOWS) {
            Stream<BigDecimal> values = of(kpi, cells).map(row -> number(row, "value"));
            assertThat(sum(values)).as(kpi.label()).isEqualByComparingTo(number(plan, kpi, Scope.all()));
            of(kpi, lines)
                    .forEach(line -> assertThat(sum(months.stream().map(month -> number(line, month.toString()))))
                            .as(line.toString())
                            .isEqualByComparingTo(number(line, "whole plan")));
        }
        assertThat(lines.stream().mapToLong(NormTablesPropertyTest::numbers).sum())
                .isEqualTo(plan.norms().stream().count());
    }

    private static Stream<CSVRecord> of(Kpi kpi, List<CSVRecord> rows) {
        return rows.stream().filter(row -> row.get("kpi").equals(kpi.label()));
    }

    private static BigDecimal number(CSVRecord row, String column) {
        return new BigDecimal(row.get(column));
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many norms stand in a line, behind the five columns that say what of. */
    private static long numbers(CSVRecord line) {
        return line.stream().skip(5).filter(field -> !field.isEmpty()).count();
    }
}
