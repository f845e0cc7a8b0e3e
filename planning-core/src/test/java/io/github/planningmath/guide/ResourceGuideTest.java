package io.github.planningmath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.resource.Gap;
import io.github.planningmath.resource.NothingFits;
import io.github.planningmath.resource.Resource;
import io.github.planningmath.resource.ResourceSteps;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The calls that a user makes to set means beside a goal, from outside of the library's packages. */
class ResourceGuideTest {

    private final YearMonth january = YearMonth.of(2027, 1);
    private final YearMonth march = YearMonth.of(2027, 3);
    private final Position opening = Position.empty(january);
    private final FinancialGoal goal = FinancialGoal.profit("1200000");
    private final SalesTeam managers = new SalesTeam(
            Map.of(SalesTier.CONSULTATIVE, HandlingEffort.of("45", "3", "90")),
            WorkingTime.of("160", "80%"),
            5L,
            HiringTerms.of("3000"));
    private final PlanningConstants constants = PlanningConstants.of(
                    "EUR",
                    Horizon.year(2027),
                    Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1500", "300")),
                    List.of(new Channel(
                            "site",
                            MarketingApproach.INDUSTRY,
                            Rate.percent(5),
                            Rate.percent(40),
                            CostPerVisit.of("0.5"),
                            null)),
                    Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))))
            .withPeopleCost(managers);

    @Test
    void theGoalAndTheMeansSideBySide() {
        Resources resources = Resources.unlimited()
                .withBudget("150000")
                .withManagers(managers)
                .withVisitCeilings(Map.of("site", 30_000L));
        Feasibility both = Bottleneck.withDefaults()
                .feasibility(goal, constants, opening, resources)
                .orThrow();
        BigDecimal most = Objects.requireNonNull(both.most());
        List<Resource> binding = both.binding();
        BigDecimal manager = both.use(new Resource.Managers()).price().worth();
        Gap gap = both.in(march).gap();

        Plan plan = both.bottomUp();
        assertThat(most).isEqualByComparingTo(plan.profit(Scope.all()));
        // 495 minutes a deal: 77 whole deals in the 7,680 minutes a month that each of five managers has
        assertThat(plan.newDeals(Scope.all())).isEqualTo(12 * 77);
        assertThat(most).isEqualByComparingTo("813300"); // at 1,200 - 125 each, less 180,000 of salaries
        assertThat(binding).containsExactly(new Resource.Managers());
        assertThat(manager).isPositive();
        assertThat(Objects.requireNonNull(gap).newDeals()).isPositive();
        assertThat(both.suffices()).isFalse();
    }

    @Test
    void stepsOfOnesOwnAndPricesPerUnit() {
        Resources resources = Resources.unlimited().withBudget("50000");
        Feasibility both = Bottleneck.withDefaults()
                .withSteps(new ResourceSteps(new BigDecimal("12500"), 1L, 1_000L))
                .feasibility(goal, constants, opening, resources)
                .orThrow();

        // 125 a deal: 400 deals, and a hundred more
        assertThat(both.bottomUp().newDeals(Scope.all())).isEqualTo(400);
        assertThat(both.use(new Resource.Budget(null)).used()).isEqualTo(new NormValue.Amount(new BigDecimal("50000")));
        assertThat(both.use(new Resource.Budget(null)).price().perUnit(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("8.60"); // 100 deals at 1,075 for 12,500
    }

    @Test
    void eitherAnswerByOneDoor() {
        Resources none = Resources.unlimited().withBudget("0");
        String answer = Bottleneck.withDefaults()
                .feasibility(goal, constants, opening, none)
                .fold(both -> "the most is " + both.most(), NothingFits::toString);

        assertThat(answer).isEqualTo("the most is -180000"); // five salaries of 3,000 in twelve months
    }
}
