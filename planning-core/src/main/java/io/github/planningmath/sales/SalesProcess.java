package io.github.planningmath.sales;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.ChannelMix;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a tier turns leads into deals: at which conversion, after how many months, from leads of which channels.
 *
 * <p>{@code expected deals = sum over channels of leads * conversion(channel)}, in the months after the leads that the cycle says.
 *
 * @param managerConversion the share of leads that become deals, above 0 and at most 1
 * @param conversionByChannel the conversion of channels whose leads convert otherwise, by name; empty if all convert alike. A
 *     channel outside of the mix brings no new leads, but open ones may come from it
 * @param cycle when leads become deals: so many months later, or over months
 * @param channels which channels the leads come from
 */
@SuppressWarnings("immutables:incompat") // the builder that users see is written by hand
@Value.Builder
public record SalesProcess(
        Rate managerConversion, Map<String, Rate> conversionByChannel, SalesCycle cycle, ChannelMix channels)
        implements WithSalesProcess {

    public SalesProcess {
        Required.present(managerConversion, "SalesProcess.managerConversion");
        conversionByChannel = Required.byName(conversionByChannel, "SalesProcess.conversionByChannel");
        Required.present(cycle, "SalesProcess.cycle");
        Required.present(channels, "SalesProcess.channels");
    }

    /** As a document gives it: all channels convert alike where it names none, and a cycle may be given as its months alone. */
    private record Document(
            Rate managerConversion,
            @Nullable Map<String, Rate> conversionByChannel,
            @Nullable Integer cycleMonths,
            @Nullable SalesCycle cycle,
            ChannelMix channels)
            implements DocumentPart {}

    @DocumentForm.Read
    static SalesProcess of(Document given) {
        if (given.cycleMonths != null && given.cycle != null) {
            throw new IllegalArgumentException("SalesProcess.cycle must be given once, but was " + given.cycle
                    + " beside cycleMonths of " + given.cycleMonths + ".");
        }
        return new SalesProcess(
                given.managerConversion,
                given.conversionByChannel == null ? Map.of() : given.conversionByChannel,
                given.cycleMonths == null
                        ? Required.present(given.cycle, "SalesProcess.cycle")
                        : SalesCycle.months(given.cycleMonths),
                given.channels);
    }

    /**
     * The process in which the leads of all channels convert alike.
     *
     * @param managerConversion the share of leads that become deals
     * @param cycleMonths whole months from lead to deal, from 0 to 120
     * @param channels which channels the leads come from
     * @return the process
     * @throws IllegalArgumentException if the cycle is not from 0 to 120 months
     */
    public static SalesProcess of(Rate managerConversion, int cycleMonths, ChannelMix channels) {
        return new SalesProcess(managerConversion, Map.of(), SalesCycle.months(cycleMonths), channels);
    }

    /**
     * Begins a process, part by part. The manager conversion, the cycle and the channels must be given.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The share of a channel's leads that become deals.
     *
     * @param channel a channel's name; it need not be in the mix, so that open leads of a channel that brings no more of
     *     them have a conversion too
     * @return the channel's own conversion, or {@link #managerConversion()} where it has none
     */
    public Rate conversion(String channel) {
        return conversionByChannel.getOrDefault(channel, managerConversion);
    }

    /**
     * This process with another conversion for one channel's leads.
     *
     * @param channel the channel's name
     * @param conversion the share of its leads that become deals
     * @return the changed process
     */
    public SalesProcess withConversion(String channel, Rate conversion) {
        Map<String, Rate> changed = new LinkedHashMap<>(conversionByChannel);
        changed.put(channel, conversion);
        return new SalesProcess(managerConversion, changed, cycle, channels);
    }

    /**
     * Returns the age at which the last deals of a lead are made.
     *
     * @return months from lead to deal, from 0 to 120
     */
    public int cycleMonths() {
        return cycle.lastAge();
    }

    /**
     * Returns this process with all deals so many months after their leads.
     *
     * @param months whole months from lead to deal, from 0 to 120
     * @return the changed process
     */
    public SalesProcess withCycleMonths(int months) {
        return withCycle(SalesCycle.months(months));
    }

    /** A process in the making: {@code SalesProcess.builder().managerConversion("20%").cycleMonths(1).channel("site", "1")…}. */
    public static final class Builder {

        private final Map<String, Rate> conversionByChannel = new LinkedHashMap<>();
        private final Map<String, Rate> shares = new LinkedHashMap<>();
        private @Nullable Rate managerConversion;
        private @Nullable SalesCycle cycle;

        private Builder() {}

        /**
         * The share of leads that become deals.
         *
         * @param managerConversion above 0 and at most 1
         * @return this builder
         */
        public Builder managerConversion(Rate managerConversion) {
            this.managerConversion = managerConversion;
            return this;
        }

        /**
         * The share of leads that become deals.
         *
         * @param managerConversion such as {@code "20%"}
         * @return this builder
         */
        public Builder managerConversion(String managerConversion) {
            return managerConversion(Rate.parse(managerConversion));
        }

        /**
         * The conversion of a channel whose leads convert otherwise.
         *
         * @param channel the channel's name
         * @param conversion the share of its leads that become deals, such as {@code "30%"}
         * @return this builder
         */
        public Builder conversion(String channel, String conversion) {
            putOnce(conversionByChannel, "conversionByChannel", channel, conversion);
            return this;
        }

        /**
         * Whole months from lead to deal.
         *
         * @param cycleMonths from 0 to 120
         * @return this builder
         */
        public Builder cycleMonths(int cycleMonths) {
            return cycle(SalesCycle.months(cycleMonths));
        }

        /**
         * When leads become deals.
         *
         * @param cycle such as {@code SalesCycle.of("40%", "35%", "15%", "10%")}
         * @return this builder
         */
        public Builder cycle(SalesCycle cycle) {
            this.cycle = cycle;
            return this;
        }

        /**
         * A channel that leads come from, beside those that were named before.
         *
         * @param channel the channel's name
         * @param share its share of leads, such as {@code "60%"}; {@code "1"} or {@code "100%"} for the only one
         * @return this builder
         */
        public Builder channel(String channel, String share) {
            putOnce(shares, "channels", channel, share);
            return this;
        }

        private static void putOnce(Map<String, Rate> rates, String component, String channel, String rate) {
            if (rates.putIfAbsent(channel, Rate.parse(rate)) != null) {
                throw new IllegalArgumentException("SalesProcess." + component
                        + " must name a channel once, but was given " + channel + " twice.");
            }
        }

        /**
         * The channels that leads come from, instead of those that were named before.
         *
         * @param channels their shares of leads
         * @return this builder
         */
        public Builder channels(ChannelMix channels) {
            shares.clear();
            shares.putAll(channels.shares());
            return this;
        }

        /**
         * The process.
         *
         * @return it
         * @throws NullPointerException if a part is missing
         * @throws IllegalArgumentException if a part is outside of its set, or the shares do not sum to 1
         */
        public SalesProcess build() {
            return new SalesProcess(
                    Required.present(managerConversion, "SalesProcess.managerConversion"),
                    conversionByChannel,
                    Required.present(cycle, "SalesProcess.cycle"),
                    new ChannelMix(shares));
        }
    }
}
