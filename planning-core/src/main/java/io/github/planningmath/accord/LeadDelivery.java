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
 * @param leadsPerMonth how many, at least 1; null for the norm of each month
 * @param quality the share of them that sales accepts, above 0 and at most 1
 */
public record LeadDelivery(String name, @Nullable Long leadsPerMonth, Rate quality)
        implements ServiceLevel, DocumentPart {

    public LeadDelivery {
        Required.name(name, "LeadDelivery.name");
        if (leadsPerMonth != null && leadsPerMonth < 1) {
            throw new IllegalArgumentException(
                    "LeadDelivery.leadsPerMonth must be at least 1, but was " + leadsPerMonth + ".");
        }
        Required.present(quality, "LeadDelivery.quality");
    }

    /**
     * As many leads as the plan's norm of each month, at an agreed quality.
     *
     * @param name what facts refer to it by
     * @param quality the share of them that sales accepts
     * @return the promise
     */
    public static LeadDelivery ofNorm(String name, Rate quality) {
        return new LeadDelivery(name, null, quality);
    }

    /** What is promised in a month of a norm; where the norm is none, nothing but quality is. */
    @Override
    public LeadDelivery in(long norm) {
        return leadsPerMonth != null || norm == 0 ? this : new LeadDelivery(name, norm, quality);
    }

    @Override
    public Department owner() {
        return Department.MARKETING;
    }

    /** {@inheritDoc} It is 0 in a month without leads, where a number of them was agreed on. */
    @Override
    public @Nullable Ratio attainment(ServiceFact fact) {
        if (leadsPerMonth == null) {
            return LeadShare.attainment(fact, quality);
        }
        Ratio quantity = Ratio.of(fact.leads(), leadsPerMonth);
        @Nullable Ratio accepted = LeadShare.attainment(fact, quality);
        return accepted == null || quantity.compareTo(accepted) < 0 ? quantity : accepted;
    }
}
