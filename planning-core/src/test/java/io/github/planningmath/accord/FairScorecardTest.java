package io.github.planningmath.accord;

import static io.github.planningmath.accord.Agreed.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Fulfilment;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What both heads would sign: each is judged by what is theirs. */
class FairScorecardTest {

    /** A tier without managers beside one with them; every visit costs 1 and a deal 300. */
    private static Plan plan() {
        Channel site = Channel.builder("site")
                .approach(MarketingApproach.MASS)
                .siteConversion("10%")
                .warmUpRate("50%")
                .costPerVisit("1")
                .build();
        SalesProcess process = SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"));
        PlanningConstants constants = PlanningConstants.builder()
                .currency("EUR")
                .horizon(Horizon.ofMonths(JANUARY, 1))
                .product(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300"), "50%")
                .product(Product.of("pens", SalesTier.TRANSACTIONAL, "1000", "300"), "50%")
                .channel(site)
                .tier(SalesTier.CONSULTATIVE, process)
                .tier(SalesTier.TRANSACTIONAL, process)
                .build();
        return Planner.withDefaults()
                .plan(SettledGoal.revenue("20000"), constants, Position.empty(JANUARY))
                .orThrow();
    }

    /** Planned are 1,000 visits and 10 deals of each. Twice the visits came, at the planned price, and half the deals of crm. */
    private static Actuals facts() {
        return Actuals.from(List.of(
                cell("crm", 5).withVariableCost(new BigDecimal("1500")),
                cell("pens", 10).withVariableCost(new BigDecimal("3001"))));
    }

    private static Actuals.Cell cell(String product, long deals) {
        return Actuals.Cell.of(JANUARY, product, "site")
                .withVisits(2_000L)
                .withTrafficCost(new BigDecimal("2000"))
                .withContacts(100L)
                .withLeads(50L)
                .withNewDeals(deals)
                .withRepeatDeals(0L);
    }

    private final Scorecard scorecard = Scorecard.of(Accord.of(plan()), facts(), AccordFacts.none());

    @Test
    void theManagerConversionIsToldByTierUnderItsOwner() {
        assertThat(scorecard.sales().norms())
                .filteredOn(norm -> norm.kpi() == Kpi.MANAGER_CONVERSION)
                .extracting(norm -> norm.scope().tier() + " " + norm.fact() + " " + norm.met())
                .containsExactly("CONSULTATIVE 0.1 false");
        assertThat(scorecard.marketing().norms())
                .filteredOn(norm -> norm.kpi() == Kpi.MANAGER_CONVERSION)
                .extracting(norm -> norm.scope().tier() + " " + norm.fact() + " " + norm.met())
                .containsExactly("TRANSACTIONAL 0.2 true");
        assertThat(scorecard.together()).extracting(Fulfilment::kpi).doesNotContain(Kpi.MANAGER_CONVERSION);
    }

    @Test
    void costsAreHeldAgainstTheVolumeThatCame() {
        Fulfilment traffic = norm(Kpi.TRAFFIC_COST);
        assertThat(traffic.planned()).isEqualTo(4_000);
        assertThat(traffic.met()).isTrue();
        Fulfilment variable = norm(Kpi.VARIABLE_COST);
        assertThat(variable.planned()).isEqualTo(15 * 300);
        assertThat(variable.fact()).isEqualTo(4_501);
        assertThat(variable.met()).isFalse();
    }

    private Fulfilment norm(Kpi kpi) {
        return scorecard.marketing().norms().stream()
                .filter(norm -> norm.kpi() == kpi)
                .findFirst()
                .orElseThrow();
    }

    /** 100 leads are the norm of the month. */
    @Test
    void aPromiseOfLeadsIsHeldAgainstTheNorm() {
        LeadDelivery tooFew = new LeadDelivery("few", 10L, Rate.percent(50));
        LeadDelivery byNorm = LeadDelivery.ofNorm("leads", Rate.percent(50));
        Accord accord = Accord.of(plan(), tooFew, byNorm);
        assertThat(accord.shortLevels())
                .extracting(Accord.ShortLevel::toString)
                .containsExactly("few promises 10 leads in 2027-01, and the norm is 100");
        List<ServiceScore> scores = Scorecard.of(
                        accord,
                        facts(),
                        new AccordFacts(
                                List.of(),
                                List.of(
                                        new ServiceFact("few", JANUARY, 80L, 80L),
                                        new ServiceFact("leads", JANUARY, 80L, 80L))))
                .marketing()
                .serviceLevels();
        assertThat(scores)
                .extracting(score -> score.months().get(0).judgement())
                .containsExactly(Judgement.MET, Judgement.MISSED);
        assertThat(scores.get(1).months().get(0).attainment()).hasToString("80%");
        assertThat(Labels.of(java.util.Locale.ENGLISH).of(byNorm))
                .isEqualTo("leads by the norm of each month, 50% of them accepted");
    }
}
