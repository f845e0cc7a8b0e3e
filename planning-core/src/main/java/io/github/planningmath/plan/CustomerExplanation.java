package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.quantity.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derives repeat deals and the current base of one product from its cohorts, month by month. */
final class CustomerExplanation {

    private final Business business;
    private final CountExplanation counts;

    CustomerExplanation(Business business, CountExplanation counts) {
        this.business = business;
        this.counts = counts;
    }

    Derivation repeatsThrough(ProductLine line, int month) {
        return Calculated.wholes(
                "repeat deals of " + line.product().name() + counts.through(month),
                new Cohorts(line).repeatsThrough(month));
    }

    Derivation baseAtEndOf(ProductLine line, int month) {
        return Calculated.wholes(
                "current base of " + line.product().name() + " at the end of "
                        + business.horizon().month(month),
                new Cohorts(line).atEndOf(month));
    }

    /** The cohorts of one product's customers, month by month. */
    private final class Cohorts {

        private final ProductLine line;
        private final List<Derivation> repeats = new ArrayList<>();
        private Map<Integer, Derivation> byAge = new LinkedHashMap<>();

        Cohorts(ProductLine line) {
            this.line = line;
            for (Position.Customers cohort : business.opening().customers()) {
                if (cohort.product().equals(line.product().name())) {
                    byAge.put(
                            cohort.age(),
                            Given.ratio(
                                    "customers of age " + cohort.age() + " at the start",
                                    Ratio.of(Position.nanoCustomers(cohort), Position.NANO)));
                }
            }
            long carried = line.customers().carriedNano();
            if (carried > 0) {
                repeats.add(Given.ratio("carried fraction of repeat deals", Ratio.of(carried, Position.NANO)));
            }
        }

        List<Derivation> repeatsThrough(int month) {
            runThrough(month);
            return repeats.isEmpty() ? List.of(Given.count("customers who could buy again", 0)) : repeats;
        }

        List<Derivation> atEndOf(int month) {
            runThrough(month);
            return new ArrayList<>(byAge.values());
        }

        private void runThrough(int last) {
            for (int month = 0; month <= last; month++) {
                Map<Integer, Derivation> older = new LinkedHashMap<>();
                int current = month;
                byAge.forEach((age, customers) -> {
                    repeats.add(share(
                            "repeat deals",
                            customers,
                            "repeat rate",
                            line.product().repeat().repeat(age),
                            current));
                    older.put(
                            age + 1,
                            share(
                                    "customers",
                                    customers,
                                    "retention rate",
                                    line.product().repeat().retention(age),
                                    current));
                });
                older.put(0, newCustomers(month));
                byAge = older;
            }
        }

        private Derivation share(String what, Derivation customers, String factor, Ratio rate, int month) {
            return Calculated.of(
                    what + " after " + business.horizon().month(month),
                    EXACT,
                    Operator.MULTIPLY_DOWN_TO_BILLIONTHS,
                    List.of(customers, Given.ratio(factor, rate)));
        }

        private Derivation newCustomers(int month) {
            return counts.inMonth(
                    Kpi.NEW_DEALS.label() + " of " + line.product().name(),
                    business.horizon().month(month),
                    through -> counts.dealsThrough(line, through));
        }
    }
}
