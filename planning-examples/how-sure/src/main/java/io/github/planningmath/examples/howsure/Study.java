package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.planfile.ActualsFile;
import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.examples.planfile.UncertaintyFile;
import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Elapsed;
import io.github.planningmath.risk.Chance;
import io.github.planningmath.risk.ConfidencePlanner;
import io.github.planningmath.risk.ConfidencePlanner.Rung;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Uncertainty;
import io.github.planningmath.risk.UncertaintyShares;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How sure a plan is, worked out.
 *
 * @param plan the plan
 * @param uncertainty how well its constants are known
 * @param chance of its goal
 * @param onLuckAlone the chance if all constants were known
 * @param shares what makes the profit uncertain; absent where nothing is doubted
 * @param profit what is expected of it, and how uncertain that is
 * @param ranges where key figures lie in eight cases of ten
 * @param ladder what more confidence takes
 * @param curve chances of at least each profit
 * @param fan the profit through each month
 * @param later how it stands when months are over; absent where none is
 */
record Study(
        Plan plan,
        Uncertainty uncertainty,
        Chance chance,
        Chance onLuckAlone,
        @Nullable UncertaintyShares shares,
        PlanRisk.Moments profit,
        Map<Kpi, PlanRisk.Range> ranges,
        List<Rung> ladder,
        List<PlanRisk.CurvePoint> curve,
        List<PlanRisk.Band> fan,
        @Nullable Later later) {

    /** What is asked for. */
    static final List<Integer> CONFIDENCES = List.of(50, 60, 70, 80, 90, 95);

    private static final List<Kpi> RANGED =
            List.of(Kpi.PROFIT, Kpi.REVENUE, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.LEADS, Kpi.CONTACTS, Kpi.BASE);

    private static final Rate EIGHT_OF_TEN = Rate.percent(80);

    /** All but the rungs: the chances, the shares, the ranges, the curve, the fan, and what is known later. */
    private static final int OTHER_STEPS = 6;

    /**
     * How it stands when months are over.
     *
     * @param through the last of them
     * @param chance of the goal, knowing what came
     * @param fan the profit through each month, knowing that
     * @param profits what came through each month that is over
     * @param ranges where key figures lie in eight cases of ten now
     */
    record Later(
            YearMonth through,
            Chance chance,
            List<PlanRisk.Band> fan,
            List<Double> profits,
            Map<Kpi, PlanRisk.Range> ranges) {}

    static Study of(
            PlanFile file,
            Plan plan,
            UncertaintyFile known,
            @Nullable ActualsFile facts,
            @Nullable YearMonth through,
            Progress progress) {
        Uncertainty uncertainty = known.uncertainty();
        try (Progress.Steps steps = progress.steps("Asking", (long) OTHER_STEPS + CONFIDENCES.size())) {
            PlanRisk risk = known.checked(() -> PlanRisk.of(plan, uncertainty));
            Chance chance = risk.chance(plan.goal());
            Chance onLuckAlone = PlanRisk.of(plan, Uncertainty.none()).chance(plan.goal());
            steps.done("chances");
            UncertaintyShares shares = uncertainty.doubts().isEmpty() ? null : risk.shares();
            PlanRisk.Moments profit = risk.moments(Kpi.PROFIT, Scope.all());
            steps.done("shares");
            Map<Kpi, PlanRisk.Range> ranges = ranges(risk);
            steps.done("ranges");
            List<PlanRisk.CurvePoint> curve = risk.curve(Kpi.PROFIT);
            steps.done("curve");
            List<PlanRisk.Band> fan = risk.fan(Kpi.PROFIT);
            steps.done("months");
            Later later = facts == null ? null : later(plan, risk, facts, through);
            steps.done("facts");
            List<Rung> ladder = ladder(file, uncertainty, steps);
            return new Study(plan, uncertainty, chance, onLuckAlone, shares, profit, ranges, ladder, curve, fan, later);
        }
    }

    private static Map<Kpi, PlanRisk.Range> ranges(PlanRisk risk) {
        Map<Kpi, PlanRisk.Range> ranges = new LinkedHashMap<>();
        RANGED.forEach(kpi -> ranges.put(kpi, risk.range(kpi, Scope.all(), EIGHT_OF_TEN)));
        return ranges;
    }

    /** One search, which keeps the plans that it tried, and then what it takes rung by rung. */
    private static List<Rung> ladder(PlanFile file, Uncertainty uncertainty, Progress.Steps steps) {
        List<Rung> ladder = ConfidencePlanner.withDefaults()
                .withPlanner(Planner.withDefaults().withPins(file.document().pins()))
                .ladder(
                        file.document().goal(),
                        CONFIDENCES.stream().map(Rate::percent).toList(),
                        file.document().constants(),
                        file.document().opening(),
                        uncertainty);
        ladder.forEach(rung -> steps.done(rung.confidence().toString()));
        return ladder;
    }

    private static Later later(Plan plan, PlanRisk risk, ActualsFile facts, @Nullable YearMonth through) {
        return facts.checked(() -> {
            Actuals actuals =
                    through == null ? facts.actuals() : facts.actuals().through(through);
            Elapsed elapsed = Elapsed.of(plan, actuals);
            PlanRisk now = risk.given(actuals);
            List<Double> profits = new ArrayList<>();
            double sum = 0;
            for (YearMonth month : elapsed.months()) {
                sum += elapsed.total(Kpi.PROFIT, Scope.month(month)).doubleValue();
                profits.add(sum);
            }
            return new Later(actuals.lastMonth(), now.chance(plan.goal()), now.fan(Kpi.PROFIT), profits, ranges(now));
        });
    }

    String currency() {
        return plan.constants().currency().toString();
    }
}
