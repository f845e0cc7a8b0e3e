package io.github.planningmath.review;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.PlanningConstants;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes cells of the rows of a table; the first row that is wrong is named, and nothing is made. */
final class RowReader {

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[ ,.'\\u00a0\\u202f]\\d{3})+");

    private final String source;
    private final PlanningConstants constants;
    private final ReviewCells places;
    private final List<Actuals.Cell> cells = new ArrayList<>();
    private final Map<List<@Nullable Object>, Long> lines = new HashMap<>();

    /** By month, product and channel: where new deals were first given, and whether by the month of their leads. */
    private final Map<List<@Nullable Object>, Deals> deals = new HashMap<>();

    private record Deals(boolean isByLeads, long line) {}

    RowReader(String source, PlanningConstants constants) {
        this.source = source;
        this.constants = constants;
        places = new ReviewCells(constants, constants.horizon().last());
    }

    Actuals read(Iterable<Row> rows) {
        @Nullable Header header = null;
        Set<String> named = Set.of();
        for (Row row : rows) {
            Set<String> names = Required.present(row, "Actuals.rows").fields().keySet();
            if (header == null || !names.equals(named)) {
                header = Header.of(source, names);
                named = names;
            }
            new Reading(row, header).read();
        }
        if (cells.isEmpty()) {
            throw new RowException(
                    source, 1, null, "there must be at least one row with a number, but there was none.", null);
        }
        return new Actuals(constants.currency(), null, cells, List.of());
    }

    /** One row being read. */
    private final class Reading {

        private final Row row;
        private final Header header;

        Reading(Row row, Header header) {
            this.row = row;
            this.header = header;
        }

        void read() {
            requireCurrency();
            YearMonth month = required(Header.MONTH, this::month);
            String product = required(Header.PRODUCT, name -> known(Header.PRODUCT, name, places::requireProduct));
            String channel = optional(Header.CHANNEL, name -> known(Header.CHANNEL, name, places::requireChannel));
            YearMonth brought = optional(Header.BROUGHT, text -> anyMonth(Header.BROUGHT, text));
            requireOnce(Arrays.asList(month, product, channel, brought), brought);
            Actuals.Cell cell = cell(month, product, channel, brought);
            if (cell.newDeals() != null) {
                requireOneWay(Arrays.asList(month, product, channel), brought != null);
            }
            if (cell.lostLeads() != null
                    || Arrays.stream(Measure.values()).anyMatch(measure -> cell.number(measure) != null)) {
                cells.add(cell);
            }
        }

        private Actuals.Cell cell(
                YearMonth month, String product, @Nullable String channel, @Nullable YearMonth brought) {
            try {
                return new Actuals.Cell(
                        month,
                        product,
                        channel,
                        brought,
                        count(Measure.VISITS),
                        count(Measure.CONTACTS),
                        count(Measure.LEADS),
                        count(Header.LOST_LEADS),
                        count(Measure.NEW_DEALS),
                        count(Measure.REPEAT_DEALS),
                        amount(Measure.REVENUE),
                        amount(Measure.VARIABLE_COST),
                        amount(Measure.TRAFFIC_COST),
                        count(Measure.BASE));
            } catch (RowException named) {
                throw named;
            } catch (IllegalArgumentException misplaced) {
                throw wrong(null, String.valueOf(misplaced.getMessage()), misplaced);
            }
        }

        private void requireCurrency() {
            String code = optional(Header.CURRENCY, Function.identity());
            if (code != null && !code.equals(constants.currency().getCurrencyCode())) {
                throw wrong(
                        Header.CURRENCY,
                        "must be that of the plan, " + constants.currency() + ", but was " + code + ".",
                        null);
            }
        }

        private void requireOnce(List<@Nullable Object> key, @Nullable YearMonth brought) {
            Long before = lines.putIfAbsent(key, row.line());
            if (before != null) {
                throw wrong(
                        null,
                        (brought == null ? "month, product and channel" : "month, product, channel and month of leads")
                                + " must be given once each, but were given on line " + before + " before.",
                        null);
            }
        }

        private void requireOneWay(List<@Nullable Object> key, boolean isByLeads) {
            Deals before = deals.putIfAbsent(key, new Deals(isByLeads, row.line()));
            if (before != null && before.isByLeads != isByLeads) {
                throw wrong(
                        Measure.NEW_DEALS.column(),
                        "must be given all of them by the month of their leads, or none, but were given "
                                + (isByLeads ? "without it" : "by it") + " on line " + before.line + " before.",
                        null);
            }
        }

        private YearMonth anyMonth(String column, String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException notAMonth) {
                throw wrong(column, "must be a month such as 2027-03, but was \"" + text + "\".", notAMonth);
            }
        }

        private YearMonth month(String text) {
            YearMonth month = anyMonth(Header.MONTH, text);
            if (constants.horizon().contains(month)) {
                return month;
            }
            throw wrong(
                    Header.MONTH,
                    Required.outsideOfPlan(
                            month,
                            constants.horizon().first(),
                            constants.horizon().last()),
                    null);
        }

        private String known(String column, String name, UnaryOperator<String> required) {
            try {
                return required.apply(name);
            } catch (IllegalArgumentException unknown) {
                throw wrong(column, String.valueOf(unknown.getMessage()), unknown);
            }
        }

        private @Nullable Long count(Measure measure) {
            return count(measure.column());
        }

        private @Nullable Long count(String column) {
            return optional(column, text -> {
                try {
                    long count = Long.parseLong(text);
                    if (count >= 0) {
                        return count;
                    }
                } catch (NumberFormatException notACount) {
                    throw notACount(column, text, notACount);
                }
                throw notACount(column, text, null);
            });
        }

        private RowException notACount(String column, String text, @Nullable Throwable cause) {
            return wrong(
                    column,
                    "must be a whole number of at least 0, but was \"" + text + "\"." + perhapsDigitsAlone(text),
                    cause);
        }

        private @Nullable BigDecimal amount(Measure measure) {
            return optional(measure.column(), text -> {
                try {
                    return Amounts.notNegative(Amounts.parse(text, measure.column()), measure.column());
                } catch (IllegalArgumentException notAnAmount) {
                    throw wrong(measure.column(), Amounts.fieldRule(text), notAnAmount);
                }
            });
        }

        private static String perhapsDigitsAlone(String text) {
            return THOUSANDS.matcher(text).matches()
                    ? " Perhaps " + text.replaceAll("\\D", "") + " was meant: nothing stands between thousands."
                    : "";
        }

        private <T> T required(String column, Function<String, T> reading) {
            T value = optional(column, reading);
            if (value == null) {
                throw wrong(column, "must be given, but was empty.", null);
            }
            return value;
        }

        private <T> @Nullable T optional(String column, Function<String, T> reading) {
            String text = row.fields().get(header.written().get(column));
            return text == null || text.isBlank() ? null : reading.apply(text.strip());
        }

        private RowException wrong(@Nullable String column, String rule, @Nullable Throwable cause) {
            return new RowException(source, row.line(), column, rule, cause);
        }
    }
}
