package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Constants that change in time: "crm" at 1,000 with a unit cost of 300 over "site", in a year from January. */
class ChangesTest {

    private static final YearMonth APRIL = JANUARY.plusMonths(3);
    private static final YearMonth JULY = JANUARY.plusMonths(6);
    private static final Driver<BigDecimal> PRICE = Driver.price("crm");
    private static final PlanningConstants YEAR = SmallBusiness.constants().withHorizon(Horizon.ofMonths(JANUARY, 12));
    private static final PlanningConstants RISING = YEAR.from(JULY, PRICE, amount("1300"));

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    @Test
    void aValueIsInForceUntilTheNextOne() {
        PlanningConstants twice = RISING.from(APRIL, PRICE, amount("1100")).from(JULY, PRICE, amount("1200"));
        assertThat(twice.in(APRIL.minusMonths(1)).value(PRICE)).isEqualTo("1000");
        assertThat(twice.in(APRIL).value(PRICE)).isEqualTo("1100");
        assertThat(twice.in(JULY.minusMonths(1)).value(PRICE)).isEqualTo("1100");
        assertThat(twice.in(JULY).value(PRICE)).isEqualTo("1200");
        assertThat(twice.in(JULY).changes()).isEmpty();
        assertThat(twice.value(PRICE)).isEqualTo("1000");
        assertThat(twice.changes()).hasToString("[price[crm] 1100 from 2027-04, price[crm] 1200 from 2027-07]");
    }

    @Test
    void aValueFromAMonthOnIsThatOfAllLaterOnes() {
        assertThat(RISING.from(APRIL, PRICE, amount("1100")).changes())
                .containsExactly(new Change.AmountOfProduct(APRIL, Driver.Kind.PRICE, "crm", amount("1100")));
    }

    @Test
    void fromTheFirstMonthOnOrWithItIsTheValueOfAllMonths() {
        assertThat(RISING.from(JANUARY, PRICE, amount("900"))).isEqualTo(YEAR.with(PRICE, amount("900")));
        assertThat(RISING.with(PRICE, amount("900"))).isEqualTo(YEAR.with(PRICE, amount("900")));
    }

    @Test
    void changingChangesEveryMonth() {
        PlanningConstants dearer = RISING.changing(PRICE, price -> price.add(BigDecimal.TEN));
        assertThat(dearer.value(PRICE)).isEqualTo("1010");
        assertThat(dearer.in(JULY).value(PRICE)).isEqualTo("1310");
    }

    @Test
    void whatHasChangedBeforeAHorizonIsTheValueThatItBeginsWith() {
        PlanningConstants autumn =
                RISING.from(APRIL, Driver.unitCost("crm"), amount("310")).withHorizon(Horizon.ofMonths(JULY, 6));
        assertThat(autumn.changes()).isEmpty();
        assertThat(autumn.value(PRICE)).isEqualTo("1300");
        assertThat(autumn.value(Driver.unitCost("crm"))).isEqualTo("310");
        assertThat(RISING.withHorizon(Horizon.ofMonths(JANUARY, 6)))
                .isEqualTo(YEAR.withHorizon(Horizon.ofMonths(JANUARY, 6)));
        assertThat(RISING.withHorizon(Horizon.ofMonths(APRIL, 6)).in(JULY).value(PRICE))
                .isEqualTo("1300");
    }

    @Test
    void allThatMayChangeChanges() {
        PlanningConstants changing = RISING.from(JULY, Driver.unitCost("crm"), amount("350"))
                .from(JULY, Driver.commission("crm"), Rate.percent(10))
                .from(JULY, Driver.costPerVisit("site"), amount("0.20"))
                .from(APRIL, Driver.fixedCosts(), FixedCosts.perYear("12000"));
        assertThat(changing.changes())
                .hasToString("[fixedCosts 12000 a year from 2027-04, commission[crm] 10% from 2027-07,"
                        + " costPerVisit[site] 0.2 from 2027-07, price[crm] 1300 from 2027-07,"
                        + " unitCost[crm] 350 from 2027-07]");
        assertThat(changing.in(JULY).assortment().product("crm").contribution()).isEqualTo("820");
        assertThat(changing.in(JULY).fixedCosts()).isEqualTo(FixedCosts.perYear("12000"));
        assertThat(changing.in(APRIL).channel("site").cost().perVisit()).isEqualTo("0");
    }

