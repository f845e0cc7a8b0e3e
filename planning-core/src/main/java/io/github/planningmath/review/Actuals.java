package io.github.planningmath.review;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.CsvTable;
import io.github.planningmath.quantity.DocumentPart;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in the same cells as a plan, partly filled: what is not given is not known, which is not the same as 0.
 *
 * <p>All that is given for a product and month adds up: what is known by channel stands in cells with the channel, what is
 * known of the product alone in a cell without one. Names, months and the currency are checked against a plan's constants
 * where the two meet ({@link #requireFits}, {@link Verdict}); then nothing is dropped: all of it
 * fits, or it is refused.
 *
 * @param currency the currency of the amounts, or null where it is the plan's
 * @param last the last month that counts, or null for the last one that a cell is given for; cells of later months are kept
 *     and do not count
 * @param cells what is known, each month, product and channel once, at least one
 * @param houseCosts what fixed costs and people came to, each month once; months left out came to what was planned
 */
public record Actuals(
        @Nullable Currency currency, @Nullable YearMonth last, List<Cell> cells, List<HouseCosts> houseCosts)
        implements DocumentPart {

    private static final int MOST_DIGITS = 18;

    /**
     * What is known of a product in a month, over one channel or over none in particular. Each number may be absent. New deals may be
     * given by the month in which their leads were brought, each in a cell of its own, which has no other number but the leads that were
     * lost.
     * A count is at most 10^15, a base at most 9,223,372,036, the most that a plan holds; an amount has at most 18 digits
     * before the decimal point.
     *
     * @param month the month
     * @param product the product's name
     * @param channel the channel's name; null for what belongs to the product alone
     * @param brought the month in which the leads of the deals were brought, at most the month itself; null where deals are not told
     *     apart by it
     * @param visits visits; by channel only
     * @param contacts new contacts; by channel only
     * @param leads new leads; by channel only
     * @param lostLeads leads that were given up as lost, of those brought in a month; with that month only
     * @param newDeals deals that came of leads
     * @param repeatDeals further deals of customers
     * @param revenue what these deals brought, at least 0; given by channel without deals, it is that of the deals that are
     *     given without a channel
     * @param variableCost their unit costs and commissions, at least 0; likewise
     * @param trafficCost what the visits cost, at least 0; by channel only
     * @param base customers at the end of the month; without a channel only
     */
    @Value.Builder
    public record Cell(
            YearMonth month,
            String product,
            @Nullable String channel,
            @Nullable YearMonth brought,
            @Nullable Long visits,
            @Nullable Long contacts,
            @Nullable Long leads,
            @Nullable Long lostLeads,
            @Nullable Long newDeals,
            @Nullable Long repeatDeals,
            @Nullable BigDecimal revenue,
            @Nullable BigDecimal variableCost,
            @Nullable BigDecimal trafficCost,
            @Nullable Long base)
            implements WithCell, DocumentPart {

        /** Up to it a count is exact in a double, and so are the sums of thousands of cells. */
        private static final long MOST = 1_000_000_000_000_000L;

        private static final String BY_CHANNEL = "must be given by channel, but was %s without one.";
        private static final String BY_LEADS = "must be given by the month of leads, but was %s without one.";
        private static final String WITHOUT_CHANNEL = "must be given without a channel, but was %s with one.";
        private static final String WITHOUT_LEADS =
                "must be given in a cell without a month of leads, but was %s with one.";

        /** What a plan's base holds, which is kept to nine decimals. */
        private static final long MOST_CUSTOMERS = Long.MAX_VALUE / 1_000_000_000;

        public Cell {
            Required.present(month, "Actuals.Cell.month");
            Required.name(product, "Actuals.Cell.product");
            Required.nameIfGiven(channel, "Actuals.Cell.channel");
            requireCount(visits, "visits", MOST);
            requireCount(contacts, "contacts", MOST);
            requireCount(leads, "leads", MOST);
            requireCount(lostLeads, "lostLeads", MOST);
            requireCount(newDeals, "newDeals", MOST);
            requireCount(repeatDeals, "repeatDeals", MOST);
            requireCount(base, "base", MOST_CUSTOMERS);
            revenue = amount(revenue, "revenue");
            variableCost = amount(variableCost, "variableCost");
            trafficCost = amount(trafficCost, "trafficCost");
            if (brought == null) {
                requireAbsent(lostLeads, "lostLeads", BY_LEADS);
            } else {
                requireNotAfter(month, brought);
                requireAbsent(visits, "visits", WITHOUT_LEADS);
                requireAbsent(contacts, "contacts", WITHOUT_LEADS);
                requireAbsent(leads, "leads", WITHOUT_LEADS);
                requireAbsent(repeatDeals, "repeatDeals", WITHOUT_LEADS);
                requireAbsent(revenue, "revenue", WITHOUT_LEADS);
                requireAbsent(variableCost, "variableCost", WITHOUT_LEADS);
                requireAbsent(trafficCost, "trafficCost", WITHOUT_LEADS);
                requireAbsent(base, "base", WITHOUT_LEADS);
            }
            if (channel == null) {
                requireAbsent(visits, "visits", BY_CHANNEL);
                requireAbsent(contacts, "contacts", BY_CHANNEL);
                requireAbsent(leads, "leads", BY_CHANNEL);
                requireAbsent(trafficCost, "trafficCost", BY_CHANNEL);
            } else {
                requireAbsent(base, "base", WITHOUT_CHANNEL);
            }
        }

        /**
         * A channel of which nothing is known yet; withers say what is.
         *
         * @param month the month
         * @param product the product's name
         * @param channel the channel's name
         * @return the empty cell
         */
        public static Cell of(YearMonth month, String product, String channel) {
            Required.present(channel, "Actuals.Cell.channel");
            return new Cell(month, product, channel, null, null, null, null, null, null, null, null, null, null, null);
        }

        /**
         * A product of which nothing is known yet; withers say what is.
         *
         * @param month the month
         * @param product the product's name
         * @return the empty cell
         */
        public static Cell of(YearMonth month, String product) {
            return new Cell(month, product, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        /** What it gives of a measure; null where that is not known. */
        @Nullable
        Number number(Measure measure) {
            return switch (measure) {
                case VISITS -> visits;
                case CONTACTS -> contacts;
                case LEADS -> leads;
                case NEW_DEALS -> newDeals;
                case REPEAT_DEALS -> repeatDeals;
                case BASE -> base;
                case REVENUE -> revenue;
                case VARIABLE_COST -> variableCost;
                case TRAFFIC_COST -> trafficCost;
            };
        }

        private static void requireCount(@Nullable Long count, String name, long most) {
            if (count != null && Required.count(count, "Actuals.Cell." + name) > most) {
                throw new IllegalArgumentException(
                        "Actuals.Cell." + name + " must be at most " + most + ", but was " + count + ".");
            }
        }

        private static @Nullable BigDecimal amount(@Nullable BigDecimal amount, String name) {
            return amount == null ? null : paid(amount, "Actuals.Cell." + name);
        }

        private static void requireNotAfter(YearMonth month, YearMonth brought) {
            if (brought.isAfter(month)) {
                throw new IllegalArgumentException("Actuals.Cell.brought must be at most the month of the deals, "
                        + month + ", but was " + brought + ". Perhaps the two were exchanged.");
            }
        }

        private static void requireAbsent(@Nullable Object value, String name, String rule) {
            if (value != null) {
                throw new IllegalArgumentException(
                        "Actuals.Cell." + name + " " + String.format(Locale.ROOT, rule, value));
            }
        }

        @Override
        public String toString() {
            return product
                    + (channel == null ? "" : " from " + channel)
                    + " in "
                    + month
                    + (brought == null ? "" : " of leads of " + brought);
        }
    }

    /**
     * What fixed costs and people came to in a month.
     *
     * @param month the month
     * @param amount both together, at least 0, with at most 18 digits before the decimal point
     */
    public record HouseCosts(YearMonth month, BigDecimal amount) implements DocumentPart {

        public HouseCosts {
            Required.present(month, "HouseCosts.month");
            amount = paid(amount, "HouseCosts.amount");
        }
    }

    /** As many digits before the decimal point as the amounts of a plan have, so that sums stay amounts. */
    private static BigDecimal paid(BigDecimal amount, String component) {
        BigDecimal paid = Amounts.notNegative(amount, component);
        if (paid.precision() - paid.scale() <= MOST_DIGITS) {
            return paid;
        }
        throw new IllegalArgumentException(component + " must have at most " + MOST_DIGITS
                + " digits before the decimal point, but was " + paid.toPlainString() + ".");
    }

    public Actuals {
        cells = Required.list(cells, "Actuals.cells");
        houseCosts = Required.list(houseCosts, "Actuals.houseCosts");
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("Actuals.cells must hold at least one, but was empty.");
        }
        Required.distinct(
                cells.stream()
                        .map(cell -> cell.brought() == null
                                ? place(cell)
                                : Arrays.asList(cell.month(), cell.product(), cell.channel(), cell.brought()))
                        .toList(),
                "Actuals.cells");
        requireOneWay(cells);
        Required.distinct(houseCosts.stream().map(HouseCosts::month).toList(), "Actuals.houseCosts");
    }

    private static List<@Nullable Object> place(Cell cell) {
        return Arrays.asList(cell.month(), cell.product(), cell.channel());
    }

    /** Deals of a month, product and channel are all given by the month of their leads, or none is. */
    private static void requireOneWay(List<Cell> cells) {
        Set<List<@Nullable Object>> byLeads = new HashSet<>();
        for (Cell cell : cells) {
            if (cell.brought() != null && cell.newDeals() != null) {
                byLeads.add(place(cell));
            }
        }
        for (Cell cell : byLeads.isEmpty() ? List.<Cell>of() : cells) {
            if (cell.brought() == null && cell.newDeals() != null && byLeads.contains(place(cell))) {
                throw new IllegalArgumentException("Actuals.cells must give new deals all of them by the month of their"
                        + " leads, or none, but gave " + cell.newDeals() + " of " + cell
                        + " beside those of its months of leads.");
            }
        }
    }

    /**
     * What happened, in the plan's currency, through the last month that is given.
     *
     * @param cells what is known, each month, product and channel once
     * @return the actuals
     * @throws IllegalArgumentException if there is no cell, or one is given twice
     */
    public static Actuals from(List<Cell> cells) {
        return new Actuals(null, null, cells, List.of());
    }

    /**
     * What happened, from the rows of a table, in the currency of the constants. The table has the columns "month" and
     * "product"; "channel", "brought", "currency" and the numbers of a {@link Cell} may be there: "visits", "contacts", "leads", "lost
     * leads", "new deals", "repeat deals", "base", "revenue", "variable cost", "traffic cost", in upper or lower case. An empty field is not
     * known; a row without a number says nothing and is no cell. All rows are right, or none is used. Rows are read one by one
     * as far as the first wrong one.
     *
     * <p>Files are read by whoever knows their form, such as Commons CSV ({@link Row#all}); a row carries the line it was on.
     *
     * @param source what the rows are read from, such as a file's name, for messages
     * @param rows the rows, in the order of the file
     * @param constants what names, months and currency must fit
     * @return the actuals
     * @throws RowException if a row is wrong; it names source, line and column, and says what to do where a decimal comma
     *     stands. It names line 1, and every column that is unknown or missing, where the columns are wrong
     */
    public static Actuals fromRows(String source, Iterable<Row> rows, PlanningConstants constants) {
        return new RowReader(
                        Required.present(source, "Actuals.source"), Required.present(constants, "Actuals.constants"))
                .read(Required.present(rows, "Actuals.rows"));
    }

    /**
     * A table to fill in, with the columns that {@link #fromRows} reads: a row for each month and product alone, for repeat
     * deals, base and money, and before it one for each channel that brings the product leads, by the constants of the month.
     * What stays empty is not known, and a month of which nothing is filled in is not over.
     *
     * @param constants whose months, products and channels it is for
     * @return the table, without a number
     */
    public static CsvTable template(PlanningConstants constants) {
        return CellTable.template(Required.present(constants, "Actuals.constants"));
    }

    /**
     * The cells as a table, with the columns that {@link #fromRows} reads; that of the months in which leads were brought is there where
     * any deals are told apart by it. Neither the last month that counts is in it nor what
     * the house cost.
     *
     * @return a row for each cell
     */
    public CsvTable table() {
        return CellTable.of(this);
    }

    /**
     * These actuals as far as a month: what is given for later months does not count.
     *
     * @param month the last month that counts
     * @return the actuals through that month
     */
    public Actuals through(YearMonth month) {
        return new Actuals(currency, Required.present(month, "Actuals.through"), cells, houseCosts);
    }

    /**
     * These actuals with their currency named, so that a plan in another refuses them.
     *
     * @param code the currency of the amounts
     * @return the actuals in that currency
     */
    public Actuals in(Currency code) {
        return new Actuals(Required.present(code, "Actuals.in"), last, cells, houseCosts);
    }

    /**
     * These actuals with what fixed costs and people came to.
     *
     * @param costs each month once; months left out came to what was planned
     * @return the changed actuals
     */
    public Actuals withHouseCosts(List<HouseCosts> costs) {
        return new Actuals(currency, last, cells, costs);
    }

    /**
     * The last month that counts.
     *
     * @return {@link #last()}, or the last month that a cell is given for
     */
    public YearMonth lastMonth() {
        return last != null
                ? last
                : cells.stream().map(Cell::month).max(YearMonth::compareTo).orElseThrow();
    }

    /**
     * Checks that a plan knows all of it: products and channels by name, months, currency. No channel brings a product more
     * contacts than visits or more leads than contacts, counted from the plan's start, as far as all of them are known. No
     * product has more deals than leads, counted from the plan's start with the leads that were open then, unless its
     * customers buy again by the plan's constants: then one lead may bring several deals.
     *
     * @param plan the plan
     * @throws IllegalArgumentException if something does not fit; it is named
     */
    public void requireFits(Plan plan) {
        ActualsReading.of(plan, this);
    }
}
