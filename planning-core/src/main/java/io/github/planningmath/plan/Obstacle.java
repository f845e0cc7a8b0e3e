package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps a goal out of reach. */
@ObstacleJson
public sealed interface Obstacle {

    /**
     * Every further deal loses money once its leads are paid for: {@code contribution per deal <= cost of its leads}.
     *
     * @param contributionPerDeal what a further new deal adds with the repeat deals it brings within the plan, over the
     *     product mix, rounded down to the currency's minor unit
     * @param leadCostPerDeal what the traffic for the leads of a further new deal costs, rounded up
     * @param product the product that loses most of it, or gains least, by its share of the mix
     * @param channel the channel over which a deal of that product costs most; absent where its leads cost nothing or the goal
     *     does not pay for traffic
     */
    record LosesMoney(
            BigDecimal contributionPerDeal,
            BigDecimal leadCostPerDeal,
            String product,
            @Nullable String channel) implements Obstacle {

        public LosesMoney {
            contributionPerDeal = Amounts.normalised(contributionPerDeal, "LosesMoney.contributionPerDeal");
            leadCostPerDeal = Amounts.normalised(leadCostPerDeal, "LosesMoney.leadCostPerDeal");
            Required.name(product, "LosesMoney.product");
            Required.nameIfGiven(channel, "LosesMoney.channel");
        }

        @Override
        public String toString() {
            return "a new deal contributes " + contributionPerDeal.toPlainString() + ", but its leads cost "
                    + leadCostPerDeal.toPlainString() + "; most is lost on " + product
                    + (channel == null ? "" : ", whose dearest leads come from " + channel);
        }
    }

    /**
     * Of the customers that further deals win nobody is left at the end of the plan.
     *
     * @param products the products that further deals are of, at least one
     */
    record CustomersLeave(List<String> products) implements Obstacle {

        public CustomersLeave {
            products = Required.list(products, "CustomersLeave.products");
            if (products.isEmpty()) {
                throw new IllegalArgumentException("CustomersLeave.products must hold at least one, but was empty.");
            }
        }

        @Override
        public String toString() {
            return "whoever becomes a customer of " + String.join(", ", products) + " has left before the plan ends";
        }
    }

    /**
     * Traffic gets dearer with volume, and beyond a number of deals a further one costs more than it contributes.
     *
     * @param deals the number of new deals that earns the most
     */
    record TrafficTooDear(Long deals) implements Obstacle {

        public TrafficTooDear {
            Required.count(deals, "TrafficTooDear.deals");
        }

        @Override
        public String toString() {
            return "beyond " + deals + " new deals the traffic for a further one costs more than it contributes";
        }
    }

    /**
     * People follow the work, and beyond a number of deals the people and the traffic for more of them cost more than
     * these contribute.
     *
     * @param deals the number of new deals that earns the most
     */
    record PeopleTooDear(Long deals) implements Obstacle {

        public PeopleTooDear {
            Required.count(deals, "PeopleTooDear.deals");
        }

        @Override
        public String toString() {
            return "beyond " + deals + " new deals the people and the traffic for more cost more than they contribute";
        }
    }

    /**
     * So many leads call that the desk cannot be staffed for them: there is no telling how many people they would take.
     *
     * @param month the month in which they come in
     * @param leads the leads of that month
     * @param mostLeads the most leads of a month whose calls the desk can be staffed for
     */
    record DeskOverloaded(YearMonth month, Long leads, Long mostLeads) implements Obstacle {

        public DeskOverloaded {
            Required.present(month, "DeskOverloaded.month");
            Required.count(leads, "DeskOverloaded.leads");
            Required.count(mostLeads, "DeskOverloaded.mostLeads");
            if (!(leads > mostLeads)) {
                throw new IllegalArgumentException("DeskOverloaded.leads must be above the " + mostLeads
                        + " that the desk can be staffed for, but was " + leads + ".");
            }
        }

        @Override
        public String toString() {
            return "the desk can be staffed for the calls of at most " + mostLeads + " leads in " + month + ", and "
                    + leads + " would come in";
        }
    }

    /**
     * The visit ceilings of all channels that feed a tier are reached.
     *
     * @param product the product whose leads no channel can bring
     * @param ceilings the ceilings that bind, by month and channel
     */
    record CeilingsBind(String product, List<Ceiling> ceilings) implements Obstacle {

        /** The text names so many ceilings and counts the rest. */
        private static final int NAMED = 3;

        public CeilingsBind {
            Required.name(product, "CeilingsBind.product");
            ceilings = Required.list(ceilings, "CeilingsBind.ceilings");
            if (ceilings.isEmpty()) {
                throw new IllegalArgumentException("CeilingsBind.ceilings must hold at least one, but was empty.");
            }
        }

