package io.github.planningmath.traffic;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A communication surface that visits come over: a site, calls, e-mail, social networks, events, partners.
 *
 * <p>{@code leads = floor(visits * siteConversion * warmUpRate)}, rounded once on the cumulative count.
 *
 * @param name what products, tiers and cells refer to it by: one line of text without blanks at its ends
 * @param approach whom it addresses
 * @param siteConversion the share of visits that become contacts, above 0 and at most 1
 * @param warmUpRate the share of contacts that become leads, above 0 and at most 1
 * @param cost what its visits cost in a month
 * @param visitCeiling the most visits it can bring in a month, at least 0; null if there is no such limit
 */
@SuppressWarnings("immutables:incompat") // the builder that users see is written by hand
@Value.Builder
public record Channel(
        String name,
        MarketingApproach approach,
        Rate siteConversion,
        Rate warmUpRate,
        TrafficCost cost,
        @Nullable Long visitCeiling)
        implements WithChannel {

    public Channel {
        Required.name(name, "Channel.name");
        Required.present(approach, "Channel.approach");
        Required.present(siteConversion, "Channel.siteConversion");
        Required.present(warmUpRate, "Channel.warmUpRate");
        Required.present(cost, "Channel.cost");
        if (visitCeiling != null) {
            Required.count(visitCeiling, "Channel.visitCeiling");
        }
    }

    /** As a document gives it, so that a mistyped key is named before a missing one. */
    private record Document(
            String name,
            MarketingApproach approach,
            Rate siteConversion,
            Rate warmUpRate,
            TrafficCost cost,
            @Nullable Long visitCeiling)
            implements DocumentPart {}

    @DocumentForm.Read
    static Channel of(Document given) {
        return new Channel(
                given.name, given.approach, given.siteConversion, given.warmUpRate, given.cost, given.visitCeiling);
    }

    /**
     * Begins a channel, part by part. All parts must be given but the ceiling.
     *
     * @param name what products, tiers and cells refer to it by
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * The share of visits that become leads, {@code siteConversion * warmUpRate}, exactly.
     *
     * @return the rate from visit to lead
     * @throws ArithmeticException if a term of the product in lowest terms does not fit in a long
     */
    public Rate leadRate() {
        return siteConversion.times(warmUpRate);
    }

    /** A channel in the making: {@code Channel.builder("site").approach(MASS).siteConversion("2.5%")…build()}. */
    public static final class Builder {

        private final String name;
        private @Nullable MarketingApproach approach;
        private @Nullable Rate siteConversion;
        private @Nullable Rate warmUpRate;
        private @Nullable TrafficCost cost;
        private @Nullable Long visitCeiling;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Whom it addresses.
         *
         * @param approach mass, industry or targeted marketing
         * @return this builder
         */
        public Builder approach(MarketingApproach approach) {
            this.approach = approach;
            return this;
        }

        /**
         * The share of visits that become contacts.
         *
         * @param siteConversion above 0 and at most 1
         * @return this builder
         */
        public Builder siteConversion(Rate siteConversion) {
            this.siteConversion = siteConversion;
            return this;
        }

        /**
         * The share of visits that become contacts.
         *
         * @param siteConversion such as {@code "2.5%"}
         * @return this builder
         */
        public Builder siteConversion(String siteConversion) {
            return siteConversion(Rate.parse(siteConversion));
        }

        /**
         * The share of contacts that become leads.
         *
         * @param warmUpRate above 0 and at most 1
         * @return this builder
         */
        public Builder warmUpRate(Rate warmUpRate) {
            this.warmUpRate = warmUpRate;
            return this;
        }

        /**
         * The share of contacts that become leads.
         *
         * @param warmUpRate such as {@code "40%"}
         * @return this builder
         */
        public Builder warmUpRate(String warmUpRate) {
            return warmUpRate(Rate.parse(warmUpRate));
        }

        /**
         * What its visits cost in a month.
         *
         * @param cost constant, or rising with volume
         * @return this builder
         */
        public Builder cost(TrafficCost cost) {
            this.cost = cost;
            return this;
        }

        /**
         * What every visit costs.
         *
         * @param costPerVisit a plain number, at least 0
         * @return this builder
         */
        public Builder costPerVisit(String costPerVisit) {
            return cost(CostPerVisit.of(costPerVisit));
        }

        /**
         * The most visits it can bring in a month; without one there is no such limit.
         *
         * @param visitCeiling at least 0
         * @return this builder
         */
        public Builder visitCeiling(long visitCeiling) {
            this.visitCeiling = visitCeiling;
            return this;
        }

        /**
         * The channel.
         *
         * @return it
         * @throws NullPointerException if a part is missing
         * @throws IllegalArgumentException if a part is outside of its set
         */
        public Channel build() {
            return new Channel(
                    name,
                    Required.present(approach, "Channel.approach"),
                    Required.present(siteConversion, "Channel.siteConversion"),
                    Required.present(warmUpRate, "Channel.warmUpRate"),
                    Required.present(cost, "Channel.cost"),
                    visitCeiling);
        }
    }
}
