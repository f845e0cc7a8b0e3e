package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
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

    private static void assertExplained(Plan plan) {
        Set<Derivation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Norm norm : plan.norms()) {
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
