package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.sales.SalesTier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A document of version 1, with every key that it had when the version began. Whoever stored one reads it for ever and plans the
 * same: neither the file nor these numbers change any more.
 */
class VersionOneTest {

    private static String stored() throws IOException {
        try (InputStream file = VersionOneTest.class.getResourceAsStream("plan-v1.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void isReadByBothJacksons() throws IOException {
        PlanDocument document = DocumentMappers.jackson2().readValue(stored(), PlanDocument.class);
        assertThat(DocumentMappers.jackson3().readValue(stored(), PlanDocument.class))
                .isEqualTo(document);
        assertThat(document.constants().changes()).hasSize(4);
        assertThat(document.constants().ownership().owner(Factor.MANAGER_CONVERSION, SalesTier.CONSULTATIVE))
                .isEqualTo(Department.SHARED);
        assertThat(document.constants().ownership().owner(Factor.PRICE, SalesTier.CONSULTATIVE))
                .isEqualTo(Department.MARKETING);
    }

    /** The slow model of the tests, which shares no code with the planner, has 20,065.425 for 76 deals and 18,749.10 for 75. */
    @Test
    void isPlannedAsItWas() throws IOException {
        Plan plan = DocumentMappers.jackson2()
                .readValue(stored(), PlanDocument.class)
                .outcome()
                .orThrow();
        assertThat(plan.requiredDeals()).isEqualTo(76);
        assertThat(plan.leads(Scope.all())).isEqualTo(298);
        assertThat(plan.traffic(Scope.all())).isEqualTo(18_226);
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("20065.425");
    }
}
