package io.github.planningmath.accord;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.quantity.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * A promise about leads that is measured every month, by how many leads it was about and how many of these were as agreed.
 * Shares are exact.
 */
@ServiceLevelJson
public sealed interface ServiceLevel permits LeadDelivery, LeadShare {

    /**
     * What facts refer to it by.
     *
     * @return one line of text without blanks at its ends, each once in an accord
     */
    String name();

    /**
     * Who promises it.
     *
     * @return marketing or sales
     */
    Department owner();

    /**
     * Who it is promised to.
     *
     * @return the other department
     */
    default Department counterpart() {
        return Parties.counterpart(owner());
    }

    /**
     * What is promised in one month.
     *
     * @param norm the plan's norm of leads in it
     * @return this, with the norm where that is what was agreed on
     */
    default ServiceLevel in(long norm) {
        return this;
    }

    /**
     * How far a month kept to it.
     *
     * @param fact what is known of the month
     * @return 1 where it was just met, more where there was more than agreed; null where there was no lead to keep it with
     */
    @Nullable
    Ratio attainment(ServiceFact fact);

    /**
     * What a month made of it.
     *
     * @param fact what is known of the month
     * @return met where the attainment is at least 1
     */
    default Judgement judgement(ServiceFact fact) {
        Ratio attainment = attainment(fact);
        if (attainment == null) {
            return Judgement.NOTHING_DUE;
        }
        return attainment.compareTo(Ratio.ONE) >= 0 ? Judgement.MET : Judgement.MISSED;
    }
}
