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
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
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
        return new Season.OfYear(indices);
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
        assertThat(met(Kpi.LEADS, 10, 10)).isTrue();
        assertThat(met(Kpi.LEADS, 10, 9)).isFalse();
        assertThat(met(Kpi.TRAFFIC_COST, 10, 9)).isTrue();
        assertThat(met(Kpi.VARIABLE_COST, 10, 11)).isFalse();
        assertThat(met(Kpi.LEADS, 0, 0)).isNull();
    }

    private static @Nullable Boolean met(Kpi kpi, long planned, long fact) {
        return Fulfilment.of(kpi, Scope.all(), BigDecimal.valueOf(planned), BigDecimal.valueOf(fact), 0)
                .met();
    }

    @Test
    void whetherANormIsMetIsWhatItsNumbersSay() {
        assertThat(new Fulfilment(Kpi.LEADS, Scope.all(), null, null, 3L, null).met())
                .isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fulfilment(Kpi.LEADS, Scope.all(), 10.0, 9.0, 0L, true))
                .withMessage("Fulfilment.met must be what planned and fact, 10.0 and 9.0, say, but was true.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fulfilment(Kpi.LEADS, Scope.all(), 10.0, null, 0L, false))
                .withMessage("Fulfilment.met must be what planned and fact, 10.0 and null, say, but was false.");
    }

    /** In doubles 0.1 and 0.7 are less than 0.8. */
    @Test
    void moneyIsComparedExactly() {
        assertThat(0.1 + 0.7).isLessThan(0.8);
        PlanningConstants cheap = constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 2))
                .withProduct("crm", crm -> crm.withPrice(new BigDecimal("0.4")));
        Actuals actuals = Actuals.from(List.of(
                Actuals.Cell.of(JANUARY, "crm").withRevenue(new BigDecimal("0.1")),
                Actuals.Cell.of(FEBRUARY, "crm").withRevenue(new BigDecimal("0.7"))));
        Fulfilment revenue = Attainment.of(plan("0.8", cheap), actuals).of(Kpi.REVENUE);
        assertThat(revenue.planned()).isEqualTo(0.8);
        assertThat(revenue.met()).isTrue();
    }

    /** A third of a cost of 10 for each of three products is 10 again. */
    @Test
    void aCostThatIsSpreadOverProductsIsComparedExactly() {
        PlanningConstants three = constants()
                .withAssortment(Reviewed.assortment(
                        Product.of("a", SalesTier.CONSULTATIVE, "1000", "0"),
                        Product.of("b", SalesTier.CONSULTATIVE, "1000", "0"),
                        Product.of("c", SalesTier.CONSULTATIVE, "1000", "0")))
                .withChannels(List.of(new Channel(
                        "site",
                        MarketingApproach.INDUSTRY,
                        Rate.percent(5),
                        Rate.ONE,
                        CostPerVisit.of("0.0333"),
                        null)));
        Plan cheap = plan("3000", three);
        List<Actuals.Cell> cells = new ArrayList<>();
        for (String product : List.of("a", "b", "c")) {
            cells.add(Actuals.Cell.of(JANUARY, product, "site")
                    .withTrafficCost(new BigDecimal("0.0333")
                            .multiply(
                                    BigDecimal.valueOf(cheap.traffic(Scope.all().product(product))))));
        }
        assertThat(Attainment.of(cheap, Actuals.from(cells))
                        .of(Kpi.TRAFFIC_COST)
                        .met())
                .isTrue();
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
                .containsExactly(Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.MANAGER_CONVERSION, Kpi.REPEAT_RATE);
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

    /** 90 in January and nothing known of February: a month of 90, not two of 45. */
    @Test
    void aMonthThatIsNotKnownIsNoMonthOfTheRunRate() {
        assertThat(attainment.forecast(Kpi.NEW_DEALS).runRate()).isCloseTo(1_080, within(1e-9));
        assertThat(attainment.forecast(Kpi.NEW_DEALS).bySeason()).isCloseTo(1_170, within(1e-9));
    }

    @Test
    void whereNothingIsKnownThereIsNoForecast() {
        Forecast cost = Attainment.of(plan, Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm", "site"))))
                .forecast(Kpi.NEW_DEALS);
        assertThat(cost.runRate()).isNull();
        assertThat(cost.bySeason()).isNull();
    }

    /** Rent of 30,000 a month over a year whose January brings less than it costs. */
    @Nested
    class OfProfit {

        private final Plan rented = plan(
                "1300000",
                year.withFixedCosts(FixedCosts.perMonth("110000"))
                        .withProduct("crm", crm -> crm.withUnitCost(new BigDecimal("200")))
                        .withChannel("site", site -> site.withCost(CostPerVisit.of("1.50"))));

        private Attainment january(long deals) {
            BigDecimal count = BigDecimal.valueOf(deals);
            return Attainment.of(
                    rented,
                    Actuals.from(List.of(
                            Actuals.Cell.of(JANUARY, "crm")
                                    .withNewDeals(deals)
                                    .withRevenue(count.multiply(new BigDecimal("1000")))
                                    .withVariableCost(count.multiply(new BigDecimal("200"))),
                            Actuals.Cell.of(JANUARY, "crm", "site")
                                    .withVisits(10_000L)
                                    .withTrafficCost(new BigDecimal("15000")))));
        }

        /** A year of 1,300,000, less 260,000 for the deals, 195,000 for the visits and 1,320,000 of rent. */
        @Test
        void aPlannedLossThatComesAsPlannedIsForecast() {
            Attainment asPlanned = january(100);
            assertThat(asPlanned.of(Kpi.PROFIT).planned()).isEqualTo(-45_000);
            assertThat(asPlanned.forecast(Kpi.PROFIT).planned()).isEqualTo(-475_000);
            assertThat(asPlanned.forecast(Kpi.PROFIT).bySeason()).isCloseTo(-475_000, within(1e-6));
            assertThat(asPlanned.forecast(Kpi.PROFIT).runRate()).isCloseTo(-540_000, within(1e-6));
        }

        @Test
        void addsUpWithItsOwnLines() {
            Attainment less = january(80);
            double bySeason = bySeason(less, Kpi.REVENUE)
                    - bySeason(less, Kpi.VARIABLE_COST)
                    - bySeason(less, Kpi.TRAFFIC_COST)
                    - 1_320_000;
            assertThat(bySeason(less, Kpi.PROFIT)).isCloseTo(bySeason, within(1e-6));
            assertThat(bySeason).isCloseTo(1_040_000 - 208_000 - 195_000 - 1_320_000, within(1e-6));
            assertThat(bySeason(less, Kpi.CONTRIBUTION)).isCloseTo(832_000, within(1e-6));
        }

        /** 100,000 of rent where 110,000 was planned: 1,200,000 a year either way. */
        @Test
        void goesOnWithTheCostsOfTheHouseThatThereWere() {
            Attainment cheaper = Attainment.of(
                    rented,
                    Actuals.from(List.of(
                                    Actuals.Cell.of(JANUARY, "crm")
                                            .withNewDeals(100L)
                                            .withRevenue(new BigDecimal("100000"))
                                            .withVariableCost(new BigDecimal("20000")),
                                    Actuals.Cell.of(JANUARY, "crm", "site")
                                            .withVisits(10_000L)
                                            .withTrafficCost(new BigDecimal("15000"))))
                            .withHouseCosts(List.of(new Actuals.HouseCosts(JANUARY, new BigDecimal("100000")))));
            assertThat(cheaper.of(Kpi.PROFIT).planned()).isEqualTo(-45_000);
            assertThat(cheaper.of(Kpi.PROFIT).fact()).isEqualTo(-35_000);
            assertThat(bySeason(cheaper, Kpi.PROFIT)).isCloseTo(-355_000, within(1e-6));
            assertThat(cheaper.forecast(Kpi.PROFIT).runRate()).isCloseTo(-420_000, within(1e-6));
        }

        private static double bySeason(Attainment attainment, Kpi kpi) {
            return Objects.requireNonNull(attainment.forecast(kpi).bySeason());
        }
    }

    /** 150 deals of channel a and 50 of b are planned; 150 of a are known. */
    @Nested
    class OfOneChannelOfTwo {

        private final Plan twoChannels = plan("200000", Reviewed.twoChannels());
        private final Attainment ofOne = Attainment.of(
                twoChannels,
                Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm", "a")
                        .withLeads(500L)
                        .withNewDeals(150L)
                        .withRevenue(new BigDecimal("150000")))));

        @Test
        void isHeldAgainstThePlanOfThatChannel() {
            assertThat(ofOne.of(Kpi.NEW_DEALS).planned()).isEqualTo(150);
            assertThat(ofOne.of(Kpi.NEW_DEALS).share()).isEqualTo(1);
            assertThat(ofOne.of(Kpi.NEW_DEALS).met()).isTrue();
            assertThat(ofOne.of(Kpi.REVENUE).planned()).isEqualTo(150_000);
            assertThat(ofOne.of(Kpi.REVENUE).share()).isEqualTo(1);
            assertThat(ofOne.of(Kpi.MANAGER_CONVERSION).share()).isEqualTo(1);
        }

        @Test
        void isAMonthKnownByThreeQuartersToTheRunRate() {
            assertThat(ofOne.forecast(Kpi.NEW_DEALS).runRate()).isCloseTo(200, within(1e-9));
        }
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
        assertThat(law.ofRevenue()).isCloseTo(0.59969536, within(1e-9));
        assertThat(law.ofEach(0.59969536)).isCloseTo(0.88, within(1e-12));
        assertThat(law.explain(0.9))
                .isEqualTo("88.00% × 88.00% × 88.00% × 88.00% = 59.97% of the planned revenue of new deals;"
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
        assertThat(january.productLaw().ofRevenue()).isCloseTo(0.81, within(1e-12));
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
