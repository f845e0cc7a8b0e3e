package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.sales.SalesProcess;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What luck does on constants that are known, or by one draw of them. */
class LuckPropertyTest {

    private static final List<Kpi> SUMS = List.of(
            Kpi.PROFIT,
            Kpi.CONTRIBUTION,
            Kpi.REVENUE,
            Kpi.VARIABLE_COST,
            Kpi.DEALS,
            Kpi.NEW_DEALS,
            Kpi.REPEAT_DEALS,
            Kpi.BASE,
            Kpi.LEADS,
            Kpi.CONTACTS,
            Kpi.OPEN_LEADS);

    /** The exact law and the cumulants are two ways to the same: by characteristic functions, and by moments and folded cells. */
    @Property(tries = 50, seed = "20270101")
    void theExactLawHasTheCumulants(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan plan = plans.plan();
        Knowledge knowledge = new Knowledge(plan.constants(), plans.uncertainty(plan.constants()));
        double[] scores = new double[knowledge.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = plans.between(-15, 15) / 10.0;
        }
        double[] draws = knowledge.at(scores);
        Exposure exposure = new Exposure(plan, knowledge.places());
        Kpi kpi = SUMS.get(plans.between(0, SUMS.size() - 1));
        Scope scope = plans.in(2) ? Scope.all() : Scope.month(exposure.month(plans.between(0, exposure.months() - 1)));
        LuckModel model = new LuckModel(exposure, Measurement.of(exposure, kpi, scope));
        double[] cumulants = new double[RawMoments.ORDER];
        model.new Worksheet().cumulants(draws, cumulants);
        ExactLaw exact = ExactLaw.of(model, draws, 300_000);
        if (exact != null && exact.isSharp()) {
            double[] moments = exact.centralMoments();
            double deviation = Math.sqrt(cumulants[1]);
            double size = Math.max(0.05, deviation);
            assertThat(moments[0]).isCloseTo(cumulants[0], within(1e-9 * Math.max(size, Math.abs(cumulants[0]))));
            if (deviation < 0.05) {
                return; // next to nothing is left to chance, and sums of rounding errors are as large
            }
            assertThat(moments[1])
                    .isCloseTo(cumulants[1], within(1e-8 * size * size + 1e-12 * moments[0] * moments[0]));
            assertThat(moments[2])
                    .isCloseTo(cumulants[2], within(1e-6 * size * size * size + 1e-7 * Math.abs(cumulants[2])));
            assertThat(moments[3] - 3 * moments[1] * moments[1])
                    .isCloseTo(cumulants[3], within(1e-6 * size * size * size * size + 1e-7 * Math.abs(cumulants[3])));
        }
    }

    /** Law 2: what is expected is the projection without its rounding. */
    @Property(tries = 50, seed = "20270101")
    void luckNeverCreatesDeals(@ForAll long seed) {
        Plan plan = new RiskyPlans(seed).plan();
        PlanRisk risk = PlanRisk.of(plan, Uncertainty.none());
        for (Product product : plan.constants().assortment().products()) {
            Scope scope = Scope.all().product(product.name());
            double more = risk.moments(Kpi.NEW_DEALS, scope).mean() - plan.newDeals(scope);
            SalesProcess process = plan.constants().tier(product.tier());
            double most = 1;
            for (String channel : process.channels().shares().keySet()) {
                most += process.conversion(channel).toDouble();
            }
            assertThat(more).isBetween(-1e-9 * (1 + plan.newDeals(scope)), most);
        }
    }

    /** Law 7: the same bits whatever the order of products and channels. */
    @Property(tries = 20, seed = "20270101")
    void orderChangesNoBit(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan plan = plans.plan(plans.between(0, 30));
        Uncertainty uncertainty = plans.uncertainty(plan.constants());
        Plan turned = Turned.of(plan);
        for (Kpi kpi : List.of(Kpi.PROFIT, Kpi.LEADS)) {
            PlanRisk.Moments one = PlanRisk.of(plan, uncertainty).withPoints(64).moments(kpi, Scope.all());
            PlanRisk.Moments other =
                    PlanRisk.of(turned, Turned.of(uncertainty)).withPoints(64).moments(kpi, Scope.all());
            assertThat(other).isEqualTo(one);
        }
    }

    /** Both engines on the same plan: where the approximation is audited, its error is what it says. */
    @Property(tries = 20, seed = "20270101")
    void theApproximationIsAsGoodAsItSays(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan plan = plans.plan(plans.between(0, 200));
        Exposure exposure = new Exposure(plan, Map.of());
        Kpi kpi = plans.in(2) ? Kpi.PROFIT : Kpi.NEW_DEALS;
        LuckModel model = new LuckModel(exposure, Measurement.of(exposure, kpi, Scope.all()));
        LuckOfDraws luck = new LuckOfDraws(
                model,
                LuckOfDraws.Sampling.of(
                        new Knowledge(plan.constants(), Uncertainty.none()), 1, 1, 1, new double[0], new Likelihood()));
        double deviation = Math.sqrt(luck.varianceOfLuck());
        double amount = luck.mean() + plans.between(-20, 20) / 10.0 * deviation;
        Chance chance = luck.atLeast(BigDecimal.valueOf(amount));
        assertThat(chance.samplingError()).isZero();
        ExactLaw exact = ExactLaw.of(model, new double[0], 300_000);
        if (exact != null) {
            ExactLaw.Bracket bracket = exact.atLeast(
                    BigDecimal.valueOf(amount).subtract(model.decided()).doubleValue());
            assertThat(chance.value() - chance.error()).isLessThanOrEqualTo(bracket.low() + 1e-12);
            assertThat(chance.value() + chance.error()).isGreaterThanOrEqualTo(bracket.high() - 1e-12);
        }
    }
}
