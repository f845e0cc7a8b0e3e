package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.FEBRUARY;
import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.MARCH;
import static io.github.planningmath.review.Reviewed.constants;
import static io.github.planningmath.review.Reviewed.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A year of 1,200 deals, twice as many in December as in each month from January on, of which two months are past. */
class AttainmentTest {

    private final PlanningConstants year =
            constants().withHorizon(Horizon.ofMonths(JANUARY, 12)).withSeason(season());
    private final Plan plan = plan("1300000", year);
    private final Attainment attainment = Attainment.of(
            plan,
            Actuals.from(List.of(
                    Actuals.Cell.of(JANUARY, "crm", "site")
                            .withVisits(8_000L)
                            .withContacts(360L)
                            .withLeads(360L)
                            .withNewDeals(90L)
                            .withRevenue(new BigDecimal("81000")),
                    Actuals.Cell.of(FEBRUARY, "crm", "site").withVisits(10_000L).withContacts(500L))));

    private static Season season() {
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, month == Month.DECEMBER ? Ratio.of(2) : Ratio.ONE);
        }
        return new Season(indices);
    }

    @Test
    void isOfAMonthAndCumulative() {
        assertThat(plan.newDeals(Scope.month(JANUARY))).isEqualTo(100);
        assertThat(attainment.through()).isEqualTo(FEBRUARY);
        assertThat(attainment.of(Kpi.TRAFFIC, Scope.month(JANUARY)).share()).isEqualTo(0.8);
        assertThat(attainment.of(Kpi.TRAFFIC).share()).isEqualTo(0.9);
        assertThat(attainment.through(Kpi.TRAFFIC, JANUARY).share()).isEqualTo(0.8);
        assertThat(attainment.of(Kpi.TRAFFIC)).hasToString("traffic · whole plan: 90.00%");
        assertThat(attainment
                        .of(Kpi.TRAFFIC, Scope.month(FEBRUARY).channel("site").product("crm"))
                        .share())
                .isEqualTo(1.0);
    }

    /** 100 deals at 1,000 without costs, and rent of 30,000 that nobody reports: 70,000; of 81,000 it leaves 51,000. */
    @Test
    void profitCarriesTheCostsOfTheHouseAsPlannedWhereTheyAreNotGiven() {
        Plan rented = plan("1300000", year.withFixedCosts(FixedCosts.perMonth("30000")));
        Actuals.Cell cell = Actuals.Cell.of(JANUARY, "crm", "site")
                .withVisits(8_000L)
                .withRevenue(new BigDecimal("81000"))
                .withVariableCost(BigDecimal.ZERO)
                .withTrafficCost(BigDecimal.ZERO);

        Fulfilment profit = Attainment.of(rented, Actuals.from(List.of(cell))).of(Kpi.PROFIT);

        assertThat(profit.planned()).isEqualTo(70_000);
        assertThat(profit.fact()).isEqualTo(51_000);
    }

    /** What deals cost is not known: what is left of the revenue is not the profit. */
    @Test
    void profitIsNotKnownWhereAPartOfItIsNot() {
        Fulfilment profit = attainment.of(Kpi.PROFIT);

        assertThat(profit.fact()).isNull();
        assertThat(profit.planned()).isNull();
        assertThat(profit.unknown()).isPositive();
        assertThat(profit.met()).isNull();
    }

    @Test
    void aNormIsMetByAsMuchAsPlannedAndACostByAsLittle() {
        assertThat(new Fulfilment(Kpi.LEADS, Scope.all(), 10.0, 10.0, 0L).met()).isTrue();
        assertThat(new Fulfilment(Kpi.LEADS, Scope.all(), 10.0, 9.0, 0L).met()).isFalse();
        assertThat(new Fulfilment(Kpi.TRAFFIC_COST, Scope.all(), 10.0, 9.0, 0L).met())
                .isTrue();
        assertThat(new Fulfilment(Kpi.VARIABLE_COST, Scope.all(), 10.0, 11.0, 0L).met())
                .isFalse();
        assertThat(new Fulfilment(Kpi.LEADS, Scope.all(), 0.0, 0.0, 0L).met()).isNull();
        assertThat(new Fulfilment(Kpi.LEADS, Scope.all(), null, null, 3L).met()).isNull();
    }

    @Test
    void isLikeForLikeWhereNotAllIsKnown() {
        Fulfilment deals = attainment.of(Kpi.NEW_DEALS);
        assertThat(deals.fact()).isEqualTo(90);
        assertThat(deals.planned()).isEqualTo(100);
        assertThat(deals.unknown()).isEqualTo(1);
        Fulfilment none = attainment.of(Kpi.BASE);
        assertThat(none.share()).isNull();
        assertThat(none).hasToString("current base · whole plan: none");
    }

    @Test
    void ofRatiosIsOfTheTotals() {
        assertThat(attainment.of(Kpi.SITE_CONVERSION).fact()).isCloseTo(860 / 18_000.0, within(1e-15));
        assertThat(attainment.of(Kpi.MANAGER_CONVERSION, Scope.month(JANUARY)).share())
                .isCloseTo(1.25, within(1e-12));
        assertThat(attainment
                        .of(Kpi.MANAGER_CONVERSION, Scope.month(JANUARY).channel("site"))
                        .share())
                .isCloseTo(1.25, within(1e-12));
    }

    @Test
    void ofADepartmentIsThatOfItsNorms() {
        assertThat(attainment.of(Department.SALES))
                .extracting(Fulfilment::kpi)
                .containsExactly(Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.MANAGER_CONVERSION);
        assertThat(attainment.of(Department.SHARED))
                .extracting(Fulfilment::kpi)
                .containsExactly(Kpi.REVENUE, Kpi.DEALS, Kpi.CONTRIBUTION, Kpi.PROFIT);
        assertThat(attainment.of(Department.MARKETING)).isNotEmpty();
    }

    /** 90 of 100 in January: 1,080 of 1,200 if every month is alike, but December is worth two. */
    @Test
    void forecastsTheEndOfThePlan() {
        Attainment january = Attainment.of(
                plan, Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm").withNewDeals(90L))));
        Forecast forecast = january.forecast(Kpi.NEW_DEALS);
        assertThat(forecast.planned()).isEqualTo(1_300);
        assertThat(forecast.runRate()).isCloseTo(1_080, within(1e-9));
        assertThat(forecast.bySeason()).isCloseTo(1_170, within(1e-9));
    }

    @Test
    void refusesWhatHasNoAnswer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attainment.of(Kpi.TRAFFIC, Scope.month(MARCH)))
                .withMessage("Attainment.month must be past, 2027-02 or before, but was 2027-03.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attainment.of(Kpi.OPEN_LEADS))
                .withMessage("Attainment.kpi must be another than open leads, which no cell of actuals gives."
                        + " Perhaps Verdict.notYetDue was meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attainment.forecast(Kpi.BASE))
                .withMessage("Attainment.forecast must be given money or a count that flows (revenue, deals, new deals,"
                        + " repeat deals, leads, new contacts, traffic, traffic cost, variable cost, contribution,"
                        + " profit), but was given current base.");
    }

    @Test
    void fourNormsMetAt88PercentMake60PercentOfThePlan() {
        ProductLaw law = new ProductLaw(List.of(0.88, 0.88, 0.88, 0.88));
        assertThat(law.ofPlan()).isCloseTo(0.59969536, within(1e-9));
        assertThat(law.ofEach(0.59969536)).isCloseTo(0.88, within(1e-12));
        assertThat(law.explain(0.9))
                .isEqualTo("88.00% × 88.00% × 88.00% × 88.00% = 59.97% of the plan;"
                        + " for 90.00% of it each of 4 norms must reach 97.40%");
    }

    @Test
    void theProductLawIsThatOfThePlansOwnNorms() {
        Attainment january = Attainment.of(
                plan,
                Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm", "site")
                        .withVisits(8_000L)
                        .withContacts(360L)
                        .withLeads(360L)
                        .withNewDeals(90L)
                        .withRepeatDeals(0L)
                        .withRevenue(new BigDecimal("81000")))));
        // 0.8 of the traffic, 0.9 of the site conversion, 1 of the warm-up, 1.25 of the managers', 0.9 of the check
        assertThat(january.productLaw().shares()).hasSize(5);
        assertThat(january.productLaw().ofPlan()).isCloseTo(0.81, within(1e-12));
    }

    @Test
    void aLawHasSharesOfAtLeastZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductLaw(List.of()))
                .withMessage("ProductLaw.shares must hold at least one, but was empty.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductLaw(List.of(-0.1)))
                .withMessage("ProductLaw.shares must be at least 0 and finite, but was -0.1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductLaw(List.of(1.0)).ofEach(0))
                .withMessage("ProductLaw.wanted must be above 0 and finite, but was 0.0.");
    }
}
