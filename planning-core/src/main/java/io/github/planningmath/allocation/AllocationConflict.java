package io.github.planningmath.allocation;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What keeps a budget from being split as asked. */
@AllocationConflictJson
public sealed interface AllocationConflict {

    /**
     * Floors add up to more than may be spent.
     *
     * @param group the group whose ceiling is too low; null where it is the whole budget
     * @param available the ceiling of the group, or the budget
     * @param floors what the floors within it add up to
     */
    record FloorsAboveCeiling(@Nullable String group, BigDecimal available, BigDecimal floors)
            implements AllocationConflict {

        public FloorsAboveCeiling {
            available = Amounts.normalised(available, "FloorsAboveCeiling.available");
            floors = Amounts.normalised(floors, "FloorsAboveCeiling.floors");
        }

        @Override
        public String toString() {
            return "the floors" + (group == null ? "" : " in the group " + group) + " add up to "
                    + floors.toPlainString() + ", above the " + (group == null ? "budget" : "group's ceiling") + " of "
                    + available.toPlainString();
        }
    }

    /**
     * Ceilings add up to less than must be spent.
     *
     * @param group the group whose floor is too high; null where it is the whole budget
     * @param needed the floor of the group, or the budget
     * @param ceilings what the ceilings within it add up to
     */
    record CeilingsBelowFloor(@Nullable String group, BigDecimal needed, BigDecimal ceilings)
            implements AllocationConflict {

        public CeilingsBelowFloor {
            needed = Amounts.normalised(needed, "CeilingsBelowFloor.needed");
            ceilings = Amounts.normalised(ceilings, "CeilingsBelowFloor.ceilings");
        }

        @Override
        public String toString() {
            return "the ceilings" + (group == null ? "" : " in the group " + group) + " add up to "
                    + ceilings.toPlainString() + ", below the " + (group == null ? "budget" : "group's floor") + " of "
                    + needed.toPlainString();
        }
    }

    /**
     * No whole number of steps lies within limits.
     *
     * @param name the channel or group
     * @param limits its limits
     * @param step what every spend is a multiple of
     */
    record NoStepWithin(String name, SpendLimits limits, BigDecimal step) implements AllocationConflict {

        public NoStepWithin {
            Required.name(name, "NoStepWithin.name");
            Required.present(limits, "NoStepWithin.limits");
            step = Amounts.positive(step, "NoStepWithin.step");
        }

        @Override
        public String toString() {
            BigDecimal ceiling = limits.ceiling();
            return "no multiple of " + step.toPlainString() + " lies within the limits of " + name + ", "
                    + limits.floor().toPlainString() + " to " + (ceiling == null ? "any" : ceiling.toPlainString());
        }
    }

    /**
     * Whatever is spent within the ceilings, it does not bring as much.
     *
     * @param outcome what was asked for
     * @param greatest the most that can be had
     */
    record OutOfReach(Double outcome, Double greatest) implements AllocationConflict {

        public OutOfReach {
            Required.present(outcome, "OutOfReach.outcome");
            Required.present(greatest, "OutOfReach.greatest");
        }

        @Override
        public String toString() {
            return "an outcome of " + outcome + " is out of reach; the greatest is " + greatest;
        }
    }

    /**
     * Not even the floors return so much for each unit of money.
     *
     * @param target the return asked for
     * @param budget the floors together
     * @param reached the return that the best split of them has
     */
    record ReturnOutOfReach(Double target, BigDecimal budget, Double reached) implements AllocationConflict {

        public ReturnOutOfReach {
            Required.present(target, "ReturnOutOfReach.target");
            budget = Amounts.normalised(budget, "ReturnOutOfReach.budget");
            Required.present(reached, "ReturnOutOfReach.reached");
        }

        @Override
        public String toString() {
            return "a return of " + target + " is out of reach: the floors of " + budget.toPlainString() + " return "
                    + reached;
        }
    }

    /**
     * Not even the first unit of money beyond the floors brings so much.
     *
     * @param threshold the marginal return asked for
     * @param budget the floors together
     * @param reached what a further unit of money brings there
     */
    record MarginalReturnOutOfReach(Double threshold, BigDecimal budget, Double reached) implements AllocationConflict {

        public MarginalReturnOutOfReach {
            Required.present(threshold, "MarginalReturnOutOfReach.threshold");
            budget = Amounts.normalised(budget, "MarginalReturnOutOfReach.budget");
            Required.present(reached, "MarginalReturnOutOfReach.reached");
        }

        @Override
        public String toString() {
            return "a marginal return of " + threshold + " is out of reach: beyond the floors of "
                    + budget.toPlainString() + " a further unit of money brings " + reached;
        }
    }

    /**
     * However much is spent, the return stays as high: there is no greatest budget.
     *
     * @param target the return asked for
     */
    record Unlimited(Double target) implements AllocationConflict {

        public Unlimited {
            Required.present(target, "Unlimited.target");
        }

        @Override
        public String toString() {
            return "the return stays above " + target + " however much is spent; a ceiling is missing";
        }
    }
}
