package io.github.planningmath.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Months in a row in which no constant changes.
 *
 * @param from the index of the first
 * @param to the index of the last
 * @param constants as they are in each of them
 */
record PlanStretch(int from, int to, PlanningConstants constants) {

    /** The stretches of constants, together all months of their horizon. */
    static List<PlanStretch> of(PlanningConstants constants) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        List<Change> changes = constants.inForce();
        for (Change change : changes) {
            if (!constants.horizon().contains(change.from())) {
                continue;
            }
            int month = constants.horizon().indexOf(change.from());
            if (month > starts.get(starts.size() - 1)) {
                starts.add(month);
            }
        }
        List<PlanStretch> stretches = new ArrayList<>();
        PlanningConstants inForce = constants.in(constants.horizon().first());
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i);
            inForce = Changes.from(constants.horizon().month(from), changes, inForce);
            int to = i + 1 < starts.size()
                    ? starts.get(i + 1) - 1
                    : constants.horizon().months() - 1;
            stretches.add(new PlanStretch(from, to, inForce));
        }
        return stretches;
    }

    /** The last month of each period of a horizon in which a part of the constants stays as it is. */
    static int[] lastMonths(List<PlanStretch> stretches, Function<PlanningConstants, ?> part) {
        List<Integer> last = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            boolean isLast = i + 1 == stretches.size()
                    || !part.apply(stretches.get(i).constants).equals(part.apply(stretches.get(i + 1).constants));
            if (isLast) {
                last.add(stretches.get(i).to);
            }
        }
        return last.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether any channel can be full. */
    boolean hasCeilings() {
        return constants.channels().stream().anyMatch(channel -> channel.visitCeiling() != null);
    }

    /** The part of stretches that lies between two months. */
    static List<PlanStretch> between(List<PlanStretch> stretches, int from, int to) {
        return stretches.stream()
                .filter(stretch -> stretch.from <= to && stretch.to >= from)
                .map(stretch ->
                        new PlanStretch(Math.max(from, stretch.from), Math.min(to, stretch.to), stretch.constants))
                .toList();
    }
}
