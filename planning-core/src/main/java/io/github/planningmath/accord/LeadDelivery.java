package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * So many leads a month, at an agreed quality: marketing's promise to sales.
 *
 * <p>It is met where there are as many leads as agreed and sales accepts as great a share of them as agreed; the attainment is
 * the lesser of {@code leads / agreed} and {@code accepted / leads / quality}.
 *
 * @param name what facts refer to it by
 * @param leadsPerMonth how many, at least 1
 * @param quality the share of them that sales accepts, above 0 and at most 1
 */
public record LeadDelivery(String name, Long leadsPerMonth, Rate quality) implements ServiceLevel, DocumentPart {

    public LeadDelivery {
        Required.name(name, "LeadDelivery.name");
        if (Required.present(leadsPerMonth, "LeadDelivery.leadsPerMonth") < 1) {
            throw new IllegalArgumentException(
                    "LeadDelivery.leadsPerMonth must be at least 1, but was " + leadsPerMonth + ".");
        }
        Required.present(quality, "LeadDelivery.quality");
    }

    @Override
    public Department owner() {
        return Department.MARKETING;
    }

    /** {@inheritDoc} It is 0 in a month without leads. */
    @Override
    public Ratio attainment(ServiceFact fact) {
        Ratio quantity = Ratio.of(fact.leads(), leadsPerMonth);
        @Nullable Ratio accepted = LeadShare.attainment(fact, quality);
        return accepted == null || quantity.compareTo(accepted) < 0 ? quantity : accepted;
    }
}
