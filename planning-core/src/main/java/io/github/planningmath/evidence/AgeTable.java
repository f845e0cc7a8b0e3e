package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;

/**
 * Leads by age in whole days, whatever else tells them apart: how many were won and lost at an age, how many are open with so many
 * days behind them, and how many are seen from which age on.
 *
 * <p>A lead that ended before it was seen is in none of these.
 */
final class AgeTable {

    /** Deals by age at the deal. */
    private final long[] won;

    /** Losses by age at the loss. */
    private final long[] lost;

    /** Open leads by whole days behind them. */
    private final long[] open;

    /** Leads lost by then, by the days that they would have behind them were they open: no deal came of them in all this time. */
    private final long[] withoutDeal;

    /** Leads by the age from which on they are seen. */
    private final long[] seenFrom;

    private AgeTable(int size) {
        won = new long[size];
        lost = new long[size];
        open = new long[size];
        withoutDeal = new long[size];
        seenFrom = new long[size];
    }

    /** Of leads all of whose ages are seen, none of them lost: {@code won} by age, {@code open} by days behind. */
    static AgeTable of(long[] won, long[] open) {
        return of(won, new long[0], open);
    }

    /** Of leads all of whose ages are seen; those lost are taken to be known as long as the oldest open one. */
    static AgeTable of(long[] won, long[] lost, long[] open) {
        int size = Math.max(Math.max(won.length, lost.length) + 1, open.length);
        AgeTable table = new AgeTable(size);
        System.arraycopy(won, 0, table.won, 0, won.length);
        System.arraycopy(lost, 0, table.lost, 0, lost.length);
        System.arraycopy(open, 0, table.open, 0, open.length);
        table.withoutDeal[size - 1] = Arrays.stream(lost).sum();
        table.seenFrom[0] = Arrays.stream(won).sum()
                + Arrays.stream(lost).sum()
                + Arrays.stream(open).sum();
        return table;
    }

    static AgeTable of(KnownLeads known) {
        int oldest = 0;
        for (LeadCount count : known.counts()) {
            oldest = Math.max(oldest, Math.max(age(count), behind(count, known) - 1));
        }
        AgeTable table = new AgeTable(oldest + 2);
        for (LeadCount count : known.counts()) {
            int age = age(count);
            if (age >= count.observedFromAge()) {
                table.add(count, age, behind(count, known));
            }
        }
        return table;
    }

    private static int age(LeadCount count) {
        return Objects.requireNonNull(count.age());
    }

    /** Days behind a lead at the end of the last day known, whether it has ended or not; of days folded to months, in the middle. */
    private static int behind(LeadCount count, KnownLeads known) {
        int sinceEntry = Math.toIntExact(ChronoUnit.DAYS.between(count.entered(), known.through())) + 1;
        int least = age(count) + 1;
        if (count.outcome() == Outcome.OPEN) {
            return least;
        }
        return known.foldedToMonths() ? Math.max(least, sinceEntry - MIDDLE_OF_A_MONTH) : sinceEntry;
    }

    private static final int MIDDLE_OF_A_MONTH = 15;

    private void add(LeadCount count, int age, int behind) {
        seenFrom[count.observedFromAge()] += count.leads();
        switch (count.outcome()) {
            case WON -> won[age] += count.leads();
            case LOST -> {
                lost[age] += count.leads();
                withoutDeal[behind] += count.leads();
            }
            case OPEN -> open[behind] += count.leads();
        }
    }

    /** One more than the greatest age or number of days. */
    int size() {
        return won.length;
    }

    long won(int age) {
        return won[age];
    }

    long lost(int age) {
        return lost[age];
    }

    long open(int daysBehind) {
        return open[daysBehind];
    }

    long seenFrom(int age) {
        return seenFrom[age];
    }

    /** Leads of which no deal came in so many days, lost or open. */
    long withoutDeal(int daysBehind) {
        return open[daysBehind] + withoutDeal[daysBehind];
    }

    long won() {
        return Arrays.stream(won).sum();
    }

    long lost() {
        return Arrays.stream(lost).sum();
    }

    long open() {
        return Arrays.stream(open).sum();
    }

    long leads() {
        return won() + lost() + open();
    }

    /** Whether some ages of some leads are not seen. */
    boolean hasLateEntry() {
        return seenFrom[0] < Arrays.stream(seenFrom).sum();
    }
}
