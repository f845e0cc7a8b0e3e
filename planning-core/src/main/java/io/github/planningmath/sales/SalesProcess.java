package io.github.planningmath.sales;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.traffic.ChannelMix;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immutables.value.Value;

/**
 * How a tier turns leads into deals: at which conversion, after how many months, from leads of which channels.
 *
 * <p>{@code expected deals = sum over channels of leads * conversion(channel)}, {@code cycleMonths} after the leads.
 *
 * @param managerConversion the share of leads that become deals, above 0 and at most 1
 * @param conversionByChannel the conversion of channels whose leads convert otherwise, by name; each is in the mix; empty
 *     if all convert alike
 * @param cycleMonths whole months from lead to deal, from 0 to 120
 * @param channels which channels the leads come from
 */
@Value.Builder
public record SalesProcess(
        Rate managerConversion, Map<String, Rate> conversionByChannel, Integer cycleMonths, ChannelMix channels)
        implements WithSalesProcess {

    private static final int LONGEST_CYCLE = 120;

    public SalesProcess {
        Required.present(managerConversion, "SalesProcess.managerConversion");
        conversionByChannel = Required.byName(conversionByChannel, "SalesProcess.conversionByChannel");
        Required.between(cycleMonths, 0, LONGEST_CYCLE, "SalesProcess.cycleMonths");
        Required.present(channels, "SalesProcess.channels");
        for (String channel : conversionByChannel.keySet()) {
            if (!channels.shares().containsKey(channel)) {
                throw new IllegalArgumentException("SalesProcess.conversionByChannel must name channels of the mix ("
                        + String.join(", ", channels.shares().keySet()) + "), but was given " + channel + ".");
            }
        }
    }

    /**
     * Returns the process in which the leads of all channels convert alike.
     *
     * @param managerConversion the share of leads that become deals
     * @param cycleMonths whole months from lead to deal, from 0 to 120
     * @param channels which channels the leads come from
     * @return the process
     * @throws IllegalArgumentException if the cycle is not from 0 to 120 months
     */
    public static SalesProcess of(Rate managerConversion, int cycleMonths, ChannelMix channels) {
        return new SalesProcess(managerConversion, Map.of(), cycleMonths, channels);
    }

    /**
     * Returns the share of a channel's leads that become deals.
     *
     * @param channel a channel's name; it need not be in the mix, so that open leads of a channel that brings no more of
     *     them have a conversion too
     * @return the channel's own conversion, or {@link #managerConversion()} where it has none
     */
    public Rate conversion(String channel) {
        return conversionByChannel.getOrDefault(channel, managerConversion);
    }

    /**
     * Returns this process with another conversion for one channel's leads.
     *
     * @param channel the name of a channel in the mix
     * @param conversion the share of its leads that become deals
     * @return the changed process
     * @throws IllegalArgumentException if the channel is not in the mix
     */
    public SalesProcess withConversion(String channel, Rate conversion) {
        Map<String, Rate> changed = new LinkedHashMap<>(conversionByChannel);
        changed.put(channel, conversion);
        return new SalesProcess(managerConversion, changed, cycleMonths, channels);
    }
}
