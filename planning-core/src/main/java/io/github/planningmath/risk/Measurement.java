package io.github.planningmath.risk;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.review.Elapsed;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What of a plan is summed up: a key figure over some months, perhaps of one product, channel or tier.
 *
 * @param kpi a count or a sum of money
 * @param scope products, channels and tiers; its month does not count
 * @param from the first month, counted from the plan's first
 * @param to the last month, at least that
 */
record Measurement(Kpi kpi, Scope scope, int from, int to) {

    /** How far a visit must come to count. */
    enum Stage {
        VISIT,
        CONTACT,
        LEAD,
        OPEN_LEAD,
        DEAL
    }

    /**
     * A norm of the plan.
     *
     * @throws IllegalArgumentException if it is none, or neither a count nor a sum of money
     */
    static Measurement of(Exposure exposure, Kpi kpi, Scope scope) {
        Required.present(kpi, "PlanRisk.kpi");
        Required.present(scope, "PlanRisk.scope");
        stage(kpi);
        Measurement measurement = inMonths(exposure, kpi, scope);
        exposure.plan().norm(kpi, scope);
        return measurement;
    }

    /** A key figure over the months of its scope. */
    private static Measurement inMonths(Exposure exposure, Kpi kpi, Scope scope) {
        YearMonth month = scope.month();
        YearMonth through = scope.through();
        if (month == null) {
            return new Measurement(kpi, scope, 0, exposure.months() - 1);
        }
        int first = exposure.month(month);
        return new Measurement(kpi, scope, first, through == null ? first : exposure.month(through));
    }

    /** The same from the plan's start through a month. */
    Measurement through(int month) {
        return new Measurement(kpi, scope, 0, month);
    }

    Stage stage() {
        return stage(kpi);
    }

    private static Stage stage(Kpi kpi) {
        return switch (kpi) {
            case TRAFFIC, TRAFFIC_COST -> Stage.VISIT;
            case CONTACTS -> Stage.CONTACT;
            case LEADS -> Stage.LEAD;
            case OPEN_LEADS -> Stage.OPEN_LEAD;
            case NEW_DEALS,
                    REPEAT_DEALS,
                    DEALS,
                    BASE,
                    CUSTOMERS_KEPT,
                    CUSTOMERS_LOST,
                    REVENUE,
                    VARIABLE_COST,
                    CONTRIBUTION,
                    PROFIT -> Stage.DEAL;
            case STAGE_ENTRIES,
                    AVERAGE_CHECK,
                    MARKET_PENETRATION,
                    SITE_CONVERSION,
                    WARM_UP_RATE,
                    MANAGER_CONVERSION,
                    RETENTION_RATE,
                    REPEAT_RATE,
                    RECURRING_REVENUE,
                    NET_REVENUE_RETENTION,
                    GROSS_REVENUE_RETENTION ->
                throw new IllegalArgumentException("PlanRisk.kpi must be a count or a sum of money, but was "
                        + kpi.label() + ". Perhaps "
                        + (kpi == Kpi.AVERAGE_CHECK || kpi == Kpi.RECURRING_REVENUE ? "revenue" : "new deals")
                        + " was meant.");
        };
    }

    boolean isMoney() {
        return kpi.isMoney();
    }

    boolean has(int month) {
        return month >= from && month <= to;
    }

    boolean has(Exposure.ProductTerms product) {
        return (scope.product() == null || scope.product().equals(product.name()))
                && (scope.tier() == null || scope.tier() == product.tier());
    }

    boolean has(String channel) {
        return scope.channel() == null || scope.channel().equals(channel);
    }

    /** What each new deal of a product brings in a month. */
    double perDeal(Exposure.ProductTerms product, int month, double[] draws) {
        return perDeal(product.newDeals(), month, draws);
    }

    /** What each repeat deal of a product brings in a month. */
    double perRepeat(Exposure.ProductTerms product, int month, double[] draws) {
        return perDeal(product.repeatDeals(), month, draws);
    }

    private double perDeal(Exposure.DealTerms deal, int month, double[] draws) {
        return switch (kpi) {
            case REVENUE -> deal.price().at(month, draws);
            case VARIABLE_COST ->
                deal.unitCost().at(month, draws)
                        + deal.price().at(month, draws) * deal.commission().at(month, draws);
            case CONTRIBUTION, PROFIT ->
                deal.price().at(month, draws) * (1 - deal.commission().at(month, draws))
                        - deal.unitCost().at(month, draws);
            default -> 1;
        };
    }

