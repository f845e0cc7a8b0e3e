package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The people who answer calls and chats within a promised time: from the promise to agents by hour, to people, to their
 * cost, which stands inside the plan's profit.
 *
 * <p>A desk has the same people every month unless leads call: then a month's calls are those of the week as given and
 * {@code leads of the month * callsPerLead} more, spread over the hours as the others are.
 *
 * @param week the calls that come in, whatever the plan
 * @param target the promised response time
 * @param shrinkage the share of paid time in which an agent is not there to answer, at least 0 and below 1
 * @param hoursPerWeek paid hours of a person in a week, above 0 and at most 168
 * @param salaryPerMonth what a person costs the house in a month, at least 0
 * @param callsPerLead calls that a lead of the plan adds in the month in which it comes in; 0 if the plan's leads do not
 *     call
 */
@InboundDeskJson
public record InboundDesk(
        WeeklyLoad week,
        ResponseTarget target,
        Ratio shrinkage,
        Ratio hoursPerWeek,
        BigDecimal salaryPerMonth,
        Ratio callsPerLead)
        implements PeopleCost {

    private static final double DAYS_PER_WEEK = 7;

    public InboundDesk {
        Required.present(week, "InboundDesk.week");
        Required.present(target, "InboundDesk.target");
        WeeklyRota.requireShrinkage(shrinkage, "InboundDesk.shrinkage");
        WeeklyRota.requireHours(hoursPerWeek, "InboundDesk.hoursPerWeek");
        salaryPerMonth = Amounts.notNegative(salaryPerMonth, "InboundDesk.salaryPerMonth");
        Required.present(callsPerLead, "InboundDesk.callsPerLead");
    }

    /**
     * A desk whose calls do not depend on the plan.
     *
     * @param week the calls that come in
     * @param target the promised response time
     * @param shrinkage the share of paid time in which an agent is not there, such as {@code "30%"}
     * @param hoursPerWeek paid hours of a person in a week, such as {@code "40"}
     * @param salaryPerMonth what a person costs in a month, as a plain number
     * @return the desk
     */
    public static InboundDesk of(
            WeeklyLoad week, ResponseTarget target, String shrinkage, String hoursPerWeek, String salaryPerMonth) {
        return new InboundDesk(
                week,
                target,
                Ratio.of(shrinkage),
                Ratio.of(hoursPerWeek),
                Amounts.parse(salaryPerMonth, "InboundDesk.salaryPerMonth"),
                Ratio.ZERO);
    }

    /**
     * This desk with leads that call.
     *
     * @param callsPerLead calls that a lead adds, such as {@code "1.5"}
     * @return the changed desk
     */
    public InboundDesk withCallsPerLead(String callsPerLead) {
        return new InboundDesk(week, target, shrinkage, hoursPerWeek, salaryPerMonth, Ratio.of(callsPerLead));
    }

    /**
     * This desk with another promise: what a faster answer costs is the difference between two plans.
     *
     * @param target the promised response time
     * @return the changed desk
     */
    public InboundDesk withTarget(ResponseTarget target) {
        return new InboundDesk(week, target, shrinkage, hoursPerWeek, salaryPerMonth, callsPerLead);
    }

    /**
     * The agents of the week as given, hour by hour.
     *
     * @return the rota
     */
    public WeeklyRota rota() {
        return week.rota(target, shrinkage);
    }

    /**
     * The people who fill the week as given.
     *
     * @return whole people
     */
    public long people() {
        return rota().people(hoursPerWeek);
    }

    /**
     * The agents of a month's week, hour by hour, with the calls of its leads.
     *
     * @param month the month
     * @param leads leads that come in
     * @return the rota
     */
    public WeeklyRota rota(YearMonth month, long leads) {
        Required.count(leads, "InboundDesk.leads");
        return rota(factor(month, leads));
    }

    private WeeklyRota rota(double factor) {
        return week.times(factor).rota(target, shrinkage);
    }

    /** How many times the calls of the week as given there are. */
    private double factor(YearMonth month, long leads) {
        double further = leads * callsPerLead.toDouble() * DAYS_PER_WEEK / month.lengthOfMonth();
        return 1 + further / week.perWeek();
    }

    /**
     * The people of every month.
     *
     * @param work the work of a plan
     * @return people and cost by month
     */
    @Override
    public DeskPlan staffed(Workload work) {
        Horizon horizon = Required.present(work, "InboundDesk.work").horizon();
        long[] leads = new long[horizon.months()];
        for (Workload.Work cell : work.work()) {
            int month = horizon.indexOf(cell.month());
            leads[month] = Math.addExact(leads[month], cell.leads());
        }
        Map<Double, WeeklyRota> known = new HashMap<>();
        List<DeskPlan.DeskMonth> months = new ArrayList<>();
        for (int month = 0; month < leads.length; month++) {
            YearMonth name = horizon.month(month);
            WeeklyRota rota = known.computeIfAbsent(factor(name, leads[month]), this::rota);
            long people = rota.people(hoursPerWeek);
            months.add(new DeskPlan.DeskMonth(
                    name, people, salaryPerMonth.multiply(BigDecimal.valueOf(people)), rota.lostPerWeek()));
        }
        return new DeskPlan(months);
    }

    @Override
    public boolean followsWork() {
        return callsPerLead.numerator() > 0;
    }

    /**
     * What the people cost who answer the week as given.
     *
     * @param month any month
     * @return their salaries
     */
    @Override
    public BigDecimal cost(YearMonth month) {
        return Amounts.plain(salaryPerMonth.multiply(BigDecimal.valueOf(people())));
    }
}
