package io.github.planningmath.evidence;

import io.github.planningmath.internal.Required;
import io.github.planningmath.lifetime.CohortTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What became in one month of the customers of a product who were won in the same month: how many stayed for another, and how many
 * further deals they made.
 *
 * <p>A customer won in January is of age 0 in February: the first month in which it can buy again or leave, as a plan counts it.
 *
 * @param product what they bought
 * @param won the month of their first purchase
 * @param age months since then at the begin of the month counted, from 0; the month is {@code won + age + 1}
 * @param customers how many there were at its begin, at least 1
 * @param stayed how many of them were customers at its end; null where that is not known
 * @param deals the further deals that they made in it; null where that is not known
 */
@Value.Builder
public record CustomerCount(
        String product,
        YearMonth won,
        Integer age,
        Long customers,
        @Nullable Long stayed,
        @Nullable Long deals) implements WithCustomerCount {

    /** As old as customers of a plan may be. */
    private static final int OLDEST = 1200;

    static final Comparator<CustomerCount> CANONICAL = Comparator.comparing(CustomerCount::product)
            .thenComparing(CustomerCount::won)
            .thenComparing(CustomerCount::age);

    public CustomerCount {
        Required.name(product, "CustomerCount.product");
        Required.present(won, "CustomerCount.won");
        Required.between(age, 0, OLDEST, "CustomerCount.age");
        if (Required.count(customers, "CustomerCount.customers") == 0) {
            throw new IllegalArgumentException("CustomerCount.customers must be at least 1, but was 0.");
        }
        if (stayed != null && Required.count(stayed, "CustomerCount.stayed") > customers) {
            throw new IllegalArgumentException("CustomerCount.stayed must be at most customers, " + customers
                    + ", but was " + stayed + ". Perhaps customers who came back belong to a cohort of their own.");
        }
        if (deals != null) {
            Required.count(deals, "CustomerCount.deals");
        }
    }

    /**
     * The counts of a table of cohorts whose periods are months and whose names are months, such as {@code 2026-01}.
     *
     * @param product what they bought
     * @param table how many were left after each month
     * @return the counts, without further deals; a cohort that is empty counts no more
     * @throws java.time.format.DateTimeParseException if a cohort's name is no month
     */
    public static List<CustomerCount> of(String product, CohortTable table) {
        List<CustomerCount> counts = new ArrayList<>();
        for (CohortTable.Cohort cohort : table.cohorts()) {
            YearMonth won = YearMonth.parse(cohort.name());
            for (int age = 0; age < cohort.periods(); age++) {
                long customers = cohort.customers().get(age);
                if (customers > 0) {
                    counts.add(new CustomerCount(
                            product, won, age, customers, cohort.customers().get(age + 1), null));
                }
            }
        }
        return counts;
    }

    LocalDate firstDay() {
        return won.plusMonths(age + 1L).atDay(1);
    }

    LocalDate lastDay() {
        return won.plusMonths(age + 1L).atEndOfMonth();
    }

    long stayedOrNone() {
        return stayed == null ? 0 : stayed;
    }

    long dealsOrNone() {
        return deals == null ? 0 : deals;
    }

    /** Other customers of the same cohort and age; what is not known of some is not known of all. */
    CustomerCount plus(CustomerCount other) {
        return new CustomerCount(
                product,
                won,
                age,
                Math.addExact(customers, other.customers),
                stayed == null || other.stayed == null ? null : (Long) Math.addExact(stayed, other.stayed),
                deals == null || other.deals == null ? null : (Long) Math.addExact(deals, other.deals));
    }

    boolean isOfSameCohort(CustomerCount other) {
        return CANONICAL.compare(this, other) == 0;
    }
}
