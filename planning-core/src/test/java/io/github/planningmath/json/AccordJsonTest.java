package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.ConstantsDifference;
import io.github.planningmath.accord.ContactAttempts;
import io.github.planningmath.accord.FirstResponse;
import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.accord.LeadFeedback;
import io.github.planningmath.accord.Obligation;
import io.github.planningmath.accord.ObligationFact;
import io.github.planningmath.accord.ServiceFact;
import io.github.planningmath.accord.ServiceLevel;
import io.github.planningmath.allocation.CurveCost;
import io.github.planningmath.allocation.MichaelisMenten;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import io.github.planningmath.traffic.TrafficCost;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What departments agree on, and what a channel costs by a curve, as documents. */
class AccordJsonTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = DocumentMappers.jackson3()
            .rebuild()
            .registerSubtypes(CurveCost.class)
            .build();

    static {
        JACKSON_2.registerSubtypes(CurveCost.class);
    }

    private static <T> void bothWays(T value, Class<T> type) throws IOException {
        for (String text : List.of(JACKSON_2.writeValueAsString(value), JACKSON_3.writeValueAsString(value))) {
            assertThat(JACKSON_2.readValue(text, type)).isEqualTo(value);
            assertThat(JACKSON_3.readValue(text, type)).isEqualTo(value);
        }
    }

    @Test
    void obligationsGoBothWays() throws IOException {
        for (Obligation obligation : Obligation.standard()) {
            bothWays(obligation, Obligation.class);
        }
    }

    @Test
    void serviceLevelsGoBothWays() throws IOException {
        for (ServiceLevel level : List.of(
                new LeadDelivery("leads", 300L, Rate.percent(80)),
                new FirstResponse("response", Ratio.of(1, 4), Rate.percent(90)),
                new ContactAttempts("attempts", 5, Rate.ONE),
                new LeadFeedback("feedback", Rate.of(2, 3)))) {
            bothWays(level, ServiceLevel.class);
        }
    }

    @Test
    void factsGoBothWays() throws IOException {
        bothWays(
                new AccordFacts(
                        List.of(new ObligationFact("surveys", JANUARY, 1L, 0L)),
                        List.of(new ServiceFact("leads", JANUARY, 10L, 9L))),
                AccordFacts.class);
    }

    /** What each side plans on is its document: read back it differs by the same mix, and the difference goes both ways too. */
    @Test
    void aDifferenceOfMixesGoesBothWays() throws IOException {
        PlanDocument marketing = mixed("50%", "50%");
        PlanDocument sales = mixed("30%", "70%");
        bothWays(marketing, PlanDocument.class);
        List<ConstantsDifference> differences = ConstantsDifference.between(marketing.constants(), sales.constants());
        assertThat(differences).hasSize(2);
        for (ConstantsDifference difference : differences) {
            bothWays(difference, ConstantsDifference.class);
        }
        PlanDocument read = JACKSON_2.readValue(JACKSON_3.writeValueAsString(sales), PlanDocument.class);
        assertThat(ConstantsDifference.between(marketing.constants(), read.constants()))
                .isEqualTo(differences);
    }

    private static PlanDocument mixed(String site, String ads) {
        ChannelMix mix = ChannelMix.of("site", Rate.parse(site), "ads", Rate.parse(ads));
        PlanningConstants constants = PlanningConstants.of(
                        "EUR",
                        Horizon.ofMonths(JANUARY, 3),
                        Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1200", "300")),
                        List.of(channel("site"), channel("ads")),
                        Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, mix)))
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withCycle(SalesCycle.of("40%", "35%", "15%", "10%"))
                                .withChannels(ChannelMix.of("site", Rate.percent(60), "ads", Rate.percent(40))))
                .from(JANUARY.plusMonths(1), Driver.channelMix(SalesTier.CONSULTATIVE), mix);
        return new PlanDocument(FinancialGoal.profit("1000"), constants, Position.empty(JANUARY), List.of(), List.of());
    }

    private static Channel channel(String name) {
        return new Channel(
                name, MarketingApproach.INDUSTRY, Rate.percent(10), Rate.percent(50), CostPerVisit.of("1"), null);
    }

    @Test
    void aServiceLevelNamesItsType() throws IOException {
        assertThat(JACKSON_2.readValue("""
                        {"type": "first-response", "name": "response", "hours": "1/4", "share": "90%"}""", ServiceLevel.class))
                .isEqualTo(new FirstResponse("response", Ratio.of(1, 4), Rate.percent(90)));
    }

    @Test
    void costsByACurveGoBothWays() throws IOException {
        bothWays(CurveCost.of(new MichaelisMenten(5000.0, 1000.0)), TrafficCost.class);
    }
}
