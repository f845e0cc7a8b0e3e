package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Solution;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Unknown;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

/** Law 5, for unknowns of each kind, around plans whose held value reaches the goal. */
@Domain(PlanningDomain.class)
class SolverLawPropertyTest {

    private static final int UNITS = 10_000;
    private static final Rate UNIT = Rate.of(1, UNITS);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Property
    void theSiteConversionIsTheLeastThatReachesTheGoal(@ForAll Plan plan, @ForAll @IntRange(max = 30) int choice) {
        Channel channel = chosen(plan.constants().channels(), choice);
        Assume.that(isHeld(Driver.siteConversion(channel.name()), plan));
        Solution solution = solution(Unknown.siteConversion(channel.name(), UNIT), plan);
        assertLeast(
                solution,
                channel.siteConversion(),
                rate -> projection(
                        plan, plan.constants().withChannel(channel.name(), c -> c.withSiteConversion(rate))));
    }

    @Property
    void theManagerConversionIsTheLeastThatReachesTheGoal(@ForAll Plan plan, @ForAll @IntRange(max = 30) int choice) {
        SalesTier tier = chosen(List.copyOf(plan.constants().tiers().keySet()), choice);
        Assume.that(isHeld(Driver.managerConversion(tier), plan));
        Assume.that(plan.constants().tier(tier).stages().isEmpty());
        Solution solution = solution(Unknown.managerConversion(tier, UNIT), plan);
        assertLeast(
                solution,
                plan.constants().tier(tier).managerConversion(),
                rate -> projection(plan, plan.constants().withTier(tier, t -> t.withManagerConversion(rate))));
    }

    /** Where deals lose money and the held rate is no whole unit, only a lower one may reach the goal: the nearest. */
    private static void assertLeast(Solution solution, Rate held, Function<Rate, Projection> projected) {
        long units = units(solution.value());
        Projection oneUnitWorse = units == 1 ? null : projected.apply(Rate.of(units - 1, UNITS));
        FinancialGoal goal = solution.plan().goal();
        if (oneUnitWorse != null && oneUnitWorse.reached(goal.measure()).compareTo(goal.amount()) >= 0) {
            assertThat(Rate.of(units, UNITS)).isLessThan(held);
            PlanLaws.assertInverse(solution, projected.apply(Rate.of(units + 1, UNITS)));
        } else {
            PlanLaws.assertInverse(solution, oneUnitWorse);
        }
    }

    @Property
    void thePriceIsTheLeastThatReachesTheGoal(@ForAll Plan plan, @ForAll @IntRange(max = 30) int choice) {
        Product product = chosen(plan.constants().assortment().products(), choice);
        Assume.that(isHeld(Driver.price(product.name()), plan));
        Solution solution = solution(Unknown.price(product.name(), CENT), plan);
        BigDecimal price = ((NormValue.Amount) solution.value()).amount();
        BigDecimal worse = price.subtract(CENT);
        assertThat(price).isLessThanOrEqualTo(product.price());
        PlanLaws.assertInverse(
                solution,
                worse.signum() == 0
                        ? null
                        : projection(plan, plan.constants().withProduct(product.name(), p -> p.withPrice(worse))));
    }

    @Property
    void theFixedCostsAreTheGreatestThatLeaveTheGoal(@ForAll Plan plan) {
        Assume.that(isHeld(Driver.fixedCosts(), plan));
        Solution solution = solution(Unknown.fixedCosts(CENT), plan);
        BigDecimal costs = ((NormValue.Amount) solution.value()).amount();
        assertThat(costs).isGreaterThanOrEqualTo(plan.constants().fixedCosts().amount());
        PlanLaws.assertInverse(
                solution,
                projection(
                        plan,
                        plan.constants()
                                .withFixedCosts(new FixedCosts(
                                        costs.add(CENT),
                                        plan.constants().fixedCosts().per()))));
    }

    /** What changes in time is sought as one value for all months, of which the first is none that reaches the goal. */
    private static boolean isHeld(Driver<?> driver, Plan plan) {
        return plan.constants().changes().stream()
                .noneMatch(change -> change.constant().equals(driver));
    }

    private static <T> T chosen(List<T> list, int choice) {
        return list.get(choice % list.size());
    }

    /** The held value reaches the goal; only where it is no whole number of units may its next better one not do so. */
    private static Solution solution(Unknown unknown, Plan plan) {
        Outcome<Solution> outcome = Solver.withDefaults().solution(unknown, plan);
        Assume.that(outcome instanceof Outcome.Reached);
        return outcome.orThrow();
    }

    private static Projection projection(Plan plan, PlanningConstants changed) {
        return Projection.of(changed, plan.opening(), plan.traffic());
    }

    private static long units(NormValue value) {
        return value.numerator()
                .multiply(BigInteger.valueOf(UNITS))
                .divide(value.denominator())
                .longValueExact();
    }
}
