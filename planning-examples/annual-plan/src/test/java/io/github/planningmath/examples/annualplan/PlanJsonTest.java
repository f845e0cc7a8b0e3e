package io.github.planningmath.examples.annualplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();

    private static List<JsonNode> norms(String... args) throws IOException {
        Run run = Run.of(args);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        return StreamSupport.stream(MAPPER.readTree(run.out()).get("norms").spliterator(), false)
                .toList();
    }

    private static Predicate<JsonNode> over(String... parts) {
        return norm -> keys(norm).equals(Set.of(parts));
    }

    /** What a norm's scope names. */
    private static Set<String> keys(JsonNode norm) {
        Set<String> keys = new TreeSet<>();
        norm.fieldNames().forEachRemaining(keys::add);
        keys.removeAll(Set.of("kpi", "value", "owner"));
        return keys;
    }

    private static BigDecimal sum(List<JsonNode> norms, Kpi kpi, Predicate<JsonNode> scope) {
        return norms.stream()
                .filter(norm -> norm.get("kpi").asText().equals(kpi.label()))
                .filter(scope)
                .map(norm -> norm.get("value"))
                .map(JsonNode::decimalValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static JsonNode value(List<JsonNode> norms, Kpi kpi, Predicate<JsonNode> scope) {
        return norms.stream()
                .filter(norm -> norm.get("kpi").asText().equals(kpi.label()))
                .filter(scope)
                .findFirst()
                .orElseThrow()
                .get("value");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRAFFIC", "CONTACTS", "LEADS", "TRAFFIC_COST"})
    void whatComesByChannelAddsUp(Kpi kpi) throws IOException {
        List<JsonNode> norms = norms("--json");
        BigDecimal total = sum(norms, kpi, over());
        assertThat(total).isPositive();
        assertThat(sum(norms, kpi, over("month"))).isEqualByComparingTo(total);
        assertThat(sum(norms, kpi, over("channel"))).isEqualByComparingTo(total);
        assertThat(sum(norms, kpi, over("month", "product", "channel"))).isEqualByComparingTo(total);
    }

    @ParameterizedTest
    @EnumSource(names = {"REVENUE", "DEALS", "NEW_DEALS", "REPEAT_DEALS", "VARIABLE_COST", "CONTRIBUTION"})
    void whatComesByProductAddsUp(Kpi kpi) throws IOException {
        List<JsonNode> norms = norms("--json");
        BigDecimal total = sum(norms, kpi, over());
        assertThat(total).isPositive();
        assertThat(sum(norms, kpi, over("month"))).isEqualByComparingTo(total);
        assertThat(sum(norms, kpi, over("tier"))).isEqualByComparingTo(total);
        assertThat(sum(norms, kpi, over("month", "product"))).isEqualByComparingTo(total);
    }

    @Test
    void theTotalsAreThePlans() throws IOException {
        Plan plan = PlanFile.of(null).plan().orThrow();
        List<JsonNode> norms = norms("--json");
        assertThat(sum(norms, Kpi.PROFIT, over())).isEqualByComparingTo(plan.profit(Scope.all()));
        assertThat(sum(norms, Kpi.REVENUE, over())).isEqualByComparingTo(plan.revenue(Scope.all()));
        assertThat(sum(norms, Kpi.LEADS, over())).isEqualTo(BigDecimal.valueOf(plan.leads(Scope.all())));
        assertThat(sum(norms, Kpi.BASE, over("product"))).isEqualTo(BigDecimal.valueOf(plan.base(Scope.all())));
        assertThat(norms).hasSize(plan.norms().list().size());
    }

    @Test
    void theOptionsNarrowTheNorms() throws IOException {
        assertThat(norms("--json", "--month", "2027-03", "--channel", "site", "--department", "marketing"))
                .isNotEmpty()
                .allSatisfy(norm -> {
                    assertThat(norm.get("month").asText()).isEqualTo("2027-03");
                    assertThat(norm.get("channel").asText()).isEqualTo("site");
                    assertThat(norm.get("owner").asText()).isIn("MARKETING", "SHARED");
                });
    }

    /** A rate as people write it, a mean as total and count. */
    @Test
    void nothingIsRounded() throws IOException {
        List<JsonNode> norms = norms("--json");
        Predicate<JsonNode> ofSite =
                over("channel").and(norm -> norm.path("channel").asText().equals("site"));
        assertThat(value(norms, Kpi.SITE_CONVERSION, ofSite).asText()).isEqualTo("3.5%");
        JsonNode check = value(norms, Kpi.AVERAGE_CHECK, over());
        assertThat(check.get("total").decimalValue()).isEqualByComparingTo(sum(norms, Kpi.REVENUE, over()));
        assertThat(check.get("count").decimalValue()).isEqualByComparingTo(sum(norms, Kpi.DEALS, over()));
    }
}
