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
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeJsonTest {

    private static final YearMonth JULY = YearMonth.of(2027, 7);
    private static final ChannelMix MIX = ChannelMix.of("site", Rate.percent(60), "ads", Rate.percent(40));
    private static final Map<String, Change> ROWS = Map.ofEntries(
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"price\",\"product\":\"crm\",\"value\":1300.123456789012345678}",
                    new Change.AmountOfProduct(
                            JULY, Driver.Kind.PRICE, "crm", new BigDecimal("1300.123456789012345678"))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"unitCost\",\"product\":\"crm\",\"value\":300}",
                    new Change.AmountOfProduct(JULY, Driver.Kind.UNIT_COST, "crm", new BigDecimal("300"))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"commission\",\"product\":\"crm\",\"value\":\"2.5%\"}",
                    new Change.ShareOfProduct(JULY, Driver.Kind.COMMISSION, "crm", Rate.percent("2.5"))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"costPerVisit\",\"channel\":\"site\",\"value\":0.35}",
                    new Change.AmountOfChannel(JULY, Driver.Kind.COST_PER_VISIT, "site", new BigDecimal("0.35"))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"siteConversion\",\"channel\":\"site\",\"value\":\"2%\"}",
                    new Change.ShareOfChannel(JULY, Driver.Kind.SITE_CONVERSION, "site", Rate.percent(2))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"warmUpRate\",\"channel\":\"site\",\"value\":\"37/1213\"}",
                    new Change.ShareOfChannel(JULY, Driver.Kind.WARM_UP_RATE, "site", Rate.of(37, 1213))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"visitCeiling\",\"channel\":\"site\",\"value\":2000}",
                    new Change.CountOfChannel(JULY, Driver.Kind.VISIT_CEILING, "site", 2_000L)),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"retention\",\"product\":\"crm\",\"value\":\"97%\"}",
                    new Change.RateOfCustomers(JULY, Driver.Kind.RETENTION, "crm", Ratio.percent(97))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"repeatBehaviour\",\"product\":\"crm\","
                            + "\"value\":{\"type\":\"constant\",\"retention\":\"97%\",\"repeat\":\"1.2\"}}",
                    new Change.BehaviourOfCustomers(
                            JULY,
                            Driver.Kind.REPEAT_BEHAVIOUR,
                            "crm",
                            new ConstantRepeat(Ratio.percent(97), Ratio.percent(120)))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"fixedCosts\",\"value\":{\"amount\":9000,\"per\":\"MONTH\"}}",
                    new Change.CostsOfTheHouse(JULY, Driver.Kind.FIXED_COSTS, FixedCosts.perMonth("9000"))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"renewalPrice\",\"product\":\"crm\",\"value\":990.5}",
                    new Change.AmountOfProduct(JULY, Driver.Kind.RENEWAL_PRICE, "crm", new BigDecimal("990.5"))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"renewalUnitCost\",\"product\":\"crm\",\"value\":40}",
                    new Change.AmountOfProduct(JULY, Driver.Kind.RENEWAL_UNIT_COST, "crm", new BigDecimal("40"))),
            Map.entry(
                    "{\"from\":\"2027-07\",\"driver\":\"renewalCommission\",\"product\":\"crm\",\"value\":\"0%\"}",
                    new Change.RateOfCustomers(JULY, Driver.Kind.RENEWAL_COMMISSION, "crm", Ratio.ZERO)));

    /** Of processes. */
    private static final Map<String, Change> ROWS_OF_PROCESSES = Map.of(
            "{\"from\":\"2027-07\",\"driver\":\"channelMix\",\"tier\":\"CONSULTATIVE\",\"value\":{\"site\":\"60%\",\"ads\":\"40%\"}}",
            new Change.MixOfTier(JULY, Driver.Kind.CHANNEL_MIX, SalesTier.CONSULTATIVE, MIX),
            "{\"from\":\"2027-07\",\"driver\":\"productChannelMix\",\"product\":\"crm\",\"value\":{\"site\":\"60%\",\"ads\":\"40%\"}}",
            new Change.MixOfProduct(JULY, Driver.Kind.PRODUCT_CHANNEL_MIX, "crm", MIX),
            "{\"from\":\"2027-07\",\"driver\":\"productConversion\",\"product\":\"crm\",\"channel\":\"ads\",\"value\":\"30%\"}",
            new Change.RateOfProduct(JULY, Driver.Kind.PRODUCT_CONVERSION, "crm", "ads", Rate.percent(30)));

    private static Map<String, Change> all() {
        Map<String, Change> all = new LinkedHashMap<>(ROWS);
        all.putAll(ROWS_OF_PROCESSES);
        return all;
    }

    @Test
    void aRowIsReadAsItIsWrittenByJackson2() throws JsonProcessingException {
        var mapper = DocumentMappers.jackson2();
        for (Map.Entry<String, Change> row : all().entrySet()) {
            assertThat(mapper.writeValueAsString(row.getValue())).isEqualTo(row.getKey());
            assertThat(mapper.readValue(row.getKey(), Change.class)).isEqualTo(row.getValue());
        }
        assertThat(mapper.writerFor(mapper.getTypeFactory().constructCollectionType(List.class, Change.class))
                        .writeValueAsString(List.copyOf(all().values())))
                .contains(all().keySet());
    }

    @Test
    void aRowIsReadAsItIsWrittenByJackson3() {
        var mapper = DocumentMappers.jackson3();
        for (Map.Entry<String, Change> row : all().entrySet()) {
            assertThat(mapper.writeValueAsString(row.getValue())).isEqualTo(row.getKey());
            assertThat(mapper.readValue(row.getKey(), Change.class)).isEqualTo(row.getValue());
        }
    }

    @Test
    void sharesThatAreNotAllAreNotRead() {
        String half =
                "{\"from\":\"2027-07\",\"driver\":\"channelMix\",\"tier\":\"CONSULTATIVE\",\"value\":{\"site\":\"60%\"}}";
        assertThatThrownBy(() -> DocumentMappers.jackson2().readValue(half, Change.class))
                .hasMessageContaining(
                        "ChannelMix.shares must sum to 1, but was 60%. Perhaps ChannelMix.ofWeights was meant.");
    }

    @Test
    void aRowOfWhatCannotChangeIsNotRead() {
        String cycle = "{\"from\":\"2027-07\",\"driver\":\"salesCycle\",\"product\":\"crm\",\"value\":2}";
        assertThatThrownBy(() -> DocumentMappers.jackson2().readValue(cycle, Change.class))
                .hasMessageContaining("salesCycle")
                .hasMessageContaining(
                        "channelMix, commission, costPerVisit, fixedCosts, managerConversion, price, productChannelMix,"
                                + " productConversion, productStageConversion, renewalCommission, renewalPrice, renewalUnitCost, repeatBehaviour, repeatRate,"
                                + " retention,"
                                + " siteConversion, stageConversion, unitCost, visitCeiling, warmUpRate");
    }
}
