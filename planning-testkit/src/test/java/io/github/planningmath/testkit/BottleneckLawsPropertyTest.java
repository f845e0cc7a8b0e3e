package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.resource.FeasibilityResult;
import io.github.planningmath.resource.Resources;
import java.math.BigDecimal;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

class BottleneckLawsPropertyTest {

    @Property
    @Domain(ResourceDomain.class)
    void theLawsHold(@ForAll FeasibilityProblem problem) {
        if (problem.result() instanceof Feasibility both) {
            BottleneckLaws.assertFits(problem, both);
            BottleneckLaws.assertGapAddsUp(both);
            BottleneckLaws.assertMoreIsNoLess(both);
            BottleneckLaws.assertPricesAreDifferences(problem, both);
        }
        BottleneckLaws.assertReachedWithWhatItTakes(problem.plan());
    }

    @Property
    @Domain(ResourceDomain.class)
    void aLargerBudgetBringsNoLess(@ForAll FeasibilityProblem problem, @ForAll @IntRange(max = 1_000_000) int more) {
        BigDecimal budget = problem.resources().budget();
        Assume.that(budget != null);
        Resources richer =
                problem.resources().withBudget(Objects.requireNonNull(budget).add(BigDecimal.valueOf(more)));
        FeasibilityResult less = problem.result();
        if (less instanceof Feasibility both) {
            Feasibility other = problem.withResources(richer).result().orThrow();
            assertThat(other.most()).isGreaterThanOrEqualTo(both.most());
        }
    }

    @Property
    @Domain(PlanningDomain.class)
    void withoutLimitsThePlanFromBelowIsThePlan(@ForAll Plan plan) {
        BottleneckLaws.assertUnlimitedIsThePlan(plan);
    }

    @Property
    @Domain(ResourceDomain.class)
    void resourcesAreGenerated(@ForAll Resources resources) {
        assertThat(resources.visitCeilings()).hasSize(1);
    }
}
