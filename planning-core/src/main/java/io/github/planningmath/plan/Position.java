package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of the business at the start of a month: who its customers are, which leads are open, and the fractions that
 * whole counts have not used up yet. A plan opens with one and closes with one of the same type, so next year's plan
 * starts from this year's closing position and loses nothing.
 *
 * @param opens the month that starts with this position
 * @param customers customers by product and age, each pair once
 * @param cohorts leads by the month that brought them, won, lost or open, as long as some of their deals are still to come; each
 *     product, channel and month once, none brought in {@code opens} or later
 * @param stages who of these leads had reached a stage, as long as some of them are still to go on; each product, channel, stage and
 *     month once, none since {@code opens} or later. Where a product has none, they follow from its cohorts, at the conversions of a
 *     plan's first month
 * @param openLeads leads that wait for a deal in a month of their own, each product, channel and due month once; none is due
 *     before {@code opens}
 * @param remainders what the rounding of cumulative counts left over, each cell once; empty when entered from facts
 */
public record Position(
        YearMonth opens,
        List<Customers> customers,
        List<Cohort> cohorts,
        List<StageEntries> stages,
        List<OpenLeads> openLeads,
        List<Remainder> remainders) {

    /**
     * A position of a business whose leads pass no stages.
     *
     * @param opens the month that starts with this position
     * @param customers customers by product and age
     * @param cohorts leads by the month that brought them
     * @param openLeads leads that wait for a deal in a month of their own
     * @param remainders what the rounding of cumulative counts left over
     */
    public Position(
            YearMonth opens,
            List<Customers> customers,
            List<Cohort> cohorts,
            List<OpenLeads> openLeads,
            List<Remainder> remainders) {
        this(opens, customers, cohorts, List.of(), openLeads, remainders);
    }

    /** How many parts a customer of the base is counted in: nine decimals. */
    static final long NANO = 1_000_000_000L;

    /**
     * Customers of a product who made their first purchase in the same month.
     *
     * @param product the product's name
     * @param age whole months since their first purchase, 0 for those won in the month just ended
     * @param count how many, at least 0
     * @param billionths the expected fraction of a customer beyond them, in billionths, from 0 to 999999999; 0 when
     *     entered from facts
     */
    public record Customers(String product, Integer age, Long count, Integer billionths) {

        public Customers {
            Required.name(product, "Customers.product");
            Required.between(age, 0, 1200, "Customers.age");
            Required.count(count, "Customers.count");
            Required.between(billionths, 0, 999_999_999, "Customers.billionths");
        }

        /** As a document gives them: counted in whole where it names no billionths. */
        private record Document(
                String product,
                Integer age,
                Long count,
                @Nullable Integer billionths) implements DocumentPart {}

        @DocumentForm.Read
        static Customers of(Customers.Document given) {
            return new Customers(
                    given.product, given.age, given.count, given.billionths == null ? 0 : given.billionths);
        }

        /**
         * Customers counted in whole.
         *
         * @param product the product's name
         * @param age whole months since their first purchase
         * @param count how many
         * @return the customers
         */
        public static Customers of(String product, int age, long count) {
            return new Customers(product, age, count, 0);
        }
    }

    /**
     * All leads of a month, as many as were brought: the deals that are still to come of them follow from the sales cycle.
     *
     * @param product the product they are interested in
     * @param channel the channel that brought them
     * @param brought the month in which they became leads
     * @param leads how many, won, lost or open, at least 0
     * @param matured the share of their deals that is already due, from 0 to 1; absent where it is that of the sales cycle.
     *     It keeps deals from being lost or counted twice where the cycle was another one before
     */
    public record Cohort(
            String product,
            String channel,
            YearMonth brought,
            Long leads,
            @Nullable Ratio matured) implements DocumentPart {

        public Cohort {
            Required.name(product, "Cohort.product");
            Required.name(channel, "Cohort.channel");
            Required.present(brought, "Cohort.brought");
            Required.count(leads, "Cohort.leads");
            if (matured != null && matured.compareTo(Ratio.ONE) > 0) {
                throw new IllegalArgumentException("Cohort.matured must be from 0 to 1, but was " + matured + ".");
            }
        }

        /**
         * Leads whose deals come as the sales cycle says.
         *
         * @param product the product they are interested in
         * @param channel the channel that brought them
         * @param brought the month in which they became leads
         * @param leads how many, won, lost or open
         * @return the cohort
         */
        public static Cohort of(String product, String channel, YearMonth brought, long leads) {
            return new Cohort(product, channel, brought, leads, null);
        }

        /**
         * The share of its deals that is due in a month. What is left when a position opens falls to the ages that the cycle has left,
         * {@code (1 - matured) * share(age) / from(age at the opening)}; to the first month where it has none. Where
         * {@link #matured()} is absent that is {@code share(age)}.
         *
         * @param month that or a later one
         * @param opens the month in which the position opens
         * @param cycle when leads become deals
         * @return from 0 to 1
         */
        public Ratio due(YearMonth month, YearMonth opens, SalesCycle cycle) {
            if (matured == null) {
                return cycle.share(age(month));
            }
            Fraction ahead = LeftOver.fraction(cycle.from(age(opens)));
            Fraction left = Fraction.ONE.minus(LeftOver.fraction(matured));
            if (ahead.signum() == 0) {
                return month.equals(opens) ? left.to("Cohort.due", Ratio::new) : Ratio.ZERO;
            }
            return left.times(LeftOver.fraction(cycle.share(age(month))))
                    .dividedBy(ahead)
                    .to("Cohort.due", Ratio::new);
        }

        /**
         * This cohort in a later position.
         *
         * @param later the month in which that opens
         * @param opens the month in which this position opens
         * @param cycle when leads become deals
         * @return the cohort with what is due by then, {@code 1 - (1 - matured) * from(later age) / from(age at the opening)}; null
         *     where none of its deals is still to come
         */
        public @Nullable Cohort after(YearMonth later, YearMonth opens, SalesCycle cycle) {
            Fraction open = LeftOver.fraction(cycle.from(age(later)));
            if (open.signum() == 0 || leads == 0 || Ratio.ONE.equals(matured)) {
                return null;
            }
            if (matured == null) {
                return this;
            }
            Fraction left = Fraction.ONE
                    .minus(LeftOver.fraction(matured))
                    .times(open)
                    .dividedBy(LeftOver.fraction(cycle.from(age(opens))));
            return new Cohort(
                    product, channel, brought, leads, Fraction.ONE.minus(left).to("Cohort.matured", Ratio::new));
        }

        private long age(YearMonth month) {
            return brought.until(month, ChronoUnit.MONTHS);
        }
    }

    /**
     * All who reached a stage in a month, whether they have gone on since, were lost or wait there.
     *
     * @param product the product they are interested in
     * @param channel the channel that brought them
     * @param stage the stage's name; not the last, which is the deal
     * @param since the month in which they reached it
     * @param count how many, at least 0
     * @param fraction the expected fraction of one beyond them, above 0 and below 1; absent when entered from facts. Where its
     *     denominator would exceed 2^62, it was rounded down to 18 decimals
     */
    public record StageEntries(
            String product,
            String channel,
            String stage,
            YearMonth since,
            Long count,
            @Nullable Ratio fraction) implements DocumentPart {

        public StageEntries {
            Required.name(product, "StageEntries.product");
            Required.name(channel, "StageEntries.channel");
            Required.name(stage, "StageEntries.stage");
            Required.present(since, "StageEntries.since");
            Required.count(count, "StageEntries.count");
            if (fraction != null) {
                requirePart(fraction, "StageEntries.fraction");
            }
        }

        /**
         * As a CRM counts them.
         *
         * @param product the product they are interested in
         * @param channel the channel that brought them
         * @param stage the stage's name
         * @param since the month in which they reached it
         * @param count how many
         * @return the entries
         */
        public static StageEntries of(String product, String channel, String stage, YearMonth since, long count) {
            return new StageEntries(product, channel, stage, since, count, null);
        }

        /** How many with the fraction. */
        Fraction expected() {
            return Fraction.of(count, 1).plus(LeftOver.fraction(fraction));
        }

        static StageEntries of(String product, String channel, String stage, YearMonth since, Fraction expected) {
            return new StageEntries(
                    product,
                    channel,
                    stage,
                    since,
                    PlanOverflow.count(expected.floor(), "stages"),
                    LeftOver.of(expected));
        }
    }

    /**
     * Leads that wait for their deal.
     *
     * @param product the product they are interested in
     * @param channel the channel that brought them
     * @param due the month in which they become deals or are lost
     * @param count how many, at least 0
     */
    public record OpenLeads(String product, String channel, YearMonth due, Long count) implements DocumentPart {

        public OpenLeads {
            Required.name(product, "OpenLeads.product");
            Required.name(channel, "OpenLeads.channel");
            Required.present(due, "OpenLeads.due");
            Required.count(count, "OpenLeads.count");
        }

        /**
         * Open leads.
         *
         * @param product the product they are interested in
         * @param channel the channel that brought them
         * @param due the month in which they become deals or are lost
         * @param count how many
         * @return the leads
         */
        public static OpenLeads of(String product, String channel, YearMonth due, long count) {
            return new OpenLeads(product, channel, due, count);
        }
    }

    /** The counts that are rounded down on their cumulative value. */
    public enum Rounded {
        /** Contacts of a product and channel. */
        CONTACTS,
        /** Leads of a product and channel. */
        LEADS,
        /** Those who reached a stage of a product. */
        STAGE_ENTRIES,
        /** New deals of a product. */
        NEW_DEALS,
        /** Repeat deals of a product. */
        REPEAT_DEALS
    }

    /**
     * What rounding down a cumulative count left over: it is added to what comes next, so that projecting in two pieces
     * equals projecting in one.
     *
     * @param counted which count
     * @param product the product's name
     * @param channel the channel's name for contacts and leads, absent for deals and stages
     * @param stage the stage's name for stages, absent for all else
     * @param fraction above 0 and below 1; where its denominator would exceed 2^62, it was rounded down to 18 decimals
     */
    public record Remainder(
            Rounded counted,
            String product,
            @Nullable String channel,
            @Nullable String stage,
            Ratio fraction) implements DocumentPart {

        /**
         * Of what is counted at no stage.
         *
         * @param counted which count
         * @param product the product's name
         * @param channel the channel's name for contacts and leads, absent for deals
         * @param fraction above 0 and below 1
         */
        public Remainder(Rounded counted, String product, @Nullable String channel, Ratio fraction) {
            this(counted, product, channel, null, fraction);
        }

        public Remainder {
            Required.present(counted, "Remainder.counted");
            Required.name(product, "Remainder.product");
            Required.present(fraction, "Remainder.fraction");
            boolean byChannel = counted == Rounded.CONTACTS || counted == Rounded.LEADS;
            if (byChannel != (channel != null)) {
                throw new IllegalArgumentException("Remainder.channel must be given for contacts and leads and for"
                        + " nothing else, but was " + channel + " for " + counted + ".");
            }
            if ((counted == Rounded.STAGE_ENTRIES) != (stage != null)) {
                throw new IllegalArgumentException(
                        "Remainder.stage must be given for stage entries and for nothing else, but was " + stage
                                + " for " + counted + ".");
            }
            requirePart(fraction, "Remainder.fraction");
        }
    }

    private static void requirePart(Ratio fraction, String component) {
        if (!(fraction.numerator() > 0 && fraction.numerator() < fraction.denominator())) {
            throw new IllegalArgumentException(component + " must be above 0 and below 1, but was " + fraction + ".");
        }
    }

    public Position {
        Required.present(opens, "Position.opens");
        customers = Required.list(customers, "Position.customers");
        cohorts = Required.list(cohorts, "Position.cohorts");
        stages = Required.list(stages, "Position.stages");
        openLeads = Required.list(openLeads, "Position.openLeads");
        remainders = Required.list(remainders, "Position.remainders");
        requireOnce(customers.stream().map(c -> List.of(c.product(), c.age())).toList(), "Position.customers");
        requireOnce(
                cohorts.stream()
                        .map(c -> List.of(c.product(), c.channel(), c.brought()))
                        .toList(),
                "Position.cohorts");
        for (Cohort cohort : cohorts) {
            if (!cohort.brought().isBefore(opens)) {
                throw new IllegalArgumentException(
                        "Position.cohorts must be brought before " + opens + ", but those of " + cohort.product()
                                + " from " + cohort.channel() + " were brought in " + cohort.brought() + ".");
            }
        }
        requireOnce(
                stages.stream()
                        .map(s -> List.of(s.product(), s.channel(), s.stage(), s.since()))
                        .toList(),
                "Position.stages");
        for (StageEntries entries : stages) {
            if (!entries.since().isBefore(opens)) {
                throw new IllegalArgumentException("Position.stages must be since before " + opens + ", but those of "
                        + entries.product() + " at " + entries.stage() + " were since " + entries.since() + ".");
            }
        }
        requireOnce(
                openLeads.stream()
                        .map(l -> List.of(l.product(), l.channel(), l.due()))
                        .toList(),
                "Position.openLeads");
        requireOnce(
                remainders.stream()
                        .map(r -> List.of(
                                r.counted(),
                                r.product(),
                                Objects.requireNonNullElse(r.stage() == null ? r.channel() : r.stage(), "")))
                        .toList(),
                "Position.remainders");
        for (OpenLeads leads : openLeads) {
            if (leads.due().isBefore(opens)) {
                throw new IllegalArgumentException("Position.openLeads must be due in " + opens
                        + " or later, but those of " + leads.product() + " from " + leads.channel() + " were due in "
                        + leads.due() + ". Perhaps they are overdue: give the month in which they are expected now.");
            }
        }
    }

    /**
     * A business without customers and without leads.
     *
     * @param opens the month it starts in
     * @return the position
     */
    public static Position empty(YearMonth opens) {
        return new Position(opens, List.of(), List.of(), List.of(), List.of());
    }

    /** As a document gives it: a list that it leaves out is empty. */
    private record Document(
            YearMonth opens,
            @Nullable List<Customers> customers,
            @Nullable List<Cohort> cohorts,
            @Nullable List<StageEntries> stages,
            @Nullable List<OpenLeads> openLeads,
            @Nullable List<Remainder> remainders)
            implements DocumentPart {}

    @DocumentForm.Read
    static Position of(Position.Document given) {
        return new Position(
                given.opens,
                given.customers == null ? List.of() : given.customers,
                given.cohorts == null ? List.of() : given.cohorts,
                given.stages == null ? List.of() : given.stages,
                given.openLeads == null ? List.of() : given.openLeads,
                given.remainders == null ? List.of() : given.remainders);
    }

    /**
     * A position entered from facts: whole counts, no remainders.
     *
     * @param opens the month it starts in
     * @param customers customers by product and age
     * @param openLeads leads that wait for their deal
     * @return the position
     */
    public static Position of(YearMonth opens, List<Customers> customers, List<OpenLeads> openLeads) {
        return new Position(opens, customers, List.of(), openLeads, List.of());
    }

    /**
     * This position with leads by the month that brought them.
     *
     * @param value the cohorts, instead of its own
     * @return the changed position
     */
    public Position withCohorts(List<Cohort> value) {
        return new Position(opens, customers, value, stages, openLeads, remainders);
    }

    /**
     * This position with who had reached which stage.
     *
     * @param value the entries, instead of its own
     * @return the changed position
     */
    public Position withStages(List<StageEntries> value) {
        return new Position(opens, customers, cohorts, value, openLeads, remainders);
    }

    /**
     * The whole customers of a product: its cohorts summed with their fractions, then rounded down once.
     *
     * @param product the product's name
     * @return how many customers it has; 0 where it has none
     * @throws ArithmeticException if they are more than 9,223,372,036, the most that nine decimals can hold
     */
    public long base(String product) {
        long total = 0;
        for (Customers cohort : customers) {
            if (cohort.product().equals(product)) {
                total = sumOfNano(total, nanoCustomers(cohort));
            }
        }
        return total / NANO;
    }

    /**
     * The leads open for a product.
     *
     * @param product the product's name
     * @return how many wait for their deal, or are of a month of which deals are still to come
     */
    public long openLeads(String product) {
        long total = 0;
        for (OpenLeads leads : openLeads) {
            if (leads.product().equals(product)) {
                total = PlanOverflow.sum(total, leads.count(), "openLeads");
            }
        }
        for (Cohort cohort : cohorts) {
            if (cohort.product().equals(product)) {
                total = PlanOverflow.sum(total, cohort.leads(), "openLeads");
            }
        }
        return total;
    }

    static long nanoCustomers(Customers cohort) {
        return sumOfNano(nanoCustomers(cohort.count()), cohort.billionths());
    }

    /** Whole customers in billionths. */
    static long nanoCustomers(long customers) {
        long low = customers * NANO;
        if (Math.multiplyHigh(customers, NANO) == (low >> 63)) {
            return low;
        }
        throw tooManyCustomers();
    }

    static long sumOfNano(long first, long second) {
        long sum = first + second;
        if (sum >= 0) {
            return sum;
        }
        throw tooManyCustomers();
    }

    private static ArithmeticException tooManyCustomers() {
        return new ArithmeticException("Plan.base must be at most " + Long.MAX_VALUE / NANO
                + " customers of a product, the most that nine decimals hold, but was larger.");
    }

    private static void requireOnce(List<? extends List<?>> keys, String component) {
        Set<List<?>> seen = new HashSet<>();
        for (List<?> key : keys) {
            if (!seen.add(key)) {
                List<String> named = new ArrayList<>();
                key.forEach(part -> named.add(part.toString()));
                throw new IllegalArgumentException(
                        component + " must name a cell once, but was twice: " + String.join(", ", named) + ".");
            }
        }
    }
}
