package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesQuotaTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final Mix<String> MANAGERS =
            Mix.ofWeights(Map.of("Anna", Ratio.of(3), "Boris", Ratio.of(2), "Cleo", Ratio.of(2)));

    private static Plan plan(String revenue) {
        PlanningConstants constants = PlanningConstants.of(
                "EUR",
                Horizon.ofMonths(JANUARY, 6),
                Assortment.only(new Product(
                        "crm",
                        SalesTier.CONSULTATIVE,
                        new BigDecimal("999.99"),
                        new BigDecimal("300"),
                        null,
                        RepeatBehaviour.none(),
                        null,
                        List.of(),
                        null)),
                List.of(new Channel(
                        "site",
                        MarketingApproach.INDUSTRY,
                        Rate.percent(5),
                        Rate.percent(40),
                        CostPerVisit.of("0.5"),
                        null)),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));
        return Planner.withDefaults()
                .plan(SettledGoal.revenue(revenue), constants, Position.empty(JANUARY))
                .orThrow();
    }

    /** Revcast, how to calculate quota attainment and over-assignment: a target of 800,000 of street quotas of 1,000,000. */
    @Test
    void anAttainmentOfFourFifthsWantsFiveFourths() {
        OverAssignment over = OverAssignment.forAttainment("80%");

        assertThat(over.factor()).isEqualTo(Ratio.of("1.25")).isNotEqualTo(Ratio.of("1.2"));
        assertThat(over.quota(new BigDecimal("800000"), EURO)).isEqualByComparingTo("1000000");
        assertThat(over.quota(800_000)).isEqualTo(1_000_000);
        assertThat(over.attainment()).isEqualTo(Rate.percent(80));
        assertThat(new OverAssignment(Ratio.of("1.2")).attainment()).isEqualTo(Rate.of(5, 6));
        assertThat(OverAssignment.none().quota(7)).isEqualTo(7);
    }

    /** Metric Kit, sales capacity guide: seven ramped and three ramping representatives with a quota of 150,000. */
    @Test
    void thePublishedCapacity() {
        SalesCapacity capacity =
                new SalesCapacity(new BigDecimal("150000"), Rate.percent(85), 7L, 3L, Ratio.percent(40));

        assertThat(capacity.rampedPart(EURO, RoundingMode.UNNECESSARY)).isEqualByComparingTo("892500");
        assertThat(capacity.rampingPart(EURO, RoundingMode.UNNECESSARY)).isEqualByComparingTo("180000");
        assertThat(capacity.total(EURO, RoundingMode.UNNECESSARY)).isEqualByComparingTo("1072500");
    }

    @ParameterizedTest
    @CsvSource({"100000, 80%", "123456.78, 85%", "7000, 1/3", "999.99, 1", "1000000, 37/41"})
    void quotasAddUpToThePlanTimesTheOverAssignment(String revenue, String attainment) {
        Plan plan = plan(revenue);
        OverAssignment over = OverAssignment.forAttainment(attainment);
        SalesQuota quota = SalesQuota.of(plan, Scope.all().tier(SalesTier.CONSULTATIVE), MANAGERS, over);

        assertThat(quota.deals()).isEqualTo(over.quota(plan.deals(Scope.all())));
        assertThat(quota.revenue()).isEqualByComparingTo(over.quota(plan.revenue(Scope.all()), EURO));
        assertThat(quota.deals("Anna") + quota.deals("Boris") + quota.deals("Cleo"))
                .isEqualTo(quota.deals());
        assertThat(quota.revenue("Anna").add(quota.revenue("Boris")).add(quota.revenue("Cleo")))
                .isEqualByComparingTo(quota.revenue());
        assertThat(MANAGERS.apportion(quota.deals())).containsEntry("Anna", quota.deals("Anna"));
        assertThat(quota.quotas()).hasSize(18);
    }

    @Test
    void noMonthEndIsBehindThePlan() {
        Plan plan = plan("123456.78");
        OverAssignment over = OverAssignment.forAttainment("85%");
        SalesQuota quota = SalesQuota.of(plan, Scope.all(), MANAGERS, over);
        long planned = 0;
        long handedOut = 0;
        for (YearMonth month : plan.constants().horizon().all()) {
            planned += plan.deals(Scope.month(month));
            handedOut += quota.quotas().stream()
                    .filter(each -> each.month().equals(month))
                    .mapToLong(SalesQuota.Quota::deals)
                    .sum();
            assertThat(handedOut).isEqualTo(over.quota(planned));
        }
    }

    @Test
    void aFactorBelowOneIsAnAttainment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OverAssignment(Ratio.percent(80)))
                .withMessage("OverAssignment.factor must be at least 1, but was 80%. Perhaps"
                        + " OverAssignment.forAttainment(\"80%\") was meant.");
    }

    @Test
    void quotasAreOfSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverAssignment.none().quota(-1))
                .withMessage("OverAssignment.quota must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OverAssignment.none().quota(new BigDecimal("-1"), EURO))
                .withMessage("OverAssignment.quota must be at least 0, but was -1.");
    }

    @Test
    void quotasAreByMonthAndNotByChannel() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SalesQuota.of(plan("1000"), Scope.all().channel("site"), MANAGERS, OverAssignment.none()))
                .withMessage("SalesQuota.scope must leave month and channel open, but was site.");
    }

    @Test
    void aManagerIsKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesQuota.of(
                                plan("1000"),
                                Scope.all(),
                                Mix.ofWeights(Map.of("Anna", Ratio.ONE)),
                                OverAssignment.none())
                        .deals("Dora"))
                .withMessage("SalesQuota.manager must be one of [Anna], but was Dora.");
    }

    @Test
    void aManagerHasOneQuotaAMonth() {
        SalesQuota.Quota quota = new SalesQuota.Quota("Anna", JANUARY, 1L, BigDecimal.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesQuota(OverAssignment.none(), List.of(quota, quota)))
                .withMessage("SalesQuota.quotas must be given once each, but was given twice: [Anna, 2027-01].");
    }

    @Test
    void whoRampsUpSellsAtMostTheQuota() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesCapacity(BigDecimal.ONE, Rate.ONE, 1L, 1L, Ratio.of(2)))
                .withMessage("SalesCapacity.rampProductivity must be from 0% to 100%, but was 2.");
    }
}
