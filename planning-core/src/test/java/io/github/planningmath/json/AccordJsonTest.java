package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.planningmath.accord.AccordFacts;
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
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.traffic.TrafficCost;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
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
