package io.github.planningmath.allocation;

import io.github.planningmath.internal.Required;
import java.util.List;

/**
 * Channels with limits of what they spend together: all of social media, everything that one agency buys.
 *
 * @param name one line of text without blanks at its ends
 * @param channels at least one, each given once
 * @param limits what they spend together at least and at most
 */
public record ChannelGroup(String name, List<String> channels, SpendLimits limits) {

    public ChannelGroup {
        Required.name(name, "ChannelGroup.name");
        channels = Required.list(channels, "ChannelGroup.channels");
        channels.forEach(channel -> Required.name(channel, "ChannelGroup.channels"));
        Required.distinct(channels, "ChannelGroup.channels");
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("ChannelGroup.channels must hold at least one, but was empty.");
        }
        Required.present(limits, "ChannelGroup.limits");
    }
}
