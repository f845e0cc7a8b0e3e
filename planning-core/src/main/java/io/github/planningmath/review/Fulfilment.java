package io.github.planningmath.review;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a norm is met: {@code fact / plan}, like for like: of both, only what the fact is known of.
 *
 * @param kpi which KPI
 * @param scope over what; an open month stands for all months of the review
 * @param planned what was planned, of that which the fact is known of; null where there is nothing of either
 * @param fact what happened; null where nothing is known
 * @param unknown in how many cells something was planned and the fact is not known
 * @param met whether the norm was met: at least as much as planned, or, of a cost and of customers lost, at most as much; told exactly, before planned
 *     and fact became statistics. Null where nothing is known, or nothing was planned and nothing done
 */
public record Fulfilment(
        Kpi kpi,
        Scope scope,
        @Nullable Double planned,
        @Nullable Double fact,
        Long unknown,
        @Nullable Boolean met) {

    public Fulfilment {
        Required.present(kpi, "Fulfilment.kpi");
        Required.present(scope, "Fulfilment.scope");
        Required.count(unknown, "Fulfilment.unknown");
        requireMet(kpi, planned, fact, met);
    }

    /** As it is written and read: what its scope leaves open is left out; the share follows from the rest. */
    @DocumentForm.GivenOnly
    private record Document(
            Kpi kpi,
            @Nullable YearMonth month,
            @Nullable YearMonth through,
            @Nullable String product,
            @Nullable String channel,
            @Nullable SalesTier tier,
            @Nullable Double planned,
            @Nullable Double fact,
            @Nullable Double share,
            Long unknown,
            @Nullable Boolean met) {}

    @DocumentForm.Read
    static Fulfilment of(Document given) {
        Scope scope = new Scope(given.month, given.through, given.product, given.channel, given.tier);
        return new Fulfilment(given.kpi, scope, given.planned, given.fact, given.unknown, given.met);
    }

    @DocumentForm.Written
    Document document() {
        return new Document(
                kpi,
                scope.month(),
                scope.through(),
                scope.product(),
                scope.channel(),
                scope.tier(),
                planned,
                fact,
                share(),
                unknown,
                met);
    }

    /** Where the statistics differ, they tell whether the norm is met. */
    private static void requireMet(Kpi kpi, @Nullable Double planned, @Nullable Double fact, @Nullable Boolean met) {
        boolean isKnown = planned != null && fact != null && !(planned == 0 && fact == 0);
        boolean isRight = isKnown == (met != null);
        if (isRight && planned != null && fact != null && met != null && !planned.equals(fact)) {
            isRight = met == isMet(kpi, Double.compare(fact, planned));
        }
        if (!isRight) {
            throw new IllegalArgumentException("Fulfilment.met must be what planned and fact, " + planned + " and "
                    + fact + ", say, but was " + met + ".");
        }
    }

    /**
     * The share of the norm that was met.
     *
     * @return {@code fact / planned}, a statistic; above 1 where more was done; null where nothing is known, or nothing
     *     above 0 was planned
     */
    public @Nullable Double share() {
        return planned == null || fact == null || !(planned > 0) ? null : fact / planned;
    }

    static Fulfilment of(Kpi kpi, Scope scope, BigDecimal planned, BigDecimal fact, long unknown) {
        boolean isNothing = planned.signum() == 0 && fact.signum() == 0;
        return new Fulfilment(
                kpi,
                scope,
                planned.doubleValue(),
                fact.doubleValue(),
                unknown,
                isNothing ? null : isMet(kpi, fact.compareTo(planned)));
    }

    /** Of a ratio that is planned as a part of a whole, and happened as those of a share. */
    static Fulfilment ofRatio(
            Kpi kpi, Scope scope, @Nullable BigDecimal part, @Nullable BigDecimal whole, LikeForLike.Share share) {
        BigDecimal happened = share.part().fact();
        BigDecimal of = share.whole().fact();
        Double planned = part == null || whole == null ? null : Double.valueOf(quotient(part, whole));
        Double fact =
                happened == null || of == null || of.signum() == 0 ? null : Double.valueOf(quotient(happened, of));
        Boolean met = null;
        if (part != null && whole != null && fact != null && happened != null && of != null) {
            boolean isNothing = part.signum() == 0 && happened.signum() == 0;
            met = isNothing
                    ? null
                    : Boolean.valueOf(isMet(kpi, happened.multiply(whole).compareTo(part.multiply(of))));
        }
        return new Fulfilment(kpi, scope, planned, fact, share.part().unknown(), met);
    }

    private static double quotient(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, MathContext.DECIMAL128).doubleValue();
    }

    private static boolean isMet(Kpi kpi, int factToPlan) {
        boolean isBurden = kpi == Kpi.TRAFFIC_COST || kpi == Kpi.VARIABLE_COST || kpi == Kpi.CUSTOMERS_LOST;
        return isBurden ? factToPlan <= 0 : factToPlan >= 0;
    }

    @Override
    public String toString() {
        Double share = share();
        return kpi.label() + " · " + scope + ": " + (share == null ? "none" : percent(share));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
