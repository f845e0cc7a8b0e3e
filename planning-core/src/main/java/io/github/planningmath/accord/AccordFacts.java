package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.YearMonth;
import java.util.List;

/**
 * What is known of obligations and service levels, month by month.
 *
 * @param obligations each obligation and month once
 * @param services each service level and month once
 */
public record AccordFacts(List<ObligationFact> obligations, List<ServiceFact> services) implements DocumentPart {

    private record Key(String name, YearMonth month) {

        @Override
        public String toString() {
            return name + " in " + month;
        }
    }

    public AccordFacts {
        obligations = Required.list(obligations, "AccordFacts.obligations");
        services = Required.list(services, "AccordFacts.services");
        Required.distinct(
                obligations.stream()
                        .map(fact -> new Key(fact.obligation(), fact.month()))
                        .toList(),
                "AccordFacts.obligations");
        Required.distinct(
                services.stream()
                        .map(fact -> new Key(fact.serviceLevel(), fact.month()))
                        .toList(),
                "AccordFacts.services");
    }

    /**
     * Nothing is known.
     *
     * @return no facts
     */
    public static AccordFacts none() {
        return new AccordFacts(List.of(), List.of());
    }
}
