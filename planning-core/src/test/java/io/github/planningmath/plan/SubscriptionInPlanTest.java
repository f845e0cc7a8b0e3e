package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Uncertainty;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.Subscription;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A year of subscriptions. 10,000 customers at the start and 200 new ones a month; 97 % stay, and what they pay for grows by 2 % and
 * shrinks by 1 % a month. A month on renewal costs 100, from July on 110, from October on 99. With subscriptions {@code u},
 * {@code u' = u * 0.97 * 1.01 + 200}: 10,000, 9,997, 9,994.06, 9,991.18 …
 */
class SubscriptionInPlanTest {

    private static final PlanningConstants YEAR = subscribed(Subscription.of("97%", "2%", "1%"))
            .from(YearMonth.of(2027, 7), Driver.renewalPrice("crm"), new BigDecimal("110"))
            .from(YearMonth.of(2027, 10), Driver.renewalPrice("crm"), new BigDecimal("99"));

    private static final Plan PLAN = plan(YEAR, 10_000, 200);

    private static PlanningConstants subscribed(RepeatBehaviour behaviour) {
        return months(SmallBusiness.constants(), 12)
                .withProduct(
                        "crm",
                        crm -> crm.withPrice(new BigDecimal("150"))
                                .withUnitCost(new BigDecimal("30"))
                                .withRepeat(behaviour)
                                .withRenewal(Renewal.at("100")));
    }

    private static Plan plan(PlanningConstants constants, long customers, long newDeals) {
        List<Pin> pins = constants.horizon().all().stream()
                .map(month -> (Pin) new Pin.Deals("crm", month, newDeals))
                .toList();
        return Planner.withDefaults()
                .withPins(pins)
                .plan(
                        SettledGoal.revenue("0"),
                        constants,
                        Position.of(JANUARY, List.of(Position.Customers.of("crm", 0, customers)), List.of()))
                .orThrow();
    }

    private static NormValue value(Plan plan, Kpi kpi, Scope scope) {
        return Objects.requireNonNull(plan.norm(kpi, scope)).value();
    }

    /**
     * Net 97 % of 101 %, gross 97 % of 99 %. In July all that is left is paid a tenth more for: 97.97 % * 1.1, and gross stays. In
     * October a tenth less: 97.97 % * 0.9, and gross is 96.03 % * 0.9.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 999700, 0.9797, 0.9603",
        "2, 999400, 0.9797, 0.9603",
        "3, 999100, 0.9797, 0.9603",
        "4, 998800, 0.9797, 0.9603",
        "5, 998500, 0.9797, 0.9603",
        "6, 998200, 0.9797, 0.9603",
        "7, 1097800, 1.07767, 0.9603",
        "8, 1097470, 0.9797, 0.9603",
        "9, 1097250, 0.9797, 0.9603",
        "10, 987228, 0.88173, 0.86427",
        "11, 987030, 0.9797, 0.9603",
        "12, 986733, 0.9797, 0.9603"
    })
    void aYearByHand(int month, BigDecimal recurring, String net, String gross) {
        Scope scope = Scope.month(YearMonth.of(2027, month));
        assertThat(((NormValue.Amount) value(PLAN, Kpi.RECURRING_REVENUE, scope)).amount())
                .isEqualByComparingTo(recurring);
        assertThat(value(PLAN, Kpi.NET_REVENUE_RETENTION, scope)).isEqualTo(new NormValue.Proportion(Ratio.of(net)));
        assertThat(value(PLAN, Kpi.GROSS_REVENUE_RETENTION, scope))
                .isEqualTo(new NormValue.Proportion(Ratio.of(gross)));
    }

    /** Who stays in January pays 100 each for 9,797 subscriptions, and 200 new customers pay 150. */
    @Test
    void repeatDealsAreTheMonthsThatArePaid() {
        Scope january = Scope.month(JANUARY);
        assertThat(PLAN.repeatDeals(january)).isEqualTo(9_797);
        assertThat(PLAN.revenue(january)).isEqualByComparingTo("1009700");
        assertThat(PLAN.base(january)).isEqualTo(9_900);
    }

    /** The stock of a quarter is that of its end, and its rates are those of a month in the mean. */
    @Test
    void aQuarterHasItsEndAndItsMean() {
        Scope quarter = Scope.quarter(JANUARY);
        assertThat(value(PLAN, Kpi.RECURRING_REVENUE, quarter)).hasToString("999\u00a0100");
        assertThat(value(PLAN, Kpi.NET_REVENUE_RETENTION, quarter)).hasToString("97.97%");
    }

    @Test
    void normsAreExplainedAndOwned() {
        assertThat(PLAN.explain(Kpi.NET_REVENUE_RETENTION, Scope.month(YearMonth.of(2027, 10)))
                        .toString())
                .contains("contraction by a lower price of crm in 2027-10")
                .contains("churn of crm in 2027-10")
                .contains("expansion of crm in 2027-10");
        assertThat(PLAN.explain(Kpi.RECURRING_REVENUE, Scope.month(JANUARY)).toString())
                .contains("999\u00a0700")
                .contains("size at age 1")
                .contains("price on renewal");
        assertThat(Objects.requireNonNull(PLAN.norm(Kpi.GROSS_REVENUE_RETENTION, Scope.all()))
                        .owner())
                .isEqualTo(Department.MARKETING);
        assertThat(Objects.requireNonNull(PLAN.norm(Kpi.NET_REVENUE_RETENTION, Scope.all()))
                        .owner())
                .isEqualTo(Department.SHARED);
    }

    @Test
    void onlySubscriptionsRecur() {
        Plan other = plan(subscribed(new ConstantRepeat(Ratio.percent(97), Ratio.percent(97))), 10_000, 200);
        assertThat(other.norm(Kpi.RECURRING_REVENUE, Scope.all())).isNull();
        assertThat(other.norm(Kpi.NET_REVENUE_RETENTION, Scope.all())).isNull();
        assertThat(plan(subscribed(Subscription.of("97%")), 0, 0).norm(Kpi.GROSS_REVENUE_RETENTION, Scope.all()))
                .isNull();
    }

    /** What neither grows nor shrinks is the plan of repeat deals at the rate of retention. */
    @Test
    void aSteadySubscriptionIsARepeatRate() {
        Plan steady = plan(subscribed(Subscription.of("97%")), 10_000, 200);
        Plan plain = plan(subscribed(new ConstantRepeat(Ratio.percent(97), Ratio.percent(97))), 10_000, 200);
        for (YearMonth month : YEAR.horizon().all()) {
            for (Kpi kpi : List.of(Kpi.REVENUE, Kpi.PROFIT, Kpi.BASE, Kpi.REPEAT_DEALS)) {
                assertThat(value(steady, kpi, Scope.month(month))).isEqualTo(value(plain, kpi, Scope.month(month)));
            }
        }
        assertThat(steady.closing()).isEqualTo(plain.closing());
    }

    /** At 69 on renewal (99 - 30) and 97.97 % net: 120 + 69 * 0.9797 / 0.0203. */
    @Test
    void aCustomerIsWorthMoreWhereSubscriptionsGrow() {
        assertThat(UnitEconomics.of(PLAN, "crm", DiscountRate.annual("0%")).lifetimeValue())
                .isCloseTo(120 + 69 * 0.9797 / 0.0203, within(1e-6));
        Plan growing = plan(subscribed(Subscription.of("97%", "5%", "1%")), 100, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitEconomics.of(growing, "crm", DiscountRate.annual("0%")))
                .withMessage(
                        "UnitEconomics.discount must be above what the subscriptions of crm grow by, customers lost included,"
                                + " but they grow for ever.");
    }

    /** Retention, expansion and contraction are constants of their own. */
    @Test
    void itsPartsAreDrivers() {
        assertThat(Driver.all(YEAR))
                .contains(Driver.retention("crm"), Driver.expansion("crm"), Driver.contraction("crm"))
                .doesNotContain(Driver.repeatRate("crm"), Driver.repeatBehaviour("crm"));
        assertThat(YEAR.with(Driver.retention("crm"), Ratio.percent(98))
                        .with(Driver.expansion("crm"), Ratio.percent(3))
                        .with(Driver.contraction("crm"), Ratio.ZERO)
                        .assortment()
                        .product("crm")
                        .repeat())
                .isEqualTo(Subscription.of("98%", "3%", "0%"));
        Sensitivity sensitivity = Sensitivity.of(PLAN, Rate.percent(1));
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(sensitivity.drivers().get(Driver.expansion("crm")))
                                        .more())
                        .profit())
                .isPositive();
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(sensitivity.drivers().get(Driver.contraction("crm")))
                                        .more())
                        .profit())
                .isNegative();
        assertThatThrownBy(() -> SmallBusiness.constants().with(Driver.expansion("crm"), Ratio.ZERO))
                .hasMessage(
                        "Driver.expansion must be of a product that is sold as a subscription, but crm is not. Perhaps"
                                + " Driver.repeatBehaviour was meant.");
    }

    /** From July on 98 % stay: 98 % of 101 % net, 98 % of 99 % gross. */
    @Test
    void retentionMayChangeInTime() {
        Plan loyal = plan(
                subscribed(Subscription.of("97%", "2%", "1%"))
                        .from(YearMonth.of(2027, 7), Driver.retention("crm"), Ratio.percent(98)),
                10_000,
                200);
        assertThat(value(loyal, Kpi.NET_REVENUE_RETENTION, Scope.month(YearMonth.of(2027, 6))))
                .hasToString("97.97%");
        assertThat(value(loyal, Kpi.NET_REVENUE_RETENTION, Scope.month(YearMonth.of(2027, 7))))
                .hasToString("98.98%");
        assertThat(value(loyal, Kpi.GROSS_REVENUE_RETENTION, Scope.month(YearMonth.of(2027, 7))))
                .hasToString("97.02%");
    }

    /** 9,797 are expected in January, and each retention that is drawn moves them with it. */
    @Test
    void riskFollowsSizes() {
        assertThat(PlanRisk.of(PLAN, Uncertainty.none())
                        .moments(Kpi.REPEAT_DEALS, Scope.month(JANUARY))
                        .mean())
                .isCloseTo(9_797, within(1e-6));
        assertThat(PlanRisk.of(PLAN, Uncertainty.none())
                        .moments(Kpi.REPEAT_DEALS, Scope.month(YearMonth.of(2027, 2)))
                        .mean())
                .isCloseTo(9_997 * 0.9797, within(1e-4));
        assertThatThrownBy(() -> PlanRisk.of(PLAN, Uncertainty.none()).moments(Kpi.RECURRING_REVENUE, Scope.all()))
                .hasMessage(
                        "PlanRisk.kpi must be a count or a sum of money, but was recurring revenue. Perhaps revenue was meant.");
    }

    @Test
    void noFactIsGivenOfIt() {
        Attainment attainment = Attainment.of(
                PLAN,
                Actuals.from(List.of(Actuals.Cell.of(JANUARY, "crm").withNewDeals(200L)))
                        .through(JANUARY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attainment.of(Kpi.NET_REVENUE_RETENTION))
                .withMessage(
                        "Attainment.kpi must be another than net revenue retention, which no cell of actuals gives. Perhaps"
                                + " retention rate or revenue was meant.");
    }

    /** Every cohort followed in doubles; gross is at most net and at most all; every derivation evaluates to its norm. */
    @Property(tries = 40)
    void recurringRevenueIsThatOfEveryCohort(
            @ForAll @IntRange(max = 100) int retention,
            @ForAll @IntRange(max = 30) int expansion,
            @ForAll @IntRange(max = 100) int contraction,
            @ForAll @Size(6) List<@IntRange(min = 1, max = 300) Integer> prices,
            @ForAll @Size(6) List<@IntRange(max = 500) Integer> newDeals) {
        PlanningConstants constants = months(
                subscribed(new Subscription(
                        Ratio.percent(retention), Ratio.percent(expansion), Ratio.percent(contraction))),
                6);
        constants = constants.with(Driver.renewalPrice("crm"), BigDecimal.valueOf(prices.get(0)));
        for (int month = 1; month < 6; month++) {
            constants = constants.from(
                    JANUARY.plusMonths(month), Driver.renewalPrice("crm"), BigDecimal.valueOf(prices.get(month)));
        }
        List<Pin> pins = IntStream.range(0, 6)
                .mapToObj(month -> (Pin) new Pin.Deals("crm", JANUARY.plusMonths(month), (long) newDeals.get(month)))
                .toList();
        Plan plan = Planner.withDefaults()
                .withPins(pins)
                .plan(
                        SettledGoal.revenue("0"),
                        constants,
                        Position.of(
                                JANUARY,
                                List.of(Position.Customers.of("crm", 0, 700), Position.Customers.of("crm", 9, 1_300)),
                                List.of()))
                .orThrow();
        double growth = 1 + expansion / 100.0 - contraction / 100.0;
        double subscriptions = 700 + 1_300 * Math.pow(growth, 9);
        for (int month = 0; month < 6; month++) {
            Scope scope = Scope.month(JANUARY.plusMonths(month));
            double was = prices.get(Math.max(0, month - 1));
            double is = prices.get(month);
            double start = subscriptions * was;
            double churn = start * (1 - retention / 100.0);
            double less = start * retention / 100.0 * contraction / 100.0;
            double more = start * retention / 100.0 * expansion / 100.0;
            double kept = subscriptions * retention / 100.0 * growth;
            double dearer = start * retention / 100.0 * (1 - contraction / 100.0) * (is / was - 1);
            subscriptions = kept + newDeals.get(month);
            assertThat(value(plan, Kpi.RECURRING_REVENUE, scope).numerator().doubleValue())
                    .isCloseTo(subscriptions * is, within(is + 1e-6));
            if (start > 100) {
                assertThat(ratio(plan, Kpi.NET_REVENUE_RETENTION, scope))
                        .isCloseTo((start + more * is / was - less - churn + dearer) / start, within(2e-6));
                assertThat(ratio(plan, Kpi.GROSS_REVENUE_RETENTION, scope))
                        .isCloseTo((start - less - churn + Math.min(0, dearer)) / start, within(2e-6))
                        .isBetween(0.0, Math.min(1, ratio(plan, Kpi.NET_REVENUE_RETENTION, scope)));
            }
        }
        plan.norms().stream().forEach(norm -> {
            assertThat(norm.derivation().evaluate()).isEqualTo(norm.derivation().value());
            assertThat(norm.derivation().value().isSameNumberAs(norm.value()))
                    .as(norm.toString())
                    .isTrue();
        });
    }

    private static double ratio(Plan plan, Kpi kpi, Scope scope) {
        NormValue value = value(plan, kpi, scope);
        return value.numerator().doubleValue() / value.denominator().doubleValue();
    }
}
