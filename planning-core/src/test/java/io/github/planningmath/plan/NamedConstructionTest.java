package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Packaging;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is built part by part is what its constructor makes. */
class NamedConstructionTest {

    private static Channel.Builder site() {
        return Channel.builder("site")
                .approach(MarketingApproach.INDUSTRY)
                .siteConversion("2.5%")
                .warmUpRate("40%")
                .costPerVisit("0.8");
    }

    private static Product crm() {
        return Product.builder("crm")
                .tier(SalesTier.CONSULTATIVE)
                .price("1200")
                .unitCost("300")
                .build();
    }

    private static SalesProcess selling() {
        return SalesProcess.builder()
                .managerConversion("20%")
                .conversion("calls", "30%")
                .cycleMonths(2)
                .channel("site", "60%")
                .channel("calls", "40%")
                .build();
    }

    @Test
    void aChannelHasWhatItWasGiven() {
        Channel expected = new Channel(
                "site", MarketingApproach.INDUSTRY, Rate.of(1, 40), Rate.of(2, 5), CostPerVisit.of("0.8"), 40_000L);
        assertThat(site().visitCeiling(40_000).build()).isEqualTo(expected);
        assertThat(site().build()).isEqualTo(expected.withVisitCeiling(null));
    }

    @Test
    void aProductHasWhatItWasGiven() {
        assertThat(crm()).isEqualTo(Product.of("crm", SalesTier.CONSULTATIVE, "1200", "300"));
        Product full = Product.builder("crm")
                .tier(SalesTier.STRATEGIC)
                .price(new BigDecimal("1200"))
                .unitCost(new BigDecimal("300"))
                .commission("10%")
                .repeat("95%", "10%")
                .packaging("call recording", "control", "more sales")
                .build();
        assertThat(full)
                .isEqualTo(new Product(
                        "crm",
                        SalesTier.STRATEGIC,
                        new BigDecimal("1200"),
                        new BigDecimal("300"),
                        Rate.percent(10),
                        new ConstantRepeat(Ratio.percent(95), Ratio.percent(10)),
                        null,
                        List.of(new Packaging("call recording", "control", "more sales")),
                        null));
    }

    @Test
    void aProcessHasWhatItWasGiven() {
        ChannelMix mix = ChannelMix.of("site", Rate.percent(60), "calls", Rate.percent(40));
        assertThat(selling())
                .isEqualTo(new SalesProcess(
                        Rate.percent(20), Map.of("calls", Rate.percent(30)), SalesCycle.months(2), mix));
        assertThat(SalesProcess.builder()
                        .managerConversion(Rate.percent(20))
                        .cycleMonths(0)
                        .channel("mail", "100%")
                        .channels(mix)
                        .build())
                .isEqualTo(SalesProcess.of(Rate.percent(20), 0, mix));
    }

    @Test
    void constantsHaveWhatTheyWereGiven() {
        Product erp = Product.of("erp", SalesTier.CONSULTATIVE, "9000", "0");
        Channel calls = new Channel("calls", MarketingApproach.MASS, Rate.ONE, Rate.ONE, CostPerVisit.of("1"), null);
        PlanningConstants built = PlanningConstants.builder()
                .currency("EUR")
                .horizon(Horizon.year(2027))
                .product(crm(), "75%")
                .product(erp, "25%")
                .channel(site().build())
                .channel(calls)
                .tier(SalesTier.CONSULTATIVE, selling())
                .fixedCosts(FixedCosts.perMonth("8000"))
                .build();
        assertThat(built)
                .isEqualTo(new PlanningConstants(
                        Currency.getInstance("EUR"),
                        Horizon.year(2027),
                        Season.even(),
                        new Assortment(
                                List.of(crm(), erp),
                                new Mix<>(Map.of("crm", Ratio.percent(75), "erp", Ratio.percent(25)))),
                        List.of(site().build(), calls),
                        Map.of(SalesTier.CONSULTATIVE, selling()),
                        FixedCosts.perMonth("8000"),
                        Payroll.none(),
                        Ownership.withDefaults(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of()));
    }

    @Test
    void aMissingPartIsNamed() {
        assertThatThrownBy(() -> Channel.builder("site")
                        .approach(MarketingApproach.MASS)
                        .siteConversion("2.5%")
                        .costPerVisit("0.8")
                        .build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Channel.warmUpRate must be given, but was null.");
        assertThatThrownBy(() -> Product.builder("crm")
                        .tier(SalesTier.STRATEGIC)
                        .price("1")
                        .build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Product.unitCost must be given, but was null.");
        assertThatThrownBy(() -> SalesProcess.builder().managerConversion("20%").build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("SalesProcess.cycle must be given, but was null.");
        assertThatThrownBy(() -> PlanningConstants.builder().currency("EUR").build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("PlanningConstants.horizon must be given, but was null.");
    }

    @Test
    void whatIsNamedTwiceIsRefused() {
        assertThatThrownBy(() -> SalesProcess.builder().channel("site", "50%").channel("site", "50%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SalesProcess.channels must name a channel once, but was given site twice.");
        assertThatThrownBy(
                        () -> SalesProcess.builder().conversion("site", "50%").conversion("site", "40%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SalesProcess.conversionByChannel must name a channel once, but was given site twice.");
        assertThatThrownBy(() -> PlanningConstants.builder()
                        .tier(SalesTier.CONSULTATIVE, selling())
                        .tier(SalesTier.CONSULTATIVE, selling()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PlanningConstants.tiers must name a tier once, but was given CONSULTATIVE twice.");
    }
}
