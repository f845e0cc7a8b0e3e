package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Quantiles and fans of plans whose luck is lumpy, against paths in whole counts. */
class QuantilePropertyTest {

    private static final int PATHS = 2_000;

    /** Four standard errors of a share, and what the draws and the law may be wrong by. */
    private static double tolerance(double share) {
        return 4 * Math.sqrt(share * (1 - share) / PATHS) + 0.002;
    }

    private static void assertQuantile(double[] sorted, double quantile, double share, String what) {
        double slack = 1e-6 * Math.max(1, Math.abs(quantile));
        double below = count(sorted, quantile - slack) / (double) PATHS;
        double upTo = count(sorted, quantile + slack) / (double) PATHS;
        assertThat(upTo).as("at most %s in %s, %s", quantile, share, what).isGreaterThan(share - tolerance(share));
        assertThat(below).as("below %s in %s, %s", quantile, share, what).isLessThan(share + tolerance(share));
    }

    private static long count(double[] sorted, double below) {
        return Arrays.stream(sorted).filter(value -> value < below).count();
    }

    @Property(tries = 12, seed = "20270101")
    void quantilesAreThoseOfPaths(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan plan = plans.plan(plans.between(0, 12));
        Kpi kpi = plans.in(2) ? Kpi.PROFIT : Kpi.NEW_DEALS;
        PlanRisk risk = PlanRisk.of(plan, Uncertainty.none());
        double[] paths = risk.simulation()
                .withPaths(PATHS)
                .values(kpi, Scope.all())
                .sorted()
                .toArray();
        for (int percent : List.of(5, 25, 50, 90)) {
            assertQuantile(paths, risk.quantile(kpi, Scope.all(), Rate.percent(percent)), percent / 100.0, "all");
        }
    }

    @Property(tries = 8, seed = "20270101")
    void fansAreThoseOfPaths(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan plan = plans.plan(plans.between(0, 12));
        PlanRisk risk = PlanRisk.of(plan, Uncertainty.none());
        List<PlanRisk.Band> fan = risk.fan(Kpi.PROFIT);
        for (PlanRisk.Band band : List.of(fan.get(0), fan.get(fan.size() - 1))) {
            Scope sofar = Scope.months(plan.constants().horizon().first(), band.month());
            double[] paths = risk.simulation()
                    .withPaths(PATHS)
                    .values(Kpi.PROFIT, sofar)
                    .sorted()
                    .toArray();
            for (int i : new int[] {1, 3, 5}) {
                double share = List.of(0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975).get(i);
                assertQuantile(
                        paths, band.quantiles().get(i), share, band.month().toString());
            }
        }
    }

    /** With doubts as well: the draws of both engines differ, so that a little more is allowed. */
    @Property(tries = 10, seed = "20270101")
    void quantilesOfDoubtedPlansAreThoseOfPaths(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan plan = plans.plan(plans.between(1, 12));
        PlanRisk risk = PlanRisk.of(plan, plans.uncertainty(plan.constants())).withPoints(256);
        double[] paths = risk.simulation()
                .withPaths(PATHS)
                .values(Kpi.NEW_DEALS, Scope.all())
                .sorted()
                .toArray();
        for (int percent : List.of(10, 50, 90)) {
            assertQuantile(
                    paths,
                    risk.quantile(Kpi.NEW_DEALS, Scope.all(), Rate.percent(percent)),
                    percent / 100.0,
                    "doubted");
        }
    }
}
