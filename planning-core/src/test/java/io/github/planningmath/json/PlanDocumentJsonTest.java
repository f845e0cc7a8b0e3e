package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of docs/plan-document.md, both ways and through both Jacksons, and what is refused of it. */
class PlanDocumentJsonTest {

    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = DocumentMappers.jackson3();

    /** The one that names everything. */
    private static PlanDocument document() throws IOException {
        return read(documents().get(1));
    }

    private static List<String> documents() throws IOException {
        String page = Files.readString(Path.of("../docs/plan-document.md"));
        return Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static PlanDocument read(String yaml) throws IOException {
        return DocumentMappers.strict(YAMLMapper.builder()).readValue(yaml, PlanDocument.class);
    }

    @Test
    void aFirstDocumentHasLessThanTwentyLines() throws IOException {
        String first = documents().get(0);
        assertThat(first.lines()).hasSizeLessThan(20);
        PlanDocument document = read(first);
        assertThat(document.outcome().orThrow().profit(Scope.all()))
                .isGreaterThanOrEqualTo(document.goal().amount());
        assertThat(document.constants())
                .isEqualTo(PlanningConstants.of(
                        "EUR",
                        document.constants().horizon(),
                        document.constants().assortment(),
                        document.constants().channels(),
                        document.constants().tiers()));
        assertThat(document.opening()).isEqualTo(Position.empty(YearMonth.of(2027, 1)));
        assertThat(document.pins()).isEmpty();
        bothWays(document, PlanDocument.class);
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
    void aRenewalIsToldByWhatIsGivenOfIt() throws IOException {
        PlanningConstants renewing = document()
                .constants()
                .withProduct("crm", crm -> crm.withRenewal(Renewal.at("900")))
                .from(YearMonth.of(2027, 2), Driver.renewalPrice("crm"), new BigDecimal("950"))
                .from(YearMonth.of(2027, 3), Driver.renewalCommission("crm"), Ratio.ZERO);
        bothWays(renewing, PlanningConstants.class);
        assertThat(JACKSON_2.writeValueAsString(renewing))
                .contains("{\"from\":\"2027-02\",\"driver\":\"renewalPrice\",\"product\":\"crm\",\"value\":950}");
        assertThat(JACKSON_2.readValue("{\"price\": 900}", Renewal.class)).isEqualTo(Renewal.at("900"));
        assertThat(JACKSON_2.readValue("{\"commission\": \"0%\"}", Renewal.class))
                .isEqualTo(new Renewal(null, null, Ratio.ZERO));
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
    }

    @Test
    void ratesAreTextsAndAmountsArePlainNumbers() throws IOException {
        JsonNode json = JACKSON_2.valueToTree(document());
        assertThat(json.at("/constants/channels/0/siteConversion").asText()).isEqualTo("5%");
        assertThat(json.at("/constants/horizon/first").asText()).isEqualTo("2027-01");
        assertThat(JACKSON_2.writeValueAsString(SettledGoal.profit("1E+3"))).startsWith("{\"profit\":1000,");
        assertThat(JACKSON_3.writeValueAsString(SettledGoal.profit("1E+3"))).startsWith("{\"profit\":1000,");
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
                        "Channel must have no keys but name, approach, siteConversion, warmUpRate, cost, visitCeiling, but had"
                                + " siteConversions. Perhaps siteConversion was meant."),
                wrong(
                        "a key that stands for nothing",
                        json -> at(json, "/constants/horizon").put("inflation", 2),
                        "constants.horizon.inflation",
                        "Horizon must have no keys but first, months, but had inflation."),
                wrong(
                        "two goals",
                        json -> at(json, "/goal").put("revenue", 5),
                        "goal",
                        "FinancialGoal must name one of profit, contribution, revenue, deals and customers, but named 2: [profit 20000, revenue"
                                + " 5]."),
                wrong(
                        "no version",
                        json -> json.remove("planning"),
                        "",
                        "PlanDocument.planning must be 1, the version of the format, but was missing. Perhaps planning: 1 is to"
                                + " stand on the first line."),
                wrong(
                        "a later version",
                        json -> json.put("planning", 2),
                        "",
                        "PlanDocument.planning must be 1, the version of the format that is known here, but was 2. Perhaps a later"
                                + " version of the library wrote the document."),
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
                wrong("no number at all", json -> at(json, "/goal").put("profit", "NaN"), "goal.profit", "BigDecimal"),
                wrong(
                        "a mix that leaves something over",
                        json -> at(json, "/constants/tiers/CONSULTATIVE/channels")
                                .put("site", "90%"),
                        "constants.tiers.CONSULTATIVE.channels",
                        "ChannelMix.shares must sum to 1, but was 90%. Perhaps ChannelMix.ofWeights was meant."),
                wrong(
                        "a channel that nobody knows",
                        json -> {
                            at(json, "/constants/tiers/CONSULTATIVE/channels").remove("site");
                            at(json, "/constants/tiers/CONSULTATIVE/channels").put("fair", "100%");
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
                        "a way to catch up by its number",
                        json -> at(json, "/goal").put("catchUp", 0),
                        "goal.catchUp",
                        "CatchUp"),
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
                .hasMessageContaining(rule);
    }

    private static String path(JsonMappingException refused) {
        return refused.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** Each may be left out, so that a mapper which passes over the unknown would lose it without a word. */
    @ParameterizedTest
    @CsvSource({
        "'', pin, pins",
        "/goal, afterHorizn, afterHorizon",
        "/goal/afterHorizon, grwoth, growth",
        "/constants, Changes, changes",
        "/constants/assortment/products/0, comission, commission",
        "/constants/channels/0, visitsCeiling, visitCeiling",
        "/constants/tiers/CONSULTATIVE, conversionsByChannel, conversionByChannel",
        "/opening, remainder, remainders",
        "/opening/customers/0, bilionths, billionths"
    })
    void aMistypedKeyIsRefusedByALenientMapperToo(String place, String key, String meant) throws IOException {
        ObjectNode json = JACKSON_2.valueToTree(document());
        at(json, place).putNull(key);
        String text = JACKSON_2.writeValueAsString(json);
        ObjectMapper lenient2 = JACKSON_2.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        tools.jackson.databind.ObjectMapper lenient3 = tools.jackson.databind.json.JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        String rule = "but had " + key + ". Perhaps " + meant + " was meant.";
        assertThatThrownBy(() -> lenient2.readValue(text, PlanDocument.class)).hasMessageContaining(rule);
        assertThatThrownBy(() -> lenient3.readValue(text, PlanDocument.class)).hasMessageContaining(rule);
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
