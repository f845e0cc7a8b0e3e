package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Part;
import io.github.planningmath.review.Replan;
import io.github.planningmath.review.Verdict;
import java.math.BigDecimal;
import java.util.List;

/**
 * What must be true of every verdict, and of planning anew, as assertions for a test: law 7. Each throws an {@link AssertionError} that names the
 * part.
 */
public final class VerdictLaws {

    private static final List<Kpi> FLOWS = List.of(
            Kpi.REVENUE, Kpi.PROFIT, Kpi.TRAFFIC, Kpi.CONTACTS, Kpi.LEADS, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.BASE);

    private static final double ROUNDING = 1e-9;

    private VerdictLaws() {}

    /**
     * Asserts all that holds for any facts: the parts sum to the gap at every level, shown amounts exactly and with the sign of
     * what they show, and owners do not change the sum; for every KPI that flows.
     *
     * @param plan the plan
     * @param actuals what happened
     */
    public static void assertHolds(Plan plan, Actuals actuals) {
        Verdict verdict = Verdict.of(plan, actuals);
        for (Kpi kpi : FLOWS) {
            assertAddsUp(plan, verdict.in(kpi));
            assertOwnersDoNotChangeTheSum(verdict.in(kpi));
        }
    }

    /**
     * Asserts that the parts of a verdict sum to its gap at every level, and that what is shown sums exactly. Before they are rounded
     * parts are statistics: their sum is the gap to a billionth of them and of what was planned.
     *
     * @param plan the plan
     * @param verdict the verdict on it
     */
    public static void assertAddsUp(Plan plan, Verdict verdict) {
        assertThat(verdict.tree().effect())
                .as("the gap in %s", verdict.kpi().label())
                .isCloseTo(
                        verdict.gap().doubleValue(),
                        within(ROUNDING * (1 + size(verdict.tree()) + planned(plan, verdict))));
        assertAddsUp(verdict.tree());
    }

    private static double planned(Plan plan, Verdict verdict) {
        NormTable norms = new NormTable(plan);
        return norms.months().stream()
                .filter(month -> !month.isAfter(verdict.through()))
                .mapToDouble(month ->
                        norms.value(verdict.kpi(), Scope.month(month)).abs().doubleValue())
                .sum();
    }

    private static double size(Part part) {
        return part.parts().isEmpty()
                ? Math.abs(part.effect())
                : part.parts().stream().mapToDouble(VerdictLaws::size).sum();
    }

    private static void assertAddsUp(Part part) {
        assertThat(part.amount().signum() * Math.signum(part.effect()))
                .as("the sign of %s", part.name())
                .isGreaterThanOrEqualTo(0);
        if (!part.parts().isEmpty()) {
            assertThat(part.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("the parts of %s", part.name())
                    .isEqualByComparingTo(part.amount());
            part.parts().forEach(VerdictLaws::assertAddsUp);
        }
    }

    /**
     * Asserts that who answers for a factor changes owners' totals and never their sum.
     *
     * @param verdict the verdict
     */
    public static void assertOwnersDoNotChangeTheSum(Verdict verdict) {
        Ownership others = Ownership.withDefaults();
        for (Factor factor : Factor.values()) {
            others = others.withOwner(factor, Department.SALES);
        }
        assertThat(verdict.with(others).tree().amount())
                .as("the gap in %s, all of it for sales", verdict.kpi().label())
                .isEqualByComparingTo(verdict.tree().amount());
        assertThat(verdict.with(others).of(Department.MARKETING).amount())
                .as("what marketing answers for where it answers for nothing")
                .isZero();
    }

    /**
     * Asserts that where all happens as planned there is no part, whatever is still open: nobody is blamed.
     *
     * @param plan the plan
     */
    public static void assertNobodyIsBlamedWhereAllGoesAsPlanned(Plan plan) {
        Verdict verdict = Verdict.of(plan, PlanFacts.asPlanned(plan));
        for (Kpi kpi : FLOWS) {
            assertThat(verdict.in(kpi).tree().parts()).as(kpi.label()).isEmpty();
        }
    }

    /**
     * Asserts that, as long as all happens as planned, planning the months that are left anew leaves the plan as it is: no norm of any
     * month moves.
     *
     * @param plan the plan
     * @param months how many months are over, at least 1 and less than the horizon has
     */
    public static void assertThePlanStandsWhereAllGoesAsPlanned(Plan plan, int months) {
        Actuals past =
                PlanFacts.asPlanned(plan).through(plan.constants().horizon().month(months - 1));
        Replan replan = Replan.of(plan, past).orThrow();
        assertThat(replan.plan()).as("the plan anew").isSameAs(plan);
        assertThat(replan.comparison().differences()).as("norms that move").isEmpty();
    }
}
