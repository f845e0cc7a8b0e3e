package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Leads as they were known at the end of a day, and from which day on their deals are seen.
 *
 * <p>An open lead that came on day {@code t} has {@code through - t + 1} whole days behind it. Where the log of deals was opened
 * after the lead came, only the ages from {@code observedFrom - t} on are seen: the ages before are not observed, they are no
 * failures.
 *
 * <p>Known leads of the same day merge by addition, in any order and grouping.
 *
 * <p>As JSON it is a view, which is not read back: the days, the counts, and what is odd about them.
 */
public final class KnownLeads {

    /**
     * What is odd about a log, though it can be. All of it is counted.
     *
     * @param leads how many are concerned
     * @param text what is odd, in words
     */
    public record Flag(Long leads, String text) {

        public Flag {
            Required.count(leads, "KnownLeads.Flag.leads");
            Required.name(text, "KnownLeads.Flag.text");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** An import's day, if more than a fifth of all leads came on it. */
    private static final int DAYS_PART = 5;

    private static final long LEAST_LEADS_FOR_A_FLAG = 20;

    /** Luck alone leaves out so many once in a thousand times. */
    private static final double LEAST_DUE = 7;

    private final @Nullable Currency currency;
    private final LocalDate through;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate observedFrom;
    private final boolean byMonth;
    private final List<LeadCount> counts;
    private final OtherCounts others;

    private KnownLeads(
            @Nullable Currency currency,
            LocalDate through,
            @Nullable LocalDate from,
            @Nullable LocalDate observedFrom,
            boolean byMonth,
            List<LeadCount> counts,
            OtherCounts others) {
        boolean hasAmounts = counts.stream().anyMatch(count -> count.withAmount() > 0)
                || others.traffic().stream().anyMatch(count -> count.spend() != null);
        this.currency = hasAmounts ? currency : null;
        this.through = through;
        this.from = from;
        this.observedFrom = observedFrom;
        this.byMonth = byMonth;
        this.counts = counts;
        this.others = others;
    }

    static KnownLeads of(List<LeadCount> history, @Nullable Currency currency, LocalDate through, OtherCounts others) {
        CountTable table = new CountTable();
        for (LeadCount count : history) {
            if (!count.entered().isAfter(through)) {
                table.add(known(count, Math.toIntExact(ChronoUnit.DAYS.between(count.entered(), through))));
            }
        }
        return new KnownLeads(currency, through, null, null, false, table.counts(), others);
    }

    /** Of counts that are folded to months already, in canonical order. */
    static KnownLeads ofMonths(List<LeadCount> counts, @Nullable Currency currency, LocalDate through) {
        return new KnownLeads(currency, through, null, null, true, counts, OtherCounts.NONE);
    }

    /** What a later day brought has not happened yet; a later deal's amount is not even expected. */
    private static LeadCount known(LeadCount count, int oldest) {
        Integer age = count.age();
        if (age != null && age <= oldest) {
            return count;
        }
        LeadCount open = count.withOutcome(Outcome.OPEN).withAge(oldest);
        return age == null ? open : open.withAmount(BigDecimal.ZERO).withWithAmount(0L);
    }

    /**
     * Takes what was counted elsewhere for one day, by the month in which leads came.
     *
     * @param counts of open leads the age is that on the day; {@code entered} is the first of a month
     * @param through the last day known
     * @return the leads as known then
     * @throws IllegalArgumentException if a count is of a day within a month or of a month after the day, or an open one has no age
     */
    public static KnownLeads fromMonths(Iterable<LeadCount> counts, LocalDate through) {
        CountTable table = new CountTable();
        for (LeadCount count : counts) {
            if (count.entered().getDayOfMonth() != 1 || count.entered().isAfter(through)) {
                throw new IllegalArgumentException("KnownLeads.counts must be of the first of months up to " + through
                        + ", but one was of " + count.entered() + ". Perhaps FunnelHistory.fromCounts was meant.");
            }
            Required.present(count.age(), "KnownLeads.counts.age");
            table.add(count);
        }
        return new KnownLeads(
                null,
                Required.present(through, "KnownLeads.through"),
                null,
                null,
                true,
                table.counts(),
                OtherCounts.NONE);
    }

    /**
     * The leads of a window: those that came from a day on.
     *
     * @param day the first day; the first of a month where days are folded to months
     * @return these leads without the earlier ones
     */
    public KnownLeads since(LocalDate day) {
        if (byMonth && Required.present(day, "KnownLeads.since").getDayOfMonth() != 1) {
            throw new IllegalArgumentException(
                    "KnownLeads.since must be the first of a month where days are folded to months, but was " + day
                            + ".");
        }
        LocalDate later = from == null || from.isBefore(day) ? day : from;
        return new KnownLeads(
                currency,
                through,
                later,
                observedFrom,
                byMonth,
                filtered(count -> !count.entered().isBefore(day)),
                others.since(day));
    }

    /**
     * The leads of a window: those that came from a month on.
     *
     * @param month the first month
     * @return these leads without the earlier ones
     */
    public KnownLeads since(YearMonth month) {
        return since(Required.present(month, "KnownLeads.since").atDay(1));
    }

    /**
     * These leads, with the day on which the log of their deals was opened. Deals of earlier days are left out, as others of the
     * time may be missing.
     *
     * @param day the first day whose deals are in the log
     * @return the leads, seen from then on
     * @throws IllegalArgumentException if days are folded to months
     */
    public KnownLeads observedFrom(LocalDate day) {
        Required.present(day, "KnownLeads.observedFrom");
        if (byMonth) {
            throw new IllegalArgumentException(
                    "KnownLeads.observedFrom must be given before days are folded to months, but was given after.");
        }
        CountTable table = new CountTable();
        for (LeadCount count : counts) {
            int age = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(count.entered(), day)));
            table.add(count.withObservedFromAge(age));
        }
        return new KnownLeads(currency, through, from, day, false, table.counts(), others);
    }

