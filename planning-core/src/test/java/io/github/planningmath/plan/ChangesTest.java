package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
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

    /** By hand: a deal takes 5 leads, 250 visits at 2 % and 125 at 4 %; two deals are due in each month. */
    @Test
    void aVisitIsWorthWhatItsMonthMakesOfIt() {
        PlanningConstants better = YEAR.from(JULY, Driver.siteConversion("site"), Rate.percent(10));
        Plan plan = Planner.withDefaults()
                .plan(SettledGoal.revenue("24000"), better, NOTHING)
                .orThrow();
        assertThat(plan.traffic(Scope.month(JULY.minusMonths(1)))).isEqualTo(500);
        assertThat(plan.traffic(Scope.month(JULY))).isEqualTo(250);
        assertThat(plan.traffic(Scope.all())).isEqualTo(4_500);
        assertThat(plan.contacts(Scope.month(JULY))).isEqualTo(25);
        Scope site = Scope.all().channel("site");
        assertThat(Objects.requireNonNull(plan.norm(Kpi.SITE_CONVERSION, site)).value())
                .isEqualTo(new NormValue.Proportion(Ratio.of(300, 4_500)));
        assertThat(Objects.requireNonNull(plan.norm(Kpi.SITE_CONVERSION, site.in(APRIL)))
                        .value())
                .isEqualTo(new NormValue.Conversion(Rate.percent(5)));
        assertThat(plan.explain(Kpi.SITE_CONVERSION, site.in(JULY)).formula())
                .isEqualTo("10% site conversion of site from 2027-07 (given)");
        assertThat(plan.explain(Kpi.TRAFFIC, Scope.all()).text()).startsWith("""
                4\u00a0500 visits of crm from site through 2027-12 = 3\u00a0000 visits of crm from site through 2027-06\
                 + 1\u00a0500 visits of crm from site from 2027-07 through 2027-12
                """);
    }

    /** By hand: 100 customers make 10 deals and 90 stay; these make 18 and 45 stay; these make 9, and 22.5 stay. */
    @Test
    void customersStayAndBuyAsTheirMonthHasIt() {
        PlanningConstants loyal = SmallBusiness.months(YEAR, 3)
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.percent(90), Ratio.percent(10))))
                .from(JANUARY.plusMonths(1), Driver.retention("crm"), Ratio.percent(50))
                .from(JANUARY.plusMonths(1), Driver.repeatRate("crm"), Ratio.percent(20));
        Position opening = Position.of(JANUARY, List.of(Position.Customers.of("crm", 7, 100)), List.of());
        Projection projection = Projection.of(loyal, opening, new Traffic(List.of()));
        assertThat(projection.repeatDeals()).isEqualTo(37);
        assertThat(projection.closing().customers())
                .containsExactly(new Position.Customers("crm", 10, 22L, 500_000_000));
        Plan plan = Plan.of(FinancialGoal.revenue("0"), projection);
        assertThat(plan.explain(Kpi.REPEAT_DEALS, Scope.all()).text())
                .contains("× 10% repeat rate from 2027-01", "× 20% repeat rate from 2027-02");
        PlanningConstants whole = SmallBusiness.months(YEAR, 3)
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.percent(90), Ratio.percent(10))))
                .from(
                        JANUARY.plusMonths(1),
                        Driver.repeatBehaviour("crm"),
                        new ConstantRepeat(Ratio.percent(50), Ratio.percent(20)));
        assertThat(Projection.of(whole, opening, new Traffic(List.of())).closing())
                .isEqualTo(projection.closing());
    }

    /** A channel may be full from some month on; the planner says in which. */
    @Test
    void aCeilingIsThatOfItsMonth() {
        PlanningConstants fuller = YEAR.from(JULY, Driver.visitCeiling("site"), 400L);
        assertThat(Planner.withDefaults()
                        .plan(SettledGoal.revenue("24000"), fuller, NOTHING)
                        .<List<Obstacle>>fold(plan -> List.of(), Unreachable::obstacles))
                .containsExactly(new Obstacle.CeilingsBind("crm", List.of(new Obstacle.Ceiling("site", JULY, 400L))));
        assertThat(Planner.withDefaults()
                        .plan(
                                SettledGoal.revenue("24000"),
                                fuller.from(JULY, Driver.visitCeiling("site"), 500L),
                                NOTHING)
                        .orThrow()
                        .traffic(Scope.all()))
                .isEqualTo(6_000);
    }

    @Test
    void ratesOfCustomersChangeOneByOneOrAsAWhole() {
        PlanningConstants byAge = YEAR.withProduct(
                "crm", crm -> crm.withRepeat(new RepeatByAge(List.of(Ratio.ONE, Ratio.ZERO), List.of(Ratio.ZERO))));
        assertThatThrownBy(() -> byAge.from(JULY, Driver.retention("crm"), Ratio.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Driver.retention must be of a product whose customers behave alike at every age, but those of"
                                + " crm do not. Perhaps Driver.repeatBehaviour was meant.");
        assertThatThrownBy(() -> YEAR.from(JULY, Driver.retention("crm"), Ratio.percent(110)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ConstantRepeat.retention must");
        assertThatThrownBy(() -> YEAR.from(JULY, Driver.retention("crm"), Ratio.ONE)
                        .from(APRIL, Driver.repeatBehaviour("crm"), RepeatBehaviour.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "PlanningConstants.changes must be of the repeat behaviour of crm as a whole, or of its retention"
                                + " and repeat rate, but were of both.");
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
        assertThatThrownBy(() -> YEAR.from(JULY, Driver.salesCycle(SalesTier.CONSULTATIVE), SalesCycle.months(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Change.driver must be of what may change in time (price, unitCost, commission, renewalPrice,"
                                + " renewalUnitCost, renewalCommission, retention, repeatRate, repeatBehaviour, siteConversion,"
                                + " warmUpRate, costPerVisit, visitCeiling, managerConversion, channelMix, productConversion,"
                                + " productChannelMix, stageConversion, productStageConversion, fixedCosts), but was salesCycle[CONSULTATIVE].");
        assertThatThrownBy(() -> new Change.AmountOfChannel(JULY, Driver.Kind.PRICE, "site", BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Change.AmountOfChannel.driver must be one of costPerVisit, but was price.");
        assertThatThrownBy(() -> new Change.ShareOfChannel(JULY, Driver.Kind.COST_PER_VISIT, "site", Rate.ONE))
                .hasMessage(
                        "Change.ShareOfChannel.driver must be one of siteConversion, warmUpRate, but was costPerVisit.");
        assertThatThrownBy(() -> new Change.CountOfChannel(JULY, Driver.Kind.WARM_UP_RATE, "site", 1L))
                .hasMessage("Change.CountOfChannel.driver must be one of visitCeiling, but was warmUpRate.");
        assertThatThrownBy(() -> new Change.RateOfCustomers(JULY, Driver.Kind.PRICE, "crm", Ratio.ONE))
                .hasMessage(
                        "Change.RateOfCustomers.driver must be one of renewalCommission, retention, repeatRate, but was price.");
        assertThatThrownBy(() ->
                        new Change.BehaviourOfCustomers(JULY, Driver.Kind.RETENTION, "crm", RepeatBehaviour.none()))
                .hasMessage("Change.BehaviourOfCustomers.driver must be one of repeatBehaviour, but was retention.");
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
