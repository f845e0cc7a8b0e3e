package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.CostPerVisit;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * One month, "crm" at 1,000 with a unit cost of 300, 20 % of the leads become deals, 5 % of the visits contacts and 40 % of these
 * leads, a visit costs 1: 100 deals are 500 leads, 1,250 contacts, 25,000 visits; 70,000 less 25,000 are 45,000.
 */
class SensitivityTest {

    private final Plan plan = Planner.withDefaults()
            .plan(
                    SettledGoal.profit("45000"),
                    SmallBusiness.constants().withChannel("site", each -> each.withCost(CostPerVisit.of("1"))),
                    SmallBusiness.NOTHING)
            .orThrow();

    private final Sensitivity tenth = Sensitivity.of(plan, Rate.percent(10));

    private Sensitivity.Swing of(Driver<?> driver) {
        return Objects.requireNonNull(tenth.drivers().get(driver));
    }

    private static Sensitivity.Effect effect(String profit, long deals, String cost) {
        return new Sensitivity.Effect(new BigDecimal(profit), deals, new BigDecimal(cost));
    }

    @Test
    void aTenthOfThePriceIsATenthOfTheRevenue() {
        assertThat(of(Driver.price("crm")))
                .isEqualTo(new Sensitivity.Swing(effect("-10000", 0, "0"), effect("10000", 0, "0")));
    }

    @Test
    void aTenthOfAConversionIsATenthOfTheDeals() {
        Sensitivity.Swing tenDeals = new Sensitivity.Swing(effect("-7000", -10, "0"), effect("7000", 10, "0"));
        assertThat(of(Driver.managerConversion(
                        plan.constants().assortment().product("crm").tier())))
                .isEqualTo(tenDeals);
        assertThat(of(Driver.siteConversion("site"))).isEqualTo(tenDeals);
    }

    @Test
    void theThreePillarsStandSideBySide() {
        assertThat(Objects.requireNonNull(tenth.pillars().get(Pillar.PRODUCT)).less())
                .isEqualTo(effect("-10000", 0, "0"));
        // 2,500 visits fewer are not paid for
        assertThat(Objects.requireNonNull(tenth.pillars().get(Pillar.TRAFFIC)).less())
                .isEqualTo(effect("-4500", -10, "-2500"));
        assertThat(Objects.requireNonNull(tenth.pillars().get(Pillar.SALES)).less())
                .isEqualTo(effect("-7000", -10, "0"));
    }

    @Test
    void whatMovesProfitMostComesFirst() {
        assertThat(tenth.ranked())
                .extracting(Object::toString)
                .containsExactly(
                        "price[crm]",
                        "siteConversion[site]",
                        "warmUpRate[site]",
                        "managerConversion[CONSULTATIVE]",
                        "unitCost[crm]",
                        "costPerVisit[site]");
    }

    @Test
    void plannedAnewAWorseConversionTakesMoreTraffic() {
        // a deal brings 700 less 250 / 0.9: 107 deals, 595 leads at 18 %, 29,750 visits
        Sensitivity anew = Sensitivity.replanned(plan, Planner.withDefaults(), Rate.percent(10));
        Sensitivity.Effect less = Objects.requireNonNull(Objects.requireNonNull(anew.drivers()
                        .get(Driver.managerConversion(
                                plan.constants().assortment().product("crm").tier())))
                .less());
        assertThat(less).isEqualTo(effect("150", 7, "4750"));
        assertThat(anew.pillars()).doesNotContainKey(Pillar.TRAFFIC);
    }

    @Test
    void aConversionThatCannotBeATenthMoreIsAbsent() {
        Plan certain = Planner.withDefaults()
                .plan(
                        plan.goal(),
                        plan.constants().withChannel("site", each -> each.withWarmUpRate(Rate.percent(95))),
                        plan.opening())
                .orThrow();
        Sensitivity.Swing swing = Objects.requireNonNull(
                Sensitivity.of(certain, Rate.percent(10)).drivers().get(Driver.warmUpRate("site")));
        assertThat(swing.more()).isNull();
        assertThat(swing.less()).isNotNull();
    }

    @Test
    void aShareWithoutAFiniteDecimalIsRefused() {
        assertThatThrownBy(() -> Sensitivity.of(plan, Rate.of(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Sensitivity.change must have a finite decimal expansion, so that amounts stay exact, but was 1/3."
                                + " Perhaps Rate.percent(10) was meant.");
    }

    /** A tenth more visits than the channel's curve brings at any spend: that is no effect, and no failure either. */
    @Test
    void trafficThatNoSpendBringsHasNoEffect() {
        Plan plan = WrittenPlans.task(53_400).outcome().orThrow();
        assertThat(Objects.requireNonNull(
                                Sensitivity.of(plan, Rate.percent(10)).pillars().get(Pillar.TRAFFIC))
                        .more())
                .isNull();
    }
}
