package io.github.planningmath.risk;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.RefusedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What it takes to reach a goal with a wanted confidence: a plan, or the most that any plan gives. */
@AssuranceJson
public sealed interface Assurance permits Assurance.Confident, Assurance.Unsure {

    /**
     * A plan that reaches the goal with the confidence.
     *
     * <p>As JSON it is a view, which is not read back: the chance, the buffer and the plan.
     *
     * @param plan the plan; its goal is what it comes to if all turns out as expected
     * @param chance to reach the goal that was asked for
     * @param plain the plan that reaches the goal if all turns out as expected; null where there is none
     */
    record Confident(Plan plan, Chance chance, @Nullable Plan plain) implements Assurance {

        public Confident {
            Required.present(plan, "Confident.plan");
            Required.present(chance, "Confident.chance");
        }

        /** As it is written. */
        private record View(Chance chance, Buffer buffer, Plan plan) {}

        @DocumentForm.Written
        View view() {
            return new View(chance, buffer(), plan);
        }

        /**
         * What the confidence takes beyond the plain plan.
         *
         * @return the surplus of both departments; of the whole plan where there is no plain one
         */
        public Buffer buffer() {
            Scope all = Scope.all();
            return new Buffer(
                    plan.traffic(all) - (plain == null ? 0 : plain.traffic(all)),
                    plan.leads(all) - (plain == null ? 0 : plain.leads(all)),
                    plan.newDeals(all) - (plain == null ? 0 : plain.newDeals(all)),
                    plan.trafficCost(all).subtract(plain == null ? BigDecimal.ZERO : plain.trafficCost(all)));
        }

        @Override
        public Confident orThrow() {
            return this;
        }

        @Override
        public <R> R fold(
                Function<? super Confident, ? extends R> onConfident, Function<? super Unsure, ? extends R> otherwise) {
            return onConfident.apply(this);
        }
    }

    /**
     * What a confidence takes beyond the plain plan; below 0 where it takes less.
     *
     * @param visits that marketing brings beyond
     * @param leads that marketing brings beyond
     * @param newDeals that sales expects beyond
     * @param trafficCost what the visits cost
     */
    record Buffer(Long visits, Long leads, Long newDeals, BigDecimal trafficCost) {

        public Buffer {
            Required.present(visits, "Buffer.visits");
            Required.present(leads, "Buffer.leads");
            Required.present(newDeals, "Buffer.newDeals");
            trafficCost = Amounts.normalised(trafficCost, "Buffer.trafficCost");
        }

        @Override
        public String toString() {
            return visits + " visits and " + leads + " leads more for " + trafficCost.toPlainString() + ", " + newDeals
                    + " deals more";
        }
    }

    /**
     * Evidence that would help.
     *
     * @param driver of which constant
     * @param evidence the same share, counted on ten times as many
     * @param most the most confidence that could be reached then
     */
    record Remedy(Driver<?> driver, Doubt.Observed evidence, Double most) {

        public Remedy {
            Required.present(driver, "Remedy.driver");
            Required.present(evidence, "Remedy.evidence");
            Doubles.between(most, 0, 1, "Remedy.most");
        }

        @Override
        public String toString() {
            return evidence + " for the " + driver.label() + " would give " + percent(most);
        }
    }

    /**
     * No number of deals reaches the goal with that confidence: what is not known about the constants does not average out.
     *
     * @param goal what was to be reached
     * @param confidence with what confidence
     * @param most the most that any number of deals gives, or comes near to, up to the error of the draws
     * @param atDeals the number that gives it; null where it is come near to with ever more
     * @param remedies the evidence that would help most first; empty where no rate is known from counts
     */
    record Unsure(
            FinancialGoal goal,
            Rate confidence,
            Double most,
            @Nullable Long atDeals,
            List<Remedy> remedies) implements Assurance {

        public Unsure {
            Required.present(goal, "Unsure.goal");
            Required.present(confidence, "Unsure.confidence");
            Doubles.between(most, 0, 1, "Unsure.most");
            remedies = Required.list(remedies, "Unsure.remedies");
        }

        @Override
        public Confident orThrow() {
            throw new RefusedException(this);
        }

        @Override
        public <R> R fold(
                Function<? super Confident, ? extends R> onConfident, Function<? super Unsure, ? extends R> otherwise) {
            return otherwise.apply(this);
        }

        @Override
        public String toString() {
            return "Goal " + goal + " cannot be reached with " + confidence + ": no number of deals gives more than "
                    + percent(most) + (atDeals == null ? "" : ", which " + atDeals + " new deals do") + "."
                    + (remedies.isEmpty()
                            ? ""
                            : " Perhaps measure: "
                                    + remedies.stream().map(Remedy::toString).collect(Collectors.joining("; ")) + ".");
        }
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN) + "%";
    }

    /**
     * The plan.
     *
     * @return it, with its chance
     * @throws RefusedException if no plan gives the confidence; it carries the refusal
     */
    Confident orThrow();

    /**
     * One answer for both cases.
     *
     * @param onConfident what becomes of the plan
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<? super Confident, ? extends R> onConfident, Function<? super Unsure, ? extends R> otherwise);
}
