package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.MarketingApproach;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveCostTest {

    /** 100 visits for the first unit of money, as many more for three further ones. */
    private static final CurveCost ROOT = CurveCost.of(new PowerResponse(100.0, 0.5));

    /** At most 5,000 visits; 2,500 of them for 1,000. */
    private static final CurveCost SATURATED = CurveCost.of(new MichaelisMenten(5000.0, 1000.0));

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.01", "100, 1.00", "101, 1.03", "200, 4.00", "1000, 100.00"})
    void isTheSpendRoundedUpToTheMinorUnit(long visits, String cost) {
        assertThat(ROOT.cost(visits)).isEqualByComparingTo(cost);
    }

    @ParameterizedTest
    @CsvSource({"2500, 1000", "4000, 4000", "4999, 4999000"})
    void risesWithoutBoundTowardsTheCeiling(long visits, String cost) {
        assertThat(SATURATED.cost(visits)).isEqualByComparingTo(cost);
    }

    @Test
    void isRoundedToTheMinorUnitOfTheCurrency() {
        assertThat(new CurveCost(new PowerResponse(100.0, 0.5), 0).cost(101)).isEqualByComparingTo("2");
        assertThat(new CurveCost(new PowerResponse(100.0, 0.5), 3).cost(101)).isEqualByComparingTo("1.021");
    }

    @Test
    void whatNoSpendBringsIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> SATURATED.cost(5000))
                .withMessage("CurveCost.visits must bring 5000 visits in a month, but no spend does."
                        + " Perhaps the channel wants a ceiling on visits.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ROOT.cost(-1))
                .withMessage("CurveCost.cost must be given visits of at least 0, but was given -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurveCost(new PowerResponse(100.0, 0.5), 10))
                .withMessage("CurveCost.minorDigits must be from 0 to 9, but was 10.");
    }

    /** A deal wants 100 visits and brings 1,000: n deals cost n² and bring 1,000 n. */
    private static Outcome<Plan> outcome(String profit, CurveCost cost) {
        Channel site = new Channel("site", MarketingApproach.INDUSTRY, Rate.percent(5), Rate.ONE, cost, null);
        PlanningConstants constants = PlanningConstants.of(
                "EUR",
                Horizon.ofMonths(JANUARY, 1),
                Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "0")),
                List.of(site),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));
        return Planner.withDefaults().plan(SettledGoal.profit(profit), constants, Position.empty(JANUARY));
    }

    @Test
    void aPlanBuysItsTrafficAtTheCurve() {
        Plan plan = outcome("9900", ROOT).orThrow();

        assertThat(plan.newDeals(Scope.all())).isEqualTo(10);
        assertThat(plan.trafficCost(Scope.all())).isEqualByComparingTo("100");
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("9900");
        assertThat(outcome("9900.01", ROOT).orThrow().newDeals(Scope.all())).isEqualTo(11);
    }

    /** n deals for 100 n visits: 1,000 n less 100,000 n / (5,000 - 100 n) is greatest at 43 deals, 43,000 - 6,142.857. */
    @Test
    void aPlanGoesNoFurtherThanTheCurveIsWorth() {
        assertThat(outcome("36857.14", SATURATED).orThrow().newDeals(Scope.all()))
                .isEqualTo(43);
        assertThat(outcome("36857.15", SATURATED).<String>fold(Plan::toString, Object::toString))
                .isEqualTo("Goal profit 36857.15 cannot be reached: beyond 43 new deals the traffic for a further one"
                        + " costs more than it contributes. Nearest: profit 36857.14.");
    }
}
