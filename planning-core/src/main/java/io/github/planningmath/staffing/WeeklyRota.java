package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The agents of a week, hour by hour, who keep a promised response time.
 *
 * @param target the promise
 * @param shrinkage the share of paid time in which an agent is not there to answer, at least 0 and below 1
 * @param hours the hours with calls, in the order of the week
 */
public record WeeklyRota(ResponseTarget target, Ratio shrinkage, List<Hour> hours) {

    /**
     * One hour of the week.
     *
     * @param day the day
     * @param hour from 0 to 23
     * @param calls calls that come in, above 0
     * @param agents agents who answer
     * @param rostered agents who are paid so that these are there: {@code agents / (1 - shrinkage)}, rounded up
     * @param lost calls that are lost, on average
     */
    public record Hour(DayOfWeek day, Integer hour, Double calls, Long agents, Long rostered, Double lost) {

        public Hour {
            Required.present(day, "Hour.day");
            Required.between(hour, 0, WorkingWeek.HOURS_OF_DAY - 1, "Hour.hour");
            Doubles.positive(calls, "Hour.calls");
            Required.count(agents, "Hour.agents");
            Required.count(rostered, "Hour.rostered");
            Doubles.between(lost, 0, calls, "Hour.lost");
            if (!(rostered >= agents)) {
                throw new IllegalArgumentException(
                        "Hour.rostered must be at least the agents, " + agents + ", but was " + rostered + ".");
            }
        }
    }

    public WeeklyRota {
        Required.present(target, "WeeklyRota.target");
        requireShrinkage(shrinkage, "WeeklyRota.shrinkage");
        hours = Required.list(hours, "WeeklyRota.hours");
    }

    static Ratio requireShrinkage(Ratio shrinkage, String component) {
        if (Required.present(shrinkage, component).compareTo(Ratio.ONE) < 0) {
            return shrinkage;
        }
        throw new IllegalArgumentException(
                component + " must be at least 0% and below 100%, but was " + shrinkage + ".");
    }

    /** How many must be paid so that so many are there, rounded up from the exact value. */
    static long rostered(long agents, Ratio shrinkage) {
        Ratio there = shrinkage.complement();
        return there.denominator() == 1 ? agents : new Rate(there.numerator(), there.denominator()).needFor(agents);
    }

    /**
     * The hours that are to be filled in a week.
     *
     * @return the sum of the agents rostered
     */
    public long rosteredHours() {
        return hours.stream().mapToLong(Hour::rostered).sum();
    }

    /**
     * The least people who fill the week: each works on at most so many of its days, on each of them in one shift of so many
     * hours on end, which begins and ends on that day, and in every hour no fewer are at work than are rostered.
     *
     * <p>{@code people = max(most shifts of a day, ceil(shifts of all days / days of a person))}, the shifts of a day being the
     * least that cover its hours. No fewer people do, and so many do: the shifts are dealt out to them one after the other.
     * Which days those are and how long one rests between them is not looked at; breaks and leave are in the shrinkage.
     *
     * <p>Source: R. N. Burns, M. W. Carter, Work force size and single shift schedules with variable demands, Management
     * Science 31(5), 1985, doi:10.1287/mnsc.31.5.599, without their bound for weekends off.
     *
     * @param week how a person works
     * @return whole people
     */
    public long people(WorkingWeek week) {
        Required.present(week, "WeeklyRota.week");
        Map<DayOfWeek, long[]> needs = new EnumMap<>(DayOfWeek.class);
        for (Hour hour : hours) {
            needs.computeIfAbsent(hour.day(), day -> new long[WorkingWeek.HOURS_OF_DAY])[hour.hour()] = hour.rostered();
        }
        return ShiftCover.people(needs.values(), week);
    }

    /**
     * The calls of the week that are lost.
     *
     * @return their sum over all hours, on average
     */
    public double lostPerWeek() {
        return hours.stream().mapToDouble(Hour::lost).sum();
    }

    /**
     * The revenue that goes with them.
     *
     * @param perCall what a call brings on average, at least 0, in the plan's currency
     * @return {@code calls lost in the week * revenue per call}, a statistic
     */
    public double lostRevenuePerWeek(BigDecimal perCall) {
        return lostPerWeek()
                * Amounts.notNegative(perCall, "WeeklyRota.lostRevenuePerWeek").doubleValue();
    }
}
