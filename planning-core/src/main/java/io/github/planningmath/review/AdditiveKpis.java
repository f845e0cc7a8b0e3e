package io.github.planningmath.review;

import io.github.planningmath.kpi.Kpi;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The KPIs whose months add up: money and counts that flow. */
final class AdditiveKpis {

    static final Set<Kpi> ALL = Collections.unmodifiableSet(EnumSet.of(
            Kpi.REVENUE,
            Kpi.DEALS,
            Kpi.NEW_DEALS,
            Kpi.REPEAT_DEALS,
            Kpi.LEADS,
            Kpi.CONTACTS,
            Kpi.TRAFFIC,
            Kpi.TRAFFIC_COST,
            Kpi.VARIABLE_COST,
            Kpi.CONTRIBUTION,
            Kpi.PROFIT));

    /** Besides, the base at the end, a gap of which can be split as well. */
    static final Set<Kpi> AND_BASE = andBase();

    private AdditiveKpis() {}

    private static Set<Kpi> andBase() {
        Set<Kpi> kpis = EnumSet.copyOf(ALL);
        kpis.add(Kpi.BASE);
        return Collections.unmodifiableSet(kpis);
    }

    static Kpi requireOneOf(Set<Kpi> accepted, Kpi kpi, String component) {
        if (accepted.contains(kpi)) {
            return kpi;
        }
        throw new IllegalArgumentException(component + " must be given money or a count that flows (" + labels(accepted)
                + "), but was given " + kpi.label() + ".");
    }

    private static String labels(Collection<Kpi> kpis) {
        return kpis.stream().map(Kpi::label).collect(Collectors.joining(", "));
    }
}