    /** Whether what each deal brings is drawn. */
    boolean isDrawn(Exposure.ProductTerms product) {
        return isDrawn(product.newDeals()) || isDrawn(product.repeatDeals());
    }

    private boolean isDrawn(Exposure.DealTerms deal) {
        return switch (kpi) {
            case REVENUE -> deal.price().isDrawn();
            case VARIABLE_COST, CONTRIBUTION, PROFIT ->
                deal.price().isDrawn()
                        || deal.unitCost().isDrawn()
                        || deal.commission().isDrawn();
            default -> false;
        };
    }

    /** Whether it is the same in every month, of new deals and of repeat deals. */
    boolean isSteady(Exposure.ProductTerms product) {
        return !isMoney() || (isSteady(product.newDeals()) && product.newDeals().equals(product.repeatDeals()));
    }

    private static boolean isSteady(Exposure.DealTerms deal) {
        return deal.price().isSteady()
                && deal.unitCost().isSteady()
                && deal.commission().isSteady();
    }

    /** What a deal of a lead is worth, of what each deal brings. */
    double ofNewDeal(int month, double perDeal) {
        return switch (kpi) {
            case REPEAT_DEALS, CUSTOMERS_KEPT, CUSTOMERS_LOST -> 0;
            case BASE -> month == to ? 1 : 0;
            default -> perDeal;
        };
    }

    double ofRepeatDeal(double perDeal) {
        return switch (kpi) {
            case NEW_DEALS, BASE, CUSTOMERS_KEPT, CUSTOMERS_LOST -> 0;
            default -> perDeal;
        };
    }

    /** What a customer is worth who stays for another month. */
    double ofStaying(int month) {
        return kpi == Kpi.CUSTOMERS_KEPT || (kpi == Kpi.BASE && month == to) ? 1 : 0;
    }

    double ofLeaving() {
        return kpi == Kpi.CUSTOMERS_LOST ? 1 : 0;
    }

    /** What is decided already, on the constants of the plan: costs with a minus, visits. */
    BigDecimal decided(Plan plan, Exposure exposure) {
        BigDecimal sum = past(exposure);
        for (int month = Math.max(from, exposure.start()); month <= to; month++) {
            Scope one = scope.in(exposure.month(month));
            sum = switch (kpi) {
                case PROFIT -> sum.add(plan.profit(one)).subtract(plan.contribution(one));
                case TRAFFIC_COST -> sum.add(plan.trafficCost(one));
                case TRAFFIC -> sum.add(BigDecimal.valueOf(plan.traffic(one)));
                default -> sum;
            };
        }
        return kpi == Kpi.OPEN_LEADS ? BigDecimal.valueOf(waiting(exposure)) : sum;
    }

    /** What came of it in the months that are over; nothing of a stock that is still to move. */
    private BigDecimal past(Exposure exposure) {
        Elapsed elapsed = exposure.elapsed();
        int last = Math.min(to, exposure.start() - 1);
        if (elapsed == null || from > last || (last < to && (kpi == Kpi.BASE || kpi == Kpi.OPEN_LEADS))) {
            return BigDecimal.ZERO;
        }
        boolean isAll = from == 0 && last == exposure.start() - 1;
        YearMonth first = isAll ? null : exposure.month(from);
        YearMonth through = isAll || last == from ? null : exposure.month(last);
        return elapsed.total(kpi, new Scope(first, through, scope.product(), scope.channel(), scope.tier()));
    }

    /** Leads of the opening position that are still open at the end. */
    private long waiting(Exposure exposure) {
        long waiting = 0;
        for (Exposure.OpenLeads leads : exposure.openLeads()) {
            if (leads.isOpenAfter(to) && has(exposure.products().get(leads.product())) && has(leads.channel())) {
                waiting += leads.count();
            }
        }
        return waiting;
    }

    /** How a channel's price of visits enters, and fixed costs: −1 as a cost of the profit, 1 as a cost that is summed up. */
    int signOfTrafficCost() {
        return kpi == Kpi.PROFIT ? -1 : kpi == Kpi.TRAFFIC_COST ? 1 : 0;
    }
}
