package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class NormsTest {

    private static final Scope ALL = Scope.all();

    private final AtomicInteger costsAsked = new AtomicInteger();

    private final Plan plan = plan(
            SettledGoal.revenue("30000"),
            months(constants(), 3)
                    .withChannels(List.of(
                            channel("site", "5%", "40%", "1").withCost(visits -> {
                                costsAsked.incrementAndGet();
                                return BigDecimal.valueOf(visits);
                            }),
                            channel("mail", "10%", "50%", "1")))
                    .withTier(
                            SalesTier.CONSULTATIVE,
                            process -> process.withChannels(ChannelMix.of("site", Rate.of(1, 2), "mail", Rate.of(1, 2)))
                                    .withConversion("mail", Rate.percent(10))),
            NOTHING);

    private void assertNarrowed(Norms narrowed, Predicate<Norm> wanted) {
        List<String> expected =
                plan.norms().stream().filter(wanted).map(Norm::toString).toList();
        assertThat(narrowed).extracting(Norm::toString).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void areNarrowedByEverythingThatTheyStandOver() {
        assertNarrowed(plan.norms().of(Kpi.LEADS), norm -> norm.kpi() == Kpi.LEADS);
        assertNarrowed(
                plan.norms().month(FEBRUARY),
                norm -> FEBRUARY.equals(norm.scope().month()));
        assertNarrowed(
                plan.norms().product("crm"), norm -> "crm".equals(norm.scope().product()));
        assertNarrowed(
                plan.norms().channel("mail"), norm -> "mail".equals(norm.scope().channel()));
        assertNarrowed(
                plan.norms().tier(SalesTier.CONSULTATIVE), norm -> norm.scope().tier() != null);
        assertNarrowed(plan.norms().of(Department.SALES), norm -> norm.owner() != Department.MARKETING);
        assertNarrowed(
                plan.norms().of(Kpi.LEADS).month(FEBRUARY).channel("site"),
                norm -> norm.kpi() == Kpi.LEADS
                        && FEBRUARY.equals(norm.scope().month())
                        && "site".equals(norm.scope().channel()));
    }

    @Test
    void ofTwoThingsAtOnceThereAreNone() {
        assertThat(plan.norms().of(Kpi.LEADS).of(Kpi.DEALS)).isEmpty();
        assertThat(plan.norms().month(JANUARY).month(FEBRUARY)).isEmpty();
        assertThat(plan.norms().product("erp")).isEmpty();
    }

    @Test
    void thatAreNotWantedAreNotMade() {
        costsAsked.set(0);
        assertThat(plan.norms().of(Kpi.LEADS).month(JANUARY).list()).hasSize(7);
        assertThat(costsAsked).hasValue(0);
        assertThat(plan.norms().of(Kpi.TRAFFIC_COST).month(JANUARY).list()).isNotEmpty();
        assertThat(costsAsked).doesNotHaveValue(0);
    }

    @Test
    void areDerivedWhenTheirInputsAreLookedInto() {
        costsAsked.set(0);
        Derivation contribution = plan.explain(Kpi.CONTRIBUTION, ALL);
        assertThat(contribution.evaluate()).isEqualTo(new NormValue.Amount(new BigDecimal("21000")));
        assertThat(costsAsked).hasValue(0);
    }

    @Test
    void thatStandOverTheSameCellsShareTheirDerivations() {
        Scope february = Scope.month(FEBRUARY).channel("site");
        Derivation leads = plan.explain(Kpi.LEADS, february);
        Derivation visits = plan.explain(Kpi.TRAFFIC, february);
        assertThat(visits.inputs().get(0).inputs().get(0))
                .isSameAs(leads.inputs().get(0));
        assertThat(leads.inputs()).isEqualTo(List.copyOf(leads.inputs())).isSameAs(leads.inputs());
        assertThat(leads)
                .isEqualTo(plan(plan.goal(), plan.constants(), NOTHING).explain(Kpi.LEADS, february))
                .hasSameHashCodeAs(plan.explain(Kpi.LEADS, february));
    }

    /** 30 deals of 1,000, 10 a month. */
    @Test
    void standInATableByMonthAndInOneByCell() {
        assertThat(plan.norms().of(Kpi.NEW_DEALS).byMonth().text().lines())
                .containsExactly(
                        "kpi,product,channel,tier,owner,2027-01,2027-02,2027-03,whole plan",
                        "new deals,,,,SALES,10,10,10,30",
                        "new deals,,,CONSULTATIVE,SALES,10,10,10,30",
                        "new deals,crm,,,SALES,10,10,10,30");
        assertThat(plan.norms().of(Kpi.NEW_DEALS).byCell().text().lines())
                .containsExactly(
                        "kpi,month,product,channel,tier,value,owner",
                        "new deals,2027-01,crm,,,10,SALES",
                        "new deals,2027-02,crm,,,10,SALES",
                        "new deals,2027-03,crm,,,10,SALES");
        assertThat(plan.norms()
                        .of(Kpi.WARM_UP_RATE)
                        .month(FEBRUARY)
                        .channel("mail")
                        .byMonth()
                        .text()
                        .lines())
                .containsExactly(
                        "kpi,product,channel,tier,owner,2027-02",
                        "warm-up rate,,mail,,MARKETING,0.5",
                        "warm-up rate,crm,mail,,MARKETING,0.5");
    }
}
