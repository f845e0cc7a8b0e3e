package io.github.planningmath.staffing;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls or chats over the 168 hours of a week.
 *
 * @param callsByHour calls in each of the 24 hours of a day, from midnight on, each at least 0; a day left out has none; at
 *     least one call in the week
 * @param handlingTime what an agent needs for one on average, above 0
 * @param patience how long callers wait on average before they hang up, above 0; null if they wait as long as it takes
 */
public record WeeklyLoad(
        Map<DayOfWeek, List<Double>> callsByHour,
        @DocumentForm.Text Duration handlingTime,
        @DocumentForm.Text @Nullable Duration patience)
        implements DocumentPart {

    public WeeklyLoad {
        Map<DayOfWeek, List<Double>> copy = new EnumMap<>(DayOfWeek.class);
        Required.present(callsByHour, "WeeklyLoad.callsByHour")
                .forEach((day, calls) -> copy.put(
                        Required.present(day, "WeeklyLoad.callsByHour day"),
                        hours(calls, "WeeklyLoad.callsByHour." + day)));
        callsByHour = Collections.unmodifiableMap(copy);
        double most = most(copy);
        if (!(most > 0)) {
            throw new IllegalArgumentException("WeeklyLoad.callsByHour must have a call in the week, but had none.");
        }
        InboundLoad.requirePositive(
                Required.present(handlingTime, "WeeklyLoad.handlingTime"), "WeeklyLoad.handlingTime");
        if (patience != null) {
            InboundLoad.requirePositive(patience, "WeeklyLoad.patience");
        }
        InboundLoad.requireWork(most, handlingTime, "WeeklyLoad");
    }

    private static List<Double> hours(List<Double> calls, String component) {
        List<Double> copy = new ArrayList<>(Required.list(calls, component));
        if (copy.size() != WorkingWeek.HOURS_OF_DAY) {
            throw new IllegalArgumentException(component + " must give 24 hours, but gave " + copy.size() + ".");
        }
        for (int hour = 0; hour < WorkingWeek.HOURS_OF_DAY; hour++) {
            copy.set(hour, Doubles.notNegative(copy.get(hour), component + "[" + hour + "]"));
        }
        return Collections.unmodifiableList(copy);
    }

    /**
     * The same calls in each hour of some days.
     *
     * @param days the days with calls
     * @param fromHour the first hour, from 0 to 23
     * @param untilHour the hour at which it ends, from 1 to 24, after the first
     * @param callsPerHour calls in each of these hours
     * @param handlingTime what an agent needs for one
     * @return the load
     */
    public static WeeklyLoad steady(
            List<DayOfWeek> days, int fromHour, int untilHour, double callsPerHour, Duration handlingTime) {
        Required.between(fromHour, 0, WorkingWeek.HOURS_OF_DAY - 1, "WeeklyLoad.fromHour");
        Required.between(untilHour, fromHour + 1, WorkingWeek.HOURS_OF_DAY, "WeeklyLoad.untilHour");
        List<Double> hours = new ArrayList<>(Collections.nCopies(WorkingWeek.HOURS_OF_DAY, 0.0));
        Collections.fill(hours.subList(fromHour, untilHour), callsPerHour);
        Map<DayOfWeek, List<Double>> byDay = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> byDay.put(day, hours));
        return new WeeklyLoad(byDay, handlingTime, null);
    }

    /**
     * This load with callers who hang up.
     *
     * @param patience how long they wait on average, above 0
     * @return the changed load
     */
    public WeeklyLoad withPatience(Duration patience) {
        return new WeeklyLoad(callsByHour, handlingTime, patience);
    }

    /**
     * This week with as many times the calls in every hour.
     *
     * @param factor above 0 and finite
     * @return the changed load
     */
    public WeeklyLoad times(double factor) {
        Doubles.positive(factor, "WeeklyLoad.times");
        Map<DayOfWeek, List<Double>> byDay = new EnumMap<>(DayOfWeek.class);
        callsByHour.forEach((day, calls) ->
                byDay.put(day, calls.stream().map(each -> each * factor).toList()));
        return new WeeklyLoad(byDay, handlingTime, patience);
    }

    /**
     * The calls of the week.
     *
     * @return their sum over all hours
     */
    public double perWeek() {
        return callsByHour.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** The calls of the fullest hour. */
    double mostPerHour() {
        return most(callsByHour);
    }

    private static double most(Map<DayOfWeek, List<Double>> calls) {
        return calls.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /**
     * The load of one hour.
     *
     * @param day the day
     * @param hour from 0 to 23
     * @return the load, or null if there is no call
     */
    public @Nullable InboundLoad load(DayOfWeek day, int hour) {
        Required.between(hour, 0, WorkingWeek.HOURS_OF_DAY - 1, "WeeklyLoad.hour");
        List<Double> calls = callsByHour.get(Required.present(day, "WeeklyLoad.day"));
        return calls == null || calls.get(hour) == 0 ? null : new InboundLoad(calls.get(hour), handlingTime, patience);
    }

    /**
     * The least whole agents of every hour that keep a promise in each of them.
     *
     * @param target the promised response time
     * @param shrinkage the share of paid time in which an agent is not there to answer: breaks, training, leave; at least 0
     *     and below 1
     * @return the week, hour by hour
     */
    public WeeklyRota rota(ResponseTarget target, Ratio shrinkage) {
        Required.present(target, "WeeklyRota.target");
        WeeklyRota.requireShrinkage(shrinkage, "WeeklyRota.shrinkage");
        Map<InboundLoad, StableQueue> known = new HashMap<>();
        List<WeeklyRota.Hour> hours = new ArrayList<>();
        for (DayOfWeek day : callsByHour.keySet()) {
            for (int hour = 0; hour < WorkingWeek.HOURS_OF_DAY; hour++) {
                InboundLoad load = load(day, hour);
                if (load != null) {
                    StableQueue queue = known.computeIfAbsent(
                            load, each -> each.queue(each.agentsFor(target)).orThrow());
                    hours.add(new WeeklyRota.Hour(
                            day,
                            hour,
                            load.perHour(),
                            queue.agents().longValue(),
                            WeeklyRota.rostered(queue.agents(), shrinkage),
                            queue.lostPerHour()));
                }
            }
        }
        return new WeeklyRota(target, shrinkage, hours);
    }
}
