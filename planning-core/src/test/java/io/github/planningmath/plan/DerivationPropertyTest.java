package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Norms are explained: numbers are read off the plan's cells, and what explains them comes to the same. */
class DerivationPropertyTest {

    @Property(tries = 30)
    void everyStepOfEveryNormComesToItsValueAgain(@ForAll Random random) {
        DrawnBusinesses draw = new DrawnBusinesses(random);
        PlanningConstants constants = draw.constants(4);
        Outcome<Plan> outcome = Planner.withDefaults()
                .withPins(draw.pins(constants))
                .plan(draw.goal(), constants, draw.opening(constants));
        if (outcome instanceof Outcome.Reached<Plan> reached) {
            assertExplained(reached.value());
        }
    }

    @Property(tries = 15)
    void soDoesEveryStepWhereTheTrafficIsHeld(@ForAll Random random) {
        DrawnBusinesses draw = new DrawnBusinesses(random);
        PlanningConstants constants = draw.constants(4);
        Position opening = draw.opening(constants);
        Outcome<Plan> outcome = Planner.withDefaults().plan(SettledGoal.revenue("5000"), constants, opening);
        if (outcome instanceof Outcome.Reached<Plan> reached) {
            assertExplained(Solver.withDefaults()
                    .greatestGoal(
                            FinancialGoal.Measure.REVENUE,
                            BigDecimal.ONE,
                            constants,
                            opening,
                            reached.value().traffic()));
        }
    }

    /** Over several months too, where flows are those of the months and stocks those at the end. */
    @Property(tries = 15)
    void soDoesEveryStepOfNormsOverSeveralMonths(@ForAll Random random) {
        DrawnBusinesses draw = new DrawnBusinesses(random);
        PlanningConstants constants = draw.constants(4);
        Outcome<Plan> outcome = Planner.withDefaults()
                .withPins(draw.pins(constants))
                .plan(draw.goal(), constants, draw.opening(constants));
        if (!(outcome instanceof Outcome.Reached<Plan> reached)) {
            return;
        }
        Plan plan = reached.value();
        List<YearMonth> months = plan.constants().horizon().all();
        int first = random.nextInt(months.size());
        int last = first + random.nextInt(months.size() - first);
        List<Norm> norms = new ArrayList<>();
        for (Norm ofMonth : plan.norms().month(months.get(first))) {
            Scope one = ofMonth.scope();
            Scope several = new Scope(
                    months.get(first),
                    last == first ? null : months.get(last),
                    one.product(),
                    one.channel(),
                    one.tier());
            Norm norm = plan.norm(ofMonth.kpi(), several);
            if (norm != null) {
                norms.add(norm);
                if (ofMonth.kpi().isMoney() && ofMonth.kpi() != Kpi.AVERAGE_CHECK) {
                    assertThat(amount(norm))
                            .as(norm.toString())
                            .isEqualByComparingTo(amountByMonth(plan, norm, first, last));
                }
            }
        }
        assertExplained(norms);
    }

    private static BigDecimal amountByMonth(Plan plan, Norm norm, int first, int last) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = first; month <= last; month++) {
            Scope one = norm.scope().in(plan.constants().horizon().month(month));
            sum = sum.add(amount(Objects.requireNonNull(plan.norm(norm.kpi(), one))));
        }
        return sum;
    }

    private static BigDecimal amount(Norm norm) {
        return ((NormValue.Amount) norm.value()).amount();
    }

    private static void assertExplained(Plan plan) {
        assertExplained(plan.norms());
    }

    private static void assertExplained(Iterable<Norm> norms) {
        Set<Derivation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Norm norm : norms) {
            Derivation derivation = norm.derivation();
            assertThat(derivation.value().isSameNumberAs(norm.value()))
                    .as("%s is %s", norm, derivation.formula())
                    .isTrue();
            assertExplained(derivation, seen);
        }
    }

    private static void assertExplained(Derivation derivation, Set<Derivation> seen) {
        if (seen.add(derivation)) {
            assertThat(derivation.evaluate()).as(derivation.formula()).isEqualTo(derivation.value());
            derivation.inputs().forEach(input -> assertExplained(input, seen));
        }
    }
}
