package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param workingWeek the days and hours that a person works
 * @param salaryPerMonth what a person costs the house in a month, at least 0
 * @param callsPerLead calls that a lead of the plan adds in the month in which it comes in; 0 if the plan's leads do not
 *     call
 */
@InboundDeskJson
public record InboundDesk(
        WeeklyLoad week,
        ResponseTarget target,
        Ratio shrinkage,
        WorkingWeek workingWeek,
        BigDecimal salaryPerMonth,
        Ratio callsPerLead)
        implements PeopleCost, DocumentPart {

    private static final double DAYS_PER_WEEK = 7;

    public InboundDesk {
        Required.present(week, "InboundDesk.week");
        Required.present(target, "InboundDesk.target");
        WeeklyRota.requireShrinkage(shrinkage, "InboundDesk.shrinkage");
        Required.present(workingWeek, "InboundDesk.workingWeek");
        salaryPerMonth = Amounts.notNegative(salaryPerMonth, "InboundDesk.salaryPerMonth");
        Required.present(callsPerLead, "InboundDesk.callsPerLead");
        if (!carries(week, target, 1)) {
            throw new IllegalArgumentException("InboundDesk.week must be work for at most "
                    + (long) target.mostErlangs()
                    + " agents at once, the most with this target, but was " + week.mostPerHour() + " an hour of "
                    + week.handlingTime() + " each.");
        }
    }

    private static boolean carries(WeeklyLoad week, ResponseTarget target, double factor) {
        return InboundLoad.erlangs(week.mostPerHour() * factor, week.handlingTime()) <= target.mostErlangs();
    }

    /**
     * A desk whose calls do not depend on the plan.
     *
     * @param week the calls that come in
     * @param target the promised response time
     * @param shrinkage the share of paid time in which an agent is not there, such as {@code "30%"}
     * @param workingWeek the days and hours that a person works, such as {@code WorkingWeek.of(5, 8)}
     * @param salaryPerMonth what a person costs in a month, as a plain number
     * @return the desk
     */
    public static InboundDesk of(
            WeeklyLoad week, ResponseTarget target, String shrinkage, WorkingWeek workingWeek, String salaryPerMonth) {
        return new InboundDesk(
                week,
                target,
                Ratio.of(shrinkage),
                workingWeek,
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
        return new InboundDesk(week, target, shrinkage, workingWeek, salaryPerMonth, Ratio.of(callsPerLead));
    }

    /**
     * This desk with another promise: what a faster answer costs is the difference between two plans.
     *
     * @param target the promised response time
     * @return the changed desk
     */
    public InboundDesk withTarget(ResponseTarget target) {
        return new InboundDesk(week, target, shrinkage, workingWeek, salaryPerMonth, callsPerLead);
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
        return rota().people(workingWeek);
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

    WeeklyRota rota(double factor) {
        return week.times(factor).rota(target, shrinkage);
    }

    /** How many times the calls of the week as given there are. */
    private double factor(YearMonth month, long leads) {
        return factor(month, leads, week.perWeek());
    }

    private double factor(YearMonth month, long leads, double perWeek) {
        double further = leads * callsPerLead.toDouble() * DAYS_PER_WEEK / month.lengthOfMonth();
        return 1 + further / perWeek;
    }

    /** Whether the desk can be staffed for so many times the calls of the week as given. */
    boolean carries(double factor) {
        return carries(week, target, factor);
    }

    /** How many times the calls of the week as given each month has. */
    double[] factors(Workload work) {
        long[] leads = leads(work);
        double[] factors = new double[leads.length];
        double perWeek = week.perWeek();
        for (int month = 0; month < leads.length; month++) {
            factors[month] = factor(work.horizon().month(month), leads[month], perWeek);
        }
        return factors;
    }

    private static long[] leads(Workload work) {
        Horizon horizon = Required.present(work, "InboundDesk.work").horizon();
        long[] leads = new long[horizon.months()];
        for (Workload.Work cell : work.work()) {
            int month = horizon.indexOf(cell.month());
            leads[month] = Math.addExact(leads[month], cell.leads());
        }
        return leads;
    }

    /**
     * The people of every month.
     *
     * @param work the work of a plan
     * @return people and cost by month
     * @throws ArithmeticException if more leads call than the desk can be {@linkplain #obstacle(Workload) staffed} for
     */
    @Override
    public DeskPlan staffed(Workload work) {
        requireCarried(work);
        double[] factors = factors(work);
        Map<Double, WeeklyRota> known = new HashMap<>();
        List<DeskPlan.DeskMonth> months = new ArrayList<>();
        for (int month = 0; month < factors.length; month++) {
            WeeklyRota rota = known.computeIfAbsent(factors[month], this::rota);
            long people = rota.people(workingWeek);
            months.add(new DeskPlan.DeskMonth(
                    work.horizon().month(month),
                    people,
                    salaryPerMonth.multiply(BigDecimal.valueOf(people)),
                    rota.lostPerWeek()));
        }
        return new DeskPlan(months);
    }

    private void requireCarried(Workload work) {
        if (obstacle(work) instanceof Obstacle.DeskOverloaded overload) {
            throw new ArithmeticException("InboundDesk.work must bring at most " + overload.mostLeads() + " leads in "
                    + overload.month() + ", the most that the desk can be staffed for, but brought " + overload.leads()
                    + ".");
        }
    }

    /**
     * The first month with more calls than the desk can be staffed for: work for more than 5,000,000 agents at once, or with
     * a target that bounds their occupancy, for more than 10,000,000 times that.
     *
     * @param work the work of a plan
     * @return the obstacle; null if there is no such month
     */
    @Override
    public @Nullable Obstacle obstacle(Workload work) {
        if (!followsWork()) {
            return null;
        }
        long[] leads = leads(work);
        for (int month = 0; month < leads.length; month++) {
            YearMonth name = work.horizon().month(month);
            if (!carries(factor(name, leads[month]))) {
                return new Obstacle.DeskOverloaded(name, leads[month], mostLeads(name, leads[month]));
            }
        }
        return null;
    }

    private long mostLeads(YearMonth month, long tooMany) {
        long carried = 0;
        long beyond = tooMany;
        while (beyond - carried > 1) {
            long middle = carried + (beyond - carried) / 2;
            if (carries(factor(month, middle))) {
                carried = middle;
            } else {
                beyond = middle;
            }
        }
        return carried;
    }

    @Override
    public PeopleCost prepared() {
        return new PreparedDesk(this);
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
