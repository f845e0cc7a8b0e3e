package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.planningmath.plan.Basis;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.sales.SalesTier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasisJsonTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);
    private static final Map<String, Basis.Row> ROWS = Map.of(
            "{\"constant\":\"managerConversion[CONSULTATIVE]\",\"from\":null,\"value\":\"20%\",\"basis\":{\"type\":\"counted\","
                    + "\"successes\":80,\"trials\":400,\"effectiveSuccesses\":80.0,\"effectiveTrials\":400.0,"
                    + "\"from\":\"2026-03-01\",\"through\":\"2026-08-31\"}}",
            new Basis.Row(
                    Driver.managerConversion(SalesTier.CONSULTATIVE),
                    null,
                    "20%",
                    new Basis.Counted(80L, 400L, 80.0, 400.0, MARCH, AUGUST)),
            "{\"constant\":\"price[crm]\",\"from\":\"2027-07\",\"value\":\"1300.10\",\"basis\":{\"type\":\"measured\","
                    + "\"observations\":80,\"standardError\":12.5,\"from\":\"2026-03-01\",\"through\":\"2026-08-31\"}}",
            new Basis.Row(
                    Driver.price("crm"),
                    YearMonth.of(2027, 7),
                    "1300.10",
                    new Basis.Measured(80L, 12.5, MARCH, AUGUST)));

    private static final String CONSTANTS = """
            {"currency": "EUR", "horizon": {"first": "2027-01", "months": 12},
             "assortment": {"products": [{"name": "crm", "tier": "CONSULTATIVE", "price": 1000.5, "unitCost": 300}],
                            "mix": {"crm": "100%"}},
             "channels": [{"name": "site", "approach": "INDUSTRY", "siteConversion": "5%", "warmUpRate": "40%",
                           "cost": {"type": "per-visit", "amount": 1}}],
             "tiers": {"CONSULTATIVE": {"managerConversion": "20%", "cycleMonths": 1, "channels": {"site": "100%"}}},
             "basis": [{"constant": "price[crm]", "value": 1000.50,
                        "basis": {"type": "judged", "lower": 900, "upper": 1100, "by": "sales"}}]}
            """;

    @Test
    void aRowIsReadAsItIsWritten() throws JsonProcessingException {
        for (Map.Entry<String, Basis.Row> row : ROWS.entrySet()) {
            assertThat(DocumentMappers.jackson2().writeValueAsString(row.getValue()))
                    .isEqualTo(row.getKey());
            assertThat(DocumentMappers.jackson2().readValue(row.getKey(), Basis.Row.class))
                    .isEqualTo(row.getValue());
            assertThat(DocumentMappers.jackson3().writeValueAsString(row.getValue()))
                    .isEqualTo(row.getKey());
            assertThat(DocumentMappers.jackson3().readValue(row.getKey(), Basis.Row.class))
                    .isEqualTo(row.getValue());
        }
    }

    @Test
    void constantsAreReadWithIt() throws JsonProcessingException {
        PlanningConstants constants = DocumentMappers.jackson2().readValue(CONSTANTS, PlanningConstants.class);
        assertThat(constants.basis())
                .containsExactly(
                        new Basis.Row(Driver.price("crm"), null, "1000.5", new Basis.Judged(900.0, 1100.0, "sales")));
        assertThat(DocumentMappers.jackson3().readValue(CONSTANTS, PlanningConstants.class))
                .isEqualTo(constants);
        String written = DocumentMappers.jackson2().writeValueAsString(constants);
        assertThat(DocumentMappers.jackson2().readValue(written, PlanningConstants.class))
                .isEqualTo(constants);
    }

    @Test
    void aDocumentInWhichTheyDifferIsRefused() {
        assertThatThrownBy(() -> DocumentMappers.jackson2()
                        .readValue(CONSTANTS.replace("1000.5,", "1100,"), PlanningConstants.class))
                .hasMessageContaining(
                        "PlanningConstants.basis must be of the value that price[crm] has, 1100, but was of"
                                + " 1000.50. Perhaps the value was changed: what it rested on is no basis of another one.");
    }
}
