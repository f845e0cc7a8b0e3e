package io.github.planningmath.staffing;

import io.github.planningmath.internal.CsvField;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.quantity.CsvTable;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Who has to be hired when, so that the people can do the plan's work: whole people, dates, and the cost by month, which
 * stands inside the plan's profit.
 *
 * <p>Of all hires with which the team covers the work it is the cheapest, salaries and the cost of hiring to the last month of
 * the plan, and of several as cheap the one with the fewest months that people are paid for; nobody is dismissed. Covered is
 * every month for whose work people can be hired in time to be ramped up. A month that lead time or ramp-up does not leave
 * time for is a {@link Shortfall}: as much of it is covered as by hiring, on the first day possible, as many people as its
 * work takes, but not several beginners for one job; and where people leave faster than hiring can make up for, as much as
 * hiring month by month for the need of each attains.
 *
 * <p>The cheapest is found by following every team that may still be it, up to 1,500 of them: enough for some ten people and a
 * year. Beyond, no hire of the plan can be left out, or put off by a month, at a saving.
 *
 * @param months the team by month, in order and without gaps
 * @param hires who is hired, in order of their first day
 */
@HiringPlanJson
public record HiringPlan(List<StaffMonth> months, List<Hire> hires) implements PeopleCost, DocumentPart {

    public HiringPlan {
        months = Required.list(months, "HiringPlan.months");
        hires = Required.list(hires, "HiringPlan.hires");
        if (months.isEmpty()) {
            throw new IllegalArgumentException("HiringPlan.months must hold at least one, but was empty.");
        }
        for (int month = 1; month < months.size(); month++) {
            YearMonth expected = months.get(month - 1).month().plusMonths(1);
            if (!months.get(month).month().equals(expected)) {
                throw new IllegalArgumentException("HiringPlan.months must follow on each other: " + expected
                        + " was expected, but was " + months.get(month).month() + ".");
            }
        }
    }

    /**
     * The team in a month.
     *
     * @param month a month of the plan
     * @return the team
     * @throws IllegalArgumentException if the month is outside of the plan
     */
    public StaffMonth in(YearMonth month) {
        YearMonth first = months.get(0).month();
        long index = first.until(Required.present(month, "HiringPlan.month"), ChronoUnit.MONTHS);
        if (index >= 0 && index < months.size()) {
            return months.get((int) index);
        }
        throw new IllegalArgumentException("HiringPlan.month must be from " + first + " to "
                + months.get(months.size() - 1).month() + ", but was " + month + ".");
    }

    @Override
    public BigDecimal cost(YearMonth month) {
        return in(month).cost();
    }

    /**
     * What the people cost over all months.
     *
     * @return salaries and the cost of hiring
     */
    public BigDecimal totalCost() {
        return months.stream().map(StaffMonth::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Months whose people cannot do all of the work.
     *
     * @return the months in order; empty if every month is covered
     */
    public List<Shortfall> shortfalls() {
        return months.stream()
                .filter(month -> month.capacity().compareTo(month.need()) < 0)
                .map(month -> new Shortfall(month.month(), month.need(), month.capacity()))
                .toList();
    }

    /**
     * The team's greatest size.
     *
     * @return the staff of the fullest month
     */
    public long mostStaff() {
        return months.stream().mapToLong(StaffMonth::staff).max().orElseThrow();
    }

    /**
     * The team by month, a row each. Need and capacity are people and may be fractions, with at most nine decimals.
     *
     * @return the columns month, need, capacity, joining, leaving, staff, cost
     */
    public CsvTable table() {
        return new CsvTable(
                List.of("month", "need", "capacity", "joining", "leaving", "staff", "cost"),
                months.stream().map(HiringPlan::row).toList());
    }

    private static List<String> row(StaffMonth month) {
        return List.of(
                CsvField.of(month.month()),
                people(month.need()),
                people(month.capacity()),
                CsvField.of(month.joining()),
                CsvField.of(month.leaving()),
                CsvField.of(month.staff()),
                CsvField.of(month.cost()));
    }

    private static String people(Ratio ratio) {
        return CsvField.of(BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
    }
}