    /**
     * The leads of a channel, and its visits, contacts and spend.
     *
     * @param channel its name; null for those of which the log does not say it
     * @return these without all others
     */
    public KnownLeads channel(@Nullable String channel) {
        return filteredBy(
                LeadCount::channel,
                channel,
                others.where(count -> count.channel().equals(channel), any -> false));
    }

    /**
     * The leads that ask for a product, and its customers.
     *
     * @param product its name; null for those of which the log does not say it
     * @return these without all others
     */
    public KnownLeads product(@Nullable String product) {
        return filteredBy(
                LeadCount::product,
                product,
                others.where(any -> false, count -> count.product().equals(product)));
    }

    /**
     * The leads that somebody works on.
     *
     * @param owner the name; null for those of which the log does not say it
     * @return these leads without all others
     */
    public KnownLeads owner(@Nullable String owner) {
        return filteredBy(LeadCount::owner, owner, OtherCounts.NONE);
    }

    private KnownLeads filteredBy(
            Function<LeadCount, @Nullable String> name, @Nullable String wanted, OtherCounts theirs) {
        return new KnownLeads(
                currency,
                through,
                from,
                observedFrom,
                byMonth,
                filtered(count -> Objects.equals(name.apply(count), wanted)),
                theirs);
    }

    /** The leads that are wanted, alone. */
    KnownLeads where(Predicate<LeadCount> wanted) {
        return new KnownLeads(currency, through, from, observedFrom, byMonth, filtered(wanted), OtherCounts.NONE);
    }

    private List<LeadCount> filtered(Predicate<LeadCount> wanted) {
        return counts.stream().filter(wanted).toList();
    }

    /**
     * The same leads without the days on which they came, of which only the months are kept: fewer counts, for one day known.
     *
     * @return the leads by month
     */
    public KnownLeads byMonth() {
        CountTable table = new CountTable();
        counts.forEach(count -> table.add(count.withEntered(count.entered().withDayOfMonth(1))));
        return new KnownLeads(currency, through, from, observedFrom, true, table.counts(), others);
    }

