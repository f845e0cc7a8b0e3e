package io.github.planningmath.allocation;

import io.github.planningmath.quantity.Apportionment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which channels stand in columns: those of each group side by side, the groups first, all by name. So the
 * order in which channels are given changes nothing.
 */
final class ColumnOrder {

    private final List<String> channels = new ArrayList<>();
    private final List<ChannelGroup> groups;
    private final int[] ends;
    private final int[] columns;

    private record Given(String name, int position) {}

    ColumnOrder(Collection<String> given, List<ChannelGroup> channelGroups) {
        groups = channelGroups.stream()
                .sorted(Comparator.comparing(ChannelGroup::name, Apportionment.byCodePoint()))
                .toList();
        ends = new int[groups.size()];
        columns = new int[given.size()];
        List<List<Given>> rooms = rooms(given);
        for (int room = 0; room < rooms.size(); room++) {
            rooms.get(room).sort(Comparator.comparing(Given::name, Apportionment.byCodePoint()));
            for (Given channel : rooms.get(room)) {
                columns[channel.position] = channels.size();
                channels.add(channel.name);
            }
            if (room < ends.length) {
                ends[room] = channels.size();
            }
        }
    }

    /** The channels of each group, and last those of none. */
    private List<List<Given>> rooms(Collection<String> given) {
        Map<String, Integer> roomOf = new HashMap<>();
        List<List<Given>> rooms = new ArrayList<>();
        for (ChannelGroup group : groups) {
            group.channels().forEach(channel -> roomOf.put(channel, rooms.size()));
            rooms.add(new ArrayList<>());
        }
        List<Given> rest = new ArrayList<>(given.size());
        rooms.add(rest);
        int position = 0;
        for (String channel : given) {
            Integer room = roomOf.isEmpty() ? null : roomOf.get(channel);
            (room == null ? rest : rooms.get(room)).add(new Given(channel, position++));
        }
        return rooms;
    }

    /** The channel of each column. */
    List<String> channels() {
        return channels;
    }

    /** The column of a channel by its place among those given. */
    int column(int position) {
        return columns[position];
    }

    /** The groups, in the order of their columns. */
    List<ChannelGroup> groups() {
        return groups;
    }

    /** The first column of a group. */
    int begin(int group) {
        return group == 0 ? 0 : ends[group - 1];
    }

    /** One after the last column of a group. */
    int end(int group) {
        return ends[group];
    }
}
