package io.github.planningmath.guide;

import static io.github.planningmath.kpi.Department.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.accord.LeadDelivery;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.CatchUp;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.risk.Assurance;
import io.github.planningmath.risk.ConfidencePlanner;
import io.github.planningmath.risk.CountLaw;
import io.github.planningmath.risk.CriticalRatio;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.MonthsKept;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Signal;
import io.github.planningmath.risk.Signals;
import io.github.planningmath.risk.Uncertainty;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The calls that a user makes to see how sure a plan is, from outside of the library's packages. */
class RiskGuideTest {

    private static final SalesTier CONSULTATIVE = SalesTier.CONSULTATIVE;

    private final YearMonth march = YearMonth.of(2027, 3);
    private final FinancialGoal goal = FinancialGoal.profit("120000")
            .withAfterHorizon(AfterHorizon.stops())
            .withCatchUp(CatchUp.AT_ONCE);
    private final PlanningConstants constants = PlanningConstants.builder()
            .currency("EUR")
            .horizon(Horizon.year(2027))
            .product(Product.builder("crm")
                    .tier(CONSULTATIVE)
                    .price("1200")
                    .unitCost("300")
                    .build())
            .channel(Channel.builder("site")
                    .approach(CONSULTATIVE.approach())
                    .siteConversion("2.5%")
                    .warmUpRate("40%")
                    .costPerVisit("0.8")
                    .build())
            .tier(
                    CONSULTATIVE,
                    SalesProcess.builder()
                            .managerConversion("20%")
                            .cycleMonths(1)
                            .channel("site", "100%")
                            .build())
            .fixedCosts(FixedCosts.perMonth("8000"))
            .build();
    private final Position opening = Position.empty(constants.horizon().first());
    private final Plan plan =
            Planner.withDefaults().plan(goal, constants, opening).orThrow();

    @Test
    void howSure() {
        Uncertainty uncertainty = Uncertainty.none()
                .with(Driver.siteConversion("site"), Doubt.observed(500, 20_000))
                .with(Driver.warmUpRate("site"), Doubt.observed(200, 500))
                .with(Driver.managerConversion(CONSULTATIVE), Doubt.observed(80, 400));
        PlanRisk risk = PlanRisk.of(plan, uncertainty);

        assertThat(risk.chance(plan.goal())).hasToString("50.1% ± 0.1");
        assertThat(risk.chance(Kpi.LEADS, Scope.month(march), 180).value()).isBetween(0.4, 0.6);
        assertThat(risk.range(Kpi.PROFIT, Scope.all(), Rate.percent(80)))
                .hasToString("57900 to 189300 in 80% of all cases, about 120000");
        assertThat(risk.shares().shares()).hasSize(3);
        Assurance.Confident sure = ConfidencePlanner.withDefaults()
                .plan(goal, Rate.percent(90), constants, opening, uncertainty)
                .orThrow();
        assertThat(sure.buffer().newDeals()).isPositive();
        assertThat(sure.plan().newDeals(Scope.all())).isGreaterThan(580);
    }

    @Test
    void aPromiseOfLeads() {
        PlanRisk risk = PlanRisk.of(plan, Uncertainty.none());
        MonthsKept kept = risk.kept(LeadDelivery.ofNorm("leads", Rate.percent(80)));
        assertThat(kept.in(Rate.percent(90)).value()).isBetween(0.0, 0.05);
        assertThat(kept.always().value()).isLessThan(0.002);
        assertThat(risk.mostLeads(Rate.percent(75), Rate.percent(80))).isBetween(160L, 185L);
    }

    @Test
    void isAMissLuck() {
        Signal signal = Signal.of(Rate.percent(20), 66, 400);
        assertThat(signal.chanceOfSoFew()).isCloseTo(0.043, within(5e-4));
        assertThat(signal.chanceThatLower()).isCloseTo(0.962, within(5e-4));
        assertThat(signal.evidence()).isLessThan(20);
    }

    /** Of 9,000 visits 150 contacts, where 225 were planned. */
    @Test
    void isAVerdictLuck() {
        Uncertainty uncertainty = Uncertainty.none();
        Actuals actuals = Actuals.from(List.of(Actuals.Cell.of(YearMonth.of(2027, 1), "crm", "site")
                .withVisits(9_000L)
                .withContacts(150L)
                .withLeads(60L)));
        Signals signals = Signals.of(plan, actuals, uncertainty);
        Signal site = Objects.requireNonNull(
                signals.of(MARKETING).of(Factor.SITE_CONVERSION).together());
        assertThat(site.chanceOfSoFew()).isLessThan(1e-6);
        assertThat(signals.real(Rate.percent(5)))
                .extracting(leaf -> leaf.driver().toString())
                .containsExactly("siteConversion[site]");
    }

    @Test
    void further() {
        assertThat(CountLaw.of(0, Rate.percent(10)).leastTrials(5, Rate.percent(90)))
                .isEqualTo(78);
        assertThat(CriticalRatio.of("40", "10").confidence()).isEqualTo(Rate.percent(80));
    }
}
