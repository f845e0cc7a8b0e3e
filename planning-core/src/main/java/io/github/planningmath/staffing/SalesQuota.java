package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Counts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Mix;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What each manager is to sell, month by month: quotas that add up to the plan times the over-assignment, to the deal and to
 * the minor unit.
 *
 * <p>All quotas through a month's end are {@code plan through that month * factor}, rounded up where that is no whole number,
 * and are split by Webster's method; a month is a difference. So nobody's quota falls when the plan grows, and no month-end
 * is behind the plan.
 *
 * @param overAssignment how much more than the plan is handed out
 * @param quotas each manager and month once
 */
public record SalesQuota(OverAssignment overAssignment, List<Quota> quotas) {

    /**
     * The quota of a manager in a month.
     *
     * @param manager the manager's name
     * @param month the month
     * @param deals deals, new and repeat
     * @param revenue what they bring
     */
    public record Quota(String manager, YearMonth month, Long deals, BigDecimal revenue) {

        public Quota {
            Required.name(manager, "Quota.manager");
            Required.present(month, "Quota.month");
            Required.count(deals, "Quota.deals");
            revenue = Amounts.notNegative(revenue, "Quota.revenue");
        }
    }

    public SalesQuota {
        Required.present(overAssignment, "SalesQuota.overAssignment");
        quotas = Required.list(quotas, "SalesQuota.quotas");
        Required.distinct(
                quotas.stream()
                        .map(quota -> List.of(quota.manager(), quota.month()))
                        .toList(),
                "SalesQuota.quotas");
    }

    /**
     * Splits a plan over managers.
     *
     * @param plan the plan
     * @param scope what the managers sell: a tier, a product, or all; no month and no channel
     * @param managers each manager's share
     * @param overAssignment how much more than the plan is handed out
     * @return the quotas, months first, managers in their order
     * @throws IllegalArgumentException if the scope has a month or a channel
     */
    public static SalesQuota of(Plan plan, Scope scope, Mix<String> managers, OverAssignment overAssignment) {
        if (scope.month() != null || scope.channel() != null) {
            throw new IllegalArgumentException(
                    "SalesQuota.scope must leave month and channel open, but was " + scope + ".");
        }
        Currency currency = plan.constants().currency();
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        Map<String, Long> noDeals = managers.apportion(0);
        Map<String, Long> dealsBefore = noDeals;
        Map<String, Long> unitsBefore = noDeals;
        long deals = 0;
        BigDecimal revenue = BigDecimal.ZERO;
        List<Quota> quotas = new ArrayList<>();
        for (YearMonth month : plan.constants().horizon().all()) {
            deals = Math.addExact(deals, plan.deals(scope.in(month)));
            revenue = revenue.add(plan.revenue(scope.in(month)));
            Map<String, Long> dealsThen = managers.apportion(overAssignment.quota(deals));
            Map<String, Long> unitsThen = managers.apportion(overAssignment
                    .quota(revenue, currency)
                    .movePointRight(digits)
                    .longValueExact());
            for (String manager : managers.parts()) {
                quotas.add(new Quota(
                        manager,
                        month,
                        dealsThen.getOrDefault(manager, 0L) - dealsBefore.getOrDefault(manager, 0L),
                        BigDecimal.valueOf(
                                unitsThen.getOrDefault(manager, 0L) - unitsBefore.getOrDefault(manager, 0L), digits)));
            }
            dealsBefore = dealsThen;
            unitsBefore = unitsThen;
        }
        return new SalesQuota(overAssignment, quotas);
    }

    /**
     * All deals handed out.
     *
     * @return the sum of the quotas
     */
    public long deals() {
        return Counts.sum(quotas, Quota::deals, "SalesQuota.deals");
    }

    /**
     * All revenue handed out.
     *
     * @return the sum of the quotas
     */
    public BigDecimal revenue() {
        return revenue(quota -> true);
    }

    /**
     * The deals of one manager.
     *
     * @param manager a name
     * @return the sum of the manager's quotas
     * @throws IllegalArgumentException if nobody has that name
     */
    public long deals(String manager) {
        return Counts.sum(of(manager), Quota::deals, "SalesQuota.deals");
    }

    /**
     * The revenue of one manager.
     *
     * @param manager a name
     * @return the sum of the manager's quotas
     * @throws IllegalArgumentException if nobody has that name
     */
    public BigDecimal revenue(String manager) {
        of(manager);
        return revenue(quota -> quota.manager().equals(manager));
    }

    private List<Quota> of(String manager) {
        List<Quota> own =
                quotas.stream().filter(quota -> quota.manager().equals(manager)).toList();
        if (own.isEmpty()) {
            throw new IllegalArgumentException("SalesQuota.manager must be one of "
                    + quotas.stream().map(Quota::manager).distinct().toList() + ", but was " + manager + ".");
        }
        return own;
    }

    private BigDecimal revenue(Predicate<Quota> which) {
        return Amounts.plain(
                quotas.stream().filter(which).map(Quota::revenue).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
