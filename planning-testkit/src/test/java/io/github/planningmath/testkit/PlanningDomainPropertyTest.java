package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.Leads;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

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
    void everyPartOfASaleIsGenerated(
            @ForAll SalesCycle cycle, @ForAll Subscription subscription, @ForAll Renewal renewal) {
        assertThat(cycle.from(0)).isEqualTo(Ratio.ONE);
        assertThat(subscription.retention(0)).isLessThanOrEqualTo(Ratio.ONE);
        assertThat(Stream.of(renewal.price(), renewal.unitCost(), renewal.commission()))
                .anyMatch(Objects::nonNull);
    }

    /** Whatever makes a business more than one conversion and one cycle a tier is drawn, again and again. */
    @Property(tries = 300)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void noKindOfConstantsIsLeftOut(@ForAll PlanningConstants constants) {
        covers(
                "deals that come over months",
                constants,
                each -> ofProducts(
                        each, product -> each.process(product.name()).cycle().spreads()));
        covers("a mix that changes", constants, each -> changes(each, Driver.Kind.CHANNEL_MIX));
        covers("a conversion that changes", constants, each -> changes(each, Driver.Kind.MANAGER_CONVERSION));
        covers(
                "a process of a product's own",
                constants,
                each -> !each.processByProduct().isEmpty());
        covers(
                "a season of a product's own",
                constants,
                each -> !each.seasonByProduct().isEmpty());
        covers(
                "a market that is known",
                constants,
                each -> !each.potentialByProduct().isEmpty());
        covers("terms of renewal", constants, each -> ofProducts(each, product -> product.renewal() != null));
        covers(
                "subscriptions",
                constants,
                each -> ofProducts(each, product -> product.repeat() instanceof Subscription));
        covers(
                "a product that loses money",
                constants,
                each -> ofProducts(each, product -> product.contribution().signum() < 0));
    }

    private static boolean ofProducts(PlanningConstants constants, Predicate<Product> predicate) {
        return constants.assortment().products().stream().anyMatch(predicate);
    }

    private static boolean changes(PlanningConstants constants, Driver.Kind kind) {
        return constants.changes().stream().anyMatch(change -> change.driver() == kind);
    }

    private static void covers(String what, PlanningConstants constants, Predicate<PlanningConstants> is) {
        Statistics.label(what)
                .collect(is.test(constants))
                .coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 1));
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
