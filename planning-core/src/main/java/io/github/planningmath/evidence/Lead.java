package io.github.planningmath.evidence;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead of a CRM, with its dates: those of one time zone, stated by whoever made them of points in time.
 *
 * <p>Its age is the whole days since it came, 0 on the day itself; a deal of the same day has age 0.
 *
 * @param id what tells it from all others
 * @param entered the day on which it came
 * @param product what it asks for; null where the log does not say
 * @param channel over which communication surface it came; null where the log does not say
 * @param owner who works on it; null where the log does not say
 * @param customer whose lead it is; null where the log does not say
 * @param stages when it entered which stage, by date; none before it came
 * @param end what became of it; not before it came, and at most 600 months after that
 */
public record Lead(
        String id,
        LocalDate entered,
        @Nullable String product,
        @Nullable String channel,
        @Nullable String owner,
        @Nullable String customer,
        List<StageEntry> stages,
        LeadEnd end) {

    /** Nobody waits longer for a deal; a longer age is a slip in a date. */
    static final int LONGEST_AGE_MONTHS = 600;

    public Lead {
        Required.name(id, "Lead.id");
        Required.present(entered, "Lead.entered");
        Required.nameIfGiven(product, "Lead.product");
        Required.nameIfGiven(channel, "Lead.channel");
        Required.nameIfGiven(owner, "Lead.owner");
        Required.nameIfGiven(customer, "Lead.customer");
        stages = sorted(Required.list(stages, "Lead.stages"));
        if (!stages.isEmpty() && stages.get(0).date().isBefore(entered)) {
            throw new IllegalArgumentException("Lead.stages must not be entered before the lead came, on " + entered
                    + ", but " + stages.get(0).stage() + " was on "
                    + stages.get(0).date() + ".");
        }
        LocalDate ended = Required.present(end, "Lead.end").date();
        if (ended != null && ended.isBefore(entered)) {
            throw new IllegalArgumentException(
                    "Lead.end must not be before the lead came, on " + entered + ", but was on " + ended + ".");
        }
        if (ended != null && ended.isAfter(entered.plusMonths(LONGEST_AGE_MONTHS))) {
            throw new IllegalArgumentException("Lead.end must be at most " + LONGEST_AGE_MONTHS
                    + " months after the lead came, on " + entered + ", but was on " + ended + ".");
        }
    }

    private static List<StageEntry> sorted(List<StageEntry> stages) {
        return stages.stream().sorted(Comparator.comparing(StageEntry::date)).toList();
    }

    /**
     * Begins an open lead, part by part.
     *
     * @param id what tells it from all others
     * @param entered the day on which it came
     * @return a builder
     */
    public static Builder builder(String id, LocalDate entered) {
        return new Builder(id, entered);
    }

    /** Its age at the end, in days; null without a dated end. */
    @Nullable
    Integer ageAtEnd() {
        LocalDate ended = end.date();
        return ended == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(entered, ended));
    }

    /**
     * That a lead entered a stage.
     *
     * @param stage the stage's name
     * @param date the day
     */
    public record StageEntry(String stage, LocalDate date) {

        public StageEntry {
            Required.name(stage, "Lead.StageEntry.stage");
            Required.present(date, "Lead.StageEntry.date");
        }
    }

    /** A lead in the making: {@code Lead.builder("4711", january3).channel("site").won(january20, "1200", "EUR").build()}. */
    public static final class Builder {

        private final String id;
        private final LocalDate entered;
        private final List<StageEntry> stages = new ArrayList<>();
        private @Nullable String product;
        private @Nullable String channel;
        private @Nullable String owner;
        private @Nullable String customer;
        private LeadEnd end = new LeadEnd.Open(null, null);

        private Builder(String id, LocalDate entered) {
            this.id = id;
            this.entered = entered;
        }

        /**
         * What it asks for.
         *
         * @param product a product's name
         * @return this builder
         */
        public Builder product(String product) {
            this.product = product;
            return this;
        }

        /**
         * Over which communication surface it came.
         *
         * @param channel a channel's name
         * @return this builder
         */
        public Builder channel(String channel) {
            this.channel = channel;
            return this;
        }

        /**
         * Who works on it.
         *
         * @param owner a name
         * @return this builder
         */
        public Builder owner(String owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Whose lead it is.
         *
         * @param customer a name
         * @return this builder
         */
        public Builder customer(String customer) {
            this.customer = customer;
            return this;
        }

        /**
         * That it entered a stage.
         *
         * @param stage the stage's name
         * @param date the day
         * @return this builder
         */
        public Builder stage(String stage, LocalDate date) {
            stages.add(new StageEntry(stage, date));
            return this;
        }

        /**
         * That it became a deal, of which no amount is known.
         *
         * @param date the day of the deal
         * @return this builder
         */
        public Builder won(LocalDate date) {
            return end(new LeadEnd.Won(date, null, null));
        }

        /**
         * That it became a deal.
         *
         * @param date the day of the deal
         * @param amount what it brought, a plain number
         * @param currency the code of its currency, such as EUR
         * @return this builder
         */
        public Builder won(LocalDate date, String amount, String currency) {
            return end(
                    new LeadEnd.Won(date, Amounts.parse(amount, "LeadEnd.Won.amount"), Currency.getInstance(currency)));
        }

        /**
         * That it was lost.
         *
         * @param date the day
         * @return this builder
         */
        public Builder lost(LocalDate date) {
            return end(new LeadEnd.Lost(date, null));
        }

        /**
         * What became of it; it is open where nothing is said.
         *
         * @param end open, won or lost
         * @return this builder
         */
        public Builder end(LeadEnd end) {
            this.end = end;
            return this;
        }

        /**
         * The lead.
         *
         * @return it
         * @throws IllegalArgumentException if a part is outside of its set
         */
        public Lead build() {
            return new Lead(id, entered, product, channel, owner, customer, stages, end);
        }
    }
}
