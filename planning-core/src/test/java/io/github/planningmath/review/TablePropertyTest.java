package io.github.planningmath.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.CsvTable;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What leaves as a table is read by another's reader, and comes back. */
class TablePropertyTest {

    /** Two products over three channels, with names as hostile as names may be. */
    private static final PlanningConstants CONSTANTS = PlanningConstants.of(
            "EUR",
            Horizon.ofMonths(Reviewed.JANUARY, 3),
            Reviewed.assortment(
                    Product.of("a \"b\", c", SalesTier.CONSULTATIVE, "1000", "300.05"),
                    Product.of("\u0436; =1+1", SalesTier.TRANSACTIONAL, "49.90", "20")),
            List.of(
                    Reviewed.channel("m,ail", "7%", "0.35"),
                    Reviewed.channel("site", "5%", "1.20"),
                    Reviewed.channel("fair", "50%", "20")),
            Map.of(
                    SalesTier.CONSULTATIVE,
                    SalesProcess.of(
                            Rate.percent(20), 1, ChannelMix.of("site", Rate.percent(40), "fair", Rate.percent(60))),
                    SalesTier.TRANSACTIONAL,
                    SalesProcess.of(
                            Rate.percent(30), 0, ChannelMix.of("site", Rate.percent(50), "m,ail", Rate.percent(50)))));

    private static final Plan PLAN = Reviewed.plan("200000", CONSTANTS);

