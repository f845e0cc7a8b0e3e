package io.github.planningmath.testkit;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.PeopleNeed;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Plans, and resources that do or do not suffice for them. */
final class FeasibilityArbitraries {

    private static final PlanArbitraries.Size LARGEST = new PlanArbitraries.Size(4, 2, 2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FeasibilityArbitraries() {}

    /** Limits of any size and of any combination. */
    static Arbitrary<Resources> resources() {
        Arbitrary<BigDecimal> amounts =
                QuantityArbitraries.counts(100_000_000).map(cents -> BigDecimal.valueOf(cents, 2));
        return Combinators.combine(
                        amounts.injectNull(0.3),
                        Arbitraries.maps(QuantityArbitraries.months(), amounts).ofMaxSize(3),
                        StaffingArbitraries.salesTeams().injectNull(0.3),
                        hires().list().ofMaxSize(2),
                        QuantityArbitraries.names(2),
                        QuantityArbitraries.counts(1_000_000))
                .as((budget, byMonth, managers, hires, channels, visits) -> new Resources(
                        budget,
                        byMonth,
                        managers,
                        managers == null ? List.of() : hires,
                        Map.of(channels.get(0), visits)));
    }

    private static Arbitrary<Hire> hires() {
        return Combinators.combine(
                        QuantityArbitraries.months(),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.longs().between(1, 20))
                .as((month, lead, people) -> new Hire(month.atDay(1).minusMonths(lead), month.atDay(1), people));
    }

    /** Plans of small businesses, each with 10 to 150 percent of what they take of one resource or of several. */
    static Arbitrary<FeasibilityProblem> problems() {
        return plans().flatMap(plan -> resources(plan).map(resources -> new FeasibilityProblem(plan, resources)));
    }

    static Arbitrary<Plan> plans() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, LARGEST.months()),
                        Arbitraries.integers().between(1, LARGEST.products()),
                        Arbitraries.integers().between(1, LARGEST.channels()))
                .as(PlanArbitraries.Size::new)
                .flatMap(PlanArbitraries::constants)
                .flatMap(DocumentArbitraries::documents)
                .map(FeasibilityArbitraries::plan)
                .filter(Objects::nonNull)
                .withoutEdgeCases();
    }

    private static @Nullable Plan plan(PlanDocument document) {
        try {
            return document.withTargets(List.of()).outcome().<@Nullable Plan>fold(plan -> plan, refusal -> null);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private static Arbitrary<Resources> resources(Plan plan) {
        Arbitrary<Integer> percent = Arbitraries.integers().between(10, 150);
        return Combinators.combine(
                        percent.injectNull(0.4),
                        percent.injectNull(0.7),
                        Combinators.combine(StaffingArbitraries.salesTeams(), percent)
                                .as((team, share) -> team(plan, team, share))
                                .injectNull(0.5),
                        percent.injectNull(0.6),
                        Arbitraries.integers().between(0, 99))
                .as((budget, ofMonth, team, visits, choice) -> new Resources(
                        budget == null ? null : share(plan.projection().trafficCost(), budget),
                        ofMonth == null ? Map.of() : budget(plan, month(plan, choice), ofMonth),
                        team,
                        List.of(),
                        visits == null ? Map.of() : ceiling(plan, choice, visits)));
    }

    private static BigDecimal share(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
    }

    private static YearMonth month(Plan plan, int choice) {
        List<YearMonth> months = plan.constants().horizon().all();
        return months.get(choice % months.size());
    }

    private static Map<YearMonth, BigDecimal> budget(Plan plan, YearMonth month, int percent) {
        return Map.of(month, share(plan.projection().trafficCost(month), percent));
    }

    private static SalesTeam team(Plan plan, SalesTeam like, int percent) {
        long most = like.need(plan.workload()).stream()
                .mapToLong(PeopleNeed::people)
                .max()
                .orElse(0);
        return new SalesTeam(like.effort(), like.workingTime(), 1 + most * percent / 100, like.terms());
    }

    private static Map<String, Long> ceiling(Plan plan, int choice, int percent) {
        List<Channel> channels = plan.constants().channels();
        String channel = channels.get(choice % channels.size()).name();
        long most = plan.constants().horizon().all().stream()
                .mapToLong(month -> plan.traffic(Scope.month(month).channel(channel)))
                .max()
                .orElse(0);
        return Map.of(channel, (long) (most * (percent / 100.0)));
    }
}
