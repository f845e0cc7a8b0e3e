package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.review.Actuals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The leads of a log as counts, by product, channel, owner, day on which they came, end and age in days: what every estimate is
 * made from.
 *
 * <p>Histories merge by addition, in any order and grouping, to equal ones: {@code a.plus(b).plus(c)} equals
 * {@code c.plus(a.plus(b))}. A lead must stand in one part only. Memory grows with the counts and not with the leads.
 *
 * <p>Beside leads it may hold visits, contacts and spend by channel, and what became of customers by month: all that the constants of a
 * plan can be counted of.
 *
 * <p>A history ends on no day in particular; what was known on a day is {@link #knownThrough}. The clock is never asked. Stages are
 * not counted.
 *
 * <p>As JSON it is a view, which is not read back: its counts and what was left out. The {@link #counts()} are read
 * back one by one.
 */
public final class FunnelHistory {

    /** Why a row of a log is not counted. */
    public enum Exclusion {
        /** Its deal, loss or stage is dated before the lead came. */
        ENDED_BEFORE_IT_CAME("ended before it came"),
        /** Its id was there before, with other facts; equal rows are one lead. */
        DIFFERENT_FACTS("the same id with different facts"),
        /** Its amount is in another currency than the history's. */
        OTHER_CURRENCY("another currency"),
        /** It ended more than 600 months after it came. */
        TOO_OLD("an age beyond 600 months"),
        /** It is won, and nobody knows when. */
        NO_DATE("won without a date"),
        /** A date in it parses two ways, such as 03-04-18. */
        AMBIGUOUS_DATE("a date that parses two ways"),
        /** A point in time in it is in milliseconds where seconds were expected. */
        MILLISECONDS("milliseconds for seconds");

        private final String label;

        Exclusion(String label) {
            this.label = label;
        }

        /**
         * The reason in words.
         *
         * @return such as "ended before it came"
         */
        public String label() {
            return label;
        }
    }

    /**
     * Leads that are not counted for one reason.
     *
     * @param leads how many rows, at least 1
     * @param example what is wrong with one of them
     */
    public record Excluded(Long leads, String example) {

        public Excluded {
            Required.count(leads, "FunnelHistory.Excluded.leads");
            Required.name(example, "FunnelHistory.Excluded.example");
        }

        Excluded plus(Excluded other) {
            return new Excluded(leads + other.leads, example.compareTo(other.example) <= 0 ? example : other.example);
        }
    }

    private final @Nullable Currency currency;
    private final List<LeadCount> counts;
    private final OtherCounts others;
    private final Map<Exclusion, Excluded> excluded;

    private FunnelHistory(
            @Nullable Currency currency,
            List<LeadCount> counts,
            OtherCounts others,
            Map<Exclusion, Excluded> excluded) {
        this.currency = currency;
        this.counts = counts;
        this.others = others;
        this.excluded = Collections.unmodifiableMap(excluded);
    }

    /**
     * Counts leads. Equal ones are one lead; of those with the same id and different facts the first counts, and the others are
     * excluded.
     *
     * @param leads in any order; their ids are held while they are read
     * @return the history
     * @throws IllegalArgumentException if amounts are in different currencies
     */
    public static FunnelHistory from(Iterable<Lead> leads) {
        Counting counting = new Counting();
        Map<String, Lead> byId = new HashMap<>();
        for (Lead lead : Required.present(leads, "FunnelHistory.leads")) {
            Lead before = byId.putIfAbsent(
                    Required.present(lead, "FunnelHistory.leads").id(), lead);
            if (before == null) {
                counting.add(lead);
            } else if (!before.equals(lead)) {
                counting.exclude(
                        Exclusion.DIFFERENT_FACTS,
                        "lead " + lead.id() + " is there twice with different facts: " + facts(before) + ", and "
                                + facts(lead) + ".");
            }
        }
        return counting.history();
    }

    /**
     * Counts leads as they come, each of which must be there once: ids are not looked at, so that memory grows with the counts.
     *
     * @param leads read sequentially, in any order; not closed
     * @return the history
     * @throws IllegalArgumentException if amounts are in different currencies
     */
    public static FunnelHistory from(Stream<Lead> leads) {
        Counting counting = new Counting();
        for (Iterator<Lead> each = leads.iterator(); each.hasNext(); ) {
            counting.add(Required.present(each.next(), "FunnelHistory.leads"));
        }
        return counting.history();
    }

    /**
     * Takes what was counted elsewhere, such as by a database. An age of open leads is not kept, as it depends on the day asked.
     *
     * @param counts by day; alike ones are added
     * @param currency of their amounts; null where none is given
     * @return the history
     * @throws IllegalArgumentException if there are amounts without a currency
     */
    public static FunnelHistory fromCounts(Iterable<LeadCount> counts, @Nullable Currency currency) {
        CountTable table = new CountTable();
        for (LeadCount count : counts) {
            table.add(count.outcome() == Outcome.OPEN ? count.withAge(null) : count);
            if (currency == null && count.withAmount() > 0) {
                throw new IllegalArgumentException(
                        "FunnelHistory.currency must be given where amounts are, but was null.");
            }
        }
        return new FunnelHistory(currency, table.counts(), OtherCounts.NONE, Map.of());
    }

    /**
     * Begins to read the rows of a table.
     *
     * @param headers which column says what
     * @return a reader
     */
    public static HistoryReader reader(Headers headers) {
        return HistoryReader.of(headers);
    }

    private static String facts(Lead lead) {
        return lead.end() + " of " + lead.entered();
    }

    /**
     * Adds leads that are in none of these counts.
     *
     * @param other another part of the log
     * @return both
     * @throws IllegalArgumentException if amounts are in different currencies
     * @throws ArithmeticException if a count does not fit in a long
     */
    public FunnelHistory plus(FunnelHistory other) {
        if (currency != null && other.currency != null && !currency.equals(other.currency)) {
            throw differentCurrencies(currency, other.currency);
        }
        CountTable table = new CountTable();
        counts.forEach(table::add);
        other.counts.forEach(table::add);
        Map<Exclusion, Excluded> both = new EnumMap<>(Exclusion.class);
        both.putAll(excluded);
        other.excluded.forEach((reason, each) -> both.merge(reason, each, Excluded::plus));
        return new FunnelHistory(
                currency == null ? other.currency : currency, table.counts(), others.plus(other.others), both);
    }

    /**
     * Adds visits, contacts and spend. What one part knows of a channel's days and another does not is taken from the first, as one
     * system counts visits and another what was spent; what both know is added.
     *
     * @param traffic by day or by month
     * @return the history with these
     * @throws IllegalArgumentException if amounts are in different currencies
     * @throws ArithmeticException if a count does not fit in a long
     */
    public FunnelHistory withTraffic(Iterable<TrafficCount> traffic) {
        Counting amounts = new Counting();
        List<TrafficCount> given = new ArrayList<>();
        for (TrafficCount each : Required.present(traffic, "FunnelHistory.traffic")) {
            given.add(Required.present(each, "FunnelHistory.traffic"));
            if (each.currency() != null) {
                amounts.require(each.currency());
            }
        }
        OtherCounts all = OtherCounts.NONE.plus(new OtherCounts(given, List.of()));
        return plus(new FunnelHistory(amounts.currency, List.of(), all, Map.of()));
    }

    /**
     * Adds what became of customers, month by month; those of the same cohort and age are added.
     *
     * @param customers counts of customers, such as {@link CustomerCount#of} makes of a table of cohorts
     * @return the history with these
     * @throws ArithmeticException if a count does not fit in a long
     */
    public FunnelHistory withCustomers(Iterable<CustomerCount> customers) {
        List<CustomerCount> given = new ArrayList<>();
        for (CustomerCount each : Required.present(customers, "FunnelHistory.customers")) {
            given.add(Required.present(each, "FunnelHistory.customers"));
        }
        OtherCounts all = OtherCounts.NONE.plus(new OtherCounts(List.of(), given));
        return plus(new FunnelHistory(null, List.of(), all, Map.of()));
    }

    private static IllegalArgumentException differentCurrencies(Currency one, Currency other) {
        return new IllegalArgumentException("FunnelHistory.currency must be one, but was " + one + " and " + other
                + ". Perhaps HistoryReader.currency(\"" + one + "\") was meant, which leaves out all others.");
    }

    /**
     * What was known at the end of a day: leads that came later are left out, and a deal or a loss of a later day has not happened
     * yet, so its lead is open.
     *
     * @param day the last day that counts; the log must be complete through it
     * @return the leads as known then
     */
    public KnownLeads knownThrough(LocalDate day) {
        Required.present(day, "FunnelHistory.knownThrough");
        return KnownLeads.of(counts, currency, day, others.through(day));
    }

    /**
     * The counts of leads that are wanted; all others are left out, knowingly.
     *
     * @param wanted such as those of products that a plan sells
     * @return the history without all others; visits, contacts, spend and customers stay
     */
    public FunnelHistory where(Predicate<? super LeadCount> wanted) {
        return new FunnelHistory(
                currency,
                counts.stream()
                        .filter(Required.present(wanted, "FunnelHistory.where"))
                        .toList(),
                others,
                excluded);
    }

    /**
     * What came to pass in some months: leads and new deals by month, product and channel, deals in the month in which they were won, and
     * revenue where the amounts of all of them are known. A product and channel that had leads until then had 0 where there were none.
     *
     * <p>It is a function of the events of these months and of which products and channels there were before: nothing later leaks.
     *
     * @param first the first month
     * @param last the last month, not before the first; the log must be complete through it
     * @return the facts, for the plan's review; counts of visits and contacts and costs are not known to it
     * @throws IllegalArgumentException if there is no lead until then, or one does not say what it asks for or over which channel it came
     */
    public Actuals actuals(YearMonth first, YearMonth last) {
        return FactsOfLog.actuals(this, first, last, false);
    }

    /**
     * What came to pass in some months, as {@link #actuals} has it, with the deals of each month told apart by the month in which their
     * leads were brought: a verdict on them tells late deals from lost ones.
     *
     * @param first the first month
     * @param last the last month, not before the first; the log must be complete through it
     * @return the facts
     * @throws IllegalArgumentException as of {@link #actuals}
     */
    public Actuals actualsByLeads(YearMonth first, YearMonth last) {
        return FactsOfLog.actuals(this, first, last, true);
    }

    /**
     * The leads of which deals are still to come, by the month that brought them, won, lost or open: the position that a plan opens with.
     * It has no customers, as a log of leads knows no purchases.
     *
     * @param opens the first month of the plan; the log must be complete through the month before
     * @param constants the plan's constants, whose sales cycles say how long deals are to come
     * @return the position
     * @throws IllegalArgumentException if a lead does not say what it asks for or over which channel it came, or the constants do not
     *     know it. Perhaps {@link #where} was meant
     */
    public Position position(YearMonth opens, PlanningConstants constants) {
        return FactsOfLog.position(this, opens, constants);
    }

    /** As it is written: how many leads there are and were left out, and the counts. */
    private record View(
            @Nullable Currency currency,
            long leads,
            Map<Exclusion, Excluded> excluded,
            List<LeadCount> counts,
            List<TrafficCount> traffic,
            List<CustomerCount> customers) {}

    @DocumentForm.Written
    View view() {
        return new View(currency, leads(), excluded, counts, traffic(), customers());
    }

    /**
     * The counts, in the order of product, channel, owner, day, end and age, names by code point and those not given first.
     *
     * @return each kind of lead once; open ones have no age
     */
    public List<LeadCount> counts() {
        return counts;
    }

    /**
     * Visits, contacts and spend, in the order of channel and day.
     *
     * @return each channel's days or months once
     */
    public List<TrafficCount> traffic() {
        return others.traffic();
    }

    /**
     * What became of customers, in the order of product, month of the first purchase and age.
     *
     * @return each cohort and age once
     */
    public List<CustomerCount> customers() {
        return others.customers();
    }

    /**
     * The currency of all amounts.
     *
     * @return the currency; null where no amount is known
     */
    public @Nullable Currency currency() {
        return currency;
    }

    /**
     * How many leads are counted.
     *
     * @return their number
     */
    public long leads() {
        return counts.stream().mapToLong(LeadCount::leads).sum();
    }

    /**
     * What was not counted, by reason.
     *
     * @return the reasons that occurred
     */
    public Map<Exclusion, Excluded> excluded() {
        return excluded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FunnelHistory history
                && Objects.equals(currency, history.currency)
                && counts.equals(history.counts)
                && others.equals(history.others)
                && excluded.equals(history.excluded);
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency, counts, others, excluded);
    }

    @Override
    public String toString() {
        String left = excluded.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().leads() + " " + entry.getKey().label())
                .collect(Collectors.joining(", "));
        return leads() + " leads in " + counts.size() + " counts" + (left.isEmpty() ? "" : "; left out: " + left);
    }

    /** A history in the making; folded to months where only one day known is asked. */
    static final class Counting {

        private final CountTable table = new CountTable();
        private final @Nullable LocalDate through;
        private final Map<Exclusion, Excluded> excluded = new EnumMap<>(Exclusion.class);
        private @Nullable Currency currency;

        Counting() {
            this(null);
        }

        Counting(@Nullable LocalDate through) {
            this.through = through;
        }

        void add(Lead lead) {
            LeadEnd end = lead.end();
            Integer age = lead.ageAtEnd();
            Outcome outcome = Outcome.OPEN;
            @Nullable BigDecimal amount = null;
            @Nullable Currency its = null;
            if (end instanceof LeadEnd.Won won) {
                outcome = Outcome.WON;
                amount = won.amount();
                its = won.currency();
            } else if (end instanceof LeadEnd.Open open) {
                amount = open.expected();
                its = open.currency();
            } else if (age != null) {
                outcome = Outcome.LOST;
            }
            if (its != null) {
                require(its);
            }
            if (through == null) {
                table.add(key(lead, lead.entered(), outcome, age), amount);
            } else if (!lead.entered().isAfter(through)) {
                int oldest = Math.toIntExact(ChronoUnit.DAYS.between(lead.entered(), through));
                boolean isLater = age != null && age > oldest;
                table.add(
                        key(
                                lead,
                                lead.entered().withDayOfMonth(1),
                                isLater ? Outcome.OPEN : outcome,
                                age == null || isLater ? (Integer) oldest : age),
                        isLater ? null : amount);
            }
        }

        private static LeadCount.Key key(Lead lead, LocalDate entered, Outcome outcome, @Nullable Integer age) {
            return new LeadCount.Key(lead.product(), lead.channel(), lead.owner(), entered, outcome, age, 0);
        }

        HistoryReader.MonthsRead months(LocalDate day) {
            return new HistoryReader.MonthsRead(
                    KnownLeads.ofMonths(table.counts(), currency, day), new EnumMap<>(excluded));
        }

        private void require(Currency its) {
            if (currency == null) {
                currency = its;
            } else if (!currency.equals(its)) {
                throw differentCurrencies(currency, its);
            }
        }

        void exclude(Exclusion reason, String example) {
            excluded.merge(reason, new Excluded(1L, example), Excluded::plus);
        }

        FunnelHistory history() {
            return new FunnelHistory(currency, table.counts(), OtherCounts.NONE, new EnumMap<>(excluded));
        }
    }
}
