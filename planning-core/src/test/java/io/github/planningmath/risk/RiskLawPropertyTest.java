package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.CostPerVisit;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of chances, whatever the plan. Planning takes most of the time, so that each law is tried less often. */
class RiskLawPropertyTest {

    /** Law 3. */
    @Property(tries = 20, seed = "20270101")
    void moreIsNeverLikelier(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan plan = plans.plan(plans.between(0, 200));
        PlanRisk risk = PlanRisk.of(plan, plans.uncertainty(plan.constants())).withPoints(64);
        Kpi kpi = plans.in(2) ? Kpi.REVENUE : Kpi.LEADS;
        List<PlanRisk.CurvePoint> curve = risk.curve(kpi);
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).chance())
                    .isLessThanOrEqualTo(curve.get(i - 1).chance());
        }
        PlanRisk.Range range = risk.range(kpi, Scope.all(), Rate.percent(80));
        assertThat(range.low()).isLessThanOrEqualTo(range.middle());
        assertThat(range.middle()).isLessThanOrEqualTo(range.high());
        double deviation = risk.moments(kpi, Scope.all()).standardDeviation();
        if (deviation > 3) {
            assertThat(risk.moments(kpi, Scope.all()).mean())
                    .isBetween(range.low() - deviation, range.high() + deviation);
        }
    }

    /** Law 5: the same share counted on more is never less known. */
    @Property(tries = 50, seed = "20270101")
    void moreEvidenceNarrowsWhatIsKnown(
            @ForAll @IntRange(min = 1, max = 40) int successes, @ForAll @IntRange(min = 41, max = 200) int trials) {
        double before = Double.POSITIVE_INFINITY;
        for (int times : new int[] {1, 4, 16, 1_000_000}) {
            BetaMarginal rate =
                    new BetaMarginal((double) times * successes + 0.5, (double) times * (trials - successes) + 0.5);
            double width = rate.at(1) - rate.at(-1);
            assertThat(width).isLessThan(before);
            before = width;
        }
        assertThat(before).isLessThan(1e-3);
    }

    /** The table gives back the quantiles that a beta law is asked for, and those that it is made of. */
    @Property(tries = 100, seed = "20270101")
    void quantilesOfABetaLaw(
            @ForAll @IntRange(min = 1, max = 800) int low,
            @ForAll @IntRange(min = 1, max = 190) int width,
            @ForAll @IntRange(min = 0, max = 60) int score) {
        double from = low / 1000.0;
        double to = (low + width) / 1000.0;
        BetaMarginal between = BetaMarginal.ofQuantiles(from, to, 1.2815515655446004);
        assertThat(between.below(from)).isCloseTo(0.1, within(1e-8));
        assertThat(between.below(to)).isCloseTo(0.9, within(1e-8));
        double z = (score - 30) / 10.0;
        assertThat(between.below(between.at(z))).isCloseTo(NormalLaw.below(z), within(2e-7));
    }

    /** Law 16: another unit of money changes no chance. */
    @Property(tries = 15, seed = "20270101")
    void inCentsAsInEuros(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan plan = plans.plan(plans.between(0, 100));
        Plan inCents = RiskyPlans.plan(times(plan.constants(), new BigDecimal(100)), plan.opening(), 0);
        Plan same = RiskyPlans.plan(plan.constants(), plan.opening(), 0);
        PlanRisk euros = PlanRisk.of(same, Uncertainty.none());
        PlanRisk cents = PlanRisk.of(inCents, Uncertainty.none());
        PlanRisk.Moments moments = euros.moments(Kpi.REVENUE, Scope.all());
        BigDecimal amount = BigDecimal.valueOf(Math.rint(moments.mean() + moments.standardDeviation() / 2));
        assertThat(cents.moments(Kpi.REVENUE, Scope.all()).mean())
                .isCloseTo(100 * moments.mean(), withinPercentage(1e-8));
        Chance ofCents = cents.chance(Kpi.REVENUE, Scope.all(), amount.multiply(new BigDecimal(100)));
        Chance ofEuros = euros.chance(Kpi.REVENUE, Scope.all(), amount);
        // up to what they say of themselves: the grid on which products are joined is another
        assertThat(ofCents.value()).isCloseTo(ofEuros.value(), within(1e-9 + ofCents.error() + ofEuros.error()));
    }

    private static PlanningConstants times(PlanningConstants constants, BigDecimal unit) {
        List<Product> products = constants.assortment().products().stream()
                .map(product -> product.withPrice(product.price().multiply(unit))
                        .withUnitCost(product.unitCost().multiply(unit)))
                .toList();
        PlanningConstants steady = constants.withChanges(List.of());
        PlanningConstants changed = steady.withAssortment(
                        new Assortment(products, constants.assortment().mix()))
                .withChannels(constants.channels().stream()
                        .map(channel -> channel.withCost(
                                new CostPerVisit(channel.cost().cost(1).multiply(unit))))
                        .toList());
        for (Change change : constants.changes()) {
            if (change instanceof Change.AmountOfProduct amount) {
                changed = changed.from(
                        amount.from(), amount.constant(), amount.value().multiply(unit));
            }
        }
        return changed;
    }
}