    /** By hand: of 24 even deals twelve are of the first half of the year. */
    @Test
    void anExplanationSaysFromWhenAValueHolds() {
        Plan plan = Planner.withDefaults()
                .plan(SettledGoal.revenue("27600"), RISING, NOTHING)
                .orThrow();
        assertThat(plan.requiredDeals()).isEqualTo(24);
        assertThat(plan.explain(Kpi.REVENUE, Scope.all()).text()).startsWith("""
                27\u00a0600 revenue · crm = 12\u00a0000 revenue · crm from 2027-01 to 2027-06 + 15\u00a0600 revenue · crm from 2027-07 to 2027-12
                  12\u00a0000 revenue · crm from 2027-01 to 2027-06 = 12 deals · crm from 2027-01 to 2027-06 × 1\u00a0000 price from 2027-01
                """);
        assertThat(plan.explain(Kpi.REVENUE, Scope.month(JULY)).formula())
                .isEqualTo(
                        "2\u00a0600 revenue · 2027-07 · crm = 2 deals · 2027-07 · crm × 1\u00a0300 price from 2027-07");
    }

    @Test
    void aPlanOfWhichNothingMayBeSaidTwiceRefusesAPartThatChangesInTime() {
        assertThatThrownBy(() -> RISING.withProduct("crm", product -> product.withPrice(amount("900"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PlanningConstants.withProduct must leave price[crm] as it is, because it changes in time, but it"
                                + " was 900 instead of 1000. Perhaps PlanningConstants.with for all months, changing for each or from a"
                                + " month on was meant.");
        PlanningConstants visits = YEAR.from(JULY, Driver.costPerVisit("site"), amount("1"));
        assertThatThrownBy(() -> visits.withChannel("site", channel -> channel.withCost(new CostPerVisit(amount("2")))))
                .hasMessageStartingWith("PlanningConstants.withChannel must leave costPerVisit[site] as it is");
        PlanningConstants house = YEAR.from(JULY, Driver.fixedCosts(), FixedCosts.perMonth("1"));
        assertThatThrownBy(() -> house.withFixedCosts(FixedCosts.perMonth("2")))
                .hasMessageStartingWith("PlanningConstants.withFixedCosts must leave fixedCosts as it is");
        assertThat(RISING.withProduct("crm", product -> product.withUnitCost(amount("1")))
                        .changes())
                .hasSize(1);
    }

    @Test
    void aChangeIsOfAMonthAfterTheFirst() {
        assertThatThrownBy(() -> RISING.from(JANUARY.minusMonths(1), PRICE, amount("900")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PlanningConstants.changes must be from a month after the first of the horizon, 2027-01, and at most"
                                + " its last, 2027-12, but price[crm] was from 2026-12. Perhaps PlanningConstants.with was meant: the"
                                + " value of the first month is the constant itself.");
        assertThatThrownBy(() -> RISING.from(JANUARY.plusYears(1), PRICE, amount("900")))
                .hasMessage(
                        "PlanningConstants.changes must be from a month after the first of the horizon, 2027-01, and at most"
                                + " its last, 2027-12, but price[crm] was from 2028-01.");
        assertThatThrownBy(() -> RISING.in(JANUARY.plusYears(1)))
                .hasMessageStartingWith("PlanningConstants.month must");
    }

    @Test
    void aChangeIsOfWhatMayChange() {
        assertThatThrownBy(() -> YEAR.from(JULY, Driver.salesCycle(SalesTier.CONSULTATIVE), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Change.driver must be of what may change in time (price, unitCost, commission, costPerVisit,"
                                + " managerConversion, fixedCosts), but was salesCycle[CONSULTATIVE].");
        assertThatThrownBy(() -> new Change.AmountOfChannel(JULY, Driver.Kind.PRICE, "site", BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Change.AmountOfChannel.driver must be one of costPerVisit, but was price.");
        TrafficCost curve = visits -> BigDecimal.valueOf(visits);
        assertThatThrownBy(() -> YEAR.withChannel("site", channel -> channel.withCost(curve))
                        .from(JULY, Driver.costPerVisit("site"), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PlanningConstants.changes must be of a cost per visit where every visit costs the same, but was of"
                                + " costPerVisit[site], which is priced by its month as a whole.");
    }

    @Test
    void aChangeIsOfWhatIsKnownAndOfAValueThatFits() {
        assertThatThrownBy(() -> YEAR.from(JULY, Driver.costPerVisit("mail"), BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PlanningConstants.channel must name a known channel (site), but was mail.");
        assertThatThrownBy(() -> YEAR.from(JULY, PRICE, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Product.price must be above 0");
    }

    @Test
    void aConstantHasOneValueFromAMonthOn() {
        List<Change> twice = List.of(
                new Change.AmountOfProduct(JULY, Driver.Kind.PRICE, "crm", amount("1")),
                new Change.AmountOfProduct(JULY, Driver.Kind.PRICE, "crm", amount("2")));
        assertThatThrownBy(() -> YEAR.withChanges(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PlanningConstants.changes must hold one value of price[crm] from 2027-07 on, but held two.");
    }
}
