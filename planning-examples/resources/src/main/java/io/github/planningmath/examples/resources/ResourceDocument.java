package io.github.planningmath.examples.resources;

import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.SpendLimits;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.OverAssignment;
import io.github.planningmath.staffing.SalesTeam;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is for a plan.
 *
 * @param money for traffic
 * @param people who sell and answer
 * @param visitCeilings the most visits of a month by channel, beside those of the plan document
 */
record ResourceDocument(Money money, People people, Map<String, Long> visitCeilings) {

    ResourceDocument {
        present(money, "money");
        present(people, "people");
        present(visitCeilings, "visitCeilings");
    }

    /**
     * Money for traffic.
     *
     * @param budget for all months of the plan
     * @param budgetByMonth the most for single months
     * @param step what a channel's month is a multiple of
     * @param leastReturn what the last unit of money is to bring back
     * @param curves what a month's spend brings in a month like any other, by channel: contribution before the traffic is paid
     * @param limits of a month's spend, by channel
     * @param groups of channels with limits of a month's spend together
     */
    record Money(
            BigDecimal budget,
            Map<YearMonth, BigDecimal> budgetByMonth,
            BigDecimal step,
            Double leastReturn,
            Map<String, ResponseCurve> curves,
            Map<String, SpendLimits> limits,
            List<ChannelGroup> groups) {

        Money {
            present(budget, "budget");
            present(budgetByMonth, "budgetByMonth");
            present(step, "step");
            present(leastReturn, "leastReturn");
            present(curves, "curves");
            present(limits, "limits");
            present(groups, "groups");
        }
    }

    /**
     * People.
     *
     * @param managers who sell in person
     * @param hires those of them who are hired already and have not begun
     * @param desk who answers calls; absent where there is none
     * @param payrollPerMonth what everybody else costs
     * @param quotas how the plan is shared out among the managers; absent where it is not
     */
    record People(
            SalesTeam managers,
            List<Hire> hires,
            @Nullable InboundDesk desk,
            BigDecimal payrollPerMonth,
            @Nullable Quotas quotas) {

        People {
            present(managers, "managers");
            present(hires, "hires");
            present(payrollPerMonth, "payrollPerMonth");
        }

        /** All of them, as many as the plan's work takes. */
        PeopleCost cost() {
            List<PeopleCost> teams = new ArrayList<>();
            teams.add(managers);
            if (desk != null) {
                teams.add(desk);
            }
            teams.add(new Payroll(payrollPerMonth));
            return new Teams(teams);
        }
    }

    /**
     * How the plan is shared out.
     *
     * @param product whose sales; absent for those of all products
     * @param attainment the share of their quotas that managers reach on average
     * @param weights by manager
     */
    record Quotas(@Nullable String product, Rate attainment, Map<String, Ratio> weights) {

        Quotas {
            present(attainment, "attainment");
            present(weights, "weights");
        }

        Scope scope() {
            return product == null ? Scope.all() : Scope.all().product(product);
        }

        Mix<String> shares() {
            return Mix.ofWeights(weights);
        }

        OverAssignment overAssignment() {
            return OverAssignment.forAttainment(attainment);
        }
    }

    /** What the library takes. */
    Resources resources() {
        return new Resources(money.budget, money.budgetByMonth, people.managers, people.hires, visitCeilings);
    }

    private static <T> T present(@Nullable T value, String component) {
        if (value != null) {
            return value;
        }
        throw new NullPointerException(component + " must be given.");
    }
}
