package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.sales.SalesTier;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverJsonTest {

    private static final Map<Driver<?>, String> VALUES =
            Map.of(Driver.managerConversion(SalesTier.CONSULTATIVE, "site"), "20%");
    private static final String TEXT = "{\"managerConversion[CONSULTATIVE][site]\":\"20%\"}";

    @Test
    void aDriverIsTextAsAValueAndAsAKeyInJackson2() throws JsonProcessingException {
        var mapper = DocumentMappers.jackson2();
        assertThat(mapper.writeValueAsString(Driver.price("crm"))).isEqualTo("\"price[crm]\"");
        assertThat(mapper.readValue("\"price[crm]\"", Driver.class)).isEqualTo(Driver.price("crm"));
        assertThat(mapper.writeValueAsString(VALUES)).isEqualTo(TEXT);
        assertThat(mapper.readValue(TEXT, new TypeReference<Map<Driver<?>, String>>() {}))
                .isEqualTo(VALUES);
    }

    @Test
    void aDriverIsTextAsAValueAndAsAKeyInJackson3() {
        var mapper = DocumentMappers.jackson3();
        assertThat(mapper.writeValueAsString(Driver.price("crm"))).isEqualTo("\"price[crm]\"");
        assertThat(mapper.readValue("\"price[crm]\"", Driver.class)).isEqualTo(Driver.price("crm"));
        assertThat(mapper.writeValueAsString(VALUES)).isEqualTo(TEXT);
        assertThat(mapper.readValue(TEXT, new tools.jackson.core.type.TypeReference<Map<Driver<?>, String>>() {}))
                .isEqualTo(VALUES);
    }
}
