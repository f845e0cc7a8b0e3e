package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The purchase histories of a customer base, in one unit of time, up to one day.
 *
 * <p>Read from orders, each customer's time runs from the day of the first purchase: {@code age} to the end of observation,
 * {@code recency} to the last purchase, in days divided by the fixed length of the unit (a week has 7 days, a year 365.2425,
 * a month a twelfth of it).
 *
 * <p>What counts as a purchase: the amounts of a customer's orders of one day are added, and the day is one purchase where
 * they sum to more than 0. So a refund lowers the amount of its own day, and a day of refunds or zero amounts alone is no
 * purchase; a refund is never set against another day. Orders after the end of observation are left out, as are customers
 * without a purchase. {@link #read} counts all of it.
 *
 * <p>Customers are in the order in which their first order was read. They are kept by column; the lists are views.
 *
 * <p>As JSON it is a view, which is not read back: how many customers there are and what was read. The {@link
 * #customers()} are written and read one by one.
 */
public final class CustomerHistories {

    private final ChronoUnit unit;
    private final LocalDate observedUntil;
    private final List<String> names;
    private final CustomerColumns columns;

    /** By row; NaN where there is no repeat purchase. */
    private final double[] averageSpend;

    private final @Nullable OrdersRead read;
    private final boolean byOccasion;

    CustomerHistories(ChronoUnit unit, LocalDate observedUntil, HistoryRows rows, @Nullable OrdersRead read) {
        this(unit, observedUntil, rows, read, false);
    }

    private CustomerHistories(
            ChronoUnit unit, LocalDate observedUntil, HistoryRows rows, @Nullable OrdersRead read, boolean byOccasion) {
        this.unit = unit;
        this.observedUntil = observedUntil;
        this.names = rows.names();
        this.columns = rows.columns();
        this.averageSpend = rows.averageSpend();
        this.read = read;
        this.byOccasion = byOccasion;
    }

    /**
     * Reads orders that are in order of date for each customer: sorted by date, or by customer and date. Memory is
     * proportional to the customers, however many orders each has.
     *
     * @param orders each is read once
     * @param unit the unit of the histories' times: days, weeks, months or years
     * @param observedUntil the last day of observation
     * @return the histories
     * @throws IllegalArgumentException if the unit is another, or an order of a customer comes after one of a later date
     */
    public static CustomerHistories from(Iterable<Order> orders, ChronoUnit unit, LocalDate observedUntil) {
        return read(orders.iterator(), unit, observedUntil, OrderDays.InOrder::new);
    }

    /**
     * Reads a stream of orders that are in order of date for each customer, as {@link #from(Iterable, ChronoUnit,
     * LocalDate)} does.
     *
     * @param orders read sequentially; not closed
     * @param unit the unit of the histories' times: days, weeks, months or years
     * @param observedUntil the last day of observation
     * @return the histories
     * @throws IllegalArgumentException if the unit is another, or an order of a customer comes after one of a later date
     */
    public static CustomerHistories from(Stream<Order> orders, ChronoUnit unit, LocalDate observedUntil) {
        return read(orders.iterator(), unit, observedUntil, OrderDays.InOrder::new);
    }

    /**
     * Reads orders in any order of date. Memory is proportional to the days of purchase of all customers, because whether an
     * early order makes a new day shows only at the end.
     *
     * @param orders each is read once
     * @param unit the unit of the histories' times: days, weeks, months or years
     * @param observedUntil the last day of observation
     * @return the histories
     * @throws IllegalArgumentException if the unit is another
     */
    public static CustomerHistories fromUnsorted(Iterable<Order> orders, ChronoUnit unit, LocalDate observedUntil) {
        return read(orders.iterator(), unit, observedUntil, OrderDays.InAnyOrder::new);
    }

    /**
     * Reads a stream of orders in any order of date, as {@link #fromUnsorted(Iterable, ChronoUnit, LocalDate)} does.
     *
     * @param orders read sequentially; not closed
     * @param unit the unit of the histories' times: days, weeks, months or years
     * @param observedUntil the last day of observation
     * @return the histories
     * @throws IllegalArgumentException if the unit is another
     */
    public static CustomerHistories fromUnsorted(Stream<Order> orders, ChronoUnit unit, LocalDate observedUntil) {
        return read(orders.iterator(), unit, observedUntil, OrderDays.InAnyOrder::new);
    }

    /**
     * Counts the occasions at which customers bought, for {@link BgBb}: each day, week from Monday to Sunday, month or year of the
     * calendar is one, and all orders of a customer in it are one purchase. Recency and age are whole numbers of occasions after
     * that of the first purchase. An occasion that is not over on the last day is left out with its orders, because a purchase
     * may still come.
     *
     * @param orders each is read once, in any order of date
     * @param occasion days, weeks, months or years
     * @param observedUntil the last day of observation
     * @return the histories, up to the last day of the last occasion that is over
     * @throws IllegalArgumentException if the occasion is another
     */
    public static CustomerHistories byOccasion(Iterable<Order> orders, ChronoUnit occasion, LocalDate observedUntil) {
        return readByOccasion(orders.iterator(), occasion, observedUntil);
    }

    /**
     * Counts the occasions of a stream of orders, as {@link #byOccasion(Iterable, ChronoUnit, LocalDate)} does.
     *
     * @param orders read sequentially, in any order of date; not closed
     * @param occasion days, weeks, months or years
     * @param observedUntil the last day of observation
     * @return the histories, up to the last day of the last occasion that is over
     * @throws IllegalArgumentException if the occasion is another
     */
    public static CustomerHistories byOccasion(Stream<Order> orders, ChronoUnit occasion, LocalDate observedUntil) {
        return readByOccasion(orders.iterator(), occasion, observedUntil);
    }

    /** Occasions are read as the days of a calendar of their own. */
    private static CustomerHistories readByOccasion(
            Iterator<Order> orders, ChronoUnit occasion, LocalDate observedUntil) {
        FixedLength.require(occasion, "CustomerHistories.occasion");
        Required.present(observedUntil, "CustomerHistories.observedUntil");
        LocalDate end = observedUntil;
        while (FixedLength.number(end, occasion) == FixedLength.number(end.plusDays(1), occasion)) {
            end = end.minusDays(1);
        }
        LocalDate last = LocalDate.ofEpochDay(FixedLength.number(end, occasion));
        OrderReading reading = new OrderReading(ChronoUnit.DAYS, last, last, OrderDays.InAnyOrder::new);
        while (orders.hasNext()) {
            Order order = Required.present(orders.next(), "CustomerHistories.byOccasion.orders");
            reading.add(new Order(
                    order.customer(),
                    LocalDate.ofEpochDay(FixedLength.number(order.date(), occasion)),
                    order.amount()));
        }
        OrderReading.Result result = reading.result();
        return new CustomerHistories(occasion, end, result.known(), result.read(), true);
    }

    /**
     * Takes histories that were counted elsewhere.
     *
     * @param customers each customer once
     * @param unit the unit of the histories' times: days, weeks, months or years
     * @param observedUntil the last day of observation
     * @return the histories, without a report of reading
     * @throws IllegalArgumentException if the unit is another, or a customer is given twice
     */
    public static CustomerHistories of(List<CustomerHistory> customers, ChronoUnit unit, LocalDate observedUntil) {
        FixedLength.require(unit, "CustomerHistories.unit");
        Required.present(observedUntil, "CustomerHistories.observedUntil");
        List<CustomerHistory> copy = Required.list(customers, "CustomerHistories.customers");
        Required.distinct(new Rows<>(copy.size(), row -> copy.get(row).customer()), "CustomerHistories.customers");
        HistoryRows rows = new HistoryRows(copy.size());
        for (CustomerHistory each : copy) {
            PurchaseHistory history = each.history();
            rows.add(
                    each.customer(),
                    history.frequency().intValue(),
                    history.recency(),
                    history.age(),
                    each.averageSpend());
        }
        return new CustomerHistories(unit, observedUntil, rows, null);
    }

    private static CustomerHistories read(
            Iterator<Order> orders, ChronoUnit unit, LocalDate observedUntil, LongFunction<OrderDays> days) {
        FixedLength.require(unit, "CustomerHistories.unit");
        Required.present(observedUntil, "CustomerHistories.observedUntil");
        OrderReading.Result result = new OrderReading(unit, observedUntil, observedUntil, days)
                .addAll(orders, "CustomerHistories.from.orders")
                .result();
        return new CustomerHistories(unit, observedUntil, result.known(), result.read());
    }

    /** As they are written: how many there are and what was read, without the customers. */
    private record View(
            int customers,
            String unit,
            LocalDate observedUntil,
            boolean byOccasion,
            @Nullable OrdersRead read) {}

    @DocumentForm.Written
    View view() {
        return new View(size(), unit.name(), observedUntil, byOccasion, read);
    }

    /**
     * The unit of all times.
     *
     * @return days, weeks, months or years
     */
    public ChronoUnit unit() {
        return unit;
    }

    /**
     * The end of observation.
     *
     * @return the last day whose purchases are in the histories
     */
    public LocalDate observedUntil() {
        return observedUntil;
    }

    /** Whether times are counts of occasions. */
    boolean areByOccasion() {
        return byOccasion;
    }

    /**
     * What became of the orders.
     *
     * @return the report; null where the histories were not read from orders
     */
    public @Nullable OrdersRead read() {
        return read;
    }

    /**
     * How many customers there are.
     *
     * @return the rows
     */
    public int size() {
        return columns.size();
    }

    /**
     * The customers with their histories and spend.
     *
     * @return a view, one element a row
     */
    public List<CustomerHistory> customers() {
        return new Rows<>(size(), this::customer);
    }

    /**
     * The histories alone.
     *
     * @return a view, one element a row
     */
    public List<PurchaseHistory> histories() {
        return new Rows<>(size(), columns::history);
    }

    /**
     * The customers' names.
     *
     * @return a view, one element a row
     */
    public List<String> names() {
        return names;
    }

    /**
     * The histories by column.
     *
     * @return one row a customer
     */
    public CustomerColumns columns() {
        return columns;
    }

    /**
     * The histories compressed to unique ones.
     *
     * @return how many customers share each
     */
    public HistoryCounts counts() {
        return HistoryCounts.of(columns);
    }

    /**
     * The spend of the customers who bought again.
     *
     * @return one row a customer with a repeat purchase, in the order of the customers
     */
    public SpendColumns spend() {
        return SpendColumns.ofRepeatBuyers(columns, averageSpend);
    }

    private CustomerHistory customer(int row) {
        double average = averageSpend[row];
        return new CustomerHistory(names.get(row), columns.history(row), Double.isNaN(average) ? null : average);
    }

    @Override
    public String toString() {
        return size() + " customers until " + observedUntil + ", in " + unit;
    }

    /** Rows made when asked for. */
    private static final class Rows<T> extends AbstractList<T> implements RandomAccess {

        private final int size;
        private final IntFunction<T> row;

        Rows(int size, IntFunction<T> row) {
            this.size = size;
            this.row = row;
        }

        @Override
        public T get(int index) {
            return row.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }

    /**
     * What became of the orders that were read, each counted once: {@code orders = afterEnd + merged + notPositive + purchases}.
     *
     * @param orders all orders read
     * @param afterEnd those left out because they are later than the end of observation
     * @param merged those added to another order of the same customer and day
     * @param notPositive days of a customer whose amounts sum to 0 or less: such a day is no purchase
     * @param purchases days of a customer whose amounts sum to more than 0: each is one purchase
     * @param refunds orders with an amount below 0, among those up to the end; also counted as merged, or in a day's sum
     * @param zeroAmounts orders with an amount of 0, among those up to the end; counted likewise
     * @param customers customers with any order
     * @param customersWithoutPurchase those left out because they have no purchase up to the end
     */
    public record OrdersRead(
            Long orders,
            Long afterEnd,
            Long merged,
            Long notPositive,
            Long purchases,
            Long refunds,
            Long zeroAmounts,
            Long customers,
            Long customersWithoutPurchase) {

        public OrdersRead {
            Required.count(orders, "OrdersRead.orders");
            Required.count(afterEnd, "OrdersRead.afterEnd");
            Required.count(merged, "OrdersRead.merged");
            Required.count(notPositive, "OrdersRead.notPositive");
            Required.count(purchases, "OrdersRead.purchases");
            Required.count(refunds, "OrdersRead.refunds");
            Required.count(zeroAmounts, "OrdersRead.zeroAmounts");
            Required.count(customers, "OrdersRead.customers");
            Required.count(customersWithoutPurchase, "OrdersRead.customersWithoutPurchase");
        }
    }
}
