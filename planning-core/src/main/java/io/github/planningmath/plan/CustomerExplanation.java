package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.COUNT;
import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Derives repeat deals and the current base of one product from its cohorts, which are followed once, month by month. */
final class CustomerExplanation {

    private final ResolvedBusiness business;
    private final ProductLine line;
    private final Cells cells;
    private final CountExplanation counts;
    private volatile @Nullable Cohorts cohorts;

    CustomerExplanation(ProductLine line, Projection projection, CountExplanation counts) {
        this.business = projection.business();
        this.line = line;
        this.cells = projection.cells();
        this.counts = counts;
    }

    Derivation repeatsThrough(int month) {
        return wholes(
                "repeat deals of " + line.product().name() + " through "
                        + business.horizon().month(month),
                cells.courses()[line.index()].repeats().through(month),
                month,
                true);
    }

    Derivation baseAtEndOf(int month) {
        return wholes(
                "current base of " + line.product().name() + " at the end of "
                        + business.horizon().month(month),
                cells.courses()[line.index()].base()[month],
                month,
                false);
    }

    /** What customers of each age pay for at the end of a month, in subscriptions of the size that was sold. */
    List<Derivation> subscriptionsAtEndOf(int month, RecurringRevenue revenue) {
        List<Derivation> subscriptions = new ArrayList<>();
        cohorts()
                .byAgeAtEndOf(month)
                .forEach((age, customers) -> subscriptions.add(Calculated.of(
                        "subscriptions of customers of age " + age,
                        EXACT,
                        Operator.MULTIPLY_DOWN_TO_BILLIONTHS,
                        List.of(customers, Given.ratio("size at age " + age, revenue.size(age, month))))));
        return subscriptions;
    }

    /** The base at the start of a month, whole. */
    Derivation baseBefore(int month, long count) {
        if (month > 0) {
            return baseAtEndOf(month - 1);
        }
        String label = "current base of " + line.product().name() + " at the start";
        List<Derivation> terms = new ArrayList<>(cohorts().atStart().values());
        return terms.isEmpty()
                ? Given.count(label, 0)
                : Calculated.known(
                        label,
                        COUNT,
                        Operator.MULTIPLY_DOWN,
                        new NormValue.Count(count),
                        () -> List.of(Calculated.sum("exact " + label, EXACT, terms)));
    }

    /** Customers of a month's start who are there at its end. */
    Derivation keptIn(int month, long count) {
        return Calculated.known(
                "customers kept of " + line.product().name() + " in "
                        + business.horizon().month(month),
                COUNT,
                Operator.DIFFERENCE,
                new NormValue.Count(count),
                () -> List.of(baseAtEndOf(month), newCustomers(month)));
    }

    /** Customers of a scope's start, and those who joined, who are none at its end. */
    Derivation lostIn(Selection months, long before, long count) {
        String name = line.product().name();
        String in = months.isWholePlan() ? "" : " in " + months.scope().period();
        return Calculated.known(
                "customers lost of " + name + in, COUNT, Operator.DIFFERENCE, new NormValue.Count(count), () -> {
                    Derivation joined = CountExplanation.inMonths(
                            Kpi.NEW_DEALS.label() + " of " + name,
                            months,
                            months.in(cells.deals()[line.index()]),
                            counts::dealsThrough);
                    return List.of(
                            Calculated.sum(
                                    "customers of " + name + " at the start, and new ones",
                                    COUNT,
                                    List.of(baseBefore(months.from(), before), joined)),
                            baseAtEndOf(months.to()));
                });
    }

    private Derivation newCustomers(int month) {
        Selection ofMonth =
                Selection.of(business, Scope.month(business.horizon().month(month)));
        return CountExplanation.inMonths(
                Kpi.NEW_DEALS.label() + " of " + line.product().name(),
                ofMonth,
                cells.deals()[line.index()].in(month),
                counts::dealsThrough);
    }

