package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.YearMonth;

/**
 * What is known of a service level in a month.
 *
 * @param serviceLevel the service level's name
 * @param month the month
 * @param leads how many leads it was about, at least 0
 * @param inOrder how many of these were as agreed, at most as many
 */
public record ServiceFact(String serviceLevel, YearMonth month, Long leads, Long inOrder) implements DocumentPart {

    public ServiceFact {
        Required.name(serviceLevel, "ServiceFact.serviceLevel");
        Required.present(month, "ServiceFact.month");
        Required.count(leads, "ServiceFact.leads");
        Counts.requireAtMost(inOrder, leads, "ServiceFact.inOrder", "the leads");
    }
}
