package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.TextTable;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.ValueToCost;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.UnitEconomics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** How many customers there could be, and what each brings for life against what winning one costs. */
final class EconomicsSheet {

    private static final DiscountRate DISCOUNT = DiscountRate.annual("15%");

    private EconomicsSheet() {}

    static Sheet of(Plan plan) {
        String currency = plan.constants().currency().getCurrencyCode();
        TextTable table = new TextTable(
                List.of("for life, at " + DISCOUNT),
                List.of("LTV, " + currency, "CAC, " + currency, "LTV : CAC", "payback, months", "of its market"));
        for (UnitEconomics economics : UnitEconomics.of(plan, DISCOUNT)) {
            Norm taken = plan.norm(Kpi.MARKET_PENETRATION, Scope.all().product(economics.product()));
            Double cost = economics.acquisitionCost();
            ValueToCost ratio = economics.valueToCost();
            table.row(
                    List.of(economics.product()),
                    List.of(
                            Figures.money(BigDecimal.valueOf(economics.lifetimeValue())),
                            cost == null ? Figures.NONE : Figures.money(BigDecimal.valueOf(cost)),
                            ratio == null ? Figures.NONE : String.format(Locale.ROOT, "%.1f", ratio.ratio()),
                            payback(economics),
                            Figures.of(taken == null ? null : taken.value())));
        }
        return new Sheet("How many customers, and how much for life", List.of(table.text()));
    }

    private static String payback(UnitEconomics economics) {
        return economics.payback() == null
                ? Figures.NONE
                : economics.payback().fold(back -> Figures.count(back.periods()), never -> "never");
    }
}
