package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;

/**
 * Feedback on a share of leads: sales' promise to marketing. In order is a lead with feedback.
 *
 * @param name what facts refer to it by
 * @param share the share of leads that get feedback, above 0 and at most 1
 */
public record LeadFeedback(String name, Rate share) implements LeadShare, DocumentPart {

    public LeadFeedback {
        Required.name(name, "LeadFeedback.name");
        Required.present(share, "LeadFeedback.share");
    }
}