    /** The whole number that the exact terms of the cohorts add up to for sure. */
    private Derivation wholes(String label, long count, int month, boolean repeats) {
        return Calculated.known(label, COUNT, Operator.MULTIPLY_DOWN, new NormValue.Count(count), () -> {
            Cohorts followed = cohorts();
            List<Derivation> terms = repeats ? followed.repeatsThrough(month) : followed.atEndOf(month);
            return List.of(Calculated.sum("exact " + label, EXACT, terms));
        });
    }

    private Cohorts cohorts() {
        Cohorts known = cohorts;
        if (known == null) {
            known = new Cohorts();
            cohorts = known;
        }
        return known;
    }

    /** The cohorts of the product's customers through all months of the plan. */
    private final class Cohorts {

        private final Map<Integer, ByMonth<Ratio>> repeatRates = new HashMap<>();
        private final Map<Integer, ByMonth<Ratio>> retentions = new HashMap<>();
        private final List<Derivation> repeats = new ArrayList<>();
        private final List<Integer> repeatsUntil = new ArrayList<>();
        private final List<Map<Integer, Derivation>> atEnd = new ArrayList<>();

        Cohorts() {
            Map<Integer, Derivation> byAge = atStart();
            long carried = line.customers().carriedNano();
            if (carried > 0) {
                repeats.add(Given.ratio("carried fraction of repeat deals", Ratio.of(carried, Position.NANO)));
            }
            for (int month = 0; month < line.months(); month++) {
                byAge = after(month, byAge);
                repeatsUntil.add(repeats.size());
                atEnd.add(byAge);
            }
        }

        List<Derivation> repeatsThrough(int month) {
            int until = repeatsUntil.get(month);
            return until == 0
                    ? List.of(Given.count("customers who could buy again", 0))
                    : List.copyOf(repeats.subList(0, until));
        }

        List<Derivation> atEndOf(int month) {
            return List.copyOf(atEnd.get(month).values());
        }

        Map<Integer, Derivation> byAgeAtEndOf(int month) {
            return atEnd.get(month);
        }

        private Map<Integer, Derivation> atStart() {
            Map<Integer, Derivation> byAge = new LinkedHashMap<>();
            for (Position.Customers cohort : business.customers(line)) {
                byAge.put(
                        cohort.age(),
                        Given.ratio(
                                "customers of age " + cohort.age() + " at the start",
                                Ratio.of(Position.nanoCustomers(cohort), Position.NANO)));
            }
            return byAge;
        }

        private Map<Integer, Derivation> after(int month, Map<Integer, Derivation> byAge) {
            Map<Integer, Derivation> older = new LinkedHashMap<>();
            byAge.forEach((age, customers) -> {
                repeats.add(share(
                        "repeat deals",
                        customers,
                        "repeat rate",
                        Driver.repeatRate(line.product().name()),
                        repeatRates.computeIfAbsent(age, any -> rate(age, RepeatBehaviour::repeat)),
                        month));
                older.put(
                        age + 1,
                        share(
                                "customers",
                                customers,
                                "retention rate",
                                Driver.retention(line.product().name()),
                                retentions.computeIfAbsent(age, any -> rate(age, RepeatBehaviour::retention)),
                                month));
            });
            older.put(0, newCustomers(month));
            return older;
        }

        private ByMonth<Ratio> rate(int age, BiFunction<RepeatBehaviour, Integer, Ratio> which) {
            return ByMonth.of(
                    business.stretches(),
                    constants -> which.apply(
                            constants.assortment().products().get(line.index()).repeat(), age));
        }

        private Derivation share(
                String what, Derivation customers, String factor, Driver<?> driver, ByMonth<Ratio> rate, int month) {
            YearMonth then = business.horizon().month(month);
            return Calculated.of(
                    what + " after " + then,
                    EXACT,
                    Operator.MULTIPLY_DOWN_TO_BILLIONTHS,
                    List.of(
                            customers,
                            Given.ratio(business.labelOf(rate, factor, month), rate.in(month))
                                    .on(business.constants().row(then, driver))));
        }
    }
}
