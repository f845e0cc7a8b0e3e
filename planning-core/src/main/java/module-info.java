import org.jspecify.annotations.NullMarked;

/**
 * Planning: one plan for marketing and sales, from a profit goal to whole-number norms that both departments share, and
 * that add up.
 *
 * <h2>Where to begin</h2>
 *
 * <ol>
 *   <li>{@link io.github.planningmath.plan.PlanningConstants#builder()} takes what both departments plan on:
 *       {@linkplain io.github.planningmath.product.Product#builder products},
 *       {@linkplain io.github.planningmath.traffic.Channel#builder channels}, and by tier the
 *       {@linkplain io.github.planningmath.sales.SalesProcess#builder() way from lead to deal}.
 *   <li>{@link io.github.planningmath.plan.Planner#withDefaults()} makes a {@link io.github.planningmath.plan.Plan} of them, a
 *       {@link io.github.planningmath.plan.FinancialGoal} and the {@link io.github.planningmath.plan.Position} to start from;
 *       or it says why there is none, {@link io.github.planningmath.plan.Unreachable}.
 *   <li>The plan has the {@link io.github.planningmath.plan.Norm} of every
 *       {@link io.github.planningmath.kpi.Kpi} and {@link io.github.planningmath.plan.Scope}, and
 *       {@linkplain io.github.planningmath.plan.Plan#explain explains} each.
 *   <li>When a month is over, {@link io.github.planningmath.review.Verdict} says of plan and
 *       {@link io.github.planningmath.review.Actuals} whose side the gap lies on, and
 *       {@link io.github.planningmath.review.Replan} plans the rest.
 * </ol>
 *
 * <p>Around the plan: {@link io.github.planningmath.lifetime.BuyerModel} (what a customer is worth),
 * {@link io.github.planningmath.allocation.BudgetAllocation} (where money goes),
 * {@link io.github.planningmath.staffing.SalesTeam} (whom it takes), {@link io.github.planningmath.resource.Bottleneck} (what
 * binds), {@link io.github.planningmath.accord.Accord} (who owes what to whom).
 *
 * <p>What calculates holds no state and begins with {@code withDefaults()}. What can fail for good reason returns a sealed result with
 * {@code orThrow()} and {@code fold(...)}. {@code BigDecimal} is money, {@code long} a count,
 * {@link io.github.planningmath.quantity.Rate} and {@link io.github.planningmath.quantity.Ratio} are exact, {@code double} is a
 * statistic.
 *
 * <p>The packages are listed in dependency order: each imports only from those above it.
 */
// Immutables names its module in the manifest only; it is not there at run time.
// Jackson is there only for who uses it, and then reads and writes documents by what is not public as well.
@SuppressWarnings({"requires-automatic", "module"})
@NullMarked
module io.github.planningmath.core {
    requires static transitive org.jspecify;
    requires static com.fasterxml.jackson.annotation;
    requires static org.immutables.value.annotations;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.sampling;

    exports io.github.planningmath.quantity;
    exports io.github.planningmath.traffic;
    exports io.github.planningmath.sales;
    exports io.github.planningmath.product;
    exports io.github.planningmath.kpi;
    exports io.github.planningmath.allocation;
    exports io.github.planningmath.lifetime;
    exports io.github.planningmath.plan;
    exports io.github.planningmath.staffing;
    exports io.github.planningmath.resource;
    exports io.github.planningmath.review;
    exports io.github.planningmath.evidence;
    exports io.github.planningmath.accord;
    exports io.github.planningmath.risk;

    opens io.github.planningmath.quantity to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.traffic to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.sales to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.product to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.kpi to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.allocation to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.lifetime to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.plan to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.staffing to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.resource to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.review to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.evidence to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.accord to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.github.planningmath.risk to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
}
