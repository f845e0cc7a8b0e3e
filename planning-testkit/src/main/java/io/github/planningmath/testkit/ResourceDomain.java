package io.github.planningmath.testkit;

import io.github.planningmath.allocation.Adstock;
import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.AllocationResult;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.ContinuousOptimum;
import io.github.planningmath.allocation.CurveComparison;
import io.github.planningmath.allocation.CurveNotFitted;
import io.github.planningmath.allocation.CurveParameter;
import io.github.planningmath.allocation.ExponentialResponse;
import io.github.planningmath.allocation.FittedCurve;
import io.github.planningmath.allocation.Flighting;
import io.github.planningmath.allocation.Hill;
import io.github.planningmath.allocation.LinearResponse;
import io.github.planningmath.allocation.LogarithmicResponse;
import io.github.planningmath.allocation.MichaelisMenten;
import io.github.planningmath.allocation.PiecewiseLinear;
import io.github.planningmath.allocation.PowerResponse;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.ResponseFit;
import io.github.planningmath.allocation.SpendLimits;
import io.github.planningmath.allocation.SpendOutcome;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.staffing.DeskPlan;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.InboundLoad;
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
import io.github.planningmath.staffing.WeeklyLoad;
import io.github.planningmath.staffing.WeeklyRota;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.staffing.WorkingWeek;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Arbitraries for the records of money and people, and those of {@link PlanningDomain}: {@code @Domain(ResourceDomain.class)}
 * on a property or its class brings them in.
 *
 * <p>Ranges are realistic and hold the edges: curves without a bound and with knees, budgets below the floors, teams without
 * anybody, ramp-ups of no productivity, people who leave faster than others can be had, queues near their limit.
 */
@Domain(DomainContext.Global.class)
@Domain(PlanningDomain.class)
public class ResourceDomain extends DomainContextBase {

    /** A domain of realistic values and their edge cases. */
    public ResourceDomain() {}

    /**
     * Generates lines, with and without a ceiling.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<LinearResponse> linearResponses() {
        return ResponseArbitraries.linear();
    }

    /**
     * Generates power curves.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<PowerResponse> powerResponses() {
        return ResponseArbitraries.power();
    }

    /**
     * Generates logarithmic curves.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<LogarithmicResponse> logarithmicResponses() {
        return ResponseArbitraries.logarithmic();
    }

    /**
     * Generates negative exponential curves.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ExponentialResponse> exponentialResponses() {
        return ResponseArbitraries.exponential();
    }

    /**
     * Generates Michaelis&ndash;Menten curves.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<MichaelisMenten> michaelisMentens() {
        return ResponseArbitraries.michaelisMenten();
    }

    /**
     * Generates Hill curves, concave and S-shaped.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Hill> hills() {
        return ResponseArbitraries.hill();
    }

    /**
     * Generates knots of a piecewise linear curve.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<PiecewiseLinear.Knot> knots() {
        return ResponseArbitraries.knots();
    }

    /**
     * Generates piecewise linear curves whose slopes rise, fall, or rise and then fall.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<PiecewiseLinear> piecewiseLinears() {
        return ResponseArbitraries.piecewiseLinear();
    }

    /**
     * Budgets split over channels and periods.
     *
     * @return one to four channels whose effects last, in up to twelve periods
     */
    @Provide
    public Arbitrary<Flighting> flightings() {
        return ResponseArbitraries.flighting();
    }

