package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of leads through the stages of a process, month by month: how many are expected to reach each stage over each channel, at
 * the conversion of the month. It is part of the state, so what is too fine for that is rounded down ({@link LeftOver}).
 *
 * <p>{@code reached(stage, j) = conversion(stage, j) * sum over i of reached(stage - 1, i) * waits(stage, j - i)}, where the leads
 * themselves stand before the first stage. Months are counted from the plan's first.
 */
final class StageFlow {

    /**
     * Those of before the plan who reached a stage in one month.
     *
     * @param stage the stage's place
     * @param channel the place of the channel in the funnel
     * @param since the month, below 0
     * @param expected how many
     */
    record Before(int stage, int channel, int since, Fraction expected) {}

    /** By month of the plan and after it, while its leads make deals; the conversions of earlier months are those of the first. */
    private final List<SalesProcess> processes;

    private final List<OpenCohort> cohorts;
    private final List<Before> before;
    private final @Nullable CumulativeCounts leads;

    /** By stage, channel and month. */
    private final @Nullable Fraction[][][] reached;

    /**
     * Of a product.
     *
     * @param processes by month
     * @param cohorts leads of months before the first
     * @param before those of them who had reached a stage
     * @param channels of the funnel
     * @param leads of the plan; absent where only what was open before it is followed
     */
    StageFlow(
            List<SalesProcess> processes,
            List<OpenCohort> cohorts,
            List<Before> before,
            int channels,
            @Nullable CumulativeCounts leads) {
        this.processes = processes;
        this.cohorts = cohorts;
        this.before = before;
        this.leads = leads;
        reached = new Fraction[stages()][channels][processes.size()];
    }

    int stages() {
        return processes.get(0).stages().size();
    }

    private SalesCycle waits(int stage) {
        return processes.get(0).stages().get(stage).waits();
    }

    private Fraction conversion(int stage, int month) {
        return LeftOver.fraction(processes.get(month).stages().get(stage).conversion());
    }

    private static Fraction share(SalesCycle waits, int age) {
        return LeftOver.fraction(waits.share(age));
    }

    /** Expected deals of a month, over all channels. */
    Fraction dealsIn(int month) {
        return reachedIn(stages() - 1, month);
    }

    /** Who is expected to reach a stage in a month, over all channels. */
    Fraction reachedIn(int stage, int month) {
        Fraction sum = Fraction.ZERO;
        for (int channel = 0; channel < reached[stage].length; channel++) {
            sum = sum.plus(reached(stage, channel, month));
        }
        return sum;
    }

    /** Who is expected to reach a stage in a month over a channel. */
    Fraction reached(int stage, int channel, int month) {
        Fraction known = reached[stage][channel][month];
        if (known == null) {
            Fraction exactly = due(stage, channel, month).times(conversion(stage, month));
            known = stage == stages() - 1 ? exactly : kept(exactly);
            reached[stage][channel][month] = known;
        }
        return known;
    }

    private static Fraction kept(Fraction exactly) {
        return Fraction.of(exactly.floor()).plus(LeftOver.fraction(LeftOver.of(exactly)));
    }

    /** Those of the stage before, in whose month to go on it is. */
    private Fraction due(int stage, int channel, int month) {
        Fraction due = dueOfBefore(stage, channel, month);
        SalesCycle waits = waits(stage);
        for (int since = Math.max(0, month - waits.lastAge()); since <= month; since++) {
            Fraction share = share(waits, month - since);
            if (share.signum() > 0) {
                due = due.plus(share.times(stage == 0 ? brought(channel, since) : reached(stage - 1, channel, since)));
            }
        }
        return due;
    }

    private Fraction brought(int channel, int month) {
        return leads == null || month >= leads.months() ? Fraction.ZERO : Fraction.of(leads.in(month, channel), 1);
    }

    private Fraction dueOfBefore(int stage, int channel, int month) {
        Fraction due = Fraction.ZERO;
        if (stage == 0) {
            for (OpenCohort cohort : cohorts) {
                due = cohort.channel() == channel ? due.plus(dueOf(cohort, month)) : due;
            }
            return due;
        }
        for (Before each : before) {
            if (each.stage() == stage - 1 && each.channel() == channel) {
                due = due.plus(each.expected().times(share(waits(stage), month - each.since())));
            }
        }
        return due;
    }

    private Fraction dueOf(OpenCohort cohort, int month) {
        return LeftOver.fraction(cohort.share(month, waits(0)))
                .times(Fraction.of(cohort.cohort().leads(), 1));
    }

    /**
     * What leads of before the plan are taken to have reached, where a position does not say it: by the conversions of the plan's
     * first month.
     *
     * @param process of the first month
     * @param cohort brought before it
     */
    static List<Before> reachedBefore(SalesProcess process, OpenCohort cohort) {
        List<Before> before = new ArrayList<>();
        int brought = cohort.brought();
        List<Fraction> earlier =
                new ArrayList<>(List.of(Fraction.of(cohort.cohort().leads(), 1)));
        for (int stage = 0; stage < process.stages().size() - 1; stage++) {
            List<Fraction> next = new ArrayList<>();
            for (int month = brought; month < 0; month++) {
                Fraction reached = Fraction.ZERO;
                for (int since = brought; since <= month && since - brought < earlier.size(); since++) {
                    Fraction share = share(process.stages().get(stage).waits(), month - since);
                    reached = reached.plus(earlier.get(since - brought).times(share));
                }
                Fraction expected = kept(reached.times(
                        LeftOver.fraction(process.stages().get(stage).conversion())));
                next.add(expected);
                if (expected.signum() > 0) {
                    before.add(new Before(stage, cohort.channel(), month, expected));
                }
            }
            earlier = next;
        }
        return before;
    }

    /**
     * Those who have reached a stage in one month and of whom some are still to go on.
     *
     * @param stage the stage's place, before the last
     * @param channel the place of the channel
     * @param month from the first, or below 0
     * @param end months of the plan
     * @return nothing where none is
     */
    Fraction stillToGoOn(int stage, int channel, int month, int end) {
        if (waits(stage + 1).from(end - month).numerator() == 0) {
            return Fraction.ZERO;
        }
        if (month >= 0) {
            return reached(stage, channel, month);
        }
        Fraction sum = Fraction.ZERO;
        for (Before each : before) {
            boolean isOf = each.stage() == stage && each.channel() == channel && each.since() == month;
            sum = isOf ? sum.plus(each.expected()) : sum;
        }
        return sum;
    }

    /** The earliest month, below 0, of those of before the plan; 0 where there are none. */
    int earliest() {
        return before.stream().mapToInt(Before::since).min().orElse(0);
    }
}
