package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;

/**
 * An answer to a lead within so many hours: sales' promise to marketing. In order is a lead that was answered in time.
 *
 * @param name what facts refer to it by
 * @param hours the longest time from lead to first response, above 0
 * @param share the share of leads that are answered in time, above 0 and at most 1
 */
public record FirstResponse(String name, Ratio hours, Rate share) implements LeadShare, DocumentPart {

    public FirstResponse {
        Required.name(name, "FirstResponse.name");
        if (Required.present(hours, "FirstResponse.hours").numerator() == 0) {
            throw new IllegalArgumentException(
                    "FirstResponse.hours must be above 0, but was 0. Perhaps a part of an hour was meant, such as 1/4.");
        }
        Required.present(share, "FirstResponse.share");
    }
}
