package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Counts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.util.Arrays;
import java.util.List;

/**
 * How many customers of each cohort were left after each period. Cohorts may have been observed for different lengths: what
 * becomes of those left at a cohort's last period is not known, and counts for nothing (they are right-censored).
 *
 * @param cohorts customers who were won together; at least one, each name once, at least one of them observed for a period
 */
public record CohortTable(List<Cohort> cohorts) implements DocumentPart {

    /**
     * Customers who were won together.
     *
     * @param name such as {@code 2026-01}
     * @param customers how many there were at the start, above 0, and how many were left after 1, 2, … periods; they never
     *     rise
     */
    public record Cohort(String name, List<Long> customers) implements DocumentPart {

        public Cohort {
            Required.name(name, "Cohort.name");
            customers = Required.list(customers, "Cohort.customers");
            if (customers.isEmpty() || !(customers.get(0) > 0)) {
                throw new IllegalArgumentException(
                        "Cohort.customers must begin with those at the start, above 0, but was " + customers + " of "
                                + name + ".");
            }
            for (int period = 1; period < customers.size(); period++) {
                long left = customers.get(period);
                if (!(left >= 0 && left <= customers.get(period - 1))) {
                    throw new IllegalArgumentException("Cohort.customers must be from 0 to the "
                            + customers.get(period - 1) + " before, but was " + left + " after period " + period
                            + " of " + name + ". Perhaps customers who came later belong to a cohort of their own.");
                }
            }
        }

        /**
         * A cohort.
         *
         * @param name such as {@code 2026-01}
         * @param customers at the start, and after each period
         * @return the cohort
         */
        public static Cohort of(String name, long... customers) {
            return new Cohort(name, Arrays.stream(customers).boxed().toList());
        }

        /**
         * For how long the cohort was observed.
         *
         * @return periods, at least 0
         */
        public int periods() {
            return customers.size() - 1;
        }
    }

    public CohortTable {
        cohorts = Required.list(cohorts, "CohortTable.cohorts");
        Required.distinct(cohorts.stream().map(Cohort::name).toList(), "CohortTable.cohorts");
        if (cohorts.stream().noneMatch(cohort -> cohort.periods() > 0)) {
            throw new IllegalArgumentException(
                    "CohortTable.cohorts must have at least one observed for a period, but was " + cohorts + ".");
        }
        Counts.sum(cohorts, cohort -> cohort.customers().get(0), "CohortTable.customers");
    }

    /**
     * A table of cohorts.
     *
     * @param cohorts at least one
     * @return the table
     */
    public static CohortTable of(Cohort... cohorts) {
        return new CohortTable(List.of(cohorts));
    }

    /**
     * For how long the oldest cohort was observed.
     *
     * @return periods, at least 1
     */
    public int periods() {
        return cohorts.stream().mapToInt(Cohort::periods).max().orElseThrow();
    }

    /**
     * How many customers were there before a renewal, of the cohorts observed beyond it.
     *
     * @param renewal from 1 to {@link #periods()}
     * @return customers of all those cohorts
     * @throws IllegalArgumentException if no cohort was observed so long
     */
    public long atRisk(int renewal) {
        Required.between(renewal, 1, periods(), "CohortTable.atRisk.renewal");
        return sum(renewal, renewal - 1);
    }

    /**
     * How many of those at risk stayed.
     *
     * @param renewal from 1 to {@link #periods()}
     * @return customers, at most those at risk
     * @throws IllegalArgumentException if no cohort was observed so long
     */
    public long stayed(int renewal) {
        Required.between(renewal, 1, periods(), "CohortTable.stayed.renewal");
        return sum(renewal, renewal);
    }

    private long sum(int renewal, int period) {
        return cohorts.stream()
                .filter(cohort -> cohort.periods() >= renewal)
                .mapToLong(cohort -> cohort.customers().get(period))
                .sum();
    }
}
