package io.github.planningmath.evidence;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a day or a month had of one channel: visits, contacts and what was spent on it. What is not known is not given: it is no 0.
 *
 * @param channel the channel's name
 * @param from the first day
 * @param through the last day, not before the first
 * @param visits how many visits; null where that is not known
 * @param contacts how many of them became contacts; null where that is not known
 * @param spend what the visits cost, at least 0; null where that is not known
 * @param currency the currency of that; there if and only if an amount is
 */
@SuppressWarnings("immutables:from") // the first day is called as that of a basis is
@Value.Builder
public record TrafficCount(
        String channel,
        LocalDate from,
        LocalDate through,
        @Nullable Long visits,
        @Nullable Long contacts,
        @Nullable BigDecimal spend,
        @Nullable Currency currency)
        implements WithTrafficCount {

    static final Comparator<TrafficCount> CANONICAL = Comparator.comparing(TrafficCount::channel)
            .thenComparing(TrafficCount::from)
            .thenComparing(TrafficCount::through);

    public TrafficCount {
        Required.name(channel, "TrafficCount.channel");
        Required.present(from, "TrafficCount.from");
        if (Required.present(through, "TrafficCount.through").isBefore(from)) {
            throw new IllegalArgumentException(
                    "TrafficCount.through must not be before from, " + from + ", but was " + through + ".");
        }
        if (visits != null) {
            Required.count(visits, "TrafficCount.visits");
        }
        if (contacts != null) {
            Required.count(contacts, "TrafficCount.contacts");
        }
        if ((spend == null) != (currency == null)) {
            throw new IllegalArgumentException(
                    "TrafficCount.spend must have a currency, and a currency an amount, but was given "
                            + (spend == null ? currency + " alone." : spend.toPlainString() + " alone."));
        }
        spend = spend == null ? null : Amounts.notNegative(spend, "TrafficCount.spend");
    }

    /**
     * A month of a channel, of which nothing is known yet.
     *
     * @param channel the channel's name
     * @param month the month
     * @return the count; withers add what is known
     */
    public static TrafficCount of(String channel, YearMonth month) {
        Required.present(month, "TrafficCount.month");
        return new TrafficCount(channel, month.atDay(1), month.atEndOfMonth(), null, null, null, null);
    }

    /**
     * A day of a channel, of which nothing is known yet.
     *
     * @param channel the channel's name
     * @param day the day
     * @return the count; withers add what is known
     */
    public static TrafficCount of(String channel, LocalDate day) {
        return new TrafficCount(channel, day, day, null, null, null, null);
    }

    /**
     * The same with what was spent.
     *
     * @param amount a plain number, at least 0
     * @param code the code of its currency, such as EUR
     * @return the changed count
     */
    public TrafficCount spent(String amount, String code) {
        return new TrafficCount(
                channel,
                from,
                through,
                visits,
                contacts,
                Amounts.parse(amount, "TrafficCount.spend"),
                Currency.getInstance(code));
    }

    /** Of the same days of a channel, from another part of the log. */
    TrafficCount plus(TrafficCount other) {
        return new TrafficCount(
                channel,
                from,
                through,
                sum(visits, other.visits),
                sum(contacts, other.contacts),
                spend == null ? other.spend : other.spend == null ? spend : spend.add(other.spend),
                currency == null ? other.currency : currency);
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : (Long) Math.addExact(one, other);
    }

    boolean isOfSameDays(TrafficCount other) {
        return CANONICAL.compare(this, other) == 0;
    }
}
