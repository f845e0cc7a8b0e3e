package io.github.planningmath.review;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesCycle;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The way back to the plan: what the months that are left must bring, now that it is known what the past ones brought.
 *
 * <p>The past is held as it happened: its customers and open leads are the position that the rest opens with, and what it
 * brought is taken off the goal, so the months that are left must make up for it on the same constants. Where what happened
 * is just what was planned, the plan stands, and every norm of the months left is its own.
 *
 * <p>A conversion that was other than the constants cannot be a pin, which the constants would have to be able to bring
 * about; so the past is a position and not pins. The plan's own pins of the months that are left stay, and so do the deals that
 * it has due after its horizon, as far as a lead can still make them ({@link Plan#dueAfterHorizon()}).
 *
 * <p>As JSON it is a view, which is not read back: what the months that are left are to bring, and the plan for them.
 */
public final class Replan {

    private static final Set<Kpi> SHOWN = EnumSet.of(
            Kpi.REVENUE,
            Kpi.NEW_DEALS,
            Kpi.REPEAT_DEALS,
            Kpi.LEADS,
            Kpi.CONTACTS,
            Kpi.TRAFFIC,
            Kpi.TRAFFIC_COST,
            Kpi.CONTRIBUTION,
            Kpi.PROFIT);

    private final Plan original;
    private final Plan plan;
    private final PlanDocument document;
    private final List<YearMonth> left;

    private Replan(Plan original, Plan plan, PlanDocument document, List<YearMonth> left) {
        this.original = original;
        this.plan = plan;
        this.document = document;
        this.left = left;
    }

    /**
     * Plans the months that are left.
     *
     * @param plan the plan so far
     * @param actuals what happened
     * @return the plan for the months after the last that the actuals count, or why they cannot make up for the past: the
     *     goal it names is what is left of the plan's
     * @throws IllegalArgumentException if the actuals do not fit the plan, see {@link Actuals#requireFits}, no month is
     *     left, or a target of one product or tier has months on both sides
     */
    public static Outcome<Replan> of(Plan plan, Actuals actuals) {
        KnownNumbers known = ActualsReading.of(plan, actuals);
        Side before = Side.ofPlan(plan, known.cells);
        Side after = Side.ofFact(plan, known, before);
        List<YearMonth> months = plan.constants().horizon().all();
        List<YearMonth> left = months.subList(known.cells.months, months.size());
        if (left.isEmpty()) {
            throw new IllegalArgumentException("Replan.actuals must leave a month of the plan, but were through "
                    + actuals.lastMonth() + ", its last.");
        }
        if (isAsPlanned(before, after, plan.goal().measure())) {
            return new Outcome.Reached<>(new Replan(plan, plan, plan.document(), left));
        }
        PlanDocument rest = rest(plan, actuals, after, left);
        return rest.outcome()
                .fold(
                        reached -> new Outcome.Reached<>(new Replan(plan, reached, rest, left)),
                        refusal -> new Unreachable<>(refusal.goal(), refusal.nearest(), refusal.obstacles()));
    }

    private static boolean isAsPlanned(Side before, Side after, FinancialGoal.Measure measure) {
        return Arrays.equals(before.funnel.leads, after.funnel.leads)
                && Arrays.equals(before.deals.byMonth, after.deals.byMonth)
                && IntStream.range(0, before.cells.products)
                        .allMatch(p -> before.customers[p].isLike(after.customers[p]))
                && soFar(before, measure).compareTo(soFar(after, measure)) == 0;
    }

    /** What of the goal needs no more to be reached: of customers at the end, nobody. */
    private static BigDecimal soFar(Side side, FinancialGoal.Measure measure) {
        return measure == FinancialGoal.Measure.CUSTOMERS ? BigDecimal.ZERO : Verdict.total(side, measure.kpi());
    }

    private static PlanDocument rest(Plan plan, Actuals actuals, Side fact, List<YearMonth> left) {
        FinancialGoal goal = plan.goal();
        PlanningConstants constants = plan.constants().withHorizon(Horizon.ofMonths(left.get(0), left.size()));
        Position opening = new PositionOfFacts(plan, fact).at(left.get(0));
        return new PlanDocument(
                goal.withAmount(goal.amount().subtract(soFar(fact, goal.measure())))
                        .withAfterHorizon(afterHorizon(plan, left.get(0))),
                constants,
                opening,
                plan.pins().stream()
                        .filter(pin -> !pin.month().isBefore(left.get(0)))
                        .toList(),
                new TargetsLeft(plan, actuals, fact).from(left.get(0)));
    }

    /** The dues of the plan so far stand, as far as a lead of the months that are left can still make them. */
    private static AfterHorizon afterHorizon(Plan plan, YearMonth first) {
        return plan.goal().afterHorizon() instanceof AfterHorizon.Stops stops
                ? stops
                : new AfterHorizon.Listed(plan.dueAfterHorizon().stream()
                        .filter(due -> !due.month().isBefore(first.plusMonths(cycle(plan, due.product()))))
                        .toList());
    }

    /** Months before the first deal of a lead can be due; deals that come over months are ordered as far as leads can make them. */
    private static long cycle(Plan plan, String product) {
        SalesCycle cycle = plan.constants().process(product).cycle();
        return cycle.spreads() ? 0 : cycle.lastAge();
    }

    /**
     * The plan so far.
     *
     * @return the plan that was replanned, as it was
     */
    public Plan original() {
        return original;
    }

    /**
     * The plan for the months that are left.
     *
     * @return the new plan; the original itself where what happened is just what was planned
     */
    public Plan plan() {
        return plan;
    }

    /**
     * What the new plan is made from, to keep as a {@link PlanVersion}.
     *
     * @return its goal, constants, opening position and pins
     */
    public PlanDocument document() {
        return document;
    }

    /**
     * The months that are left.
     *
     * @return the months after the last that the actuals count
     */
    public List<YearMonth> monthsLeft() {
        return left;
    }

    /**
     * The old plan beside the new, norm by norm, in the months that are left.
     *
     * @return the norms of single months that differ
     */
    public PlanComparison comparison() {
        List<PlanComparison.Difference> differences = new ArrayList<>();
        if (plan != original) {
            for (Norm norm : plan.norms()) {
                Scope scope = norm.scope();
                if (scope.month() != null) {
                    Norm before = original.norm(norm.kpi(), scope);
                    if (before == null || !before.value().isSameNumberAs(norm.value())) {
                        differences.add(new PlanComparison.Difference(
                                norm.kpi(), scope, before == null ? null : before.value(), norm.value()));
                    }
                }
            }
        }
        return new PlanComparison(
                differences, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * What the months that are left are to bring.
     *
     * @param kpi a count or money that flows
     * @param before what they were to bring by the plan so far
     * @param after what they are to bring now
     */
    public record Change(Kpi kpi, NormValue before, NormValue after) {

        public Change {
            Required.present(kpi, "Change.kpi");
            Required.present(before, "Change.before");
            Required.present(after, "Change.after");
        }

        /** As the differences of plans are written. */
        @DocumentForm.Written
        PlanComparison.Difference difference() {
            return new PlanComparison.Difference(kpi, Scope.all(), before, after);
        }
    }

    /**
     * The old plan beside the new, all months that are left together.
     *
     * @return traffic, contacts, leads, deals, revenue, contribution, traffic cost and profit
     */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (Kpi kpi : SHOWN) {
            changes.add(new Change(kpi, rest(original, kpi), rest(plan, kpi)));
        }
        return changes;
    }

    private NormValue rest(Plan of, Kpi kpi) {
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month : left) {
            NormValue value =
                    Objects.requireNonNull(of.norm(kpi, Scope.month(month))).value();
            sum = sum.add(
                    value instanceof NormValue.Amount amount ? amount.amount() : new BigDecimal(value.numerator()));
        }
        return kpi.isMoney() ? new NormValue.Amount(sum) : new NormValue.Count(sum.longValueExact());
    }

    /** As it is written: what the months that are left are to bring, and the plan for them. */
    private record View(List<YearMonth> monthsLeft, List<Change> changes, Plan plan) {}

    @DocumentForm.Written
    View view() {
        return new View(left, changes(), plan);
    }

    /** The old plan beside the new, all months that are left together. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%s to %s%n", left.get(0), left.get(left.size() - 1)));
        for (Change change : changes()) {
            text.append(String.format(
                    Locale.ROOT, "%-14s %18s -> %18s%n", change.kpi().label(), change.before(), change.after()));
        }
        return text.toString();
    }
}
