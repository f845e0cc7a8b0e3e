package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Horizon;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets what is known of obligations and service levels against an accord. */
final class FactsReading {

    private final Accord accord;
    private final List<YearMonth> months;
    private final Map<String, Map<YearMonth, ObligationFact>> ofObligations = new LinkedHashMap<>();
    private final Map<String, Map<YearMonth, ServiceFact>> ofServices = new LinkedHashMap<>();

    FactsReading(Accord accord, AccordFacts facts, YearMonth through) {
        this.accord = accord;
        Horizon horizon = accord.plan().constants().horizon();
        months = horizon.all().subList(0, horizon.indexOf(through) + 1);
        accord.obligations().forEach(obligation -> ofObligations.put(obligation.name(), new LinkedHashMap<>()));
        accord.serviceLevels().forEach(level -> ofServices.put(level.name(), new LinkedHashMap<>()));
        for (ObligationFact fact : facts.obligations()) {
            Required.monthBetween(fact.month(), horizon.first(), horizon.last(), "ObligationFact.month");
            of(ofObligations, fact.obligation(), "ObligationFact.obligation", "an obligation")
                    .put(fact.month(), fact);
        }
        for (ServiceFact fact : facts.services()) {
            Required.monthBetween(fact.month(), horizon.first(), horizon.last(), "ServiceFact.month");
            of(ofServices, fact.serviceLevel(), "ServiceFact.serviceLevel", "a service level")
                    .put(fact.month(), fact);
        }
    }

    List<ObligationScore> obligations(Department department) {
        return accord.obligations(department).stream().map(this::score).toList();
    }

    List<ServiceScore> serviceLevels(Department department) {
        return accord.serviceLevels(department).stream()
                .map(level -> new ServiceScore(
                        level, months.stream().map(month -> score(level, month)).toList()))
                .toList();
    }

    private ServiceScore.OfMonth score(ServiceLevel level, YearMonth month) {
        ServiceFact fact = Objects.requireNonNull(ofServices.get(level.name())).get(month);
        if (fact == null) {
            return new ServiceScore.OfMonth(month, Judgement.NOT_KNOWN, null);
        }
        ServiceLevel promised = level.in(accord.plan().leads(Scope.month(month)));
        return new ServiceScore.OfMonth(month, promised.judgement(fact), promised.attainment(fact));
    }

    private ObligationScore score(Obligation obligation) {
        Map<YearMonth, ObligationFact> facts = Objects.requireNonNull(ofObligations.get(obligation.name()));
        Integer period = obligation.rhythm().months();
        return period == null ? byOccasion(obligation, facts) : byCalendar(obligation, facts, period);
    }

    private ObligationScore byOccasion(Obligation obligation, Map<YearMonth, ObligationFact> facts) {
        long occasions = 0;
        long kept = 0;
        long unknown = 0;
        for (YearMonth month : months) {
            ObligationFact fact = facts.get(month);
            if (fact == null) {
                unknown++;
            } else {
                if (fact.occasions() > Long.MAX_VALUE - occasions) {
                    throw new IllegalArgumentException("ObligationFact.occasions of " + obligation.name()
                            + " must come to less than 2^63 in all, but came to more through " + month
                            + ". Perhaps give counts as they were.");
                }
                occasions += fact.occasions();
                kept += fact.kept();
            }
        }
        return new ObligationScore(obligation, kept, occasions - kept, unknown);
    }

    /** Kept at any time within a period is enough for it. A period that is not over counts only once it was kept. */
    private ObligationScore byCalendar(Obligation obligation, Map<YearMonth, ObligationFact> facts, int period) {
        long kept = 0;
        long missed = 0;
        long unknown = 0;
        for (int first = 0; first < months.size(); first += period) {
            boolean isOver = first + period <= months.size();
            Boolean wasKept = kept(facts, months.subList(first, Math.min(first + period, months.size())));
            kept += Objects.equals(wasKept, true) ? 1 : 0;
            missed += isOver && Objects.equals(wasKept, false) ? 1 : 0;
            unknown += isOver && wasKept == null ? 1 : 0;
        }
        return new ObligationScore(obligation, kept, missed, unknown);
    }

    private static @Nullable Boolean kept(Map<YearMonth, ObligationFact> facts, List<YearMonth> period) {
        List<ObligationFact> known = new ArrayList<>();
        for (YearMonth month : period) {
            ObligationFact fact = facts.get(month);
            if (fact != null) {
                known.add(fact);
            }
        }
        if (known.stream().anyMatch(fact -> fact.kept() > 0)) {
            return true;
        }
        // A month that nothing is known of may have been the one.
        return known.size() < period.size() ? null : Boolean.FALSE;
    }

    private static <T> T of(Map<String, T> byName, String name, String component, String what) {
        T known = byName.get(name);
        if (known == null) {
            throw new IllegalArgumentException(component + " must be " + what + " of the accord ("
                    + String.join(", ", byName.keySet()) + "), but was " + name + ".");
        }
        return known;
    }
}
