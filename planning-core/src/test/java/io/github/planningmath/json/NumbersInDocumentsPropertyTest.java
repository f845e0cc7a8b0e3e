package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.traffic.CostPerVisit;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** A number is the same number after it has been through a document, whatever its size and its digits. */
class NumbersInDocumentsPropertyTest {

    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 = DocumentMappers.jackson3();
    private static final ObjectMapper YAML = DocumentMappers.strict(YAMLMapper.builder());

    private static <T> void comesBack(T value, Class<T> type) throws JsonProcessingException {
        assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(value), type))
                .isEqualTo(value);
        assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(value), type))
                .isEqualTo(value);
        assertThat(YAML.readValue(YAML.writeValueAsString(value), type)).isEqualTo(value);
    }

    @Property
    void aRateComesBack(@ForAll @LongRange(min = 1) long a, @ForAll @LongRange(min = 1) long b)
            throws JsonProcessingException {
        comesBack(Rate.of(Math.min(a, b), Math.max(a, b)), Rate.class);
    }

    @Property
    void aRatioComesBack(@ForAll @LongRange(min = 0) long over, @ForAll @LongRange(min = 1) long under)
            throws JsonProcessingException {
        comesBack(Ratio.of(over, under), Ratio.class);
    }

    @Property
    void anAmountComesBackAndIsWrittenWithoutAnExponent(
            @ForAll @BigRange(min = "0", max = "999999999999999999999999999999") @Scale(30) BigDecimal amount)
            throws JsonProcessingException {
        CostPerVisit cost = new CostPerVisit(amount);
        comesBack(cost, CostPerVisit.class);
        String plain = "\"amount\":" + cost.amount().toPlainString() + "}";
        assertThat(JACKSON_2.writeValueAsString(cost)).endsWith(plain);
        assertThat(JACKSON_3.writeValueAsString(cost)).endsWith(plain);
    }
}
