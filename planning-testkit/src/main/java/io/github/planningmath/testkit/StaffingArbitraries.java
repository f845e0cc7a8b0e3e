package io.github.planningmath.testkit;

import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.InboundLoad;
import io.github.planningmath.staffing.OverAssignment;
import io.github.planningmath.staffing.ResponseTarget;
import io.github.planningmath.staffing.SalesCapacity;
import io.github.planningmath.staffing.SalesQuota;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.WeeklyLoad;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.staffing.WorkingWeek;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** People: managers, hiring, quotas, and those who answer calls. */
final class StaffingArbitraries {

    private static final long MOST_CENTS = 1_000_000;
    private static final long MOST_COUNT = 100_000;

    private StaffingArbitraries() {}

    private static Arbitrary<Ratio> quarters(int most) {
        return Arbitraries.integers().between(0, 4 * most).map(quarters -> Ratio.of(quarters, 4));
    }

    private static Arbitrary<BigDecimal> amounts() {
        return QuantityArbitraries.counts(MOST_CENTS).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    static Arbitrary<Workload.Work> work() {
        return Combinators.combine(
                        QuantityArbitraries.months(),
                        Arbitraries.of(SalesTier.class),
                        QuantityArbitraries.counts(MOST_COUNT),
                        QuantityArbitraries.counts(MOST_COUNT),
                        QuantityArbitraries.counts(MOST_COUNT),
                        QuantityArbitraries.counts(MOST_COUNT))
                .as(Workload.Work::new);
    }

    static Arbitrary<Workload> workloads() {
        Arbitrary<List<Workload.Work>> cells = work().list().ofSize(36 * SalesTier.values().length);
        return Combinators.combine(QuantityArbitraries.horizons(), cells).as((horizon, some) -> {
            List<Workload.Work> work = new ArrayList<>();
            for (YearMonth month : horizon.all()) {
                for (SalesTier tier : SalesTier.values()) {
                    Workload.Work cell = some.get(work.size());
                    work.add(new Workload.Work(
                            month, tier, cell.leads(), cell.newDeals(), cell.repeatDeals(), cell.customers()));
                }
            }
            return new Workload(horizon, work);
        });
    }

    static Arbitrary<HandlingEffort> efforts() {
        return Combinators.combine(quarters(120), quarters(8), quarters(240), quarters(60), quarters(30))
                .as(HandlingEffort::new);
    }

    /** Some months have hours of their own. */
    static Arbitrary<WorkingTime> workingTimes() {
        return Combinators.combine(
                        Arbitraries.integers().between(320, 720).map(quarters -> Ratio.of(quarters, 4)),
                        Arbitraries.integers().between(1, 744).map(Ratio::of),
                        QuantityArbitraries.months(),
                        Arbitraries.integers().between(40, 100).map(Rate::percent))
                .as((hours, other, month, utilisation) -> new WorkingTime(hours, Map.of(month, other), utilisation));
    }

    /** Ramp-ups of no month to six, few and many who leave, lead times of none to six months. */
    static Arbitrary<HiringTerms> hiringTerms() {
        return Combinators.combine(
                        amounts(),
                        amounts(),
                        Arbitraries.integers()
                                .between(0, 100)
                                .map(Ratio::percent)
                                .list()
                                .ofMaxSize(6),
                        Arbitraries.integers().between(0, 100).map(perMille -> Ratio.of(perMille, 1_000)),
                        Arbitraries.integers().between(0, 6))
                .as(HiringTerms::new);
    }

    /** Teams for both of the tiers that managers sell in. */
    static Arbitrary<SalesTeam> salesTeams() {
        return Combinators.combine(
                        efforts(), efforts(), workingTimes(), QuantityArbitraries.counts(1_000), hiringTerms())
                .as((consultative, strategic, time, staff, terms) -> new SalesTeam(
                        Map.of(SalesTier.CONSULTATIVE, consultative, SalesTier.STRATEGIC, strategic),
                        time,
                        staff,
                        terms));
    }

    static Arbitrary<HiringPlan> hiringPlans() {
        return Combinators.combine(salesTeams(), workloads()).as(SalesTeam::staffed);
    }

    static Arbitrary<Duration> patience() {
        return Arbitraries.integers().between(5, 3_600).map(Duration::ofSeconds);
    }

    /** With and without callers who hang up, from a call in ten hours to two hundred erlangs. */
    static Arbitrary<InboundLoad> inboundLoads() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.1, 2_000).ofScale(2),
                        Arbitraries.integers().between(5, 360).map(Duration::ofSeconds),
                        patience().injectNull(0.4))
                .as(InboundLoad::new);
    }

    static Arbitrary<ResponseTarget> responseTargets() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 999).map(perMille -> Rate.of(perMille, 1_000)),
                        Arbitraries.integers().between(0, 3_600).map(Duration::ofSeconds),
                        Arbitraries.integers()
                                .between(1, 100)
                                .map(Rate::percent)
                                .injectNull(0.6),
                        Arbitraries.integers()
                                .between(30, 100)
                                .map(Rate::percent)
                                .injectNull(0.6))
                .as(ResponseTarget::new);
    }

    static Arbitrary<WeeklyLoad> weeklyLoads() {
        Arbitrary<Double> calls = Arbitraries.doubles().between(0, 60).ofScale(0);
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1),
                        calls.list().ofSize(24),
                        Arbitraries.integers().between(0, 23),
                        inboundLoads())
                .as((days, hours, busy, load) -> {
                    List<Double> day = new ArrayList<>(hours);
                    day.set(busy, 1 + day.get(busy));
                    return new WeeklyLoad(
                            days.stream().collect(Collectors.toMap(each -> each, each -> List.copyOf(day))),
                            load.handlingTime(),
                            load.patience());
                });
    }

    static Arbitrary<Ratio> shrinkages() {
        return Arbitraries.integers().between(0, 60).map(Ratio::percent);
    }

    static Arbitrary<WorkingWeek> workingWeeks() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(1, 24))
                .as(WorkingWeek::new);
    }

    static Arbitrary<InboundDesk> desks() {
        return Combinators.combine(
                        weeklyLoads(),
                        responseTargets(),
                        shrinkages(),
                        workingWeeks(),
                        amounts(),
                        Arbitraries.of(Ratio.ZERO, Ratio.ZERO, Ratio.of(1, 2), Ratio.of(2)))
                .as(InboundDesk::new);
    }

    static Arbitrary<OverAssignment> overAssignments() {
        return Arbitraries.integers()
                .between(40, 100)
                .map(percent -> OverAssignment.forAttainment(Rate.percent(percent)));
    }

    static Arbitrary<SalesQuota.Quota> quotas() {
        return Combinators.combine(
                        QuantityArbitraries.name(),
                        QuantityArbitraries.months(),
                        QuantityArbitraries.counts(MOST_COUNT),
                        amounts())
                .as(SalesQuota.Quota::new);
    }

    static Arbitrary<SalesQuota> salesQuotas() {
        return Combinators.combine(
                        overAssignments(),
                        quotas().list()
                                .uniqueElements(quota -> List.of(quota.manager(), quota.month()))
                                .ofMinSize(1)
                                .ofMaxSize(8))
                .as(SalesQuota::new);
    }

    static Arbitrary<SalesCapacity> salesCapacities() {
        return Combinators.combine(
                        amounts().map(BigDecimal.ONE::add),
                        QuantityArbitraries.rates(),
                        QuantityArbitraries.counts(1_000),
                        QuantityArbitraries.counts(1_000),
                        QuantityArbitraries.shares())
                .as(SalesCapacity::new);
    }

    /** Costs of every kind: the same each month, those that follow the plan, and several together. */
    static Arbitrary<PeopleCost> peopleCosts() {
        Arbitrary<PeopleCost> single = Arbitraries.oneOf(amounts().map(Payroll::new), salesTeams(), desks());
        return Arbitraries.oneOf(single, single.list().ofMaxSize(2).map(Teams::new));
    }
}
