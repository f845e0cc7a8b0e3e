package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.risk.Assurance;
import io.github.planningmath.risk.Chance;
import io.github.planningmath.risk.ConfidencePlanner;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Simulation;
import io.github.planningmath.risk.Uncertainty;
import io.github.planningmath.risk.UncertaintyShares;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What must be true of chances, as assertions for a test: law 12. Each throws an {@link AssertionError} that names the key figure.
 */
public final class RiskLaws {

    /** Up to this many standard deviations from the mean, in halves. */
    private static final int REACH = 4;

    /** Up to what the approximation of luck goes unseen. */
    private static final double AUDITED = 1e-3;

    /** Where one of two amounts is looked up in the exact law and the other is not, and few draws are made. */
    private static final double BETWEEN_LAWS = 5e-3;

    private static final double LAST_BITS = 1e-9;

    private RiskLaws() {}

    /**
     * Asserts that chances are chances: from 0 to 1, and of more never greater than of less, but for what both say they may be wrong by
     * and 0.005, since one amount may be looked up in the exact law and the other not.
     *
     * @param risk of a plan
     * @param kpi a count or a sum of money
     */
    public static void assertMoreIsNeverLikelier(PlanRisk risk, Kpi kpi) {
        PlanRisk.Moments moments = risk.moments(kpi, Scope.all());
        double before = 1;
        double errorBefore = 0;
        for (int half = -REACH; half <= REACH; half++) {
            double amount = moments.mean() + half * moments.standardDeviation() / 2;
            Chance chance = risk.chance(kpi, Scope.all(), new BigDecimal(amount));
            assertThat(chance.value())
                    .as("chance of %s %s", kpi.label(), amount)
                    .isBetween(0.0, 1.0);
            assertThat(chance.error()).as("error of %s %s", kpi.label(), amount).isNotNegative();
            assertThat(chance.value())
                    .as("chance of %s %s", kpi.label(), amount)
                    .isLessThanOrEqualTo(before + errorBefore + chance.error() + BETWEEN_LAWS);
            before = chance.value();
            errorBefore = chance.error();
        }
    }

    /**
     * Asserts that a range holds its middle, and that a wider one holds the narrower.
     *
     * @param risk of a plan
     * @param kpi a count or a sum of money
     */
    public static void assertRangesAreNested(PlanRisk risk, Kpi kpi) {
        PlanRisk.Range narrow = risk.range(kpi, Scope.all(), Rate.percent(50));
        PlanRisk.Range wide = risk.range(kpi, Scope.all(), Rate.percent(90));
        double slack = LAST_BITS * (1 + Math.abs(wide.low()) + Math.abs(wide.high()));
        assertThat(wide.low()).as(kpi.label()).isLessThanOrEqualTo(narrow.low() + slack);
        assertThat(narrow.low()).as(kpi.label()).isLessThanOrEqualTo(narrow.middle() + slack);
        assertThat(narrow.middle()).as(kpi.label()).isLessThanOrEqualTo(narrow.high() + slack);
        assertThat(narrow.high()).as(kpi.label()).isLessThanOrEqualTo(wide.high() + slack);
    }

    /**
     * Asserts that what the uncertainty of the profit is made of adds up to all of it.
     *
     * @param risk of a plan whose profit is uncertain, none of whose months is over
     */
    public static void assertSharesAddUp(PlanRisk risk) {
        UncertaintyShares shares = risk.shares();
        double sum = shares.luck();
        for (UncertaintyShares.Share share : shares.shares()) {
            sum += share.share();
        }
        assertThat(sum).as("shares of %s", shares).isCloseTo(1, within(LAST_BITS));
    }

    /**
     * Asserts that the closed form and whole counts drawn path by path agree: on the chance of what is expected, within five standard
     * errors of the paths and what the chance says it may be wrong by.
     *
     * @param plan the plan
     * @param uncertainty how well its constants are known
     * @param kpi a count or a sum of money that a path counts
     * @param paths how many
     */
    public static void assertPathsAgree(Plan plan, Uncertainty uncertainty, Kpi kpi, int paths) {
        PlanRisk risk = PlanRisk.of(plan, uncertainty);
        double[] values = Simulation.of(plan, uncertainty)
                .withPaths(paths)
                .values(kpi, Scope.all())
                .sorted()
                .toArray();
        for (double amount : List.of(values[paths / 4], values[paths / 2])) {
            Chance chance = risk.chance(kpi, Scope.all(), new BigDecimal(amount));
            long reached =
                    Arrays.stream(values).filter(value -> value >= amount).count();
            double near = (reached + 2.0) / (paths + 4.0);
            assertThat(chance.value())
                    .as("chance of %s %s", kpi.label(), amount)
                    .isCloseTo(
                            (double) reached / paths,
                            within(5 * Math.sqrt(near * (1 - near) / paths) + 2 * chance.error() + AUDITED));
        }
    }

    /**
     * Asserts that a confident plan is: its chance suffices, and that of the plan of one deal less does not, unless there is none; but for
     * 0.001, by which the approximation may go unseen.
     *
     * @param goal what is to be reached
     * @param confidence with what chance
     * @param constants the constants
     * @param opening what the plan opens with
     * @param uncertainty how well the constants are known
     * @return whether there is such a plan
     */
    public static boolean assertConfidentIsMinimal(
            FinancialGoal goal,
            Rate confidence,
            PlanningConstants constants,
            Position opening,
            Uncertainty uncertainty) {
        Assurance assurance = ConfidencePlanner.withDefaults().plan(goal, confidence, constants, opening, uncertainty);
        if (!(assurance instanceof Assurance.Confident confident)) {
            return false;
        }
        double wanted = confidence.toDouble();
        assertThat(confident.chance().value()).as("chance of %s", goal).isGreaterThan(wanted - AUDITED);
        Long deals = confident.plan().requiredDeals();
        if (deals != null && deals > 0) {
            Plan plan = Planner.withDefaults()
                    .volumes(goal, constants, opening, any -> any)
                    .plan(deals - 1);
            Chance fewer = PlanRisk.of(plan, uncertainty).chance(goal);
            assertThat(fewer.value())
                    .as("chance of %s with %d deals", goal, deals - 1)
                    .isLessThan(wanted + AUDITED);
        }
        return true;
    }
}
