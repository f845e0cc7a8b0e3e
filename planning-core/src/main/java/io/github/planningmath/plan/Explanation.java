package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.COUNT;
import static io.github.planningmath.plan.Derivation.Kind.RATIO;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.traffic.Channel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the derivations of a plan's norms: the same steps as the plan's, with the numbers in them. Here counts are
 * summed over a scope and related to each other.
 */
final class Explanation {

    private final Projection projection;
    private final Business business;
    private final long[][] contacts;
    private final CountExplanation counts;
    private final CustomerExplanation customers;
    private final MoneyExplanation money;

    Explanation(Projection projection, @Nullable Cascade cascade, long[][] contacts) {
        this.projection = projection;
        this.business = projection.business();
        this.contacts = contacts;
        counts = new CountExplanation(projection, cascade);
        customers = new CustomerExplanation(business, counts);
        money = new MoneyExplanation(projection, this);
    }

    Derivation of(Kpi kpi, Scope scope) {
        return switch (kpi) {
            case TRAFFIC -> overCells(kpi, scope, counts::visitsThrough);
            case CONTACTS -> overCells(kpi, scope, counts::contactsThrough);
            case LEADS -> overCells(kpi, scope, counts::leadsThrough);
            case OPEN_LEADS -> openLeads(scope);
            case NEW_DEALS -> overProducts(kpi, scope, counts::dealsThrough);
            case REPEAT_DEALS -> overProducts(kpi, scope, customers::repeatsThrough);
            case DEALS -> deals(scope);
            case BASE -> base(scope);
            case REVENUE -> money.revenue(scope);
            case CONTRIBUTION -> money.contribution(scope);
            case VARIABLE_COST -> money.variableCost(scope);
            case AVERAGE_CHECK -> money.averageCheck(scope);
            case TRAFFIC_COST -> money.trafficCost(scope);
            case PROFIT -> money.profit(scope);
            case SITE_CONVERSION -> conversion(kpi, scope, Kpi.CONTACTS, Kpi.TRAFFIC);
            case WARM_UP_RATE -> conversion(kpi, scope, Kpi.LEADS, Kpi.CONTACTS);
            case MANAGER_CONVERSION -> managerConversion(scope);
        };
    }

    /** A cumulative count of one product and channel through a month. */
    private interface CellThrough {
        Derivation of(ProductLine line, int channel, int month);
    }

    /** A cumulative count of one product through a month. */
    private interface ProductThrough {
        Derivation of(ProductLine line, int month);
    }

    private Derivation overCells(Kpi kpi, Scope scope, CellThrough through) {
        List<Derivation> terms = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            for (int c = 0; c < line.channels(); c++) {
                if (takes(scope, line, c)) {
                    int channel = c;
                    String label = kpi.label() + " of " + line.product().name() + " from "
                            + line.funnel().channels().get(c);
                    terms.add(counts.inMonth(label, scope.month(), month -> through.of(line, channel, month)));
                }
            }
        }
        return Calculated.sum(kpi.label() + " · " + scope, COUNT, terms);
    }

    private Derivation overProducts(Kpi kpi, Scope scope, ProductThrough through) {
        List<Derivation> terms = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            String label = kpi.label() + " of " + line.product().name();
            terms.add(counts.inMonth(label, scope.month(), month -> through.of(line, month)));
        }
        return Calculated.sum(kpi.label() + " · " + scope, COUNT, terms);
    }

    private boolean takes(Scope scope, ProductLine line, int c) {
        String channel = scope.channel();
        return channel == null || line.funnel().channels().get(c).equals(channel);
    }

    private Derivation deals(Scope scope) {
        return Calculated.of(
                Kpi.DEALS.label() + " · " + scope,
                COUNT,
                Operator.SUM,
                List.of(of(Kpi.NEW_DEALS, scope), of(Kpi.REPEAT_DEALS, scope)));
    }

    private Derivation openLeads(Scope scope) {
        List<Derivation> terms = new ArrayList<>();
        int index = lastMonth(scope);
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            for (int c = 0; c < line.channels(); c++) {
                if (takes(scope, line, c)) {
                    terms.addAll(counts.openLeads(line, c, index));
                }
            }
        }
        return Calculated.of(Kpi.OPEN_LEADS.label() + " · " + scope, COUNT, Operator.SUM, terms);
    }

    private Derivation base(Scope scope) {
        int month = lastMonth(scope);
        List<Derivation> terms = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            terms.add(customers.baseAtEndOf(line, month));
        }
        return Calculated.sum(Kpi.BASE.label() + " · " + scope, COUNT, terms);
    }

    private int lastMonth(Scope scope) {
        YearMonth month = scope.month();
        return month == null ? business.months() - 1 : business.horizon().indexOf(month);
    }

    private Derivation conversion(Kpi kpi, Scope scope, Kpi part, Kpi whole) {
        String channel = scope.channel();
        if (channel != null) {
            Channel constant = business.constants().channel(channel);
            return Given.rate(
                    kpi.label() + " of " + channel,
                    kpi == Kpi.SITE_CONVERSION ? constant.siteConversion() : constant.warmUpRate());
        }
        return Calculated.of(
                kpi.label() + " · " + scope, RATIO, Operator.OVER, List.of(of(part, scope), of(whole, scope)));
    }

    private Derivation managerConversion(Scope scope) {
        NormValue value = new Ledger(projection, contacts).value(Kpi.MANAGER_CONVERSION, scope);
        if (value instanceof NormValue.Conversion constant) {
            return Given.rate(Kpi.MANAGER_CONVERSION.label() + " · " + scope, constant.rate());
        }
        List<Derivation> due = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            for (int c = 0; c < line.channels(); c++) {
                due.add(counts.leadsDue(line, c, scope.month()));
            }
        }
        return Calculated.of(
                Kpi.MANAGER_CONVERSION.label() + " · " + scope,
                RATIO,
                Operator.OVER,
                List.of(of(Kpi.NEW_DEALS, scope), Calculated.sum("leads due", COUNT, due)));
    }
}
