package io.github.planningmath.risk;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The laws of luck of one plan, each made when it is first asked for. */
final class LuckModels {

    private final Exposure exposure;
    private final Map<Measurement, LuckModel> made = new ConcurrentHashMap<>();

    LuckModels(Exposure exposure) {
        this.exposure = exposure;
    }

    Exposure exposure() {
        return exposure;
    }

    LuckModel of(Kpi kpi, Scope scope) {
        return of(Measurement.of(exposure, kpi, scope));
    }

    LuckModel of(Measurement measurement) {
        return made.computeIfAbsent(measurement, any -> new LuckModel(exposure, measurement));
    }
}
