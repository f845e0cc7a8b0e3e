package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.planfile.UncertaintyFile;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Signals;
import io.github.planningmath.risk.Uncertainty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether what came is luck, and where the plan's end will lie.
 *
 * @param signals of all conversions
 * @param real those whose rate has changed, of which one in twenty is false at most
 * @param ranges where key figures will lie in eight cases of ten; empty where that cannot be told
 * @param untold why it cannot be told; absent where it can
 */
record Luck(
        Signals signals,
        List<Signals.Leaf> real,
        Map<Kpi, PlanRisk.Range> ranges,
        @Nullable String untold) {

    private static final Rate ONE_IN_TWENTY = Rate.percent(5);
    private static final Rate EIGHT_OF_TEN = Rate.percent(80);

    static Luck of(Plan plan, Actuals actuals, UncertaintyFile known) {
        Uncertainty uncertainty = known.uncertainty();
        PlanRisk risk = known.checked(() -> PlanRisk.of(plan, uncertainty));
        Signals signals = Signals.of(plan, actuals, uncertainty);
        List<Signals.Leaf> real = signals.real(ONE_IN_TWENTY);
        Map<Kpi, PlanRisk.Range> ranges = new LinkedHashMap<>();
        try {
            PlanRisk now = risk.given(actuals);
            ForecastSection.SHOWN.forEach(kpi -> ranges.put(kpi, now.range(kpi, Scope.all(), EIGHT_OF_TEN)));
        } catch (IllegalArgumentException untold) {
            return new Luck(signals, real, Map.of(), untold.getMessage());
        }
        return new Luck(signals, real, ranges, null);
    }
}