    /**
     * Generates curves whose spend carries over.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Adstock> adstocks() {
        return ResponseArbitraries.adstock();
    }

    /**
     * Generates curves of every family.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ResponseCurve> responseCurves() {
        return ResponseArbitraries.curves();
    }

    /**
     * Generates limits, with and without a ceiling.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SpendLimits> spendLimits() {
        return ResponseArbitraries.limits();
    }

    /**
     * Generates groups of channels.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ChannelGroup> channelGroups() {
        return ResponseArbitraries.groups();
    }

    /**
     * Generates budgets over one to six channels of every family, with limits and groups; some cannot be spent.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<AllocationProblem> allocationProblems() {
        return ResponseArbitraries.problems(ResponseArbitraries.curves());
    }

    /**
     * Generates splits of budgets.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Allocation> allocations() {
        return allocationProblems()
                .map(AllocationProblem::best)
                .filter(Allocation.class::isInstance)
                .map(AllocationResult::orThrow)
                .withoutEdgeCases();
    }

    /**
     * Generates splits before they are rounded.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ContinuousOptimum> continuousOptima() {
        return allocations().map(Allocation::continuous);
    }

    /**
     * Generates points that a response curve is fitted to.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SpendOutcome> spendOutcomes() {
        return FitArbitraries.spendOutcomes();
    }

    /**
     * Generates fits of response curves, some of them refused.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ResponseFit> responseFits() {
        return FitArbitraries.fits();
    }

    /**
     * Generates fitted response curves.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<FittedCurve> fittedCurves() {
        return FitArbitraries.fittedCurves();
    }

    /**
     * Generates refusals to fit a response curve.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CurveNotFitted> curvesNotFitted() {
        return FitArbitraries.curvesNotFitted();
    }

    /**
     * Generates parameters of a fitted response curve.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CurveParameter> curveParameters() {
        return FitArbitraries.parameters();
    }

    /**
     * Generates comparisons of fits, of one family each.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<CurveComparison> curveComparisons() {
        return FitArbitraries.comparisons();
    }

    /**
     * Generates the work of a tier in a month.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Workload.Work> work() {
        return StaffingArbitraries.work();
    }

    /**
     * Generates work of every tier in every month.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Workload> workloads() {
        return StaffingArbitraries.workloads();
    }

    /**
     * Generates what leads, deals and customers take.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<HandlingEffort> handlingEfforts() {
        return StaffingArbitraries.efforts();
    }

    /**
     * Generates working times, some months with hours of their own.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<WorkingTime> workingTimes() {
        return StaffingArbitraries.workingTimes();
    }

    /**
     * Generates terms, from people who can be had and are able at once to those who take a year.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<HiringTerms> hiringTerms() {
        return StaffingArbitraries.hiringTerms();
    }

    /**
     * Generates teams for the tiers that managers sell in.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SalesTeam> salesTeams() {
        return StaffingArbitraries.salesTeams();
    }

    /**
     * Generates hiring plans, some with shortfalls.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<HiringPlan> hiringPlans() {
        return StaffingArbitraries.hiringPlans();
    }

    /**
     * Generates months of a team.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<StaffMonth> staffMonths() {
        return hiringPlans().map(plan -> plan.months().get(0));
    }

    /**
     * Generates needs of a month.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<PeopleNeed> peopleNeeds() {
        return Combinators.combine(QuantityArbitraries.months(), QuantityArbitraries.ratios())
                .as(PeopleNeed::of);
    }

    /**
     * Generates people to be hired.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Hire> hires() {
        return hiringPlans()
                .filter(plan -> !plan.hires().isEmpty())
                .map(plan -> plan.hires().get(0));
    }

    /**
     * Generates months that are not covered.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Shortfall> shortfalls() {
        return Combinators.combine(QuantityArbitraries.months(), QuantityArbitraries.shares())
                .as((month, capacity) -> new Shortfall(month, capacity.plus(Ratio.ONE), capacity));
    }

    /**
     * Generates factors from 1 to 2.5.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<OverAssignment> overAssignments() {
        return StaffingArbitraries.overAssignments();
    }

    /**
     * Generates quotas of a manager in a month.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SalesQuota.Quota> quotas() {
        return StaffingArbitraries.quotas();
    }

    /**
     * Generates quotas of up to eight managers and months.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SalesQuota> salesQuotas() {
        return StaffingArbitraries.salesQuotas();
    }

    /**
     * Generates capacities of teams.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<SalesCapacity> salesCapacities() {
        return StaffingArbitraries.salesCapacities();
    }

    /**
     * Generates calls with and without patience, up to 200 erlangs.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<InboundLoad> inboundLoads() {
        return StaffingArbitraries.inboundLoads();
    }

    /**
     * Generates promises, strict and lax.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<ResponseTarget> responseTargets() {
        return StaffingArbitraries.responseTargets();
    }

    /**
     * Generates queues that settle.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<StableQueue> queues() {
        return Combinators.combine(inboundLoads(), Arbitraries.integers().between(1, 50))
                .as((load, spare) -> load.queue((int) load.erlangs() + spare).orThrow());
    }

    /**
     * Generates queues that grow without end.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<UnstableQueue> unstableQueues() {
        return inboundLoads().map(load -> {
            int least = (int) load.erlangs() + 1;
            return new UnstableQueue(new InboundLoad(load.perHour(), load.handlingTime(), null), least - 1, least);
        });
    }

    /**
     * Generates weeks of one to seven days.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<WeeklyLoad> weeklyLoads() {
        return StaffingArbitraries.weeklyLoads();
    }

    /**
     * Generates weeks, staffed hour by hour.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<WeeklyRota> weeklyRotas() {
        return Combinators.combine(weeklyLoads(), responseTargets(), StaffingArbitraries.shrinkages())
                .as(WeeklyLoad::rota)
                .withoutEdgeCases();
    }

    /**
     * Generates hours of a week.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<WeeklyRota.Hour> rotaHours() {
        return weeklyRotas().map(rota -> rota.hours().get(0));
    }

    /**
     * Generates working weeks.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<WorkingWeek> workingWeeks() {
        return StaffingArbitraries.workingWeeks();
    }

    /**
     * Generates desks, some of whose calls follow the plan.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<InboundDesk> inboundDesks() {
        return StaffingArbitraries.desks();
    }

    /**
     * Generates desks staffed for a plan.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<DeskPlan> deskPlans() {
        return Combinators.combine(inboundDesks(), workloads())
                .as(InboundDesk::staffed)
                .withoutEdgeCases();
    }

    /**
     * Generates months of a desk.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<DeskPlan.DeskMonth> deskMonths() {
        return deskPlans().map(plan -> plan.months().get(0));
    }

    /**
     * Generates several teams together.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Teams> teams() {
        return StaffingArbitraries.peopleCosts().list().ofMaxSize(3).map(Teams::new);
    }

    /**
     * Generates what there may be: budgets, people and ceilings, each with or without the others.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<Resources> resources() {
        return FeasibilityArbitraries.resources();
    }

    /**
     * Generates plans of small businesses, with what does or does not suffice for them.
     *
     * @return the arbitrary
     */
    @Provide
    public Arbitrary<FeasibilityProblem> feasibilityProblems() {
        return FeasibilityArbitraries.problems();
    }
}