    private static List<CSVRecord> records(String csv) {
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
            return parser.getRecords();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The template with some of its fields filled in. */
    private static List<Actuals.Cell> filled(Random random) {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (List<String> row : Actuals.template(CONSTANTS).rows()) {
            boolean ofChannel = !row.get(2).isEmpty();
            cells.add(new Actuals.Cell(
                    YearMonth.parse(row.get(0)),
                    row.get(1),
                    ofChannel ? row.get(2) : null,
                    null,
                    ofChannel ? count(random) : null,
                    ofChannel ? count(random) : null,
                    ofChannel ? count(random) : null,
                    null,
                    count(random),
                    count(random),
                    amount(random),
                    amount(random),
                    ofChannel ? amount(random) : null,
                    ofChannel ? null : count(random)));
        }
        return cells;
    }

    /** These facts, some of whose deals are told apart by the months of their leads. */
    private static List<Actuals.Cell> byLeads(List<Actuals.Cell> facts, Random random) {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (Actuals.Cell cell : facts) {
            boolean isByLeads = cell.newDeals() != null && random.nextBoolean();
            cells.add(isByLeads ? cell.withNewDeals(null) : cell);
            for (int before = random.nextInt(3); isByLeads && before < 4; before += 1 + random.nextInt(2)) {
                cells.add(empty(cell)
                        .withBrought(cell.month().minusMonths(before))
                        .withLostLeads(random.nextBoolean() ? null : random.nextLong(1_000))
                        .withNewDeals(random.nextLong(1_000)));
            }
        }
        return cells;
    }

    private static Actuals.Cell empty(Actuals.Cell cell) {
        String channel = cell.channel();
        return channel == null
                ? Actuals.Cell.of(cell.month(), cell.product())
                : Actuals.Cell.of(cell.month(), cell.product(), channel);
    }

    private static @Nullable Long count(Random random) {
        return random.nextInt(4) == 0 ? null : random.nextLong(9_223_372_036L) / (1L << random.nextInt(34));
    }

    private static @Nullable BigDecimal amount(Random random) {
        return random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextLong(1L << 50), random.nextInt(12));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 100)
    void dealsByTheMonthOfTheirLeadsAreReadBack(@ForAll long seed) {
        Random random = new Random(seed);
        List<Actuals.Cell> known = byLeads(filled(random), random).stream()
                .filter(cell -> !cell.equals(empty(cell)))
                .toList();
        CsvTable table = Actuals.from(known).table();
        assertThat(table.columns().contains("brought"))
                .isEqualTo(known.stream().anyMatch(cell -> cell.brought() != null));
        assertThat(Actuals.fromRows("facts.csv", Row.all("facts.csv", records(table.text())), CONSTANTS)
                        .cells())
                .isEqualTo(known);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void factsWrittenIntoTheTemplateAreReadBack(@ForAll long seed) {
        Actuals facts = Actuals.from(filled(new Random(seed))).in(Currency.getInstance("EUR"));
        CsvTable table = facts.table();
        List<Actuals.Cell> known =
                facts.cells().stream().filter(cell -> !cell.equals(empty(cell))).toList();
        assertThat(table.columns()).isEqualTo(Actuals.template(CONSTANTS).columns());
        assertThat(table.rows())
                .extracting(row -> row.subList(0, 4))
                .isEqualTo(Actuals.template(CONSTANTS).rows().stream()
                        .map(row -> row.subList(0, 4))
                        .toList());
        String csv = table.text();
        int firstLine = csv.indexOf('\n');
        String shouted = csv.substring(0, firstLine).toUpperCase(Locale.ROOT) + csv.substring(firstLine);
        assertThat(Actuals.fromRows("facts.csv", Row.all("facts.csv", records(shouted)), CONSTANTS))
                .isEqualTo(Actuals.from(known).in(Currency.getInstance("EUR")));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void theRowsOfAVerdictSumToTheGap(@ForAll long seed) {
        Verdict verdict = Verdict.of(PLAN, Actuals.from(likely(new Random(seed))));
        List<CSVRecord> rows = records(verdict.table().text());
        assertThat(sum(rows.subList(1, rows.size()))).isEqualByComparingTo(verdict.gap());
        for (Department owner : Department.values()) {
            List<CSVRecord> owners = rows.stream()
                    .filter(row -> row.get(0).equals(owner.name().toLowerCase(Locale.ROOT)))
                    .toList();
            assertThat(sum(owners)).isEqualByComparingTo(verdict.of(owner).amount());
        }
    }

    private static BigDecimal sum(List<CSVRecord> rows) {
        return rows.stream().map(row -> new BigDecimal(row.get(5))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was planned, each number a little off or not known. */
    private static List<Actuals.Cell> likely(Random random) {
        return Reviewed.asPlanned(PLAN).stream()
                .filter(cell -> random.nextInt(5) > 0)
                .map(cell -> cell.channel() == null
                        ? cell.withRevenue(BigDecimal.valueOf(random.nextInt(10_000_000), 2))
                        : cell.withTrafficCost(BigDecimal.valueOf(random.nextInt(1_000_000), 2)))
                .toList();
    }

    /** A row for each norm, month by month and of all months; the statistics are the very doubles. */
    @Property(shrinking = ShrinkingMode.OFF, tries = 50)
    void theRowsOfAnAttainmentAreItsFulfilments(@ForAll long seed) {
        Attainment attainment =
                Attainment.of(PLAN, Actuals.from(likely(new Random(seed))).through(Reviewed.FEBRUARY));
        List<CSVRecord> rows = records(attainment.table().text());
        int expected = 0;
        for (Department department : Department.values()) {
            expected += 3 * attainment.of(department).size();
        }
        assertThat(rows).hasSize(1 + expected);
        for (CSVRecord row : rows.subList(1, rows.size())) {
            Kpi kpi = Arrays.stream(Kpi.values())
                    .filter(each -> each.label().equals(row.get(1)))
                    .findFirst()
                    .orElseThrow();
            Scope tier = row.get(3).isEmpty() ? Scope.all() : Scope.all().tier(SalesTier.valueOf(row.get(3)));
            Fulfilment fulfilment =
                    attainment.of(kpi, row.get(2).isEmpty() ? tier : tier.in(YearMonth.parse(row.get(2))));
            assertThat(number(row.get(4))).isEqualTo(fulfilment.planned());
            assertThat(number(row.get(5))).isEqualTo(fulfilment.fact());
            assertThat(number(row.get(6))).isEqualTo(fulfilment.share());
            assertThat(row.get(7))
                    .isEqualTo(fulfilment.met() == null ? "" : fulfilment.met().toString());
            assertThat(row.get(8)).isEqualTo(fulfilment.unknown().toString());
        }
    }

    private static @Nullable Double number(String field) {
        return field.isEmpty() ? null : Double.valueOf(field);
    }
}
