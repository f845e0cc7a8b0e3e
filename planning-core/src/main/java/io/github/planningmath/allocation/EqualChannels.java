package io.github.planningmath.allocation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which channels may trade places: those of one curve that is not concave, with the same bounds and the same limits around
 * them. Of two such channels it does not matter which spends more.
 */
final class EqualChannels {

    private static final int NONE = -1;

    private final int[] before;
    private final int[] after;

    private record Kind(ResponseCurve curve, double floor, double ceiling, List<ResponseColumns.Limit> limits) {}

    EqualChannels(ResponseColumns columns) {
        before = new int[columns.size()];
        after = new int[columns.size()];
        Arrays.fill(before, NONE);
        Arrays.fill(after, NONE);
        Map<Kind, Integer> last = new HashMap<>();
        for (int channel = 0; channel < before.length; channel++) {
            if (columns.inflection(channel) > 0) {
                Integer equal = last.put(kind(columns, channel), channel);
                if (equal != null) {
                    before[channel] = equal;
                    after[equal] = channel;
                }
            }
        }
    }

    private static Kind kind(ResponseColumns columns, int channel) {
        List<ResponseColumns.Limit> limits = columns.limits().stream()
                .filter(limit -> limit.begin() <= channel && channel < limit.end())
                .toList();
        return new Kind(columns.curve(channel), columns.floor(channel), columns.ceiling(channel), limits);
    }

    /** The last of the equal channels before one; below 0 where there is none. */
    int before(int channel) {
        return before[channel];
    }

    /** The next of the equal channels after one; below 0 where there is none. */
    int after(int channel) {
        return after[channel];
    }
}
