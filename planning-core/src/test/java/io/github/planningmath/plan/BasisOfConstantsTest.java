package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.APRIL;
import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasisOfConstantsTest {

    private static final Driver<Rate> SOLD = Driver.managerConversion(SalesTier.CONSULTATIVE);
    private static final Driver<BigDecimal> PRICE = Driver.price("crm");
    private static final Basis COUNTED =
            new Basis.Counted(80L, 400L, 80.0, 400.0, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 8, 31));
    private static final Basis JUDGED = new Basis.Judged(0.15, 0.3, "sales");
    private static final Basis MEASURED =
            new Basis.Measured(80L, 12.3456, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 8, 31));

    private final PlanningConstants plain = SmallBusiness.months(SmallBusiness.constants(), 4);
    private final PlanningConstants grounded = plain.withBasis(SOLD, COUNTED).withBasis(PRICE, MEASURED);

    @Test
    void aBasisStandsBesideItsValue() {
        assertThat(grounded.basis(SOLD)).isEqualTo(COUNTED);
        assertThat(grounded.basis(Driver.siteConversion("site"))).isNull();
        assertThat(grounded.withBasis(SOLD, JUDGED).basis(SOLD)).isEqualTo(JUDGED);
        assertThat(grounded.basis())
                .extracting(Basis.Row::toString)
                .containsExactly(
                        "managerConversion[CONSULTATIVE]: 20% (80 of 400 leads, 2026-03 to 2026-08)",
                        "price[crm]: 1000 (80 deals, ± 12.3, 2026-03-02 to 2026-08-31)");
        assertThat(plain.withBasis(PRICE, MEASURED).withBasis(SOLD, COUNTED)).isEqualTo(grounded);
    }

    @Test
    void whateverDoorAnotherValueComesByTheBasisGoes() {
        PlanningConstants dearer = grounded.with(PRICE, BigDecimal.valueOf(1100));
        assertThat(dearer.basis(PRICE)).isNull();
        assertThat(dearer.basis(SOLD)).isEqualTo(COUNTED);
        assertThat(grounded.with(SOLD, Rate.percent(19)).basis()).hasSize(1);
        assertThat(grounded.changing(SOLD, rate -> Rate.percent(19)).basis()).hasSize(1);
        assertThat(grounded.withProduct("crm", crm -> crm.withPrice(BigDecimal.ONE))
                        .basis(PRICE))
                .isNull();
        assertThat(grounded.withTiers(plain.withTier(
                                        SalesTier.CONSULTATIVE,
                                        process -> process.withManagerConversion(Rate.percent(10)))
                                .tiers())
                        .basis(SOLD))
                .isNull();
        assertThat(grounded.withAssortment(
                                SmallBusiness.assortment(List.of(SmallBusiness.product("erp", "1000", "300")), 1))
                        .basis())
                .hasSize(1);
        assertThat(grounded.withCurrency(Currency.getInstance("JPY")).basis())
                .extracting(Basis.Row::constant)
                .isEqualTo(List.of(SOLD));
    }

    @Test
    void whatIsHeldWholeHasABasisToo() {
        PlanningConstants all = plain.withSeason(SmallBusiness.season("1", "2", "1", "1"))
                .withSeason("crm", SmallBusiness.season("1", "1", "1", "1"))
                .withBasis(Driver.season(), JUDGED)
                .withBasis(Driver.season("crm"), JUDGED)
                .withBasis(Driver.peopleCost(), JUDGED)
                .withBasis(Driver.fixedCosts(), JUDGED)
                .withBasis(Driver.channelMix(SalesTier.CONSULTATIVE), JUDGED);
        assertThat(all.basis()).hasSize(5).extracting(Basis.Row::value).containsOnlyNulls();
        assertThat(all.withSeason(Season.even())
                        .withSeasonByProduct(Map.of())
                        .withPeopleCost(Payroll.perMonth("1"))
                        .withFixedCosts(FixedCosts.perMonth("1"))
                        .basis())
                .extracting(Basis.Row::constant)
                .isEqualTo(List.of(Driver.channelMix(SalesTier.CONSULTATIVE)));
        assertThat(all.withSeason(SmallBusiness.season("1", "2", "1", "1"))).isEqualTo(all);
    }

    @Test
    void theSameValueKeepsIt() {
        assertThat(grounded.with(SOLD, Rate.of(2, 10))).isEqualTo(grounded);
        assertThat(grounded.withChannel("site", site -> site.withWarmUpRate(Rate.percent(30)))
                        .basis())
                .hasSize(2);
        assertThat(grounded.withCurrency(Currency.getInstance("EUR"))).isEqualTo(grounded);
    }

    @Test
    void aLaterValueHasOneOfItsOwn() {
        PlanningConstants later = grounded.from(FEBRUARY, SOLD, Rate.percent(25))
                .withBasis(FEBRUARY, SOLD, JUDGED)
                .from(APRIL, SOLD, Rate.percent(30));
        assertThat(later.basis(SOLD)).isEqualTo(COUNTED);
        assertThat(later.in(JANUARY).basis(SOLD)).isEqualTo(COUNTED);
        assertThat(later.in(FEBRUARY).basis(SOLD)).isEqualTo(JUDGED);
        assertThat(later.in(MARCH).basis(SOLD)).isEqualTo(JUDGED);
        assertThat(later.in(MARCH).basis(PRICE)).isEqualTo(MEASURED);
        assertThat(later.in(APRIL).basis(SOLD)).isNull();
        assertThat(later.withHorizon(Horizon.ofMonths(FEBRUARY, 3)).basis(SOLD)).isEqualTo(JUDGED);
        assertThat(later.withHorizon(Horizon.ofMonths(FEBRUARY, 3)).basis()).hasSize(2);
        assertThat(later.withHorizon(Horizon.ofMonths(JANUARY, 3)).basis()).hasSize(3);
        assertThat(later.from(FEBRUARY, SOLD, Rate.percent(26)).basis()).hasSize(2);
        assertThat(later.with(SOLD, Rate.percent(20)).basis()).hasSize(2);
        assertThat(later.basis().get(1))
                .hasToString(
                        "managerConversion[CONSULTATIVE] from 2027-02: 25% (judged between 0.15 and 0.3 by sales)");
    }

    @Test
    void anExplanationEndsInIt() {
        Plan plan = SmallBusiness.plan(FinancialGoal.profit("70000"), grounded, SmallBusiness.NOTHING);
        assertThat(plan.explain(Kpi.LEADS, Scope.all()).text())
                .contains("20% manager conversion (80 of 400 leads, 2026-03 to 2026-08)");
        assertThat(plan.explain(Kpi.MANAGER_CONVERSION, Scope.all().channel("site"))
                        .text())
                .isEqualTo("20% manager conversion · site (80 of 400 leads, 2026-03 to 2026-08)\n");
        assertThat(plan.explain(Kpi.REVENUE, Scope.all()).text())
                .contains("(80 deals, ± 12.3, 2026-03-02 to 2026-08-31)");
    }

    @Test
    void anExplanationOfCustomersAndVisitsEndsInIt() {
        PlanningConstants customers = plain.with(
                        Driver.repeatBehaviour("crm"), new ConstantRepeat(Ratio.percent(80), Ratio.percent(10)))
                .with(Driver.costPerVisit("site"), BigDecimal.ONE)
                .withBasis(Driver.retention("crm"), COUNTED)
                .withBasis(Driver.repeatRate("crm"), MEASURED)
                .withBasis(Driver.costPerVisit("site"), MEASURED)
                .withBasis(Driver.siteConversion("site"), COUNTED)
                .withBasis(Driver.warmUpRate("site"), JUDGED);
        Plan plan = SmallBusiness.plan(FinancialGoal.profit("70000"), customers, SmallBusiness.NOTHING);
        assertThat(plan.explain(Kpi.REPEAT_DEALS, Scope.month(MARCH)).text())
                .contains("(80 customers, ± 12.3, 2026-03-02 to 2026-08-31)")
                .contains("(80 of 400 customers, 2026-03 to 2026-08)");
        assertThat(plan.explain(Kpi.TRAFFIC_COST, Scope.all()).text()).contains("(80 visits, ± 12.3");
        assertThat(plan.explain(Kpi.TRAFFIC, Scope.month(JANUARY)).text())
                .contains("5% site conversion (80 of 400 visits, 2026-03 to 2026-08)")
                .contains("40% warm-up rate (judged between 0.15 and 0.3 by sales)");
        assertThat(plan.explain(Kpi.SITE_CONVERSION, Scope.all().channel("site"))
                        .text())
                .contains("(80 of 400 visits");
    }

    @Test
    void aComparisonShowsWhatEachRestsOn() {
        FinancialGoal goal = FinancialGoal.profit("70000");
        PlanComparison comparison = SmallBusiness.plan(goal, plain, SmallBusiness.NOTHING)
                .compare(SmallBusiness.plan(goal, grounded.withBasis(PRICE, JUDGED), SmallBusiness.NOTHING));
        assertThat(comparison)
                .hasToString(
                        "The plans have the same norms.\nThe second rests on: managerConversion[CONSULTATIVE]: 20%"
                                + " (80 of 400 leads, 2026-03 to 2026-08), price[crm]: 1000 (judged between 0.15 and 0.3 by sales).\n");
    }

    @Test
    void aBasisOfAnotherValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.withBasis(List.of(new Basis.Row(SOLD, null, "15%", COUNTED))))
                .withMessage(
                        "PlanningConstants.basis must be of the value that managerConversion[CONSULTATIVE] has, 20%,"
                                + " but was of 15%. Perhaps the value was changed: what it rested on is no basis of another one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.withBasis(List.of(new Basis.Row(SOLD, null, null, COUNTED))))
                .withMessage(
                        "PlanningConstants.basis must be of the value that managerConversion[CONSULTATIVE] has, 20%,"
                                + " but was of none. Perhaps the value was changed: what it rested on is no basis of another one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.withBasis(List.of(new Basis.Row(Driver.season(), null, "1", COUNTED))))
                .withMessage(
                        "PlanningConstants.basis must be of the value that season has, which is not one number,"
                                + " but was of 1. Perhaps the value was changed: what it rested on is no basis of another one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.withBasis(Driver.price("erp"), COUNTED))
                .withMessage("PlanningConstants.basis must be of constants that are given, but was of price[erp].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.withBasis(MARCH, SOLD, COUNTED))
                .withMessage("PlanningConstants.basis must be of constants that are given, but was of"
                        + " managerConversion[CONSULTATIVE] from 2027-03.");
        Basis.Row row = new Basis.Row(PRICE, null, "1000.00", COUNTED);
        assertThat(plain.withBasis(List.of(row)).basis().get(0).value()).isEqualTo("1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.withBasis(List.of(row, row)))
                .withMessage("PlanningConstants.basis must hold one row of price[crm], but held two.");
    }
}
