package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a norm has to come to beside the goal: customers at the end, a revenue by quarter, deals of a product. One number of new
 * deals reaches the goal and meets all targets ({@link Planner#withTargets}).
 *
 * <p>In a document a target stands with the months and names of its scope, such as
 * {@code {kpi: revenue, month: 2027-01, through: 2027-03, atLeast: 100000}}.
 *
 * @param kpi which norm: revenue, contribution, profit, deals, new or repeat deals, or the current base
 * @param scope over what; a base is that at the end of its months
 * @param atLeast how much, in the plan's currency, or how many, a whole number; a profit or contribution may be below 0
 */
public record Target(Kpi kpi, Scope scope, BigDecimal atLeast) {

    private static final Set<Kpi> BROUGHT_BY_DEALS = Collections.unmodifiableSet(EnumSet.of(
            Kpi.REVENUE, Kpi.CONTRIBUTION, Kpi.PROFIT, Kpi.DEALS, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.BASE));

    public Target {
        if (!BROUGHT_BY_DEALS.contains(Required.present(kpi, "Target.kpi"))) {
            throw new IllegalArgumentException(
                    "Target.kpi must be a norm that deals bring (revenue, contribution, profit,"
                            + " deals, new deals, repeat deals, current base), but was " + kpi.label() + ".");
        }
        if (!Required.present(scope, "Target.scope").isOf(kpi)) {
            throw new IllegalArgumentException(
                    "Target.scope must be one that " + kpi.label() + " has a norm for, but was " + scope + ".");
        }
        atLeast = Amounts.normalised(atLeast, "Target.atLeast");
        if (!kpi.isMoney() && atLeast.scale() > 0) {
            throw new IllegalArgumentException("Target.atLeast must be a whole number, as " + kpi.label()
                    + " are counted, but was " + atLeast.toPlainString() + ".");
        }
    }

    /** As a document has it: what the scope leaves open is left out. */
    @DocumentForm.GivenOnly
    private record Document(
            Kpi kpi,
            @Nullable YearMonth month,
            @Nullable YearMonth through,
            @Nullable String product,
            @Nullable String channel,
            @Nullable SalesTier tier,
            BigDecimal atLeast)
            implements DocumentPart {}

    @DocumentForm.Read
    static Target of(Document given) {
        Scope scope = new Scope(given.month, given.through, given.product, given.channel, given.tier);
        return new Target(given.kpi, scope, given.atLeast);
    }

    @DocumentForm.Written
    Document document() {
        return new Document(
                kpi, scope.month(), scope.through(), scope.product(), scope.channel(), scope.tier(), atLeast);
    }

    /**
     * What a norm has to come to.
     *
     * @param kpi which norm
     * @param scope over what
     * @param atLeast how much or how many, a plain number
     * @return the target
     * @throws IllegalArgumentException if the norm is none that deals bring, has no such scope, or the text is no number
     */
    public static Target of(Kpi kpi, Scope scope, String atLeast) {
        return new Target(kpi, scope, Amounts.parse(atLeast, "Target.atLeast"));
    }

    /**
     * Customers of all products at the end of the plan.
     *
     * @param count how many
     * @return the target
     */
    public static Target customers(long count) {
        return new Target(Kpi.BASE, Scope.all(), BigDecimal.valueOf(count));
    }

    @Override
    public String toString() {
        return kpi.label() + " · " + scope + " of at least " + atLeast.toPlainString();
    }
}
