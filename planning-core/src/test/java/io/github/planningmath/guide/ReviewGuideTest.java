package io.github.planningmath.guide;

import static io.github.planningmath.kpi.Department.MARKETING;
import static io.github.planningmath.kpi.Department.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.review.NotYetDue;
import io.github.planningmath.review.Replan;
import io.github.planningmath.review.Verdict;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calls of a month's review, from outside of the library's packages. */
class ReviewGuideTest {

    private final YearMonth january = YearMonth.of(2027, 1);
    private final YearMonth march = YearMonth.of(2027, 3);
    private final PlanningConstants constants = PlanningConstants.of(
            "EUR",
            Horizon.year(2027),
            Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")),
            List.of(new Channel(
                    "site",
                    MarketingApproach.INDUSTRY,
                    Rate.percent(5),
                    Rate.percent(40),
                    CostPerVisit.of("1.50"),
                    null)),
            Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));
    private final Plan plan = Planner.withDefaults()
            .plan(FinancialGoal.revenue("1200000"), constants, Position.empty(january))
            .orThrow();
    private final List<Actuals.Cell> cells = List.of(Actuals.Cell.of(march, "crm", "site")
            .withVisits(20_000L)
            .withContacts(1_000L)
            .withLeads(400L)
            .withNewDeals(70L)
            .withRevenue(new BigDecimal("70000")));

    @Test
    void whoseSideTheGapLiesOn() {
        Verdict verdict = Verdict.of(plan, Actuals.from(cells).through(march));
        BigDecimal marketing = verdict.of(MARKETING).amount();
        BigDecimal sales = verdict.of(SALES).amount();
        NotYetDue notYetDue = verdict.notYetDue();

        assertThat(verdict.gap()).isEqualByComparingTo("-30000");
        assertThat(marketing.add(sales).add(notYetDue.part().amount())).isEqualByComparingTo("-30000");
        assertThat(marketing).isNegative();
        assertThat(sales).isNegative();
    }

    @Test
    void howFarThePlanIsMetAndTheWayBack() {
        Actuals actuals = Actuals.from(cells).through(march);
        Attainment attainment = Attainment.of(plan, actuals);
        assertThat(attainment.of(Kpi.NEW_DEALS, Scope.month(march))).hasToString("new deals · 2027-03: 70.00%");

        Replan replan = Replan.of(plan, actuals).orThrow();
        assertThat(replan.plan().newDeals(Scope.all())).isEqualTo(930);
    }
}
