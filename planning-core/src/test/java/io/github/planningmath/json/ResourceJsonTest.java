package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.resource.Resource;
import io.github.planningmath.resource.ResourceUse;
import io.github.planningmath.resource.ShadowPrice;
import io.github.planningmath.resource.Shortage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resources, their use and what is short of them, as documents. */
class ResourceJsonTest {

    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = DocumentMappers.jackson3();
    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final Resource SITE = new Resource.Visits("site");
    private static final NormValue COUNT = new NormValue.Count(7L);

    private static <T> void bothWays(T value, Class<T> type) throws IOException {
        for (String text : List.of(JACKSON_2.writeValueAsString(value), JACKSON_3.writeValueAsString(value))) {
            assertThat(JACKSON_2.readValue(text, type)).isEqualTo(value);
            assertThat(JACKSON_3.readValue(text, type)).isEqualTo(value);
        }
    }

    @Test
    void everyResourceSaysWhatItIs() throws IOException {
        for (Resource resource :
                List.of(new Resource.Budget(null), new Resource.Budget(MARCH), new Resource.Managers(), SITE)) {
            bothWays(resource, Resource.class);
        }
        assertThat(JACKSON_2.writeValueAsString(new Resource.Managers())).isEqualTo("{\"type\":\"managers\"}");
        assertThat(JACKSON_3.writeValueAsString(new Resource.Managers())).isEqualTo("{\"type\":\"managers\"}");
        assertThat(JACKSON_2.readTree(JACKSON_2.writeValueAsString(SITE)))
                .isEqualTo(JACKSON_2.readTree("{\"type\":\"visits\",\"channel\":\"site\"}"));
    }

    @Test
    void soDoesItsUse() throws IOException {
        ShadowPrice price =
                new ShadowPrice(List.of(new ShadowPrice.Step(SITE, COUNT)), new BigDecimal("12.5"), BigDecimal.ZERO);
        bothWays(new ResourceUse(SITE, COUNT, null, COUNT, List.of(MARCH), true, price), ResourceUse.class);
        bothWays(
                new ResourceUse(new Resource.Managers(), COUNT, COUNT, COUNT, List.of(), false, price),
                ResourceUse.class);
        bothWays(new Shortage(new Resource.Managers(), MARCH, COUNT, new NormValue.Count(6L)), Shortage.class);
    }
}
