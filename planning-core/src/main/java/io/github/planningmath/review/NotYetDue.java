package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What nobody answers for yet: deals that came before their leads were due are a part of the gap, and so are the fractions,
 * less than one of each count, that whole numbers leave out; leads that are still open can make no gap, and those beyond plan
 * are shown beside it as a credit to whoever brought them.
 *
 * @param part the part of the gap
 * @param open leads that are not due yet, by product and channel, wherever there are any in plan or fact
 */
public record NotYetDue(Part part, List<OpenLeads> open) {

    /**
     * Leads of a channel for a product whose sales cycle has not passed.
     *
     * @param product the product's name
     * @param channel the channel's name
     * @param planned how many the plan has open by now
     * @param leads how many there are; a fraction where their number follows from what else is known
     * @param dealsBeyondPlan the deals that the difference makes, by the plan's conversion
     * @param revenueBeyondPlan what these bring, at the plan's price
     */
    public record OpenLeads(
            String product,
            String channel,
            double planned,
            double leads,
            double dealsBeyondPlan,
            double revenueBeyondPlan) {

        public OpenLeads {
            Required.name(product, "NotYetDue.OpenLeads.product");
            Required.name(channel, "NotYetDue.OpenLeads.channel");
        }
    }

    /**
     * Deals of the leads of a month, through the last month of the verdict: {@code made - expected = early - late - lost}.
     *
     * @param product the product's name
     * @param channel the channel's name; null where deals are known of the product alone
     * @param brought the month in which the leads were brought; null for all months before the plan together
     * @param leads how many there were; a fraction where their number follows from what else is known
     * @param expected the deals that were due of them, at the plan's conversions and cycle
     * @param made the deals that were made
     * @param early deals made before they were due, at most as many as are still to come: nobody's yet
     * @param late deals that are missing while some are still to come, at most as many as there are open leads beside those: nobody's yet
     * @param lost deals that are missing when none is to come any more, or no lead is open that they could come of; below 0 where more were made than were to come of the leads at all
     */
    public record LeadMonth(
            String product,
            @Nullable String channel,
            @Nullable YearMonth brought,
            double leads,
            double expected,
            Long made,
            double early,
            double late,
            double lost) {

        public LeadMonth {
            Required.name(product, "LeadMonth.product");
            Required.nameIfGiven(channel, "LeadMonth.channel");
            Required.count(made, "LeadMonth.made");
        }
    }

    public NotYetDue {
        Required.present(part, "NotYetDue.part");
        open = Required.list(open, "NotYetDue.open");
    }

    /**
     * How many leads are open.
     *
     * @return the sum over products and channels
     */
    public double leads() {
        return open.stream().mapToDouble(OpenLeads::leads).sum();
    }

    /**
     * How many leads the plan has open by now.
     *
     * @return the sum over products and channels
     */
    public double planned() {
        return open.stream().mapToDouble(OpenLeads::planned).sum();
    }

    /**
     * What the open leads beyond plan can still bring, at the plan's conversions and prices; below 0 where there
     * are fewer than planned.
     *
     * @return the credit, a statistic; not a part of the gap
     */
    public double credit() {
        return open.stream().mapToDouble(OpenLeads::revenueBeyondPlan).sum();
    }
}
