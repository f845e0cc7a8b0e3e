package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.allocation.Adstock;
import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.ContinuousOptimum;
import io.github.planningmath.allocation.CurveComparison;
import io.github.planningmath.allocation.CurveFamily;
import io.github.planningmath.allocation.CurveNotFitted;
import io.github.planningmath.allocation.CurveParameter;
import io.github.planningmath.allocation.FittedCurve;
import io.github.planningmath.allocation.Flighting;
import io.github.planningmath.allocation.PiecewiseLinear;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.ResponseFit;
import io.github.planningmath.allocation.SpendLimits;
import io.github.planningmath.allocation.SpendOutcome;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.staffing.DeskPlan;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.OverAssignment;
import io.github.planningmath.staffing.PeopleNeed;
import io.github.planningmath.staffing.ResponseTarget;
import io.github.planningmath.staffing.SalesCapacity;
import io.github.planningmath.staffing.SalesQuota;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.Shortfall;
import io.github.planningmath.staffing.StableQueue;
import io.github.planningmath.staffing.StaffMonth;
import io.github.planningmath.staffing.UnstableQueue;
import io.github.planningmath.staffing.WeeklyRota;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.staffing.WorkingWeek;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.Nullable;

@Domain(ResourceDomain.class)
class ResourceDomainPropertyTest {

    @Property
    void moneyIsGenerated(
            @ForAll ResponseCurve curve,
            @ForAll Adstock adstock,
            @ForAll PiecewiseLinear piecewise,
            @ForAll SpendLimits limits,
            @ForAll ChannelGroup group,
            @ForAll Allocation allocation,
            @ForAll ContinuousOptimum optimum) {
        assertThat(List.of(limits, group, optimum)).doesNotContainNull();
        assertThat(curve.value(0)).isZero();
        assertThat(adstock.value(10)).isGreaterThanOrEqualTo(adstock.value(5));
        assertThat(piecewise.value(1e9)).isGreaterThanOrEqualTo(0);
        assertThat(allocation.roundingLoss()).isNotNegative();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void fitsAreGenerated(
            @ForAll SpendOutcome point,
            @ForAll ResponseFit fit,
            @ForAll FittedCurve fitted,
            @ForAll CurveNotFitted refusal,
            @ForAll CurveParameter parameter,
            @ForAll CurveComparison comparison) {
        assertThat(point.weight()).isPositive();
        assertThat(fit.<Object>fold(FittedCurve::curve, CurveNotFitted::reason)).isNotNull();
        assertThat(fitted.rSquared()).isBetween(0.0, 1.0);
        assertThat(refusal.detail()).endsWith(".");
        assertThat(parameter.standardError()).isNotNegative();
        assertThat(comparison.best()).isEqualTo(comparison.fit(CurveFamily.LINEAR));
    }

    /** The conditions of optimality hold, whatever lasts how long. */
    @Property
    void flightsAreTheBest(@ForAll Flighting flighting) {
        assertThat(flighting.residual()).isLessThan(1e-10);
        assertThat(flighting.budget()).isPositive();
        assertThat(flighting.outcome()).isPositive();
    }

    @Property
    void peopleAreGenerated(
            @ForAll Workload workload,
            @ForAll HandlingEffort effort,
            @ForAll WorkingTime time,
            @ForAll HiringTerms terms,
            @ForAll HiringPlan plan,
            @ForAll StaffMonth month,
            @ForAll PeopleNeed need,
            @ForAll Hire hire,
            @ForAll Shortfall shortfall,
            @ForAll Teams teams) {
        assertThat(List.of(workload, effort, time, terms, month, need, hire, teams))
                .doesNotContainNull();
        assertThat(shortfall.missing().numerator()).isPositive();
        assertThat(plan.shortfalls()).hasSizeLessThanOrEqualTo(plan.months().size());
    }

    @Property
    void quotasAndCallsAreGenerated(
            @ForAll OverAssignment over,
            @ForAll SalesQuota quota,
            @ForAll SalesCapacity capacity,
            @ForAll StableQueue queue,
            @ForAll UnstableQueue unstable,
            @ForAll ResponseTarget target,
            @ForAll WeeklyRota rota) {
        assertThat(List.of(quota, capacity, target)).doesNotContainNull();
        assertThat(over.quota(100)).isBetween(100L, 250L);
        assertThat(queue.serviceLevelOfServed(target.within())).isBetween(0.0, 1.0);
        assertThat(unstable.load().queue(unstable.agents() + 1)).isInstanceOf(StableQueue.class);
        assertThat(rota.rosteredHours()).isPositive();
    }

    @Property
    void desksAreGenerated(@ForAll InboundDesk desk, @ForAll DeskPlan plan, @ForAll WorkingWeek week) {
        assertThat(week.hours()).isBetween(1, 168);
        assertThat(desk.people()).isPositive();
        assertThat(plan.months()).isNotEmpty();
    }

    /** Laws 1 and 6 hold where the people follow the plan too, and the profit is derived with them. */
    @Property
    void plansWhosePeopleFollowTheWorkKeepTheLaws(@ForAll PlanDocument document, @ForAll SalesTeam team) {
        PlanningConstants constants = document.constants().withPeopleCost(team);
        Plan plan = plan(document.withConstants(constants));
        if (plan != null) {
            PlanLaws.assertEnough(plan);
            PlanLaws.assertMinimal(plan);
            if (constants.horizon().months() > 1) {
                PlanLaws.assertContinuity(plan, constants.horizon().months() / 2);
            }
            assertThat(plan.explain(Kpi.PROFIT, Scope.all()).evaluate())
                    .isEqualTo(Objects.requireNonNull(plan.norm(Kpi.PROFIT, Scope.all()))
                            .value());
            assertThat(plan.people()).isEqualTo(team.staffed(plan.workload()));
        }
    }

    /** Law 3. */
    @Property
    void aHigherGoalNeverTakesFewerDeals(
            @ForAll PlanDocument document, @ForAll SalesTeam team, @ForAll @IntRange(max = 1_000_000) int more) {
        PlanDocument staffed = document.withConstants(document.constants().withPeopleCost(team));
        BigDecimal amount = document.goal().amount();
        Plan lower = plan(staffed);
        Plan higher = plan(staffed.withGoal(document.goal().withAmount(amount.add(BigDecimal.valueOf(more)))));
        if (lower != null && higher != null) {
            PlanLaws.assertMonotone(lower, higher);
            assertThat(higher.newDeals(Scope.all())).isGreaterThanOrEqualTo(lower.newDeals(Scope.all()));
        }
    }

    private static @Nullable Plan plan(PlanDocument document) {
        try {
            return document.outcome() instanceof Outcome.Reached<Plan> reached ? reached.value() : null;
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }
}
