package io.github.planningmath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.Derivation;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Funnel;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.Solution;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Unknown;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calls that a user makes, as the guide shows them: from outside of the library's packages, and each with its effect. */
class UserGuideTest {

    private final Horizon year = Horizon.year(2027);
    private final YearMonth january = year.first();
    private final PlanningConstants constants = new PlanningConstants(
            Currency.getInstance("EUR"),
            year,
            Season.even(),
            new Assortment(
                    List.of(
                            new Product(
                                    "call tracking",
                                    SalesTier.TRANSACTIONAL,
                                    new BigDecimal("90"),
                                    new BigDecimal("20"),
                                    null,
                                    new ConstantRepeat(Ratio.percent(95), Ratio.ONE),
                                    null,
                                    List.of(),
                                    null),
                            new Product(
                                    "call analytics",
                                    SalesTier.CONSULTATIVE,
                                    new BigDecimal("4000"),
                                    new BigDecimal("900"),
                                    Rate.percent(10),
                                    RepeatBehaviour.none(),
                                    null,
                                    List.of(),
                                    null)),
                    Mix.ofWeights(Map.of("call tracking", Ratio.of(3), "call analytics", Ratio.of(1)))),
            List.of(
                    new Channel(
                            "site",
                            MarketingApproach.MASS,
                            Rate.percent("2.5"),
                            Rate.percent(40),
                            CostPerVisit.of("0.40"),
                            null),
                    new Channel(
                            "events",
                            MarketingApproach.INDUSTRY,
                            Rate.percent(30),
                            Rate.percent(50),
                            CostPerVisit.of("25"),
                            2_000L)),
            Map.of(
                    SalesTier.TRANSACTIONAL,
                    SalesProcess.of(Rate.percent(30), 0, ChannelMix.only("site")),
                    SalesTier.CONSULTATIVE,
                    SalesProcess.of(
                            Rate.percent(20), 2, ChannelMix.of("site", Rate.percent(70), "events", Rate.percent(30)))),
            FixedCosts.perYear("600000"),
            Payroll.perMonth("40000"),
            Ownership.withDefaults(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Map.of());
    private final Position opening = Position.of(
            january,
            List.of(Position.Customers.of("call tracking", 6, 1_500)),
            List.of(
                    Position.OpenLeads.of("call analytics", "site", january, 120),
                    Position.OpenLeads.of("call analytics", "events", january.plusMonths(1), 80)));

    @Test
    void fromAGoalToNorms() {
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("12000000"), constants, opening)
                .orThrow();
        long leads = plan.leads(Scope.month(january).channel("site"));

        assertThat(leads).isPositive();
        assertThat(plan.profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal("12000000"));
    }

    @Test
    void whatIfTheSiteConvertedBetter() {
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("12000000"), constants, opening)
                .orThrow();
        PlanningConstants better = constants.withChannel("site", c -> c.withSiteConversion(Rate.percent("3")));
        PlanComparison comparison = plan.compare(
                Planner.withDefaults().plan(plan.goal(), better, opening).orThrow());

        assertThat(comparison.toString())
                .contains("traffic · whole plan")
                .contains("of single months.\n")
                .endsWith("Constants that differ: channels[site].siteConversion 2.5% -> 3%.\n");
    }

    @Test
    void whyIsThisTheNorm() {
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("12000000"), constants, opening)
                .orThrow();
        Derivation derivation = plan.explain(Kpi.LEADS, Scope.month(january));

        assertThat(derivation.toString()).startsWith(derivation.formula());
        assertThat(derivation.evaluate().toString())
                .isEqualTo(derivation.value().toString());
    }

    @Test
    void whoAnswersForWhat() {
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("1000000"), constants, opening)
                .orThrow();

        List<Norm> ofMarketing =
                plan.norms().of(Department.MARKETING).month(january).list();

        assertThat(ofMarketing)
                .extracting(Norm::kpi)
                .contains(Kpi.TRAFFIC, Kpi.LEADS)
                .doesNotContain(Kpi.REPEAT_DEALS);
    }

    @Test
    void aGoalOutOfReachIsAnAnswerAndNoException() {
        PlanningConstants dear = constants.withChannel("site", c -> c.withCost(CostPerVisit.of("40")));
        Outcome<Plan> outcome = Planner.withDefaults().plan(FinancialGoal.profit("12000000"), dear, opening);

        String answer = outcome.fold(
                plan -> "reached", refusal -> refusal.obstacles().get(0).toString());

        assertThat(answer).startsWith("a new deal contributes ").contains("but its leads cost ");
    }

    @Test
    void someCellsAreFixed() {
        Plan plan = Planner.withDefaults()
                .withPins(List.of(
                        new Pin.Deals("call tracking", january, 100L), new Pin.Leads("events", null, january, 60L)))
                .plan(FinancialGoal.profit("1000000"), constants, opening)
                .orThrow();

        assertThat(plan.newDeals(Scope.month(january).product("call tracking"))).isEqualTo(100);
        assertThat(plan.leads(Scope.month(january).channel("events"))).isEqualTo(60);
    }

    @Test
    void theSameNumbersRunForward() {
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("1000000"), constants, opening)
                .orThrow();
        Projection projection = Projection.of(constants, opening, plan.traffic());

        assertThat(projection.profit()).isEqualByComparingTo(plan.profit(Scope.all()));
    }

    @Test
    void nextYearStartsWhereThisOneEnds() {
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("1000000"), constants, opening)
                .orThrow();
        Plan next = Planner.withDefaults()
                .plan(FinancialGoal.profit("1200000"), constants.withHorizon(Horizon.year(2028)), plan.closing())
                .orThrow();

        assertThat(next.opening().base("call tracking"))
                .isEqualTo(plan.base(Scope.all().product("call tracking")));
    }

    @Test
    void whichConversionReachesMore() {
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("1000000"), constants, opening)
                .orThrow();
        Solution solution = Solver.withDefaults()
                .solution(
                        Unknown.siteConversion("site", Rate.percent("0.01")),
                        FinancialGoal.profit("1200000"),
                        constants,
                        opening,
                        plan.traffic())
                .orThrow();

        assertThat(solution.plan().profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal("1200000"));
        assertThat(solution.value().toString()).endsWith("%");
    }

    @Test
    void oneFunnelBothWays() {
        Funnel funnel = Funnel.of(constants, SalesTier.TRANSACTIONAL);

        Funnel.Flow required = funnel.required(30);

        assertThat(required.leads()).isEqualTo(Map.of("site", 100L));
        assertThat(funnel.expected(required.visits()).deals()).isEqualTo(30);
    }
}
