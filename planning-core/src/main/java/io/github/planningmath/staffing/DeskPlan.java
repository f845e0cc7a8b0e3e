package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.quantity.DocumentPart;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * The people of an inbound desk month by month, as many as a plan's leads take.
 *
 * @param months the desk by month, each month once
 */
@DeskPlanJson
public record DeskPlan(List<DeskMonth> months) implements PeopleCost, DocumentPart {

    /**
     * A desk in one month.
     *
     * @param month the month
     * @param people whole people on the payroll
     * @param cost their salaries
     * @param lostPerWeek calls lost in a week of the month, on average
     */
    public record DeskMonth(YearMonth month, Long people, BigDecimal cost, Double lostPerWeek) implements DocumentPart {

        public DeskMonth {
            Required.present(month, "DeskMonth.month");
            Required.count(people, "DeskMonth.people");
            cost = Amounts.notNegative(cost, "DeskMonth.cost");
            Doubles.notNegative(lostPerWeek, "DeskMonth.lostPerWeek");
        }
    }

    public DeskPlan {
        months = Required.list(months, "DeskPlan.months");
        Required.distinct(months.stream().map(DeskMonth::month).toList(), "DeskPlan.months");
    }

    /**
     * The desk in a month.
     *
     * @param month a month of the plan
     * @return the desk
     * @throws IllegalArgumentException if the month is outside of the plan
     */
    public DeskMonth in(YearMonth month) {
        for (DeskMonth each : months) {
            if (each.month().equals(month)) {
                return each;
            }
        }
        throw new IllegalArgumentException("DeskPlan.month must be one of "
                + months.stream().map(DeskMonth::month).toList() + ", but was " + month + ".");
    }

    @Override
    public BigDecimal cost(YearMonth month) {
        return in(month).cost();
    }
}
