package io.github.planningmath.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a log has beside leads, in canonical order, each key once. */
record OtherCounts(List<TrafficCount> traffic, List<CustomerCount> customers) {

    static final OtherCounts NONE = new OtherCounts(List.of(), List.of());

    /**
     * Both; what one knows by day and the other by month would count twice.
     *
     * @throws IllegalArgumentException if the same is known of a day twice, by rows of different days
     */
    OtherCounts plus(OtherCounts other) {
        List<TrafficCount> both =
                merged(traffic, other.traffic, TrafficCount.CANONICAL, TrafficCount::isOfSameDays, TrafficCount::plus);
        requireOnce(both, TrafficCount::visits, "visits");
        requireOnce(both, TrafficCount::contacts, "contacts");
        requireOnce(both, TrafficCount::spend, "spend");
        return new OtherCounts(
                both,
                merged(
                        customers,
                        other.customers,
                        CustomerCount.CANONICAL,
                        CustomerCount::isOfSameCohort,
                        CustomerCount::plus));
    }

    private static void requireOnce(
            List<TrafficCount> traffic, Function<TrafficCount, @Nullable Object> of, String what) {
        @Nullable TrafficCount last = null;
        for (TrafficCount count : traffic) {
            if (of.apply(count) != null) {
                if (last != null
                        && last.channel().equals(count.channel())
                        && !count.from().isAfter(last.through())) {
                    throw new IllegalArgumentException(
                            "FunnelHistory.traffic must know " + what + " of a day once, but "
                                    + count.channel() + " has them from " + last.from() + " through " + last.through()
                                    + " and from " + count.from() + " through " + count.through()
                                    + ". Perhaps days and months were given both.");
                }
                last = count;
            }
        }
    }

    private static <T> List<T> merged(
            List<T> one, List<T> other, Comparator<T> order, BiPredicate<T, T> same, BinaryOperator<T> sum) {
        if (other.isEmpty()) {
            return one;
        }
        List<T> merged = new ArrayList<>();
        for (T each : Stream.concat(one.stream(), other.stream()).sorted(order).toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && same.test(merged.get(last), each)) {
                merged.set(last, sum.apply(merged.get(last), each));
            } else {
                merged.add(each);
            }
        }
        return List.copyOf(merged);
    }

    /** A month that is not over on the day has not been counted yet. */
    OtherCounts through(LocalDate day) {
        return where(
                count -> !count.through().isAfter(day),
                count -> !count.lastDay().isAfter(day));
    }

    OtherCounts since(LocalDate day) {
        return where(
                count -> !count.from().isBefore(day), count -> !count.firstDay().isBefore(day));
    }

    OtherCounts where(Predicate<TrafficCount> wanted, Predicate<CustomerCount> wantedCustomers) {
        return new OtherCounts(
                traffic.stream().filter(wanted).toList(),
                customers.stream().filter(wantedCustomers).toList());
    }
}
