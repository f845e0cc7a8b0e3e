package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The people of a week, against every way to make them work it. */
class ShiftCoverPropertyTest {

    private static final int HOURS = 5;

    @Provide
    Arbitrary<List<long[]>> weeks() {
        return Arbitraries.longs()
                .between(0, 2)
                .array(long[].class)
                .ofSize(HOURS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 2_000)
    void noFewerPeopleCoverTheWeek(
            @ForAll("weeks") List<long[]> needs,
            @ForAll @IntRange(min = 1, max = 4) int days,
            @ForAll @IntRange(min = 1, max = HOURS) int length) {
        long people = ShiftCover.people(needs, WorkingWeek.of(days, length));

        assertThat(canCover(needs, new int[(int) people], days, length)).isTrue();
        assertThat(people == 0 || !canCover(needs, new int[(int) people - 1], days, length))
                .isTrue();
    }

    @Property
    void moreNeedNeverTakesFewerPeople(
            @ForAll("weeks") List<long[]> needs,
            @ForAll @IntRange(max = 3) int day,
            @ForAll @IntRange(max = HOURS - 1) int hour,
            @ForAll @IntRange(min = 1, max = 4) int days,
            @ForAll @IntRange(min = 1, max = HOURS) int length) {
        List<long[]> more = new ArrayList<>(needs.stream().map(long[]::clone).toList());
        more.get(Math.min(day, more.size() - 1))[hour]++;
        WorkingWeek week = WorkingWeek.of(days, length);

        assertThat(ShiftCover.people(more, week)).isGreaterThanOrEqualTo(ShiftCover.people(needs, week));
    }

    /** Whether people, with the days that each has worked so far, can cover the days given. */
    private static boolean canCover(List<long[]> needs, int[] worked, int days, int length) {
        return needs.isEmpty()
                || canCover(needs, needs.get(0).clone(), worked, new boolean[worked.length], days, length);
    }

    /** Puts anybody who has not worked today on any shift that still helps. */
    private static boolean canCover(
            List<long[]> needs, long[] today, int[] worked, boolean[] busy, int days, int length) {
        int open = 0;
        while (open < HOURS && today[open] <= 0) {
            open++;
        }
        if (open == HOURS) {
            return canCover(needs.subList(1, needs.size()), worked, days, length);
        }
        List<Integer> seen = new ArrayList<>();
        for (int person = 0; person < worked.length; person++) {
            if (busy[person] || worked[person] == days || seen.contains(worked[person])) {
                continue;
            }
            seen.add(worked[person]);
            int[] then = worked.clone();
            then[person]++;
            boolean[] atWork = busy.clone();
            atWork[person] = true;
            for (int start = Math.max(0, open - length + 1); start <= Math.min(open, HOURS - length); start++) {
                long[] left = Arrays.copyOf(today, HOURS);
                for (int hour = start; hour < start + length; hour++) {
                    left[hour]--;
                }
                if (canCover(needs, left, then, atWork, days, length)) {
                    return true;
                }
            }
        }
        return false;
    }
}
