package io.github.planningmath.risk;

import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what constants rest on to how well they are known. */
final class Bases {

    private static final Rate EIGHT_OF_TEN = Rate.percent(80);

    private Bases() {}

    static Map<Driver<?>, Doubt> doubts(PlanningConstants constants) {
        Map<Driver<?>, Doubt> doubts = new LinkedHashMap<>();
        for (Driver<?> driver : Driver.all(constants)) {
            Basis basis = Marginals.mayBeDoubted(driver) ? constants.basis(driver) : null;
            Doubt doubt = basis == null ? null : doubt(constants, driver, basis);
            if (doubt != null) {
                doubts.put(driver, doubt);
            }
        }
        return doubts;
    }

    private static @Nullable Doubt doubt(PlanningConstants constants, Driver<?> driver, Basis basis) {
        if (basis instanceof Basis.Counted counted) {
            return counted(driver, counted);
        }
        if (basis instanceof Basis.Judged judged) {
            return judged.lower().equals(judged.upper())
                    ? null
                    : new Doubt.Between(
                            BigDecimal.valueOf(judged.lower()), BigDecimal.valueOf(judged.upper()), EIGHT_OF_TEN);
        }
        if (basis instanceof Basis.Measured measured) {
            Double error = measured.standardError();
            return error == null || error == 0
                    ? null
                    : new Doubt.Spread(Ratio.fromDouble(error / Marginals.planned(constants, driver)));
        }
        return null;
    }

    /** Whole successes and failures, and what is left of them in the prior. */
    private static Doubt counted(Driver<?> driver, Basis.Counted counted) {
        double failures = counted.effectiveTrials() - counted.effectiveSuccesses();
        long successes = (long) Math.floor(counted.effectiveSuccesses());
        long trials = successes + (long) Math.floor(failures);
        if (trials < 1) {
            throw new IllegalArgumentException("Uncertainty.of must be of counts that are worth a trial, but those of "
                    + driver + " are worth " + counted.effectiveTrials() + ". Perhaps judge it.");
        }
        Doubt.Prior jeffreys = Doubt.Prior.JEFFREYS;
        return new Doubt.Observed(
                successes,
                trials,
                new Doubt.Prior(
                        jeffreys.successes() + counted.effectiveSuccesses() - successes,
                        jeffreys.failures() + failures - (trials - successes)));
    }
}
