package io.github.planningmath.evidence;

import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Retention and repeat rate of a plan's products, from what became of their customers month by month. Cohorts count for as long as
 * they were seen, and from the age on from which they were.
 */
final class CustomerConstants {

    private static final String CUSTOMERS = "customers";

    private final KnownLeads known;
    private final PlanningConstants constants;

    CustomerConstants(KnownLeads known, PlanningConstants constants) {
        this.known = known;
        this.constants = constants;
    }

    void addTo(Map<Driver<?>, ConstantResult> results) {
        for (Product product : constants.assortment().products()) {
            List<CustomerCount> counts = known.product(product.name()).customers();
            Driver<Ratio> retention = Driver.retention(product.name());
            Driver<Ratio> repeat = Driver.repeatRate(product.name());
            Driver<RepeatBehaviour> whole = Driver.repeatBehaviour(product.name());
            if (constants.value(retention) == null) {
                put(results, whole, byAge(whole, counts));
            } else {
                put(results, retention, retention(retention, counts));
                if (constants.value(repeat) != null) {
                    put(results, repeat, repeat(repeat, counts));
                }
            }
        }
    }

    private static void put(Map<Driver<?>, ConstantResult> results, Driver<?> driver, @Nullable ConstantResult result) {
        if (result != null) {
            results.put(driver, result);
        }
    }

    private static CountedShare stayed(List<CustomerCount> counts) {
        CountedShare share = new CountedShare();
        for (CustomerCount count : counts) {
            if (count.stayed() != null) {
                share.add(count.age(), count.stayed(), count.customers(), count.firstDay(), count.lastDay());
            }
        }
        return share;
    }

    private static @Nullable ConstantResult retention(Driver<Ratio> driver, List<CustomerCount> counts) {
        CountedShare share = stayed(counts);
        if (share.isEmpty()) {
            return null;
        }
        ConstantRefusal refusal = share.refusal(CUSTOMERS);
        if (refusal != null) {
            return refusal;
        }
        double chance = share.chanceOfGroups();
        if (chance < ConstantRefusal.ByAge.LEAST_CHANCE) {
            return new ConstantRefusal.ByAge(rate(counts, age -> age == 0), rate(counts, age -> age > 0), chance);
        }
        return new ConstantEstimate<>(driver, Ratio.of(share.successes(), share.trials()), share.basis());
    }

    private static double rate(List<CustomerCount> counts, IntPredicate ofAge) {
        long stayed = 0;
        long customers = 0;
        for (CustomerCount count : counts) {
            if (count.stayed() != null && ofAge.test(count.age())) {
                stayed += count.stayed();
                customers += count.customers();
            }
        }
        return customers == 0 ? 0 : (double) stayed / customers;
    }

    /** Deals per customer and month, with the error of a count that scatters as it does. */
    private static @Nullable ConstantResult repeat(Driver<Ratio> driver, List<CustomerCount> counts) {
        CountedShare deals = new CountedShare();
        for (CustomerCount count : counts) {
            if (count.deals() != null) {
                deals.add(0, count.deals(), count.customers(), count.firstDay(), count.lastDay());
            }
        }
        if (deals.isEmpty()) {
            return null;
        }
        long made = deals.successes();
        long customers = deals.trials();
        if (made < ConstantRefusal.TooFew.LEAST_SUCCESSES || customers < ConstantRefusal.TooFew.LEAST_TRIALS) {
            return new ConstantRefusal.TooFew(made, customers, CUSTOMERS);
        }
        double rate = (double) made / customers;
        double statistic = 0;
        int cells = 0;
        for (CustomerCount count : counts) {
            if (count.deals() != null) {
                double expected = rate * count.customers();
                statistic += (count.deals() - expected) * (count.deals() - expected) / expected;
                cells++;
            }
        }
        double dispersion = cells < 2 ? 1 : Math.max(1, statistic / (cells - 1));
        double error = Math.sqrt(dispersion * made) / customers;
        return new ConstantEstimate<>(
                driver, Ratio.of(made, customers), new Basis.Measured(customers, error, deals.from(), deals.through()));
    }

    /** A rate for each age up to the last of which 30 customers are seen; those who are older count for it, and it goes on. */
    private static @Nullable ConstantResult byAge(Driver<RepeatBehaviour> driver, List<CustomerCount> counts) {
        List<CustomerCount> both = counts.stream()
                .filter(count -> count.stayed() != null && count.deals() != null)
                .toList();
        if (both.isEmpty()) {
            return null;
        }
        CountedShare share = stayed(both);
        List<Ratio> retention = new ArrayList<>();
        List<Ratio> repeat = new ArrayList<>();
        long left = share.trials();
        for (int age = 0; left >= ConstantRefusal.TooFew.LEAST_TRIALS; age++) {
            long customers = sum(both, age, CustomerCount::customers);
            boolean isLast = left - customers < ConstantRefusal.TooFew.LEAST_TRIALS
                    || customers < ConstantRefusal.TooFew.LEAST_TRIALS;
            if (isLast) {
                int last = age;
                List<CustomerCount> older =
                        both.stream().filter(count -> count.age() >= last).toList();
                retention.add(Ratio.of(sum(older, CustomerCount::stayedOrNone), left));
                repeat.add(Ratio.of(sum(older, CustomerCount::dealsOrNone), left));
                left = 0;
            } else {
                retention.add(Ratio.of(sum(both, age, CustomerCount::stayedOrNone), customers));
                repeat.add(Ratio.of(sum(both, age, CustomerCount::dealsOrNone), customers));
                left -= customers;
            }
        }
        return retention.isEmpty()
                ? new ConstantRefusal.TooFew(share.successes(), share.trials(), CUSTOMERS)
                : new ConstantEstimate<>(
                        driver,
                        new RepeatByAge(retention, repeat),
                        new Basis.Measured(share.trials(), null, share.from(), share.through()));
    }

    private static long sum(List<CustomerCount> counts, int age, ToLongFunction<CustomerCount> of) {
        return sum(counts.stream().filter(count -> count.age() == age).toList(), of);
    }

    private static long sum(List<CustomerCount> counts, ToLongFunction<CustomerCount> of) {
        return counts.stream().mapToLong(of).sum();
    }
}
