package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What parts of a document are refused or come back, each by itself, in JSON by both Jacksons and in YAML. */
class StrictReadingTest {

    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = DocumentMappers.jackson3();
    private static final ObjectMapper YAML = DocumentMappers.strict(YAMLMapper.builder());

    private static void refused(String json, Class<?> type, String rule) {
        assertThatThrownBy(() -> JACKSON_2.readValue(json, type))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining(rule);
        assertThatThrownBy(() -> JACKSON_3.readValue(json, type))
                .isInstanceOf(tools.jackson.core.JacksonException.class)
                .hasMessageContaining(rule);
        assertThatThrownBy(() -> YAML.readValue(json, type))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining(rule);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "'\"1\"'"})
    void aPeriodIsNamedAndNotNumbered(String number) {
        refused("{\"amount\": 3000, \"per\": " + number + "}", FixedCosts.class, "Period");
    }

    @Test
    void aNegativePriceIsRefused() {
        refused(
                "{\"name\": \"crm\", \"tier\": \"CONSULTATIVE\", \"price\": -1, \"unitCost\": 0,"
                        + " \"repeat\": {\"type\": \"constant\", \"retention\": \"0%\", \"repeat\": \"0%\"}, \"packaging\": []}",
                Product.class, "Product.price must be above 0, but was -1.");
    }

    @Test
    void leadsDueBeforeThePositionOpensAreRefused() {
        refused(
                "{\"opens\": \"2027-02\", \"customers\": [], \"remainders\": [], \"openLeads\":"
                        + " [{\"product\": \"crm\", \"channel\": \"site\", \"due\": \"2027-01\", \"count\": 1}]}",
                Position.class,
                "Position.openLeads must be due in 2027-02 or later, but those of crm from site were due in 2027-01."
                        + " Perhaps they are overdue: give the month in which they are expected now.");
    }

    @Test
    void aListThatIsLeftOutIsNotTakenForAnEmptyOne() {
        refused("{\"type\": \"listed\"}", AfterHorizon.class, "Listed.deals must be given, but was null.");
    }

    @Test
    void aGoalThatNamesNoEdgesHasThoseOfEveryGoal() throws Exception {
        String json = "{\"profit\": 1}";
        FinancialGoal goal = FinancialGoal.profit("1");
        assertThat(DocumentMappers.jackson2().readValue(json, FinancialGoal.class))
                .isEqualTo(goal);
        assertThat(DocumentMappers.jackson3().readValue(json, FinancialGoal.class))
                .isEqualTo(goal);
    }

    @Test
    void aShareThatIsNullIsNotTakenForNothing() {
        refused("{\"crm\": null}", Mix.class, "Mix.shares must be given for crm, but was null.");
    }

    @Test
    void aCountBeyondALongIsRefused() {
        refused(
                "{\"type\": \"deals\", \"product\": \"crm\", \"month\": \"2027-01\", \"count\": 9223372036854775808}",
                Pin.class,
                "Numeric value (9223372036854775808) out of range");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        refused("{\"type\": \"per-visit\", \"amount\": NaN}", TrafficCost.class, "NaN");
    }

    @Test
    void aCostOfUnknownTypeIsRefusedWithTheKnownOnes() {
        refused("{\"type\": \"per-click\", \"amount\": 1}", TrafficCost.class, "known type ids = [per-visit]");
        refused("{\"amount\": 1}", TrafficCost.class, "missing type id property 'type'");
    }

    @Test
    void aSecondDocumentIsRefused() {
        String twice = "{\"first\": \"2027-01\", \"months\": 3} {\"first\": \"2027-01\", \"months\": 3}";
        assertThatThrownBy(() -> JACKSON_2.readValue(twice, Horizon.class)).hasMessageContaining("Trailing token");
        assertThatThrownBy(() -> JACKSON_3.readValue(twice, Horizon.class)).hasMessageContaining("Trailing token");
        assertThatThrownBy(() -> YAML.readValue(twice.replace("} {", "}\n---\n{"), Horizon.class))
                .hasMessageContaining("Trailing token");
    }

    /** A type that stands last makes Jackson keep what stands before it; an amount must not lose digits there. */
    @Test
    void anAmountIsExactWhereverItsTypeStands() throws JsonProcessingException {
        String json = "{\"amount\": 0.12345678901234567890123, \"type\": \"per-visit\"}";
        BigDecimal exact = new BigDecimal("0.12345678901234567890123");
        assertThat(JACKSON_2.readValue(json, TrafficCost.class).perVisit()).isEqualTo(exact);
        assertThat(JACKSON_3.readValue(json, TrafficCost.class).perVisit()).isEqualTo(exact);
        assertThat(YAML.readValue(json, TrafficCost.class).perVisit()).isEqualTo(exact);
    }

    static Stream<Object> valuesOfSealedTypes() {
        YearMonth january = YearMonth.of(2027, 1);
        return Stream.of(
                new NormValue.Count(5L),
                new NormValue.Amount(new BigDecimal("1E+3")),
                new NormValue.Conversion(Rate.percent(3)),
                new NormValue.Proportion(Ratio.of("1.5")),
                new NormValue.Mean(BigDecimal.TEN, 3L),
                new NormValue.Exact(BigInteger.TWO, BigInteger.valueOf(3)),
                new Pin.Deals("crm", january, 4L),
                new Pin.Leads("site", null, january, 4L),
                new Pin.Leads("site", "crm", january, 4L));
    }

    @ParameterizedTest
    @MethodSource("valuesOfSealedTypes")
    void valuesOfSealedTypesComeBack(Object value) throws JsonProcessingException {
        Class<?> type = value instanceof Pin ? Pin.class : NormValue.class;
        assertThat((Object) JACKSON_2.readValue(JACKSON_2.writeValueAsString(value), type))
                .isEqualTo(value);
        assertThat((Object) JACKSON_3.readValue(JACKSON_3.writeValueAsString(value), type))
                .isEqualTo(value);
    }
}
