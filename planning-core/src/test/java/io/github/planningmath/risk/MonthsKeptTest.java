package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promises of leads with a chance. */
class MonthsKeptTest {

    private static final Plan PLAN = TelephonyPlan.plan();

    /** On rates that are known months are independent: kept all year with the product of the chances of the months. */
    @Test
    void onKnownRatesAllMonthsAreTheProductOfEach() {
        PlanRisk risk = PlanRisk.of(PLAN, Uncertainty.none());
        MonthsKept kept = risk.kept(LeadDelivery.ofNorm("leads", Rate.percent(80)));
        double product = 1;
        for (MonthsKept.InMonth month : kept.months()) {
            // 1 % of the visits of a month are leads
            long visits = PLAN.traffic().cells().stream()
                    .filter(cell -> cell.month().equals(month.month()))
                    .mapToLong(Traffic.Visits::count)
                    .sum();
            double chance = CountLaw.of(visits, Rate.percent(1)).atLeast(month.agreed());
            assertThat(month.chance()).isCloseTo(chance, within(2e-4));
            product *= chance;
        }
        // the last month of the plan has no leads to bring
        assertThat(kept.months()).hasSize(11);
        assertThat(kept.always().value()).isCloseTo(product, within(1e-4)).isLessThan(0.002);
        assertThat(kept.atLeast().get(0)).isEqualTo(Chance.certainly(true));
    }

    /** Doubted rates are alike in all months, so that months are kept or missed together: against paths in whole counts. */
    @Test
    void pathsKeepAsManyMonths() {
        LeadDelivery promise = new LeadDelivery("leads", 170L, Rate.ONE);
        PlanRisk risk = PlanRisk.of(PLAN, TelephonyPlan.COUNTED);
        MonthsKept kept = risk.kept(promise);
        Simulation paths = Simulation.of(PLAN, TelephonyPlan.COUNTED).withPaths(20_000);
        for (int least : new int[] {1, 4, 8, 11}) {
            Chance counted = paths.chance(path -> months(path, 170) >= least);
            assertThat(kept.atLeast().get(least).value())
                    .as("in %d months", least)
                    .isCloseTo(counted.value(), within(2 * counted.error()));
        }
        double apart = 1;
        for (MonthsKept.InMonth month : kept.months().subList(0, 11)) {
            apart *= month.chance();
        }
        assertThat(kept.atLeast().get(11).value()).isGreaterThan(3 * apart);
        assertThat(kept.always().value()).isZero();
    }

    private static long months(Simulation.Path path, long leads) {
        return PLAN.constants().horizon().all().stream()
                .filter(month -> path.value(Kpi.LEADS, Scope.month(month)) >= leads)
                .count();
    }

    /** Small plans of several products and channels, some of which left fractions over. */
    @Test
    void pathsOfSmallPlansKeepAsManyMonths() {
        int looked = 0;
        for (int seed = 1; seed <= 12; seed++) {
            RiskyPlans plans = new RiskyPlans(seed);
            Plan plan = plans.plan(plans.between(0, 15));
            Uncertainty uncertainty = plans.uncertainty(plan.constants());
            long most = plan.leads(Scope.all());
            int months = plan.constants().horizon().months();
            if (most < months) {
                continue;
            }
            long promised = Math.max(1, most / months);
            MonthsKept kept = PlanRisk.of(plan, uncertainty).kept(new LeadDelivery("leads", promised, Rate.ONE));
            Simulation paths = Simulation.of(plan, uncertainty).withPaths(2_000);
            for (int least = 1; least <= months; least++) {
                int wanted = least;
                Chance counted = paths.chance(path -> plan.constants().horizon().all().stream()
                                .filter(month -> path.value(Kpi.LEADS, Scope.month(month)) >= promised)
                                .count()
                        >= wanted);
                Chance chance = kept.atLeast().get(least);
                assertThat(chance.value())
                        .as("%d months of plan %d", least, seed)
                        .isCloseTo(counted.value(), within(2 * counted.error() + chance.error()));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(10);
    }

    /** The most that can be promised is kept with the confidence, and one lead more is not. */
    @Test
    void mostLeadsAreTheMost() {
        PlanRisk risk = PlanRisk.of(PLAN, TelephonyPlan.COUNTED);
        Rate nineOfTen = Rate.percent(90);
        long before = Long.MAX_VALUE;
        for (int confidence : List.of(50, 80, 95)) {
            long most = risk.mostLeads(Rate.percent(75), Rate.percent(confidence));
            assertThat(most).isLessThan(before).isPositive();
            before = most;
            assertThat(kept(risk, most, Rate.percent(75))).isGreaterThanOrEqualTo(confidence / 100.0);
            assertThat(kept(risk, most + 1, Rate.percent(75))).isLessThan(confidence / 100.0);
        }
        // nine of twelve months ask for one lead at least; eleven of twelve for one in the month that has none
        assertThat(risk.mostLeads(nineOfTen, nineOfTen)).isPositive();
        assertThat(risk.mostLeads(Rate.ONE, nineOfTen)).isZero();
    }

    private static double kept(PlanRisk risk, long leads, Rate ofMonths) {
        return risk.kept(new LeadDelivery("leads", leads, Rate.ONE))
                .in(ofMonths)
                .value();
    }

    /** Months that are over were kept or not. */
    @Test
    void monthsThatAreOverAreCertain() {
        Actuals january =
                Actuals.from(List.of(Actuals.Cell.of(PLAN.constants().horizon().first(), "crm", "site")
                        .withVisits(40_000L)
                        .withContacts(900L)
                        .withLeads(351L)));
        PlanRisk risk = PlanRisk.of(PLAN, TelephonyPlan.COUNTED).given(january);
        assertThat(risk.kept(new LeadDelivery("leads", 351L, Rate.ONE))
                        .months()
                        .get(0)
                        .chance())
                .isEqualTo(1);
        assertThat(risk.kept(new LeadDelivery("leads", 352L, Rate.ONE))
                        .months()
                        .get(0)
                        .chance())
                .isEqualTo(0);
    }

    @Test
    void refusals() {
        PlanRisk none =
                PlanRisk.of(RiskyPlans.plan(TelephonyPlan.constants(), TelephonyPlan.opening(), 0), Uncertainty.none());
        assertThatThrownBy(() -> none.kept(LeadDelivery.ofNorm("leads", Rate.ONE)))
                .hasMessage("PlanRisk.promise must be of months with leads, but the plan has none in any month.");
        assertThatThrownBy(() -> none.mostLeads(Rate.ONE, Rate.ONE))
                .hasMessage("PlanRisk.confidence must be above 0% and below 100%, but was 100%. Perhaps 95% was meant:"
                        + " nothing is sure.");
        assertThatThrownBy(() -> new MonthsKept(List.of(), List.of()))
                .hasMessage("MonthsKept.atLeast must hold a chance for each number of months, 1, but held 0.");
        assertThat(none.chance(Kpi.LEADS, Scope.all(), BigDecimal.ONE)).isEqualTo(Chance.certainly(false));
    }
}
