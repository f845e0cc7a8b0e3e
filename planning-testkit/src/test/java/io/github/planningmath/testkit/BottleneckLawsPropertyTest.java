package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.resource.Resources;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class BottleneckLawsPropertyTest {

    @Property
    @Domain(ResourceDomain.class)
    void theLawsHold(@ForAll FeasibilityProblem problem) {
        if (problem.result() instanceof Feasibility both) {
            BottleneckLaws.assertFits(problem, both);
            BottleneckLaws.assertGapAddsUp(both);
            BottleneckLaws.assertMoreIsNoLess(both);
        }
        BottleneckLaws.assertReachedWithWhatItTakes(problem.plan());
    }

    @Property
    @Domain(PlanningDomain.class)
    void withoutLimitsThePlanFromBelowIsThePlan(@ForAll Plan plan) {
        Assume.that(plan.targets().isEmpty());
        BottleneckLaws.assertUnlimitedIsThePlan(plan);
    }

    @Property
    @Domain(ResourceDomain.class)
    void resourcesAreGenerated(@ForAll Resources resources) {
        assertThat(resources.visitCeilings()).hasSize(1);
    }
}
