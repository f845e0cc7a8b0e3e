package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.assortment;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.traffic.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A base by hand: 1,000 customers of crm, of whom 95 % stay and 4 % buy again, and 40 of a course, who all leave. 10 and 20 deals
 * of crm are won: January keeps 950 and ends with 960, February keeps 912 and ends with 932.
 */
class DirectionsTest {

    private static final Scope ALL = Scope.all();
    private static final Scope CRM = Scope.all().product("crm");

    private final Plan plan = plan(
            SettledGoal.revenue("1"),
            months(constants(), 2)
                    .withAssortment(assortment(
                            List.of(
                                    SmallBusiness.crm()
                                            .withRepeat(new ConstantRepeat(Ratio.percent(95), Ratio.percent(4))),
                                    product("course", "50", "0")),
                            1,
                            0)),
            Position.of(
                    JANUARY,
                    List.of(Position.Customers.of("crm", 3, 1000), Position.Customers.of("course", 0, 40)),
                    List.of()),
            new Pin.Deals("crm", JANUARY, 10L),
            new Pin.Deals("crm", FEBRUARY, 20L));

    private static NormValue.Proportion share(long part, long whole) {
        return new NormValue.Proportion(Ratio.of(part, whole));
    }

    @Test
    void customersAreKeptAndLostMonthByMonth() {
        assertThat(plan.customersKept(CRM.in(JANUARY))).isEqualTo(950);
        assertThat(plan.customersLost(CRM.in(JANUARY))).isEqualTo(50);
        assertThat(plan.customersKept(CRM.in(FEBRUARY))).isEqualTo(912);
        assertThat(plan.customersLost(CRM.in(FEBRUARY))).isEqualTo(48);
        assertThat(plan.customersKept(CRM)).isEqualTo(950 + 912);
        assertThat(plan.customersLost(CRM)).isEqualTo(50 + 48);
        assertThat(plan.customersLost(Scope.month(JANUARY).product("course"))).isEqualTo(40);
        assertThat(plan.customersLost(ALL)).isEqualTo(50 + 48 + 40);
    }

    @Test
    void aRateIsTheConstantWhereThereIsOneAndElseOfTheTotals() {
        assertThat(value(Kpi.RETENTION_RATE, CRM)).isEqualTo(share(95, 100));
        assertThat(value(Kpi.RETENTION_RATE, Scope.month(JANUARY))).isEqualTo(share(950, 1040));
        assertThat(value(Kpi.RETENTION_RATE, ALL)).isEqualTo(share(950 + 912, 1040 + 960));
        assertThat(value(Kpi.REPEAT_RATE, CRM)).isEqualTo(share(4, 100));
        assertThat(value(Kpi.REPEAT_RATE, Scope.month(JANUARY))).isEqualTo(share(40, 1040));
    }

    private NormValue value(Kpi kpi, Scope scope) {
        return Objects.requireNonNull(plan.norm(kpi, scope)).value();
    }

    @Test
    void eachNormOfADirectionIsExplained() {
        assertThat(plan.explain(Kpi.CUSTOMERS_KEPT, CRM.in(FEBRUARY)).text())
                .startsWith("912 customers kept of crm in 2027-02 = 932 current base of crm at the end of 2027-02"
                        + " − 20 new deals of crm in 2027-02\n");
        assertThat(plan.explain(Kpi.CUSTOMERS_LOST, CRM.in(FEBRUARY)).text())
                .startsWith("48 customers lost of crm in 2027-02 = 980 customers of crm at the start, and new ones"
                        + " − 932 current base of crm at the end of 2027-02\n"
                        + "  980 customers of crm at the start, and new ones = 960 current base of crm at the end of 2027-01"
                        + " + 20 new deals of crm in 2027-02\n");
        assertThat(plan.explain(Kpi.RETENTION_RATE, CRM).formula()).isEqualTo("95% retention rate · crm (given)");
        assertThat(plan.explain(Kpi.RETENTION_RATE, Scope.month(JANUARY)).formula())
                .isEqualTo("95/104 retention rate · 2027-01 = 950 customers kept · 2027-01"
                        + " ÷ 1\u00a0040 customers at the start of each month");
    }

    @Test
    void theFiveDirectionsHaveTheirNormsAndOwners() {
        assertThat(kpis(Direction.CAPTURE)).containsExactly(Kpi.CONTACTS, Kpi.TRAFFIC, Kpi.SITE_CONVERSION);
        assertThat(kpis(Direction.WARM_UP)).containsExactly(Kpi.LEADS, Kpi.WARM_UP_RATE);
        assertThat(kpis(Direction.SALE)).containsExactly(Kpi.NEW_DEALS, Kpi.OPEN_LEADS, Kpi.MANAGER_CONVERSION);
        assertThat(kpis(Direction.RETENTION))
                .containsExactly(Kpi.BASE, Kpi.CUSTOMERS_KEPT, Kpi.CUSTOMERS_LOST, Kpi.RETENTION_RATE);
        assertThat(kpis(Direction.REPEAT_SALE)).containsExactly(Kpi.REPEAT_DEALS, Kpi.REPEAT_RATE);
        assertThat(plan.norms().of(Direction.RETENTION)).allMatch(norm -> norm.owner() == Department.MARKETING);
        assertThat(plan.norms().of(Direction.REPEAT_SALE)).allMatch(norm -> norm.owner() == Department.SALES);
    }

    private List<Kpi> kpis(Direction direction) {
        return plan.norms().of(direction).stream().map(Norm::kpi).distinct().toList();
    }

    @Test
    void whatIsOfNoDirectionIsMoneyOrAllDeals() {
        assertThat(Arrays.stream(Kpi.values()).filter(kpi -> kpi.direction() == null))
                .allMatch(kpi -> kpi.isMoney() || kpi == Kpi.DEALS || kpi == Kpi.MARKET_PENETRATION);
    }
}
