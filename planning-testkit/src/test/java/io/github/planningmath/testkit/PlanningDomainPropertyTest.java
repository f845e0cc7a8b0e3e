package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.Leads;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(PlanningDomain.class)
class PlanningDomainPropertyTest {

    @Property
    void numbersReadAsTheyPrint(@ForAll Rate rate, @ForAll Ratio ratio) {
        assertThat(Rate.parse(rate.toString())).isEqualTo(rate);
        assertThat(Ratio.parse(ratio.toString())).isEqualTo(ratio);
    }

    @Property
    void sharesAddUpToOne(@ForAll Mix<String> mix, @ForAll ChannelMix channels) {
        assertThat(mix.shares().values().stream().reduce(Ratio.ZERO, Ratio::plus))
                .isEqualTo(Ratio.ONE);
        assertThat(channels.toMix().shares().values().stream().reduce(Ratio.ZERO, Ratio::plus))
                .isEqualTo(Ratio.ONE);
    }

    @Property
    void everyPartOfConstantsIsGenerated(
            @ForAll Horizon horizon,
            @ForAll Season season,
            @ForAll Assortment assortment,
            @ForAll Channel channel,
            @ForAll SalesProcess process,
            @ForAll FixedCosts fixedCosts,
            @ForAll PeopleCost peopleCost,
            @ForAll Ownership ownership) {
        assertThat(List.of(horizon, season, assortment, channel, process, fixedCosts, peopleCost, ownership))
                .doesNotContainNull();
    }

    @Property
    void everyCellIsGenerated(
            @ForAll Traffic traffic,
            @ForAll Leads leads,
            @ForAll Position position,
            @ForAll Pin pin,
            @ForAll Scope scope) {
        assertThat(List.of(traffic, leads, position, pin, scope)).doesNotContainNull();
    }

    @Property
    void noVisitsCostNothingAndRetentionIsAShare(@ForAll TrafficCost cost, @ForAll RepeatBehaviour behaviour) {
        assertThat(cost.cost(0)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(behaviour.retention(3)).isBetween(Ratio.ZERO, Ratio.ONE);
    }

    @Property
    void thePartsOfADocumentFitEachOther(@ForAll PlanDocument document) {
        PlanningConstants constants = document.constants();
        assertThat(document.opening().opens()).isEqualTo(constants.horizon().first());
        if (document.goal().afterHorizon() instanceof AfterHorizon.Listed listed) {
            for (AfterHorizon.DealsDue due : listed.deals()) {
                assertThat(constants.assortment().product(due.product())).isNotNull();
            }
        }
    }
}
