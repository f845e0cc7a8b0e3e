package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeJsonTest {

    private static final YearMonth JULY = YearMonth.of(2027, 7);
    private static final Map<String, Change> ROWS = Map.of(
            "{\"from\":\"2027-07\",\"driver\":\"price\",\"product\":\"crm\",\"value\":1300.123456789012345678}",
            new Change.AmountOfProduct(JULY, Driver.Kind.PRICE, "crm", new BigDecimal("1300.123456789012345678")),
            "{\"from\":\"2027-07\",\"driver\":\"unitCost\",\"product\":\"crm\",\"value\":300}",
            new Change.AmountOfProduct(JULY, Driver.Kind.UNIT_COST, "crm", new BigDecimal("300")),
            "{\"from\":\"2027-07\",\"driver\":\"commission\",\"product\":\"crm\",\"value\":\"2.5%\"}",
            new Change.ShareOfProduct(JULY, Driver.Kind.COMMISSION, "crm", Rate.percent("2.5")),
            "{\"from\":\"2027-07\",\"driver\":\"costPerVisit\",\"channel\":\"site\",\"value\":0.35}",
            new Change.AmountOfChannel(JULY, Driver.Kind.COST_PER_VISIT, "site", new BigDecimal("0.35")),
            "{\"from\":\"2027-07\",\"driver\":\"siteConversion\",\"channel\":\"site\",\"value\":\"2%\"}",
            new Change.ShareOfChannel(JULY, Driver.Kind.SITE_CONVERSION, "site", Rate.percent(2)),
            "{\"from\":\"2027-07\",\"driver\":\"warmUpRate\",\"channel\":\"site\",\"value\":\"37/1213\"}",
            new Change.ShareOfChannel(JULY, Driver.Kind.WARM_UP_RATE, "site", Rate.of(37, 1213)),
            "{\"from\":\"2027-07\",\"driver\":\"visitCeiling\",\"channel\":\"site\",\"value\":2000}",
            new Change.CountOfChannel(JULY, Driver.Kind.VISIT_CEILING, "site", 2_000L),
            "{\"from\":\"2027-07\",\"driver\":\"retention\",\"product\":\"crm\",\"value\":\"97%\"}",
            new Change.RateOfCustomers(JULY, Driver.Kind.RETENTION, "crm", Ratio.percent(97)),
            "{\"from\":\"2027-07\",\"driver\":\"repeatBehaviour\",\"product\":\"crm\","
                    + "\"value\":{\"type\":\"constant\",\"retention\":\"97%\",\"repeat\":\"1.2\"}}",
            new Change.BehaviourOfCustomers(
                    JULY,
                    Driver.Kind.REPEAT_BEHAVIOUR,
                    "crm",
                    new ConstantRepeat(Ratio.percent(97), Ratio.percent(120))),
            "{\"from\":\"2027-07\",\"driver\":\"fixedCosts\",\"value\":{\"amount\":9000,\"per\":\"MONTH\"}}",
            new Change.CostsOfTheHouse(JULY, Driver.Kind.FIXED_COSTS, FixedCosts.perMonth("9000")));

    @Test
    void aRowIsReadAsItIsWrittenByJackson2() throws JsonProcessingException {
        var mapper = DocumentMappers.jackson2();
        for (Map.Entry<String, Change> row : ROWS.entrySet()) {
            assertThat(mapper.writeValueAsString(row.getValue())).isEqualTo(row.getKey());
            assertThat(mapper.readValue(row.getKey(), Change.class)).isEqualTo(row.getValue());
        }
        assertThat(mapper.writerFor(mapper.getTypeFactory().constructCollectionType(List.class, Change.class))
                        .writeValueAsString(List.copyOf(ROWS.values())))
                .contains(ROWS.keySet());
    }

    @Test
    void aRowIsReadAsItIsWrittenByJackson3() {
        var mapper = DocumentMappers.jackson3();
        for (Map.Entry<String, Change> row : ROWS.entrySet()) {
            assertThat(mapper.writeValueAsString(row.getValue())).isEqualTo(row.getKey());
            assertThat(mapper.readValue(row.getKey(), Change.class)).isEqualTo(row.getValue());
        }
    }

    @Test
    void aRowOfWhatCannotChangeIsNotRead() {
        String cycle = "{\"from\":\"2027-07\",\"driver\":\"salesCycle\",\"product\":\"crm\",\"value\":2}";
        assertThatThrownBy(() -> DocumentMappers.jackson2().readValue(cycle, Change.class))
                .hasMessageContaining("salesCycle")
                .hasMessageContaining(
                        "commission, costPerVisit, fixedCosts, managerConversion, price, productConversion, repeatBehaviour, repeatRate,"
                                + " retention,"
                                + " siteConversion, unitCost, visitCeiling, warmUpRate");
    }
}
