package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * Feedback on a share of leads: sales' promise to marketing. In order is a lead with feedback.
 *
 * @param name what facts refer to it by
 * @param share the share of leads that get feedback, above 0 and at most 1
 */
public record LeadFeedback(String name, Rate share) implements ServiceLevel {

    public LeadFeedback {
        Required.name(name, "LeadFeedback.name");
        Required.present(share, "LeadFeedback.share");
    }

    @Override
    public Department owner() {
        return Department.SALES;
    }

    @Override
    public @Nullable Ratio attainment(ServiceFact fact) {
        return LeadShare.attainment(fact, share);
    }
}
