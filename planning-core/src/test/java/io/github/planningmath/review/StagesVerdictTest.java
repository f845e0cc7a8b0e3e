package io.github.planningmath.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanOfTraffic;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.MarketingApproach;
import io.github.planningmath.traffic.Traffic;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The verdict on leads that pass stages, whose first conversion rises from 20 to 80 % in the seventh month. */
class StagesVerdictTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final int MONTHS = 9;

    private static PlanningConstants constants() {
        SalesProcess process = SalesProcess.inStages(
                List.of(
                        new SalesStage("qualified", Rate.percent(20), SalesCycle.of("50%", "50%")),
                        SalesStage.of("won", "50%", 1)),
                ChannelMix.only("site"));
        Channel site = Channel.builder("site")
                .approach(MarketingApproach.INDUSTRY)
                .siteConversion("1")
                .warmUpRate("1")
                .costPerVisit("1")
                .build();
        return PlanningConstants.of(
                        "EUR",
                        Horizon.ofMonths(JANUARY, MONTHS),
                        Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1200", "300")),
                        List.of(site),
                        Map.of(SalesTier.CONSULTATIVE, process))
                .from(
                        JANUARY.plusMonths(6),
                        Driver.stageConversion(SalesTier.CONSULTATIVE, "qualified"),
                        Rate.percent(80));
    }

    private static Plan plan() {
        Position opening = Position.empty(JANUARY)
                .withStages(List.of(Position.StageEntries.of("crm", "site", "qualified", JANUARY.minusMonths(1), 10)));
        Traffic traffic = new Traffic(constants().horizon().all().stream()
                .map(month -> new Traffic.Visits(month, "crm", "site", 100L))
                .toList());
        return PlanOfTraffic.of(constants(), opening, traffic);
    }

    private static Actuals actuals(IntToLongFunction leads, IntToLongFunction deals) {
        return Actuals.from(IntStream.range(0, MONTHS)
                .mapToObj(month -> Actuals.Cell.of(JANUARY.plusMonths(month), "crm", "site")
                        .withVisits(leads.applyAsLong(month))
                        .withContacts(leads.applyAsLong(month))
                        .withLeads(leads.applyAsLong(month))
                        .withNewDeals(deals.applyAsLong(month)))
                .toList());
    }

    private static Verdict verdict(Actuals actuals) {
        return Verdict.of(plan(), actuals).in(Kpi.NEW_DEALS);
    }

    private static double of(Verdict verdict, Department department) {
        return verdict.of(department).effect();
    }

    /** The facts are the plan's own: 10 qualified in December make 5 deals in January. */
    @Test
    void factsOnPlanChargeNobody() {
        long[] deals = {5, 5, 10, 10, 10, 10, 10, 40, 40};
        assertThat(plan().newDeals(Scope.all())).isEqualTo(140);
        Verdict verdict = verdict(actuals(month -> 100, month -> deals[month]));
        assertThat(of(verdict, Department.MARKETING)).isZero();
        assertThat(of(verdict, Department.SALES)).isZero();
    }

    /**
     * Half of the leads from July on, by hand: qualified in July 20 % are 80 of June's and July's halves, 50 and 25, and so on. What
     * fewer leads cost is marketing's, to the deal.
     */
    @Test
    void fewerLeadsAreMarketings() {
        // July: qualified (50 of June + 25 of July) * 80% = 60, after it 50 * 80% = 40; won a month later at one half
        long[] deals = {5, 5, 10, 10, 10, 10, 10, 30, 20};
        Verdict verdict = verdict(actuals(month -> month < 6 ? 100 : 50, month -> deals[month]));
        assertThat(of(verdict, Department.SALES)).isCloseTo(0, within(1e-9));
        assertThat(of(verdict, Department.MARKETING)).isCloseTo(-30, within(1e-9));
    }

    /** All leads came and ten deals less were made in August. */
    @Test
    void fewerDealsOfTheSameLeadsAreSales() {
        long[] deals = {5, 5, 10, 10, 10, 10, 10, 30, 40};
        Verdict verdict = verdict(actuals(month -> 100, month -> deals[month]));
        assertThat(of(verdict, Department.SALES)).isCloseTo(-10, within(1e-9));
        assertThat(of(verdict, Department.MARKETING)).isCloseTo(0, within(1e-9));
    }
}