        @Override
        public String toString() {
            int more = ceilings.size() - NAMED;
            return "the channels of " + product + " are full: "
                    + ceilings.stream().limit(NAMED).map(Ceiling::toString).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : "");
        }
    }

    /**
     * A visit ceiling that binds in a month.
     *
     * @param channel the channel
     * @param month the month
     * @param visits the most visits it has in a month
     */
    record Ceiling(String channel, YearMonth month, Long visits) {

        public Ceiling {
            Required.name(channel, "Ceiling.channel");
            Required.present(month, "Ceiling.month");
            Required.count(visits, "Ceiling.visits");
        }

        @Override
        public String toString() {
            return channel + " at " + visits + " visits in " + month;
        }
    }

    /**
     * The sales cycle is longer than the plan: new leads make no deal within it, and the open pipeline does not suffice.
     *
     * @param product the product
     * @param cycleMonths months from lead to deal
     * @param pipelineDeals the deals that the open pipeline makes within the plan
     */
    record BeyondHorizon(String product, Integer cycleMonths, Long pipelineDeals) implements Obstacle {

        public BeyondHorizon {
            Required.name(product, "BeyondHorizon.product");
            Required.present(cycleMonths, "BeyondHorizon.cycleMonths");
            Required.count(pipelineDeals, "BeyondHorizon.pipelineDeals");
        }

        @Override
        public String toString() {
            return "the sales cycle of " + product + " is " + cycleMonths
                    + " months, too long for new leads, and of its open pipeline the plan gets " + pipelineDeals
                    + (pipelineDeals == 1 ? " deal" : " deals");
        }
    }

    /**
     * More customers are asked for than there are to be won.
     *
     * @param product the product
     * @param potential how many customers of it can be won, those at the start among them
     * @param customers how many customers there are at the start
     */
    record MarketExhausted(String product, Long potential, Long customers) implements Obstacle {

        public MarketExhausted {
            Required.name(product, "MarketExhausted.product");
            Required.count(potential, "MarketExhausted.potential");
            Required.count(customers, "MarketExhausted.customers");
        }

        @Override
        public String toString() {
            return "of " + product + " " + potential + " customers can be won, and there are " + customers
                    + " at the start";
        }
    }

    /**
     * The goal is reached, but by no number of deals that meets a target too.
     *
     * @param target the target
     * @param nearest what comes of it where the goal is reached and all targets are met as far as can be: with that much asked for
     *     instead, a plan can be made
     */
    record TargetMissed(Target target, BigDecimal nearest) implements Obstacle {

        public TargetMissed {
            Required.present(target, "TargetMissed.target");
            nearest = Amounts.normalised(nearest, "TargetMissed.nearest");
        }

        @Override
        public String toString() {
            return target + " is missed, the nearest is " + nearest.toPlainString();
        }
    }

    /**
     * The season's index is 0 in every month of the plan, so no new deals are asked for in it.
     *
     * @param product the product
     * @param first the plan's first month
     * @param last the plan's last month
     */
    record OutOfSeason(String product, YearMonth first, YearMonth last) implements Obstacle {

        public OutOfSeason {
            Required.name(product, "OutOfSeason.product");
            Required.present(first, "OutOfSeason.first");
            Required.present(last, "OutOfSeason.last");
        }

        @Override
        public String toString() {
            return "the season of " + product + " has no month from " + first + " to " + last
                    + ": its indices there are 0";
        }
    }

    /**
     * Pins contradict the rest of the plan.
     *
     * @param pinned the cell that cannot be held, or that keeps the rest from being solved
     * @param possible what is possible there, where that is one number
     */
    record PinConflict(String pinned, @Nullable Long possible) implements Obstacle {

        public PinConflict {
            Required.name(pinned, "PinConflict.pinned");
        }

        @Override
        public String toString() {
            return "pinned: " + pinned + (possible == null ? "" : ", but the plan gives " + possible);
        }
    }

    /**
     * No admissible value of the unknown suffices.
     *
     * @param unknown what was to be solved for
     * @param best the best admissible value
     * @param needed about what would be needed, outside of the admissible values; absent where nothing would do
     */
    record Inadmissible(
            String unknown, String best, @Nullable String needed) implements Obstacle {

        public Inadmissible {
            Required.name(unknown, "Inadmissible.unknown");
            Required.name(best, "Inadmissible.best");
        }

        @Override
        public String toString() {
            return unknown + " of " + best + " does not suffice"
                    + (needed == null ? ", nor would any other" : "; about " + needed + " would be needed");
        }
    }

    /**
     * Any value of the unknown reaches the goal: there is no greatest.
     *
     * @param unknown what was to be solved for
     */
    record Unlimited(String unknown) implements Obstacle {

        public Unlimited {
            Required.name(unknown, "Unlimited.unknown");
        }

        @Override
        public String toString() {
            return "the goal is reached whatever the " + unknown;
        }
    }

    /**
     * The search ended before it was proved what can be reached: there were more numbers of deals, or values of an unknown, than
     * it tries, and the bound on what those in between come to was too wide to exclude them.
     *
     * @param tried how many numbers were tried
     * @param most what is proved: no number comes to more; absent where that is not below the goal
     */
    record NotAllTried(Long tried, @Nullable BigDecimal most) implements Obstacle {

        public NotAllTried {
            Required.count(tried, "NotAllTried.tried");
            most = most == null ? null : Amounts.normalised(most, "NotAllTried.most");
        }

        /** Whether a goal is beyond what is proved. */
        boolean excludes(FinancialGoal goal) {
            return most != null && most.compareTo(goal.amount()) < 0;
        }

        @Override
        public String toString() {
            return "the search ended after " + tried + " numbers"
                    + (most == null ? "" : ", and none comes to more than " + most.toPlainString());
        }
    }
}
