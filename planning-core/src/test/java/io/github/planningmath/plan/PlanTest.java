package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.assortment;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.cycle;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    private static final Scope ALL = Scope.all();
    private static final FinancialGoal TEN_DEALS = SettledGoal.revenue("10000");

    /** Basic at 500 sells by itself at 50 %, crm at 1,000 at 20 %: 20 deals of each, 40 and 100 leads over the site. */
    private static final PlanningConstants TWO_TIERS = constants()
            .withTiers(Map.of(
                    SalesTier.TRANSACTIONAL,
                    SalesProcess.of(Rate.percent(50), 0, ChannelMix.only("site")),
                    SalesTier.CONSULTATIVE,
                    constants().tier(SalesTier.CONSULTATIVE)))
            .withAssortment(assortment(
                    List.of(
                            product("basic", "500", "100").withTier(SalesTier.TRANSACTIONAL),
                            product("crm", "1000", "300")),
                    1,
                    1));

    private static Norm norm(Plan plan, Kpi kpi, Scope scope) {
        return Objects.requireNonNull(plan.norm(kpi, scope));
    }

    @Nested
    class Norms {

        private final Plan plan = plan(SettledGoal.revenue("30000"), TWO_TIERS, NOTHING);

        @ParameterizedTest
        @CsvSource({
            "REVENUE, 30\u00a0000",
            "AVERAGE_CHECK, 750",
            "DEALS, 40",
            "NEW_DEALS, 40",
            "REPEAT_DEALS, 0",
            "LEADS, 140",
            "OPEN_LEADS, 0",
            "BASE, 40",
            "CONTACTS, 350",
            "TRAFFIC, 7\u00a0000",
            "SITE_CONVERSION, 5%",
            "WARM_UP_RATE, 40%",
            "MANAGER_CONVERSION, 2/7",
            "TRAFFIC_COST, 0",
            "VARIABLE_COST, 8\u00a0000",
            "CONTRIBUTION, 22\u00a0000",
            "PROFIT, 22\u00a0000"
        })
        void ofTheWholePlanAreWorkedByHand(Kpi kpi, String value) {
            assertThat(norm(plan, kpi, ALL).value()).hasToString(value);
        }

        /** The share of a market only where one is given: see {@link MarketLimitTest}; stages likewise, {@link StagesTest}. */
        @ParameterizedTest
        @EnumSource(
                value = Kpi.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {
                    "STAGE_ENTRIES",
                    "MARKET_PENETRATION",
                    "RECURRING_REVENUE",
                    "NET_REVENUE_RETENTION",
                    "GROSS_REVENUE_RETENTION"
                })
        void existForEveryKpiAndReadAsOneLine(Kpi kpi) {
            Norm norm = norm(plan, kpi, ALL);
            String shown =
                    kpi == Kpi.MANAGER_CONVERSION ? "28.57%" : norm.value().toString();
            assertThat(norm).hasToString(kpi.label() + " · whole plan: " + shown);
            assertThat(norm.derivation().evaluate().isSameNumberAs(norm.value()))
                    .isTrue();
        }

        @Test
        void existAtEveryScopeWhereTheyMeanSomething() {
            assertThat(plan.leads(Scope.month(JANUARY).product("basic").channel("site")))
                    .isEqualTo(40);
            assertThat(plan.revenue(ALL.tier(SalesTier.TRANSACTIONAL))).isEqualByComparingTo("10000");
            assertThat(norm(plan, Kpi.MANAGER_CONVERSION, ALL.product("basic")).value())
                    .hasToString("50%");
            assertThat(Objects.requireNonNull(plan.averageCheck(ALL.product("crm")))
                            .rounded(0, RoundingMode.UNNECESSARY))
                    .isEqualTo(new BigDecimal("1000"));
        }

        @Test
        void ofADepartmentAreThoseItAnswersForAloneOrWithTheOther() {
            assertThat(EnumSet.copyOf(kpisOf(Department.SALES, SalesTier.CONSULTATIVE)))
                    .isEqualTo(EnumSet.of(
                            Kpi.NEW_DEALS,
                            Kpi.OPEN_LEADS,
                            Kpi.MANAGER_CONVERSION,
                            Kpi.REPEAT_RATE,
                            Kpi.REPEAT_DEALS,
                            Kpi.REVENUE,
                            Kpi.DEALS,
                            Kpi.CONTRIBUTION));
            assertThat(EnumSet.copyOf(kpisOf(Department.SALES, SalesTier.TRANSACTIONAL)))
                    .isEqualTo(EnumSet.of(Kpi.REPEAT_RATE, Kpi.REPEAT_DEALS, Kpi.REVENUE, Kpi.DEALS, Kpi.CONTRIBUTION));
        }

        private List<Kpi> kpisOf(Department department, SalesTier tier) {
            return plan.norms().of(department).tier(tier).stream()
                    .map(Norm::kpi)
                    .toList();
        }

        @Test
        void belongToWhoeverOwnsTheirFactorInTheirTier() {
            assertThat(norm(plan, Kpi.LEADS, ALL).owner()).isEqualTo(Department.MARKETING);
            assertThat(norm(plan, Kpi.NEW_DEALS, ALL.product("crm")).owner()).isEqualTo(Department.SALES);
            assertThat(norm(plan, Kpi.NEW_DEALS, ALL.product("basic")).owner()).isEqualTo(Department.MARKETING);
            assertThat(norm(plan, Kpi.NEW_DEALS, ALL).owner()).isEqualTo(Department.SHARED);
            Plan warmedBySales = plan(
                    TEN_DEALS,
                    constants()
                            .withOwnership(Ownership.withDefaults().withOwner(Factor.WARM_UP_RATE, Department.SALES)),
                    NOTHING);
            assertThat(norm(warmedBySales, Kpi.LEADS, ALL).owner()).isEqualTo(Department.SALES);
        }

        @Test
        void areNarrowedByKpiMonthProductAndChannel() {
            assertThat(plan.norms()
                            .of(Kpi.LEADS)
                            .month(JANUARY)
                            .product("crm")
                            .channel("site")
                            .list())
                    .extracting(Norm::toString)
                    .containsExactly("leads · 2027-01 · crm · site: 100");
        }

        @Test
        void ofNothingAreAbsent() {
            Plan empty = plan(SettledGoal.revenue("0"), constants(), NOTHING);
            assertThat(empty.norm(Kpi.AVERAGE_CHECK, ALL)).isNull();
            assertThat(empty.averageCheck(ALL)).isNull();
            assertThat(empty.norm(Kpi.SITE_CONVERSION, ALL)).isNull();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> empty.explain(Kpi.AVERAGE_CHECK, ALL))
                    .withMessage(
                            "Plan.scope must have a norm of average check, but whole plan has none. Perhaps nothing"
                                    + " is sold there.");
        }

        @Test
        void thatMeanNothingAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.repeatDeals(ALL.channel("site")))
                    .withMessage("Plan.scope must not narrow repeat deals by channel, but was site.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.profit(Scope.month(JANUARY).product("crm")))
                    .withMessage(
                            "Plan.scope must not narrow profit by product, channel or tier, but was 2027-01 · crm.");
        }

        /** 100 for 7,000 visits, 5,000 of them for the crm: 500/7 is 71.428571…, 200/7 is 28.571428… */
        @Test
        void ofTrafficThatIsPricedAsAWholeReachProductsByTheirVisits() {
            Plan flat = plan(
                    SettledGoal.revenue("30000"),
                    TWO_TIERS.withChannel(
                            "site", site -> site.withCost(visits -> BigDecimal.valueOf(visits == 0 ? 0 : 100))),
                    NOTHING);

            assertThat(flat.trafficCost(ALL.channel("site"))).isEqualByComparingTo("100");
            assertThat(flat.trafficCost(ALL.product("crm"))).isEqualByComparingTo("71.43");
            assertThat(flat.trafficCost(ALL.product("crm").channel("site"))).isEqualByComparingTo("71.43");
            assertThat(flat.trafficCost(ALL.tier(SalesTier.TRANSACTIONAL))).isEqualByComparingTo("28.57");
            assertThat(flat.explain(Kpi.TRAFFIC_COST, ALL.product("crm")).text())
                    .isEqualTo("""
                            71.43 cost of the traffic from site for crm in 2027-01 = 7\u00a0143 times × 0.01 each
                              7\u00a0143 times = the part of crm (5/7) in 10\u00a0000 times 0.01 that all traffic from site costs in 2027-01
                            """);
        }

        @Test
        void ofACostOfTooManyDigitsAreKnownByChannelOnly() {
            Plan fine = plan(
                    SettledGoal.revenue("30000"),
                    TWO_TIERS.withChannel("site", site -> site.withCost(visits -> BigDecimal.valueOf(visits, 20))),
                    NOTHING);

            assertThat(fine.trafficCost(ALL.channel("site"))).isEqualByComparingTo("0.00000000000000007");
            assertThat(fine.trafficCost(ALL.product("crm"))).isEqualByComparingTo("0.00000000000000005");
            Plan dear = plan(
                    SettledGoal.revenue("30000"),
                    TWO_TIERS.withChannel(
                            "site",
                            site -> site.withCost(
                                    visits -> BigDecimal.valueOf(visits).add(BigDecimal.valueOf(visits, 20)))),
                    NOTHING);
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> dear.trafficCost(ALL.product("crm")))
                    .withMessage("TrafficCost.cost must fit in 18 digits to be split over products, but was"
                            + " 7000.00000000000000007000. Perhaps round it to the minor unit.");
        }

        @Test
        void ofWhatThePlanDoesNotKnowAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.leads(Scope.month(FEBRUARY)))
                    .withMessage("Scope.month must be a month of the plan, from 2027-01 to 2027-01, but was 2027-02.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.leads(ALL.product("erp")))
                    .withMessage("Scope.product must be a product of the plan (basic, crm), but was erp.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.leads(ALL.channel("mail")))
                    .withMessage("Scope.channel must be a channel of the plan (site), but was mail.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.leads(ALL.product("crm").tier(SalesTier.TRANSACTIONAL)))
                    .withMessage("Scope.tier must be the tier of crm, CONSULTATIVE, but was TRANSACTIONAL.");
        }

        @Test
        void areNamedByTheirScope() {
            assertThat(ALL).hasToString("whole plan");
            assertThat(Scope.month(MARCH).product("crm").channel("site").tier(SalesTier.CONSULTATIVE))
                    .hasToString("2027-03 · crm · site · consultative");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ALL.product(" "))
                    .withMessage("Scope.product must be one line of text without blanks at its ends, but was \" \".");
        }
    }

    @Nested
    class Comparing {

        private final Plan plan =
                plan(TEN_DEALS, constants().withChannel("site", site -> site.withCost(CostPerVisit.of("1"))), NOTHING);

        @Test
        void aPlanWithItselfShowsNothing() {
            assertThat(plan.compare(plan)).hasToString("The plans have the same norms.\n");
        }

        /** Ten percent instead of five: half the visits, half their cost, 1,250 more profit. */
        @Test
        void aBetterConversionShowsWhatItSaves() {
            Plan better = plan(
                    TEN_DEALS,
                    plan.constants().withChannel("site", site -> site.withSiteConversion(Rate.percent(10))),
                    NOTHING);
            PlanComparison comparison = plan.compare(better);
            assertThat(comparison.of(Kpi.TRAFFIC).get(0))
                    .isEqualTo(new PlanComparison.Difference(
                            Kpi.TRAFFIC, ALL, new NormValue.Count(2_500L), new NormValue.Count(1_250L)));
            assertThat(comparison.of(Kpi.LEADS)).isEmpty();
            assertThat(comparison.toString().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                    .contains(
                            "traffic · whole plan | 2\u00a0500 | 1\u00a0250 | -50.00%",
                            "site conversion · whole plan | 5.00% | 10.00% | +100.00%",
                            "profit · whole plan | 4\u00a0500 | 5\u00a0750 | +27.78%");
        }

        @Test
        void twoCurrenciesAreRefused() {
            Plan dollars = plan(TEN_DEALS, constants().withCurrency(Currency.getInstance("USD")), NOTHING);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plan.compare(dollars))
                    .withMessage(
                            "Plan.compare must be given a plan in EUR, but was in USD. Perhaps convert its constants"
                                    + " first.");
        }
    }

    @Nested
    class Explaining {

        private final Plan plan = plan(
                SettledGoal.revenue("30000"),
                cycle(months(TWO_TIERS, 3), 1),
                Position.of(JANUARY, List.of(), List.of(Position.OpenLeads.of("crm", "site", JANUARY, 20))));

        /**
         * 20 deals by March, 14 by February and 7 by January; 20 open leads make four of them. New leads make ten by
         * February, 16 by March: 50 and 80 leads a month before.
         */
        @Test
        void leadsGoesBackToTheDealsThatReachTheGoal() {
            assertThat(plan.explain(Kpi.LEADS, Scope.month(FEBRUARY).product("crm")))
                    .hasToString("""
                            30 leads of crm from site in 2027-02 = 80 leads of crm through 2027-02 − 50 leads of crm through 2027-01
                              80 leads of crm through 2027-02 = 16 deals from new leads ÷ 20% manager conversion, rounded up
                                16 deals from new leads = 20 new deals of crm − 4 deals expected of the open pipeline through 2027-03
                                  20 new deals of crm = the part of crm (50%) in 40 new deals, the number that reaches the goal
                              50 leads of crm through 2027-01 = 10 deals from new leads ÷ 20% manager conversion, rounded up
                                10 deals from new leads = 14 deals needed of crm through 2027-02 − 4 deals expected of the open pipeline through 2027-02
                                  14 deals needed of crm through 2027-02 = 20 new deals of crm × 2/3 of the season, rounded up
                                    20 new deals of crm = the part of crm (50%) in 40 new deals, the number that reaches the goal
                            """);
        }

        @Test
        void revenueGoesBackToDealsAndPrices() {
            Derivation revenue = plan.explain(Kpi.REVENUE, Scope.month(MARCH));
            assertThat(revenue.formula())
                    .isEqualTo(
                            "9\u00a0000 revenue · 2027-03 = 3\u00a0000 revenue · 2027-03 · basic + 6\u00a0000 revenue ·"
                                    + " 2027-03 · crm");
            assertThat(revenue.inputs().get(1).formula())
                    .isEqualTo("6\u00a0000 revenue · 2027-03 · crm = 6 deals · 2027-03 · crm × 1\u00a0000 price");
        }

        @Test
        void everyNormComesToItsValueAgain() {
            assertThat(plan.norms())
                    .allSatisfy(norm -> assertThat(norm.derivation().evaluate().isSameNumberAs(norm.value()))
                            .as(norm.toString())
                            .isTrue());
        }
    }
}