    /**
     * Adds leads that are in none of these counts.
     *
     * @param other leads known through the same day
     * @return both
     * @throws IllegalArgumentException if their amounts are in another currency, or they are known through another day, of another window, seen from another day on, or kept
     *     otherwise
     */
    public KnownLeads plus(KnownLeads other) {
        if (currency != null && other.currency != null && !currency.equals(other.currency)) {
            throw new IllegalArgumentException("KnownLeads.plus must be of the same currency, but was of " + currency
                    + " and of " + other.currency + ". Perhaps FunnelHistory.plus was meant.");
        }
        if (!through.equals(other.through)
                || !Objects.equals(from, other.from)
                || !Objects.equals(observedFrom, other.observedFrom)
                || byMonth != other.byMonth) {
            throw new IllegalArgumentException("KnownLeads.plus must be of the same days, but was of " + days()
                    + " and of " + other.days() + ". Perhaps FunnelHistory.plus was meant.");
        }
        CountTable table = new CountTable();
        counts.forEach(table::add);
        other.counts.forEach(table::add);
        return new KnownLeads(
                currency == null ? other.currency : currency,
                through,
                from,
                observedFrom,
                byMonth,
                table.counts(),
                others.plus(other.others));
    }

    private String days() {
        return "leads known through " + through
                + (from == null ? "" : ", since " + from)
                + (observedFrom == null ? "" : ", observed from " + observedFrom)
                + (byMonth ? ", by month" : "");
    }

    /** The first day on which a lead came; the last day known where none did. */
    LocalDate firstDay() {
        return counts.stream()
                .map(LeadCount::entered)
                .min(Comparator.naturalOrder())
                .orElse(through);
    }

    boolean foldedToMonths() {
        return byMonth;
    }

    /** As they are written: the days, how many leads there are, what is odd, and the counts. */
    private record View(
            LocalDate through,
            @Nullable LocalDate from,
            @Nullable LocalDate observedFrom,
            boolean byMonth,
            long leads,
            List<Flag> flags,
            List<LeadCount> counts,
            List<TrafficCount> traffic,
            List<CustomerCount> customers) {}

    @DocumentForm.Written
    View view() {
        return new View(
                through, from, observedFrom, byMonth, leads(), flags(), counts, others.traffic(), others.customers());
    }

    /**
     * The currency of all amounts.
     *
     * @return the currency; null where no amount is known, or nobody said in which it is
     */
    public @Nullable Currency currency() {
        return currency;
    }

    /**
     * The last day known.
     *
     * @return the day
     */
    public LocalDate through() {
        return through;
    }

    /**
     * The first day of the window.
     *
     * @return the day; null where all leads are in it
     */
    public @Nullable LocalDate from() {
        return from;
    }

    /**
     * The first day whose deals are in the log, where it was stated.
     *
     * @return the day; null where nobody said so
     */
    public @Nullable LocalDate observedFrom() {
        return observedFrom;
    }

    /**
     * The counts, in canonical order; the age of open ones is that on the last day known.
     *
     * @return each kind of lead once
     */
    public List<LeadCount> counts() {
        return counts;
    }

    /**
     * Visits, contacts and spend of days and months that were over on the last day known.
     *
     * @return each channel's days or months once
     */
    public List<TrafficCount> traffic() {
        return others.traffic();
    }

    /**
     * What became of customers in months that were over on the last day known.
     *
     * @return each cohort and age once
     */
    public List<CustomerCount> customers() {
        return others.customers();
    }

    /**
     * How many leads there are.
     *
     * @return open, won and lost ones
     */
    public long leads() {
        return sum(count -> true);
    }

    /**
     * How many leads ended in a way, as far as is known.
     *
     * @param outcome the way
     * @return their number
     */
    public long leads(Outcome outcome) {
        return sum(count -> count.outcome() == outcome);
    }

    private long sum(Predicate<LeadCount> wanted) {
        return counts.stream().filter(wanted).mapToLong(LeadCount::leads).sum();
    }

    /**
     * The channels of these leads.
     *
     * @return their names by code point, without leads of which the log does not say it
     */
    public List<String> channels() {
        return names(LeadCount::channel);
    }

    /**
     * The products of these leads.
     *
     * @return their names by code point, without leads of which the log does not say it
     */
    public List<String> products() {
        return names(LeadCount::product);
    }

    /**
     * Who works on these leads.
     *
     * @return the names by code point, without leads of which the log does not say it
     */
    public List<String> owners() {
        return names(LeadCount::owner);
    }

