package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
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
            Required.between(hour, 0, WeeklyLoad.HOURS - 1, "Hour.hour");
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

    static WeeklyRota of(WeeklyLoad week, ResponseTarget target, Ratio shrinkage) {
        Required.present(target, "WeeklyRota.target");
        requireShrinkage(shrinkage, "WeeklyRota.shrinkage");
        Map<InboundLoad, StableQueue> known = new HashMap<>();
        List<Hour> hours = new ArrayList<>();
        for (DayOfWeek day : week.callsByHour().keySet()) {
            for (int hour = 0; hour < WeeklyLoad.HOURS; hour++) {
                InboundLoad load = week.load(day, hour);
                if (load != null) {
                    StableQueue queue = known.computeIfAbsent(
                            load, each -> each.queue(each.agentsFor(target)).orThrow());
                    long rostered = rostered(queue.agents(), shrinkage);
                    hours.add(new Hour(
                            day, hour, load.perHour(), queue.agents().longValue(), rostered, queue.lostPerHour()));
                }
            }
        }
        return new WeeklyRota(target, shrinkage, hours);
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
     * The hours that are paid in a week.
     *
     * @return the sum of the agents rostered
     */
    public long paidHours() {
        return hours.stream().mapToLong(Hour::rostered).sum();
    }

    /**
     * The people who fill the week.
     *
     * @param hoursPerWeek paid hours of a person in a week, above 0 and at most 168
     * @return {@code paid hours / hours per week} rounded up, and no fewer than the fullest hour takes at once
     */
    public long people(Ratio hoursPerWeek) {
        requireHours(hoursPerWeek, "WeeklyRota.hoursPerWeek");
        long most = hours.stream().mapToLong(Hour::rostered).max().orElse(0);
        return Math.max(most, PeopleNeed.wholePeople(PeopleNeed.quotient(Ratio.of(paidHours()), hoursPerWeek)));
    }

    static Ratio requireHours(Ratio hoursPerWeek, String component) {
        if (Required.present(hoursPerWeek, component).numerator() > 0
                && hoursPerWeek.compareTo(Ratio.of(7L * WeeklyLoad.HOURS)) <= 0) {
            return hoursPerWeek;
        }
        throw new IllegalArgumentException(
                component + " must be above 0 and at most 168, but was " + hoursPerWeek + ".");
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
