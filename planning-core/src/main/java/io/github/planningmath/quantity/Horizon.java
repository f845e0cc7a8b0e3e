package io.github.planningmath.quantity;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The months that a plan covers, one after the other without a gap.
 *
 * <p>Months have an index from 0: {@code month(i) = first + i months}, and {@code indexOf(month(i)) = i}.
 *
 * @param first the first month, in the years 1 to 9999
 * @param months how many months, from 1 to 600
 */
public record Horizon(YearMonth first, Integer months) implements DocumentPart {

    private static final int MOST_MONTHS = 600;
    private static final int LAST_YEAR = 9999;
    private static final int YEAR = 12;

    public Horizon {
        Objects.requireNonNull(first, "Horizon.first must be given, but was null.");
        Objects.requireNonNull(months, "Horizon.months must be given, but was null.");
        if (!(first.getYear() >= 1 && first.getYear() <= LAST_YEAR)) {
            throw new IllegalArgumentException("Horizon.first must be in the years 1 to 9999, but was " + first + ".");
        }
        if (!(months >= 1 && months <= MOST_MONTHS)) {
            throw new IllegalArgumentException("Horizon.months must be from 1 to 600, but was " + months + ".");
        }
    }

    /**
     * The months from one to another, both included.
     *
     * @param first the first month, in the years 1 to 9999
     * @param last the last month, at least the first and at most 599 months after it
     * @return the horizon
     * @throws IllegalArgumentException if the last month comes before the first, or more than 599 months after it
     */
    public static Horizon of(YearMonth first, YearMonth last) {
        Objects.requireNonNull(first, "Horizon.first must be given, but was null.");
        Objects.requireNonNull(last, "Horizon.last must be given, but was null.");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "Horizon.last must be " + first + " or later, but was " + last + ": months out of order.");
        }
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months > MOST_MONTHS) {
            throw new IllegalArgumentException("Horizon.last must be " + first.plusMonths(MOST_MONTHS - 1L)
                    + " or earlier, but was " + last + ".");
        }
        return new Horizon(first, (int) months);
    }

    /**
     * A number of months from a first one.
     *
     * @param first the first month, in the years 1 to 9999
     * @param months how many months, from 1 to 600
     * @return the horizon
     * @throws IllegalArgumentException if the number is not from 1 to 600
     */
    public static Horizon ofMonths(YearMonth first, int months) {
        return new Horizon(first, months);
    }

    /**
     * January to December of a year.
     *
     * @param year from 1 to 9999
     * @return the twelve months
     * @throws IllegalArgumentException if the year is not from 1 to 9999
     */
    public static Horizon year(int year) {
        if (year >= 1 && year <= LAST_YEAR) {
            return new Horizon(YearMonth.of(year, 1), YEAR);
        }
        throw new IllegalArgumentException("Horizon.year must be from 1 to 9999, but was " + year + ".");
    }

    /**
     * The last month.
     *
     * @return {@code first + (months - 1)}
     */
    public YearMonth last() {
        return first.plusMonths(months - 1L);
    }

    /**
     * A month by its index.
     *
     * @param index from 0 to {@code months - 1}
     * @return {@code first + index}
     * @throws IllegalArgumentException if there is no month of that index
     */
    public YearMonth month(int index) {
        if (index >= 0 && index < months) {
            return first.plusMonths(index);
        }
        throw new IllegalArgumentException(
                "Horizon.month must be given an index from 0 to " + (months - 1) + ", but was " + index + ".");
    }

    /**
     * The index of a month.
     *
     * @param month from the first month to the last
     * @return from 0 to {@code months - 1}
     * @throws IllegalArgumentException if the month is outside of this horizon
     */
    public int indexOf(YearMonth month) {
        if (contains(month)) {
            return monthsSinceFirst(month);
        }
        throw new IllegalArgumentException(
                "Horizon.indexOf must be given a month from " + first + " to " + last() + ", but was " + month + ".");
    }

    /**
     * Tells whether a month is one of this horizon.
     *
     * @param month any month
     * @return true from the first month to the last
     */
    public boolean contains(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last());
    }

    /**
     * Lists the months in order.
     *
     * @return the months, from the first to the last
     */
    public List<YearMonth> all() {
        return IntStream.range(0, months).mapToObj(first::plusMonths).toList();
    }

    private int monthsSinceFirst(YearMonth month) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(first, month));
    }
}
