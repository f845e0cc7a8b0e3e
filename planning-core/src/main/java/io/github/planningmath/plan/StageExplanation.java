package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.sales.SalesStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the leads of a product come through their stages: the steps of {@link StageYields}, with the numbers in them. What a number
 * follows from is made when it is looked into.
 */
final class StageExplanation {

    private final OpenStages stages;
    private final CellLabels labels;
    private final Map<Place, Fraction[]> reached = new HashMap<>();

    StageExplanation(OpenStages stages, CellLabels labels) {
        this.stages = stages;
        this.labels = labels;
    }

    /** A stage on the way of a month's leads. */
    private record Place(int stage, int brought) {}

    /** Of a lead of a month, what reaches a stage, by age. */
    private synchronized Fraction[] byAge(int stage, int brought) {
        return reached.computeIfAbsent(
                new Place(stage, brought), place -> StageYields.reached(stages.processes(), brought, stage));
    }

    private Fraction in(int stage, int brought, int month) {
        Fraction[] byAge = byAge(stage, brought);
        return month - brought < byAge.length ? byAge[month - brought] : Fraction.ZERO;
    }

    /** The deals of a lead of a month that are made through another. */
    Derivation made(int brought, int through) {
        return reached(stages.names().size(), brought, through);
    }

    /** Of a lead of a month, what reaches a stage through another. */
    Fraction share(int stage, int brought, int through) {
        Fraction sum = Fraction.ZERO;
        for (int month = brought; month <= through; month++) {
            sum = sum.plus(in(stage, brought, month));
        }
        return sum;
    }

    /** {@link #share} and how it came about. */
    Derivation reached(int stage, int brought, int through) {
        return Calculated.known(
                "of a lead at " + name(stage) + labels.since(brought) + labels.through(through),
                EXACT,
                Operator.SUM,
                NormValue.Exact.of(share(stage, brought, through)),
                () -> {
                    List<Derivation> terms = new ArrayList<>();
                    for (int month = brought; month <= through; month++) {
                        if (in(stage, brought, month).signum() > 0) {
                            terms.add(reachedIn(stage, brought, month));
                        }
                    }
                    return terms;
                });
    }

    private Derivation reachedIn(int stage, int brought, int month) {
        return Calculated.known(
                "of a lead at " + name(stage) + labels.since(brought) + " in" + labels.in(month),
                EXACT,
                Operator.TIMES,
                NormValue.Exact.of(in(stage, brought, month)),
                () -> List.of(due(stage, brought, month), conversion(stage, month)));
    }

    private Derivation due(int stage, int brought, int month) {
        if (stage == 0) {
            return share(stage, month - brought);
        }
        List<Derivation> terms = new ArrayList<>();
        for (int since = brought; since <= month; since++) {
            boolean goesOn = stage(stage, 0).waits().share(month - since).numerator() > 0;
            if (goesOn && in(stage - 1, brought, since).signum() > 0) {
                terms.add(Calculated.of(
                        "of a lead to go on to " + name(stage) + labels.since(since),
                        EXACT,
                        Operator.TIMES,
                        List.of(reachedIn(stage - 1, brought, since), share(stage, month - since))));
            }
        }
        return Calculated.of(
                "of a lead to go on to " + name(stage) + " in" + labels.in(month), EXACT, Operator.SUM, terms);
    }

    private Derivation share(int stage, int age) {
        Fraction share = LeftOver.fraction(stage(stage, 0).waits().share(age));
        return Given.of("to " + name(stage) + " after " + age + " months", NormValue.Exact.of(share));
    }

    /** The conversion of a stage in a month, and since when it holds where it changes. */
    Derivation conversion(int stage, int month) {
        int since = month(month);
        while (since > 0
                && stage(stage, since - 1)
                        .conversion()
                        .equals(stage(stage, month).conversion())) {
            since--;
        }
        String label = "conversion to " + name(stage);
        return Given.rate(
                        since == 0 ? label : label + labels.since(since),
                        stage(stage, month).conversion())
                .on(labels.basisOfStage(name(stage), month));
    }

    private int month(int month) {
        return Math.min(month, stages.processes().size() - 1);
    }

    private SalesStage stage(int stage, int month) {
        return stages.processes().get(month(month)).stages().get(stage);
    }

    String name(int stage) {
        return stage(stage, 0).name();
    }
}
