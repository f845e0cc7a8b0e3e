package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.lifetime.BassDiffusion;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Seasons of products, a launch among them. */
class SeasonTest {

    private static final YearMonth JULY = JANUARY.plusMonths(6);
    private static final Horizon YEAR = Horizon.ofMonths(JANUARY, 12);
    private static final PlanningConstants TWO = SmallBusiness.constants()
            .withHorizon(YEAR)
            .withAssortment(new Assortment(
                    List.of(SmallBusiness.product("crm", "1000", "300"), SmallBusiness.product("kit", "1000", "300")),
                    new Mix<>(Map.of("crm", Ratio.of("50%"), "kit", Ratio.of("50%")))));

    private static long[] newDeals(Plan plan, String product) {
        return plan.constants().horizon().all().stream()
                .mapToLong(month -> plan.newDeals(Scope.month(month).product(product)))
                .toArray();
    }

    /** By hand: 24 deals of each; those of the launched product in the six months from July on. */
    @Test
    void aLaunchIsOneLine() {
        PlanningConstants launching = TWO.withSeason("kit", Season.launch(JULY, "100%"));
        Plan plan = Planner.withDefaults()
                .plan(SettledGoal.revenue("48000"), launching, NOTHING)
                .orThrow();
        assertThat(plan.requiredDeals()).isEqualTo(48);
        assertThat(newDeals(plan, "crm")).containsOnly(2).hasSize(12);
        assertThat(newDeals(plan, "kit")).containsExactly(0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4);
    }

    /** By hand: a ramp of 1, 2, 3 and 3 from then on is 15 in six months, so 30 deals are 2, 4 and 6 in each later month. */
    @Test
    void aLaunchGoesOnWithTheLastOfItsRamp() {
        PlanningConstants launching = TWO.withSeason("kit", Season.launch(JULY, "1", "2", "3"));
        Plan plan = Planner.withDefaults()
                .plan(SettledGoal.revenue("60000"), launching, NOTHING)
                .orThrow();
        assertThat(newDeals(plan, "kit")).containsExactly(0, 0, 0, 0, 0, 0, 2, 4, 6, 6, 6, 6);
    }

    /** After the horizon it goes on with the mean of the months since the launch, not with the nothing of a year before it. */
    @Test
    void afterTheHorizonALaunchGoesOnWithItsMean() {
        Season launch = Season.launch(JULY, "1", "2", "3");
        assertThat(launch.share(YEAR, JULY)).isEqualTo(Ratio.of(1, 15));
        assertThat(launch.share(YEAR, JANUARY.plusYears(1))).isEqualTo(Ratio.of(1, 6));
        assertThat(launch.share(Horizon.ofMonths(JULY.plusMonths(2), 4), JANUARY.plusYears(1)))
                .isEqualTo(Ratio.of(1, 4));
        assertThat(Season.even().share(YEAR, JANUARY.plusYears(1))).isEqualTo(Ratio.of(1, 12));
    }

    @Test
    void aProductWithoutASeasonOfItsOwnHasThatOfAll() {
        Season launch = Season.launch(JULY, "100%");
        PlanningConstants launching = TWO.withSeason("kit", launch);
        assertThat(launching.season("crm")).isEqualTo(TWO.season());
        assertThat(launching.season("kit")).isEqualTo(launch);
        assertThat(launching.value(Driver.season("kit"))).isEqualTo(launch);
        assertThat(launching.value(Driver.season("crm"))).isNull();
        assertThat(TWO.with(Driver.season("kit"), launch)).isEqualTo(launching);
        assertThat(Driver.all(launching)).extracting(Object::toString).contains("season", "productSeason[kit]");
    }

    /** A product that is not launched within the horizon has no month to be sold in. */
    @Test
    void aLaunchAfterTheHorizonIsOutOfSeason() {
        PlanningConstants later = TWO.withSeason("kit", Season.launch(JANUARY.plusYears(1), "100%"));
        Unreachable<Plan> refusal = Planner.withDefaults()
                .plan(SettledGoal.revenue("48000"), later, NOTHING)
                .fold(plan -> null, unreachable -> unreachable);
        assertThat(refusal.obstacles()).contains(new Obstacle.OutOfSeason("kit", JANUARY, JANUARY.plusMonths(11)));
    }

    @Test
    void aSeasonIsOfAKnownProduct() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.withSeason("audit", Season.even()))
                .withMessageContaining("audit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.season("audit"))
                .withMessageContaining("audit");
    }

    /**
     * The model's own equation, {@code dF/dt = (p + q F) (1 - F)}, by Runge and Kutta's rule in steps of a hundredth of a month; p and q
     * are about the mean of the 213 applications in F. Sultan, J. U. Farley, D. R. Lehmann, A Meta-Analysis of Applications of Diffusion
     * Models, Journal of Marketing Research 27(1), 1990, 70-77.
     */
    @Test
    void aLaunchMayFollowABassCurve() {
        double p = 0.03;
        double q = 0.38;
        Season.Launch launch = (Season.Launch) Season.launch(JULY, new BassDiffusion(p, q, 1_000L), 120);
        double share = 0;
        int best = 0;
        for (int month = 0; month < 120; month++) {
            double before = share;
            for (int step = 0; step < 100; step++) {
                share += rungeKutta(p, q, share, 1 / 1200.0);
            }
            assertThat(launch.ramp().get(month).toDouble()).isCloseTo(share - before, within(2e-9));
            best = launch.ramp().get(month).compareTo(launch.ramp().get(best)) > 0 ? month : best;
        }
        // ln(q / p) / (p + q) = 6.19 years
        assertThat(best).isEqualTo(74);
        assertThat(launch.index(JULY.minusMonths(1))).isEqualTo(Ratio.ZERO);
        assertThat(launch.index(JULY.plusMonths(500))).isEqualTo(launch.ramp().get(119));
    }

    private static double rungeKutta(double p, double q, double share, double step) {
        DoubleUnaryOperator slope = f -> (p + q * f) * (1 - f);
        double first = slope.applyAsDouble(share);
        double second = slope.applyAsDouble(share + step / 2 * first);
        double third = slope.applyAsDouble(share + step / 2 * second);
        double fourth = slope.applyAsDouble(share + step * third);
        return step / 6 * (first + 2 * second + 2 * third + fourth);
    }

    @Test
    void aBassCurveHasAsManyMonthsAsAPlanMayHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Season.launch(JULY, new BassDiffusion(0.03, 0.38, 1L), 601))
                .withMessage("Season.months must be from 1 to 600, but was 601.");
    }

    @Test
    void aRampHasAnIndexAboveNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Season.launch(JULY, "0%", "0%"))
                .withMessage("Season.Launch.ramp must have an index above 0, but was [0%, 0%].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Season.launch(JULY))
                .withMessage("Season.Launch.ramp must have an index above 0, but was [].");
    }
}
