package io.github.planningmath.risk;

import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Elapsed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What doubts of rates learn from what was counted. */
final class Learning {

    private final Exposure exposure;
    private final Uncertainty uncertainty;
    private final Map<Driver<Rate>, List<Elapsed.Counted>> counted = new LinkedHashMap<>();

    Learning(Exposure exposure, Uncertainty uncertainty) {
        this.exposure = exposure;
        this.uncertainty = uncertainty;
    }

    /** Takes counts in; those of constants that are known teach nothing. */
    void add(Elapsed.Counted count) {
        if (uncertainty.doubts().containsKey(count.driver())) {
            counted.computeIfAbsent(count.driver(), any -> new ArrayList<>()).add(count);
        }
    }

    /** The doubts that learn by themselves. */
    Uncertainty uncertainty(PlanningConstants constants) {
        Uncertainty learned = uncertainty;
        for (Map.Entry<Driver<Rate>, List<Elapsed.Counted>> each : counted.entrySet()) {
            Doubt doubt = uncertainty.doubts().get(each.getKey());
            if (doubt != null && isAlone(each.getKey(), each.getValue())) {
                long successes = 0;
                long trials = 0;
                for (Elapsed.Counted count : each.getValue()) {
                    successes += count.successes();
                    trials += count.trials();
                }
                learned = learned.with(
                        each.getKey(), Marginals.after(constants, each.getKey(), doubt, successes, trials));
            }
        }
        return learned;
    }

    /** What all others weigh draws by. */
    Likelihood likelihood() {
        Likelihood likelihood = new Likelihood();
        counted.forEach((driver, counts) -> {
            if (!isAlone(driver, counts)) {
                counts.forEach(count -> likelihood.add(
                        exposure.rate(driver), exposure.month(count.month()), count.successes(), count.trials()));
            }
        });
        return likelihood;
    }

    /** Whether a rate has nothing in common with others, and was the first month's all the time. */
    private boolean isAlone(Driver<Rate> driver, List<Elapsed.Counted> counts) {
        Term rate = exposure.rate(driver);
        return uncertainty.common().stream()
                        .noneMatch(common -> common.drivers().contains(driver))
                && counts.stream().allMatch(count -> rate.planned(exposure.month(count.month())) == rate.planned(0));
    }
}