    private List<String> names(Function<LeadCount, @Nullable String> name) {
        TreeSet<String> names = new TreeSet<>();
        for (LeadCount count : counts) {
            String its = name.apply(count);
            if (its != null) {
                names.add(its);
            }
        }
        return List.copyOf(names);
    }

    /**
     * What is odd about these leads: a day on which more than a fifth of them came is an import's day and not theirs; deals of
     * which more than half are on the last day of a month have a date by default; open leads more than twice as old as the oldest
     * deal was will not come to anything, and nobody has said so; and where no lead came in the last days, though at the pace before seven
     * and more were due, the log ends earlier than is said, and all its open leads look older than they are.
     *
     * @return what was found, of 20 leads or deals and more
     */
    public List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        if (!byMonth) {
            addImports(flags);
            addMonthEnds(flags);
            addQuietEnd(flags);
        }
        addZombies(flags);
        return Collections.unmodifiableList(flags);
    }

    private void addImports(List<Flag> flags) {
        Map<LocalDate, Long> byDay = new HashMap<>();
        counts.forEach(count -> byDay.merge(count.entered(), count.leads(), Long::sum));
        long all = leads();
        byDay.entrySet().stream()
                .filter(day -> all >= LEAST_LEADS_FOR_A_FLAG && day.getValue() > all / DAYS_PART)
                .sorted(Map.Entry.comparingByKey())
                .forEach(day -> flags.add(new Flag(
                        day.getValue(),
                        day.getValue() + " of " + all + " leads came on " + day.getKey()
                                + ": perhaps the day of an import, and not theirs")));
    }

    private void addMonthEnds(List<Flag> flags) {
        long won = leads(Outcome.WON);
        long atEnds = sum(count -> {
            Integer age = count.age();
            return count.outcome() == Outcome.WON
                    && age != null
                    && count.entered().plusDays(age + 1L).getDayOfMonth() == 1;
        });
        if (won >= LEAST_LEADS_FOR_A_FLAG && atEnds > won / 2) {
            flags.add(new Flag(
                    atEnds,
                    atEnds + " of " + won
                            + " deals are on the last day of a month: perhaps a default, and not theirs"));
        }
    }

    private void addQuietEnd(List<Flag> flags) {
        LocalDate last = counts.stream()
                .map(LeadCount::entered)
                .max(Comparator.naturalOrder())
                .orElse(through);
        long quiet = ChronoUnit.DAYS.between(last, through);
        double due = (double) leads() * quiet / (ChronoUnit.DAYS.between(firstDay(), last) + 1);
        if (leads() >= LEAST_LEADS_FOR_A_FLAG && due >= LEAST_DUE) {
            flags.add(new Flag(
                    Math.round(due),
                    "no lead came in the last " + quiet + " days, in which " + Math.round(due)
                            + " were due: perhaps the log ends on " + last));
        }
    }

    private void addZombies(List<Flag> flags) {
        int oldestDeal = counts.stream()
                .filter(count -> count.outcome() == Outcome.WON)
                .mapToInt(count -> Objects.requireNonNullElse(count.age(), 0))
                .max()
                .orElse(Integer.MAX_VALUE / 2);
        long zombies = sum(count ->
                count.outcome() == Outcome.OPEN && Objects.requireNonNullElse(count.age(), 0) > 2 * oldestDeal);
        if (zombies >= LEAST_LEADS_FOR_A_FLAG) {
            flags.add(new Flag(
                    zombies,
                    zombies + " open leads are more than twice as old as any deal was, " + oldestDeal
                            + " days: perhaps lost, and nobody said so"));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownLeads known
                && Objects.equals(currency, known.currency)
                && through.equals(known.through)
                && Objects.equals(from, known.from)
                && Objects.equals(observedFrom, known.observedFrom)
                && byMonth == known.byMonth
                && counts.equals(known.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency, through, from, observedFrom, byMonth, counts);
    }

    @Override
    public String toString() {
        return leads() + " " + days() + ": " + leads(Outcome.WON) + " won, " + leads(Outcome.LOST) + " lost, "
                + leads(Outcome.OPEN) + " open";
    }
}
