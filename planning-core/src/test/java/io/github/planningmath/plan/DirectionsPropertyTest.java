package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Norms of retention and of repeat sales follow from the base, and add up. */
class DirectionsPropertyTest {

    @Property(tries = 100)
    void whoIsKeptAndWhoIsLostAddUpToTheBase(@ForAll Random random) {
        DrawnBusinesses draw = new DrawnBusinesses(random);
        PlanningConstants constants = draw.constants(4);
        Position opening = draw.opening(constants);
        if (Planner.withDefaults().plan(draw.goal(), constants, opening) instanceof Outcome.Reached<Plan> reached) {
            assertAddsUp(reached.value());
        }
    }

    private static void assertAddsUp(Plan plan) {
        List<YearMonth> months = plan.constants().horizon().all();
        for (Product product : plan.constants().assortment().products()) {
            Scope ofProduct = Scope.all().product(product.name());
            long start = wholeCustomers(plan.opening(), product.name());
            for (YearMonth month : months) {
                Scope scope = ofProduct.in(month);
                long kept = plan.customersKept(scope);
                assertThat(kept).isBetween(0L, start).isEqualTo(plan.base(scope) - plan.newDeals(scope));
                assertThat(plan.customersLost(scope)).isEqualTo(start - kept);
                assertRate(plan.norm(Kpi.RETENTION_RATE, scope), kept, start);
                start = plan.base(scope);
            }
            assertSums(months, ofProduct, plan::customersKept);
            assertSums(months, ofProduct, plan::customersLost);
        }
        assertSums(months, Scope.all(), plan::customersKept);
        assertSums(months, Scope.all(), plan::customersLost);
    }

    /** Whole counts lie less than one off what the constants make of them, product by product of one age. */
    private static void assertRate(@org.jspecify.annotations.Nullable Norm norm, long kept, long start) {
        if (norm != null && start > 0) {
            Ratio rate = ((NormValue.Proportion) norm.value()).ratio();
            assertThat(rate.toDouble() * start).isBetween(kept - 1.0, kept + 1.0);
        }
    }

    private static void assertSums(List<YearMonth> months, Scope scope, ToLongFunction<Scope> count) {
        assertThat(months.stream().map(scope::in).mapToLong(count).sum()).isEqualTo(count.applyAsLong(scope));
    }

    private static long wholeCustomers(Position opening, String product) {
        long billionths = opening.customers().stream()
                .filter(cohort -> cohort.product().equals(product))
                .mapToLong(cohort -> cohort.count() * 1_000_000_000 + cohort.billionths())
                .sum();
        return billionths / 1_000_000_000;
    }
}
