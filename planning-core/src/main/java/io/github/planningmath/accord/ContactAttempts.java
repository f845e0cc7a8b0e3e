package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;

/**
 * So many attempts to reach a lead before it is given up: sales' promise to marketing. In order is a lead that was reached, or
 * tried as often as agreed.
 *
 * @param name what facts refer to it by
 * @param attempts how many attempts, from 1 to 1000
 * @param share the share of leads that are in order, above 0 and at most 1
 */
public record ContactAttempts(String name, Integer attempts, Rate share) implements LeadShare, DocumentPart {

    private static final int MOST_ATTEMPTS = 1000;

    public ContactAttempts {
        Required.name(name, "ContactAttempts.name");
        Required.between(attempts, 1, MOST_ATTEMPTS, "ContactAttempts.attempts");
        Required.present(share, "ContactAttempts.share");
    }
}
