package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of docs/plan-document.md, both ways and through both Jacksons, and what is refused of it. */
class PlanDocumentJsonTest {

    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = DocumentMappers.jackson3();

    private static PlanDocument document() throws IOException {
        String page = Files.readString(Path.of("../docs/plan-document.md"));
        int start = page.indexOf("```yaml\n") + 8;
        String yaml = page.substring(start, page.indexOf("```", start));
        return DocumentMappers.strict(YAMLMapper.builder()).readValue(yaml, PlanDocument.class);
    }

    private static <T> void bothWays(T value, Class<T> type) throws IOException {
        String json = JACKSON_2.writeValueAsString(value);
        assertThat(JACKSON_2.readValue(json, type)).isEqualTo(value);
        String json3 = JACKSON_3.writeValueAsString(value);
        assertThat(JACKSON_3.readValue(json3, type)).isEqualTo(value);
        assertThat(JACKSON_3.readValue(json, type)).isEqualTo(value);
        assertThat(JACKSON_2.readValue(json3, type)).isEqualTo(value);
    }

    @Test
    void theDocumentOfTheGuideIsReadAndPlanned() throws IOException {
        Plan plan = document().outcome().orThrow();
        assertThat(plan.profit(Scope.all()))
                .isGreaterThanOrEqualTo(document().goal().amount());
        assertThat(plan.newDeals(Scope.month(YearMonth.of(2027, 2)))).isEqualTo(15);
    }

    @Test
    void documentsGoBothWays() throws IOException {
        bothWays(document(), PlanDocument.class);
    }

    @Test
    void aLaunchIsToldByItsKeys() throws IOException {
        Season launch = Season.launch(YearMonth.of(2027, 2), "20%", "100%");
        String json = "{\"from\":\"2027-02\",\"ramp\":[\"20%\",\"1\"]}";
        assertThat(JACKSON_2.writeValueAsString(launch)).isEqualTo(json);
        assertThat(JACKSON_3.writeValueAsString(launch)).isEqualTo(json);
        bothWays(document().constants().withSeason("crm", launch), PlanningConstants.class);
        bothWays(document().constants().season(), Season.class);
    }

    @Test
    void whatAPlanGivesGoesBothWays() throws IOException {
        Plan plan = document().outcome().orThrow();
        bothWays(plan.closing(), Position.class);
        assertThat(plan.closing().remainders()).isNotEmpty();
        bothWays(plan.traffic(), io.github.planningmath.traffic.Traffic.class);
        bothWays(plan.projection().leads(), io.github.planningmath.sales.Leads.class);
        bothWays(Scope.month(YearMonth.of(2027, 1)).product("crm").tier(SalesTier.CONSULTATIVE), Scope.class);
        Plan other = Planner.withDefaults()
                .plan(
                        plan.goal(),
                        plan.constants().withChannel("site", site -> site.withSiteConversion(Rate.percent(6))),
                        plan.opening())
                .orThrow();
        bothWays(plan.compare(other), PlanComparison.class);
    }

    @Test
    void ratesAreTextsAndAmountsArePlainNumbers() throws IOException {
        JsonNode json = JACKSON_2.valueToTree(document());
        assertThat(json.at("/constants/channels/0/siteConversion").asText()).isEqualTo("5%");
        assertThat(json.at("/constants/horizon/first").asText()).isEqualTo("2027-01");
        assertThat(JACKSON_2.writeValueAsString(SettledGoal.profit("1E+3"))).contains("\"amount\":1000,");
        assertThat(JACKSON_3.writeValueAsString(SettledGoal.profit("1E+3"))).contains("\"amount\":1000,");
        assertThat(JACKSON_3.writeValueAsString(
                        document().constants().channels().get(0).cost()))
                .isEqualTo("{\"type\":\"per-visit\",\"amount\":0.5}");
    }

    @Test
    void whatIsMarkedOptionalMayBeLeftOut() throws IOException {
        ObjectNode json = JACKSON_2.valueToTree(document());
        ((ObjectNode) json.at("/constants/channels/0")).remove("visitCeiling");
        ((ObjectNode) json.at("/constants/assortment/products/0")).remove("commission");
        ((ObjectNode) json.at("/constants")).remove(List.of("changes", "seasonByProduct"));
        PlanDocument read = JACKSON_2.treeToValue(json, PlanDocument.class);
        assertThat(read.constants().channel("site").visitCeiling()).isNull();
        assertThat(read.constants().assortment().product("crm").commission()).isNull();
        assertThat(read.constants().changes()).isEmpty();
        assertThat(read.constants().seasonByProduct()).isEmpty();
    }

