package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.accord.Judgement;
import io.github.planningmath.accord.ServiceFact;
import io.github.planningmath.accord.ServiceLevel;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Ratio;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

/** The law of the gap on plans of every kind, with facts that are on plan, or rough and partly known. */
@Domain(ReviewDomain.class)
class VerdictLawPropertyTest {

    @Property
    void whatHappensAsPlannedIsNobodysGap(@ForAll Plan plan) {
        VerdictLaws.assertNobodyIsBlamedWhereAllGoesAsPlanned(plan);
    }

    @Property
    void aPlanStandsAsLongAsAllGoesAsPlanned(@ForAll Plan plan, @ForAll @IntRange(min = 1, max = 23) int months) {
        int all = plan.constants().horizon().months();
        Assume.that(all > 1);
        // beyond that no facts are taken
        Assume.that(plan.traffic(Scope.all()) <= 1_000_000_000_000_000L);
        VerdictLaws.assertThePlanStandsWhereAllGoesAsPlanned(plan, 1 + months % (all - 1));
    }

    @Property
    void partsSumToTheGapWhateverIsKnown(@ForAll ReviewedPlan reviewed) {
        VerdictLaws.assertHolds(reviewed.plan(), reviewed.actuals());
    }

    /** A service level is met just where its attainment is at least 1, and more leads in order never make it worse. */
    @Property
    void moreInOrderNeverMakesAServiceLevelWorse(@ForAll ServiceLevel level, @ForAll ServiceFact fact) {
        Ratio attainment = level.attainment(fact);
        assertThat(level.judgement(fact) == Judgement.NOTHING_DUE).isEqualTo(attainment == null);
        if (attainment != null && fact.inOrder() < fact.leads()) {
            ServiceFact better = new ServiceFact(fact.serviceLevel(), fact.month(), fact.leads(), fact.inOrder() + 1);
            assertThat(level.attainment(better)).isGreaterThanOrEqualTo(attainment);
        }
    }
}
