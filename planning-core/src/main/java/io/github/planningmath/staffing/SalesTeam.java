package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The managers who handle leads, deals and customers: as many as the plan's work takes. As the people cost of a plan's
 * constants they are staffed for every number of deals that the planner tries, so that their salaries stand inside the
 * profit that these deals reach.
 *
 * <p>{@code people at full productivity = sum over tiers of minutes of work / (60 * hours * utilisation)}, exactly, by
 * month. The transactional tier sells without managers and takes none.
 *
 * @param effort what the work of a tier takes; never of the transactional tier
 * @param workingTime how long a manager works, and how much of that on leads, deals and customers
 * @param openingStaff managers at the start, fully productive
 * @param terms how others are hired
 */
@SalesTeamJson
public record SalesTeam(
        Map<SalesTier, HandlingEffort> effort, WorkingTime workingTime, Long openingStaff, HiringTerms terms)
        implements PeopleCost, DocumentPart {

    public SalesTeam {
        Map<SalesTier, HandlingEffort> copy = new EnumMap<>(SalesTier.class);
        Required.present(effort, "SalesTeam.effort").forEach((tier, ofTier) -> {
            Required.present(tier, "SalesTeam.effort tier");
            copy.put(tier, Required.present(ofTier, "SalesTeam.effort." + tier));
        });
        if (copy.containsKey(SalesTier.TRANSACTIONAL)) {
            throw new IllegalArgumentException("SalesTeam.effort must be of tiers that managers sell in, but was of "
                    + SalesTier.TRANSACTIONAL + ". Perhaps an InboundDesk was meant.");
        }
        effort = Collections.unmodifiableMap(copy);
        Required.present(workingTime, "SalesTeam.workingTime");
        Required.count(openingStaff, "SalesTeam.openingStaff");
        Required.present(terms, "SalesTeam.terms");
    }

    /**
     * How many managers the work takes, month by month.
     *
     * @param work the work of a plan
     * @return the need of each month of its horizon
     * @throws IllegalArgumentException if a tier that managers sell in has work but no effort is given for it
     * @throws ArithmeticException if a term of a need does not fit in a long
     */
    public List<PeopleNeed> need(Workload work) {
        Horizon horizon = Required.present(work, "SalesTeam.work").horizon();
        Ratio[] minutes = new Ratio[horizon.months()];
        Arrays.fill(minutes, Ratio.ZERO);
        for (Workload.Work cell : work.work()) {
            if (cell.tier() != SalesTier.TRANSACTIONAL) {
                int month = horizon.indexOf(cell.month());
                minutes[month] = minutes[month].plus(minutes(cell));
            }
        }
        List<PeopleNeed> needs = new ArrayList<>();
        for (int month = 0; month < minutes.length; month++) {
            YearMonth name = horizon.month(month);
            needs.add(PeopleNeed.of(name, PeopleNeed.quotient(minutes[month], workingTime.minutes(name))));
        }
        return needs;
    }

    private Ratio minutes(Workload.Work cell) {
        HandlingEffort ofTier = effort.get(cell.tier());
        if (ofTier != null) {
            return ofTier.minutes(cell);
        }
        throw new IllegalArgumentException(
                "SalesTeam.effort must be given for every tier that managers sell in, but was not for " + cell.tier()
                        + ".");
    }

    /**
     * Whom to hire when, so that the team can do the work.
     *
     * @param work the work of a plan; decisions to hire can be made from the first day of its horizon
     * @return the hiring plan
     * @throws IllegalArgumentException if a tier that managers sell in has work but no effort is given for it
     * @throws ArithmeticException if a number does not fit in a long
     */
    @Override
    public HiringPlan staffed(Workload work) {
        return HiringCourse.plan(terms, openingStaff, work.horizon(), need(work));
    }

    /**
     * The team with nobody hired but those who are agreed on already: what the people there are can do of the work. Those
     * who leave are not replaced.
     *
     * @param work the work of a plan
     * @param agreed who will join, each on the first day of a month of its horizon
     * @return the team by month with its need, capacity and cost; its shortfalls are the months it cannot cover
     * @throws IllegalArgumentException if somebody joins at another date, or a tier that managers sell in has work but no
     *     effort is given for it
     * @throws ArithmeticException if a number does not fit in a long
     */
    public HiringPlan asItStands(Workload work, List<Hire> agreed) {
        Horizon horizon = Required.present(work, "SalesTeam.work").horizon();
        long[] joining = new long[horizon.months()];
        for (Hire hire : Required.list(agreed, "SalesTeam.agreed")) {
            YearMonth month = YearMonth.from(hire.starts());
            if (!horizon.contains(month) || hire.starts().getDayOfMonth() != 1) {
                throw new IllegalArgumentException("SalesTeam.agreed must start on the first day of a month from "
                        + horizon.first() + " to " + horizon.last() + ", but was " + hire + ".");
            }
            joining[horizon.indexOf(month)] = Math.addExact(joining[horizon.indexOf(month)], hire.people());
        }
        return HiringCourse.standing(terms, openingStaff, need(work), joining, agreed);
    }

    @Override
    public boolean followsWork() {
        return true;
    }

    /**
     * The salaries of the managers at the start.
     *
     * @param month any month
     * @return what they cost in it, before anybody is hired or leaves
     */
    @Override
    public BigDecimal cost(YearMonth month) {
        return Amounts.plain(terms.salaryPerMonth().multiply(BigDecimal.valueOf(openingStaff)));
    }
}
