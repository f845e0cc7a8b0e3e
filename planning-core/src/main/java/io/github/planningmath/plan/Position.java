package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
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
 * @param openLeads leads that wait for their deal, each product, channel and due month once; none is due before
 *     {@code opens}
 * @param remainders what the rounding of cumulative counts left over, each cell once; empty when entered from facts
 */
public record Position(
        YearMonth opens, List<Customers> customers, List<OpenLeads> openLeads, List<Remainder> remainders) {

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
     * @param channel the channel's name for contacts and leads, absent for deals
     * @param fraction above 0 and below 1; where its denominator would exceed 2^62, it was rounded down to 18 decimals
     */
    public record Remainder(
            Rounded counted, String product, @Nullable String channel, Ratio fraction) implements DocumentPart {

        public Remainder {
            Required.present(counted, "Remainder.counted");
            Required.name(product, "Remainder.product");
            Required.present(fraction, "Remainder.fraction");
            boolean byChannel = counted == Rounded.CONTACTS || counted == Rounded.LEADS;
            if (byChannel != (channel != null)) {
                throw new IllegalArgumentException("Remainder.channel must be given for contacts and leads and for"
                        + " nothing else, but was " + channel + " for " + counted + ".");
            }
            if (!(fraction.numerator() > 0 && fraction.numerator() < fraction.denominator())) {
                throw new IllegalArgumentException(
                        "Remainder.fraction must be above 0 and below 1, but was " + fraction + ".");
            }
        }
    }

    public Position {
        Required.present(opens, "Position.opens");
        customers = Required.list(customers, "Position.customers");
        openLeads = Required.list(openLeads, "Position.openLeads");
        remainders = Required.list(remainders, "Position.remainders");
        requireOnce(customers.stream().map(c -> List.of(c.product(), c.age())).toList(), "Position.customers");
        requireOnce(
                openLeads.stream()
                        .map(l -> List.of(l.product(), l.channel(), l.due()))
                        .toList(),
                "Position.openLeads");
        requireOnce(
                remainders.stream()
                        .map(r -> List.of(r.counted(), r.product(), Objects.requireNonNullElse(r.channel(), "")))
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
        return new Position(opens, List.of(), List.of(), List.of());
    }

    /** As a document gives it: a list that it leaves out is empty. */
    private record Document(
            YearMonth opens,
            @Nullable List<Customers> customers,
            @Nullable List<OpenLeads> openLeads,
            @Nullable List<Remainder> remainders)
            implements DocumentPart {}

    @DocumentForm.Read
    static Position of(Position.Document given) {
        return new Position(
                given.opens,
                given.customers == null ? List.of() : given.customers,
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
        return new Position(opens, customers, openLeads, List.of());
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
     * @return how many wait for their deal
     */
    public long openLeads(String product) {
        long total = 0;
        for (OpenLeads leads : openLeads) {
            if (leads.product().equals(product)) {
                total = PlanOverflow.sum(total, leads.count(), "openLeads");
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
