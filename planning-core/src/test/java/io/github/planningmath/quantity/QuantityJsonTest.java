package io.github.planningmath.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuantityJsonTest {

    record Numbers(Rate rate, Ratio ratio, Mix<String> mix) {}

    private static final Numbers NUMBERS =
            new Numbers(Rate.percent("2.5"), Ratio.of("1.05"), new Mix<>(Map.of("site", Ratio.ONE)));
    private static final String JSON = "{\"rate\":\"2.5%\",\"ratio\":\"1.05\",\"mix\":{\"site\":\"1\"}}";

    @Test
    void numbersAreWrittenAsPeopleWriteThem() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.writeValueAsString(NUMBERS)).isEqualTo(JSON);
        assertThat(mapper.readValue(JSON, Numbers.class)).isEqualTo(NUMBERS);
    }

    @Test
    void numbersAreWrittenAndReadAlikeByJackson3() {
        tools.jackson.databind.ObjectMapper mapper = new tools.jackson.databind.ObjectMapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(NUMBERS), Numbers.class))
                .isEqualTo(NUMBERS);
    }

    @Test
    void aWrongNumberGivesItsMessageAndItsPlace() {
        assertThatThrownBy(() -> new ObjectMapper().readValue("{\"rate\":\"35\"}", Numbers.class))
                .hasMessageContaining(
                        "Rate must be above 0 and at most 1, but was 35. Perhaps Rate.percent(35) was meant.")
                .hasMessageContaining("[\"rate\"]");
    }

    /** A number in a document would go through binary floating point; the exact text does not. */
    @Test
    void aRateInADocumentIsAText() {
        assertThatThrownBy(() -> new ObjectMapper().readValue("{\"rate\":0.025}", Numbers.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("[\"rate\"]");
    }
}
