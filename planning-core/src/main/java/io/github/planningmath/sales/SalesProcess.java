package io.github.planningmath.sales;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a tier turns leads into deals: at which conversion, after how many months, from leads of which channels.
 *
 * <p>{@code expected deals = sum over channels of leads * conversion(channel)}, in the months after the leads that the cycle says.
 *
 * <p>Between lead and deal there may be stages, each with a conversion and waits of its own. Then the manager conversion is the product
 * of theirs, rounded down to 18 decimals where a term of it does not fit in a long, the cycle is their waits in a row
 * ({@link SalesCycle#then}), and neither can be given.
 *
 * @param managerConversion the share of leads that become deals, above 0 and at most 1
 * @param conversionByChannel the conversion of channels whose leads convert otherwise, by name; empty if all convert alike. A
 *     channel outside of the mix brings no new leads, but open ones may come from it
 * @param cycle when leads become deals: so many months later, or over months
 * @param channels which channels the leads come from
 * @param stages the steps from lead to deal in their order, the last of which is the deal; empty if nothing is told between them
 */
@SuppressWarnings("immutables:incompat") // the builder that users see is written by hand
@Value.Builder
public record SalesProcess(
        Rate managerConversion,
        Map<String, Rate> conversionByChannel,
        SalesCycle cycle,
        ChannelMix channels,
        List<SalesStage> stages)
        implements WithSalesProcess {

    private static final BigInteger EIGHTEEN_DECIMALS = BigInteger.TEN.pow(18);

    public SalesProcess {
        Required.present(managerConversion, "SalesProcess.managerConversion");
        conversionByChannel = Required.byName(conversionByChannel, "SalesProcess.conversionByChannel");
        Required.present(cycle, "SalesProcess.cycle");
        Required.present(channels, "SalesProcess.channels");
        stages = Required.list(stages, "SalesProcess.stages");
        if (!stages.isEmpty()) {
            requireOnce(stages);
            requireDerived("managerConversion", managerConversion, conversion(stages));
            requireDerived("conversionByChannel", conversionByChannel, Map.of());
            requireDerived("cycle", cycle, cycle(stages));
        }
    }

    /**
     * A process of which nothing is told between lead and deal.
     *
     * @param managerConversion the share of leads that become deals
     * @param conversionByChannel the conversion of channels whose leads convert otherwise, by name
     * @param cycle when leads become deals
     * @param channels which channels the leads come from
     */
    public SalesProcess(
            Rate managerConversion, Map<String, Rate> conversionByChannel, SalesCycle cycle, ChannelMix channels) {
        this(managerConversion, conversionByChannel, cycle, channels, List.of());
    }

    /**
     * A process in stages.
     *
     * @param stages the steps from lead to deal in their order, the last of which is the deal
     * @param channels which channels the leads come from
     * @return the process
     * @throws IllegalArgumentException if there is no stage, a name stands twice, or their waits exceed 120 months
     */
    public static SalesProcess inStages(List<SalesStage> stages, ChannelMix channels) {
        List<SalesStage> given = Required.list(stages, "SalesProcess.stages");
        if (given.isEmpty()) {
            throw new IllegalArgumentException(
                    "SalesProcess.stages must hold at least the deal itself, but were empty. Perhaps SalesProcess.of was meant.");
        }
        return new SalesProcess(conversion(given), Map.of(), cycle(given), channels, given);
    }

    private static void requireOnce(List<SalesStage> stages) {
        Set<String> names = new HashSet<>();
        for (SalesStage stage : stages) {
            if (!names.add(stage.name())) {
                throw new IllegalArgumentException(
                        "SalesProcess.stages must name a stage once, but named " + stage.name() + " twice.");
            }
        }
    }

    private static void requireDerived(String component, Object given, Object derived) {
        if (!given.equals(derived)) {
            throw new IllegalArgumentException("SalesProcess." + component + " must follow from the stages, " + derived
                    + ", but was " + given + ". Perhaps SalesProcess.withStage or withoutStages was meant.");
        }
    }

    private static Rate conversion(List<SalesStage> stages) {
        Fraction product = Fraction.ONE;
        for (SalesStage stage : stages) {
            Rate each = stage.conversion();
            product = product.times(Fraction.of(each.numerator(), each.denominator()));
        }
        boolean fits = product.denominator().bitLength() < Long.SIZE;
        Fraction kept = fits ? product : product.roundedDownTo(EIGHTEEN_DECIMALS);
        if (kept.signum() == 0) {
            throw new IllegalArgumentException(
                    "SalesProcess.stages must leave at least 10^-18 of the leads a deal, but left " + product.text()
                            + ".");
        }
        return kept.to("SalesProcess.managerConversion", Rate::new);
    }

    private static SalesCycle cycle(List<SalesStage> stages) {
        SalesCycle cycle = SalesCycle.months(0);
        for (SalesStage stage : stages) {
            cycle = cycle.then(stage.waits());
        }
        return cycle;
    }

    /**
     * The place of a stage among the others.
     *
     * @param stage the stage's name
     * @return from 0 for the one that leads reach
     * @throws IllegalArgumentException if the process has no such stage
     */
    public int stageIndex(String stage) {
        for (int place = 0; place < stages.size(); place++) {
            if (stages.get(place).name().equals(stage)) {
                return place;
            }
        }
        throw new IllegalArgumentException("SalesProcess.stage must be one of the process ("
                + (stages.isEmpty()
                        ? "it has none"
                        : String.join(
                                ", ", stages.stream().map(SalesStage::name).toList()))
                + "), but was " + stage + ".");
    }

    /**
     * One stage of this process.
     *
     * @param stage the stage's name
     * @return it
     * @throws IllegalArgumentException if the process has no such stage
     */
    public SalesStage stage(String stage) {
        return stages.get(stageIndex(stage));
    }

    /**
     * The share of those at a stage who become deals, {@code product of the conversions of the later stages}: what an open
     * opportunity of the stage is worth of a deal.
     *
     * @param stage the stage's name
     * @return the win rate; 1 of the last stage, which is the deal
     * @throws IllegalArgumentException if the process has no such stage
     */
    public Rate winRate(String stage) {
        return conversion(stages.subList(stageIndex(stage) + 1, stages.size()));
    }

    /**
     * This process with another stage in place of the one of its name; conversion and cycle follow.
     *
     * @param stage the stage as it is to be
     * @return the changed process
     * @throws IllegalArgumentException if the process has no stage of that name
     */
    public SalesProcess withStage(SalesStage stage) {
        List<SalesStage> changed = new ArrayList<>(stages);
        changed.set(stageIndex(Required.present(stage, "SalesProcess.stage").name()), stage);
        return inStages(changed, channels);
    }

    /**
     * This process with the same conversion and cycle, of which nothing is told between lead and deal.
     *
     * @return the process without its stages
     */
    public SalesProcess withoutStages() {
        return new SalesProcess(managerConversion, conversionByChannel, cycle, channels);
    }

    /** As a document gives it: all channels convert alike where it names none, and a cycle may be given as its months alone. */
    private record Document(
            @Nullable Rate managerConversion,
            @Nullable Map<String, Rate> conversionByChannel,
            @Nullable Integer cycleMonths,
            @Nullable SalesCycle cycle,
            ChannelMix channels,
            @Nullable List<SalesStage> stages)
            implements DocumentPart {

        SalesProcess inStages(List<SalesStage> steps) {
            requireAbsent(managerConversion, "managerConversion");
            requireAbsent(conversionByChannel, "conversionByChannel");
            requireAbsent(cycleMonths, "cycleMonths");
            requireAbsent(cycle, "cycle");
            return SalesProcess.inStages(steps, channels);
        }

        private static void requireAbsent(@Nullable Object part, String component) {
            if (part != null) {
                throw new IllegalArgumentException("SalesProcess." + component
                        + " must be left out where stages are given, because it follows from them, but was " + part
                        + ".");
            }
        }
    }

    /** What is written of a process in stages: conversion and cycle follow from them. */
    private record InStages(ChannelMix channels, List<SalesStage> stages) {}

    /** What is written of a process without. */
    private record Plain(
            Rate managerConversion, Map<String, Rate> conversionByChannel, SalesCycle cycle, ChannelMix channels) {}

    @DocumentForm.Written
    Record document() {
        return stages.isEmpty()
                ? new Plain(managerConversion, conversionByChannel, cycle, channels)
                : new InStages(channels, stages);
    }

    @DocumentForm.Read
    static SalesProcess of(Document given) {
        if (given.stages != null && !given.stages.isEmpty()) {
            return given.inStages(given.stages);
        }
        if (given.cycleMonths != null && given.cycle != null) {
            throw new IllegalArgumentException("SalesProcess.cycle must be given once, but was " + given.cycle
                    + " beside cycleMonths of " + given.cycleMonths + ".");
        }
        return new SalesProcess(
                Required.present(given.managerConversion, "SalesProcess.managerConversion"),
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
        return new SalesProcess(managerConversion, changed, cycle, channels, stages);
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
        private final List<SalesStage> stages = new ArrayList<>();
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

        /**
         * The next step from lead to deal; the last one is the deal. Conversion and cycle follow from them and are not to be given.
         *
         * @param name the stage's name
         * @param conversion the share of those of the stage before who reach it, such as {@code "20%"}
         * @param waits when they do, such as {@code SalesCycle.of("50%", "50%")}
         * @return this builder
         */
        public Builder stage(String name, String conversion, SalesCycle waits) {
            stages.add(new SalesStage(name, Rate.parse(conversion), waits));
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
         * @throws IllegalArgumentException if a part is outside of its set, the shares do not sum to 1, or a conversion or cycle is
         *     given beside stages
         */
        public SalesProcess build() {
            if (!stages.isEmpty()) {
                return new Document(
                                managerConversion,
                                conversionByChannel.isEmpty() ? null : conversionByChannel,
                                null,
                                cycle,
                                new ChannelMix(shares),
                                null)
                        .inStages(stages);
            }
            return new SalesProcess(
                    Required.present(managerConversion, "SalesProcess.managerConversion"),
                    conversionByChannel,
                    Required.present(cycle, "SalesProcess.cycle"),
                    new ChannelMix(shares));
        }
    }
}
