package io.github.planningmath.traffic;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which channels a tier's leads come from: shares of leads, not of visits.
 *
 * <p>The order of the channels is kept and means nothing.
 *
 * @param shares at least one channel by name, each with its share of leads above 0; their sum exactly 1
 */
public record ChannelMix(@DocumentForm.Written Map<String, Rate> shares) {

    @DocumentForm.Read
    public ChannelMix {
        shares = Required.byName(shares, "ChannelMix.shares");
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("ChannelMix.shares must have at least one channel, but was {}.");
        }
        Ratio sum = shares.values().stream().map(Rate::toRatio).reduce(Ratio.ZERO, Ratio::plus);
        if (!sum.equals(Ratio.ONE)) {
            throw new IllegalArgumentException(
                    "ChannelMix.shares must sum to 1, but was " + sum + ". Perhaps ChannelMix.ofWeights was meant.");
        }
    }

    /**
     * The mix in which all leads come from one channel.
     *
     * @param channel the channel's name
     * @return the mix
     */
    public static ChannelMix only(String channel) {
        return new ChannelMix(Map.of(Required.name(channel, "ChannelMix.channel"), Rate.ONE));
    }

    /**
     * The mix of two channels.
     *
     * @param first a channel's name
     * @param firstShare its share of leads
     * @param second another channel's name
     * @param secondShare its share of leads
     * @return the mix
     * @throws IllegalArgumentException if the names are equal or the shares do not sum to 1
     */
    public static ChannelMix of(String first, Rate firstShare, String second, Rate secondShare) {
        Map<String, Rate> shares = new LinkedHashMap<>();
        add(shares, first, firstShare);
        add(shares, second, secondShare);
        return new ChannelMix(shares);
    }

    /**
     * The mix of three channels.
     *
     * @param first a channel's name
     * @param firstShare its share of leads
     * @param second another channel's name
     * @param secondShare its share of leads
     * @param third a third channel's name
     * @param thirdShare its share of leads
     * @return the mix
     * @throws IllegalArgumentException if two names are equal or the shares do not sum to 1
     */
    public static ChannelMix of(
            String first, Rate firstShare, String second, Rate secondShare, String third, Rate thirdShare) {
        Map<String, Rate> shares = new LinkedHashMap<>();
        add(shares, first, firstShare);
        add(shares, second, secondShare);
        add(shares, third, thirdShare);
        return new ChannelMix(shares);
    }

    /**
     * The mix in which channels have shares proportional to their weights, such as last year's leads,
     * {@code share = weight / (sum of all weights)}, exactly.
     *
     * @param weights at least one channel by name, each with a weight of at least 0, at least one above 0; a channel
     *     with the weight 0 is left out
     * @return the mix
     * @throws IllegalArgumentException if there is no channel with a weight above 0
     * @throws ArithmeticException if a share has a term that does not fit in a long
     */
    public static ChannelMix ofWeights(Map<String, Ratio> weights) {
        Map<String, Rate> shares = new LinkedHashMap<>();
        Mix.ofWeights(weights).shares().forEach((channel, share) -> {
            if (share.numerator() > 0) {
                shares.put(channel, Rate.of(share.numerator(), share.denominator()));
            }
        });
        return new ChannelMix(shares);
    }

    /**
     * The share of a channel.
     *
     * @param channel the name of a channel in this mix
     * @return its share of leads
     * @throws IllegalArgumentException if the channel is not in this mix
     */
    public Rate share(String channel) {
        Rate share = shares.get(channel);
        if (share != null) {
            return share;
        }
        throw new IllegalArgumentException("ChannelMix.share must be given a channel of the mix ("
                + String.join(", ", shares.keySet()) + "), but was given " + channel + ".");
    }

    /**
     * The same shares as a mix, which splits whole leads over the channels.
     *
     * @return the mix, its parts the channels' names
     */
    public Mix<String> toMix() {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        shares.forEach((channel, share) -> ratios.put(channel, share.toRatio()));
        return new Mix<>(ratios);
    }

    private static void add(Map<String, Rate> shares, String channel, Rate share) {
        if (shares.put(channel, share) != null) {
            throw new IllegalArgumentException(
                    "ChannelMix.shares must be given once each, but was given twice: " + channel + ".");
        }
    }
}
