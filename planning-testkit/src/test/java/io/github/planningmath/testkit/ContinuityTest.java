package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Season;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the law of continuity has found. */
class ContinuityTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Test
    void whatIsLeftOverOfAChannelOutOfUseIsKept() {
        Position.Remainder halfAContact =
                new Position.Remainder(Position.Rounded.CONTACTS, "crm", "events", Ratio.of(1, 2));
        Position opening = new Position(JANUARY, List.of(), List.of(), List.of(), List.of(halfAContact));
        assertThat(Projection.of(constants(), opening, new Traffic(List.of()))
                        .closing()
                        .remainders())
                .containsExactly(halfAContact);
    }

    private static PlanningConstants constants() {
        Product product = new Product(
                "crm",
                SalesTier.CONSULTATIVE,
                BigDecimal.TEN,
                BigDecimal.ONE,
                null,
                RepeatBehaviour.none(),
                null,
                List.of(),
                null);
        return new PlanningConstants(
                Currency.getInstance("EUR"),
                Horizon.ofMonths(JANUARY, 1),
                Season.even(),
                Assortment.only(product),
                List.of(channel("site"), channel("events")),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))),
                FixedCosts.none(),
                Payroll.none(),
                Ownership.withDefaults(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    private static Channel channel(String name) {
        return new Channel(
                name, MarketingApproach.INDUSTRY, Rate.percent(10), Rate.percent(50), CostPerVisit.of("1"), null);
    }
}
