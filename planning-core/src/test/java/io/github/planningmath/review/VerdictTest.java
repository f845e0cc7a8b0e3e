package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.constants;
import static io.github.planningmath.review.Reviewed.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Actuals.Cell SITE = Actuals.Cell.of(JANUARY, "crm", "site");

    /** Five times the case of two departments, so that deals are whole. */
    @Nested
    class TwoDepartments {

        private final Plan plan = plan("500000", constants());
        private final Verdict verdict = Verdict.of(
                plan,
                Actuals.from(List.of(SITE.withVisits(45_000L)
                        .withContacts(1_800L)
                        .withLeads(1_800L)
                        .withNewDeals(396L)
                        .withRevenue(new BigDecimal("376200")))));

        @Test
        void areToldApartToTheCent() {
            assertThat(plan.traffic(Scope.all())).isEqualTo(50_000);
            Verdict byPrice = verdict.with(Ownership.byDefault().withOwner(Factor.PRICE, Department.SALES));
            assertThat(byPrice.gap()).isEqualByComparingTo("-123800");
            assertThat(byPrice.of(Department.MARKETING).amount()).isEqualByComparingTo("-142954.78");
            assertThat(byPrice.of(Department.SALES).amount()).isEqualByComparingTo("19154.78");
            assertThat(byPrice.of(Department.SHARED).amount()).isEqualByComparingTo("0");
        }

        @Test
        void haveTheirEffectsToldApart() {
            assertThat(verdict.of(Effect.TRAFFIC_VOLUME) / 5).isCloseTo(-9_169.93, within(0.005));
            assertThat(verdict.of(Effect.SITE_CONVERSION) / 5).isCloseTo(-19_421.03, within(0.005));
            assertThat(verdict.of(Effect.MANAGER_CONVERSION) / 5).isCloseTo(8_295.21, within(0.005));
            assertThat(verdict.of(Effect.PRICE) / 5).isCloseTo(-4_464.25, within(0.005));
            assertThat(verdict.by(Decomposition.SHAPLEY).of(Effect.TRAFFIC_VOLUME) / 5)
                    .isCloseTo(-9_202.5, within(0.005));
        }

        @Test
        void readAsATree() {
            assertThat(verdict).hasToString("""
                    revenue through 2027-01, fact less plan
                    gap: -123800.00
                      marketing: -165276.03
                        capture: -142954.78
                          traffic volume: -45849.63
                          site conversion: -97105.15
                        sale: -22321.25
                          price: -22321.25
                      sales: +41476.03
                        sale: +41476.03
                          manager conversion: +41476.03
                    """);
            assertThat(verdict.through()).isEqualTo(JANUARY);
            assertThat(verdict.assumed()).containsOnlyKeys(Kpi.BASE);
        }

        @Test
        void areBlamedForACountToo() {
            Verdict leads = verdict.in(Kpi.LEADS);
            assertThat(leads.gap()).isEqualByComparingTo("-700");
            assertThat(leads.of(Department.MARKETING).amount()).isEqualByComparingTo("-700");
            assertThat(leads.of(Department.SALES).amount()).isEqualByComparingTo("0");
            assertThat(verdict.in(Kpi.NEW_DEALS).gap()).isEqualByComparingTo("-104");
            assertThat(verdict.in(Kpi.TRAFFIC)
                            .tree()
                            .part("marketing")
                            .part("capture")
                            .parts())
                    .extracting(Part::name)
                    .containsExactly("traffic volume");
        }
    }
}