    static Stream<Arguments> wrongDocuments() {
        return Stream.of(
                wrong(
                        "a missing number",
                        json -> at(json, "/constants/assortment/products/0").remove("price"),
                        "constants.assortment.products[0]",
                        "Product.price must be given, but was null."),
                wrong(
                        "a null count",
                        json -> at(json, "/opening/openLeads/0").putNull("count"),
                        "opening.openLeads[0]",
                        "OpenLeads.count must be given, but was null."),
                wrong(
                        "an unknown key",
                        json -> at(json, "/constants/channels/0").put("siteConversions", "5%"),
                        "constants.channels[0].siteConversions",
                        "Unrecognized field \"siteConversions\""),
                wrong(
                        "a rate above 1",
                        json -> at(json, "/constants/tiers/CONSULTATIVE").put("managerConversion", "35"),
                        "constants.tiers.CONSULTATIVE.managerConversion",
                        "Rate must be above 0 and at most 1, but was 35. Perhaps Rate.percent(35) was meant."),
                wrong(
                        "a price of 0",
                        json -> at(json, "/constants/assortment/products/0").put("price", 0),
                        "constants.assortment.products[0]",
                        "Product.price must be above 0, but was 0."),
                wrong(
                        "half a lead",
                        json -> at(json, "/opening/openLeads/0").put("count", 1.5),
                        "opening.openLeads[0].count",
                        "Cannot coerce Floating-point value (1.5)"),
                wrong(
                        "a text for a number",
                        json -> at(json, "/constants/assortment/products/0").put("price", "1000"),
                        "constants.assortment.products[0].price",
                        "Cannot coerce String value (\"1000\")"),
                wrong("no number at all", json -> at(json, "/goal").put("amount", "NaN"), "goal.amount", "BigDecimal"),
                wrong(
                        "a mix that leaves something over",
                        json -> at(json, "/constants/tiers/CONSULTATIVE/channels/shares")
                                .put("site", "90%"),
                        "constants.tiers.CONSULTATIVE.channels",
                        "ChannelMix.shares must sum to 1, but was 90%. Perhaps ChannelMix.ofWeights was meant."),
                wrong(
                        "a channel that nobody knows",
                        json -> {
                            at(json, "/constants/tiers/CONSULTATIVE/channels/shares")
                                    .remove("site");
                            at(json, "/constants/tiers/CONSULTATIVE/channels/shares")
                                    .put("fair", "100%");
                        },
                        "constants",
                        "PlanningConstants.tiers.CONSULTATIVE.channels must name a known channel (site), but was fair."),
                wrong(
                        "a channel that is given twice",
                        json -> {
                            ArrayNode channels = (ArrayNode) json.at("/constants/channels");
                            channels.add(channels.get(0).deepCopy());
                        },
                        "constants",
                        "PlanningConstants.channels must be given once each, but was given twice: site."),
                wrong(
                        "a measure by its number",
                        json -> at(json, "/goal").put("measure", 0),
                        "goal.measure",
                        "FinancialGoal$Measure"),
                wrong(
                        "a horizon without months",
                        json -> at(json, "/constants/horizon").put("months", 0),
                        "constants.horizon",
                        "Horizon.months must be from 1 to 600, but was 0."));
    }

    private static ObjectNode at(ObjectNode json, String pointer) {
        return (ObjectNode) json.at(pointer);
    }

    private static Arguments wrong(String what, Consumer<ObjectNode> change, String path, String rule) {
        return Arguments.of(what, change, path, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDocuments")
    void aWrongDocumentIsRefusedWithItsPathAndItsRule(
            String what, Consumer<ObjectNode> change, String path, String rule) throws IOException {
        ObjectNode json = JACKSON_2.valueToTree(document());
        change.accept(json);
        String text = JACKSON_2.writeValueAsString(json);
        assertThatThrownBy(() -> JACKSON_2.readValue(text, PlanDocument.class))
                .isInstanceOfSatisfying(
                        JsonMappingException.class,
                        refused -> assertThat(path(refused)).isEqualTo(path))
                .hasMessageContaining(rule);
        assertThatThrownBy(() -> JACKSON_3.readValue(text, PlanDocument.class))
                .isInstanceOf(tools.jackson.core.JacksonException.class)
                .hasMessageContaining(rule.startsWith("Unrecognized") ? "siteConversions" : rule);
    }

    private static String path(JsonMappingException refused) {
        return refused.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        for (String text : List.of("{\"first\":\"2027-01\",\"months\":3,\"months\":4}")) {
            assertThatThrownBy(() -> JACKSON_2.readValue(text, io.github.planningmath.quantity.Horizon.class))
                    .hasMessageContaining("Duplicate");
            assertThatThrownBy(() -> JACKSON_3.readValue(text, io.github.planningmath.quantity.Horizon.class))
                    .hasMessageContaining("Duplicate");
        }
    }
}
