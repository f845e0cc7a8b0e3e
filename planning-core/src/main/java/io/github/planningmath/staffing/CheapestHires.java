package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest hires of those whose team does at least a given part of each month's work, of several as cheap those with the
 * fewest months that people are paid for.
 *
 * <p>Teams are followed month by month with every number of people who may join, and two that are alike from then on are one.
 * A team is given up where it costs no less than one that is known even if from then on no more are paid than the heads that
 * the work takes. Where there would be too many teams to follow, the answer is the given one with every hire left out, or put
 * off by a month, that can be at a saving.
 */
final class CheapestHires {

    /** So many teams are followed. */
    private static final int MOST_TEAMS = 1_500;

    private final Ratio attrition;
    private final long opening;
    private final int first;
    private final long[] productivity;
    private final long whole;
    private final long[] required;
    private final long[] heads;
    private final double salary;
    private final double perHire;

    /**
     * A search.
     *
     * @param terms who leaves, and what people cost
     * @param opening people at the start
     * @param productivity of a person in the first, second, ... month of the ramp-up
     * @param whole productivity afterwards
     * @param required what the team must amount to in each month, in the same unit
     */
    CheapestHires(HiringTerms terms, long opening, long[] productivity, long whole, long[] required) {
        attrition = terms.attritionPerMonth();
        this.opening = opening;
        first = terms.leadMonths();
        this.productivity = productivity;
        this.whole = whole;
        this.required = required;
        heads = new long[required.length];
        for (int month = 0; month < heads.length; month++) {
            heads[month] = required[month] / whole + (required[month] % whole == 0 ? 0 : 1);
        }
        int scale = Math.max(terms.salaryPerMonth().scale(), terms.costPerHire().scale());
        salary = terms.salaryPerMonth().movePointRight(scale).doubleValue();
        perHire = terms.costPerHire().movePointRight(scale).doubleValue();
    }

    /**
     * A team at the start of a month, before anybody joins.
     *
     * @param tenured people by months on the job, those who are ramped up last
     * @param personMonths paid so far
     * @param hired so far
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, compared by its key
    private record Team(
            long[] tenured,
            long personMonths,
            long hired,
            long joined,
            @Nullable Team before) {

        long staff() {
            long staff = 0;
            for (long people : tenured) {
                staff += people;
            }
            return staff;
        }

        /** What comes of it hangs on this alone: where people leave, on how many months were paid so far too. */
        LongBuffer fate(boolean leaving) {
            long[] fate = Arrays.copyOf(tenured, tenured.length + 1);
            fate[tenured.length] = leaving ? personMonths : 0;
            return LongBuffer.wrap(fate);
        }
    }

    private Team atStart() {
        long[] tenured = new long[productivity.length + 1];
        tenured[productivity.length] = opening;
        return new Team(tenured, 0, 0, 0, null);
    }

    private boolean isCheaper(Team team, Team than) {
        return isCheaper(team.personMonths, team.hired, than);
    }

    private boolean isCheaper(long personMonths, long hired, Team than) {
        int compared = Double.compare(
                salary * personMonths + perHire * hired, salary * than.personMonths + perHire * than.hired);
        return compared < 0 || (compared == 0 && personMonths < than.personMonths);
    }

    private long capacity(Team team, long joining) {
        int full = productivity.length;
        long capacity = Math.multiplyExact(team.tenured[full], whole);
        capacity = Math.addExact(capacity, Math.multiplyExact(joining, full == 0 ? whole : productivity[0]));
        for (int months = 1; months < full; months++) {
            capacity = Math.addExact(capacity, Math.multiplyExact(team.tenured[months], productivity[months]));
        }
        return capacity;
    }

    /** The team a month later, those who leave gone, the longest on the job first. */
    private Team after(Team team, long joining) {
        int full = productivity.length;
        long[] now = team.tenured.clone();
        now[0] += joining;
        long personMonths = Math.addExact(team.personMonths, Math.addExact(team.staff(), joining));
        long leaving = attrition.yieldOf(personMonths) - attrition.yieldOf(team.personMonths);
        for (int months = full; months >= 0 && leaving > 0; months--) {
            long gone = Math.min(leaving, now[months]);
            now[months] -= gone;
            leaving -= gone;
        }
        long[] next = new long[full + 1];
        for (int months = 0; months <= full; months++) {
            next[Math.min(full, months + 1)] += now[months];
        }
        return new Team(next, personMonths, team.hired + joining, joining, team);
    }

    /** The hires, no dearer than those given, which suffice. */
    long[] from(long[] given) {
        long[] hires = given.clone();
        Team known = shortened(hires);
        Team best = hasNobodyTooMany() ? known : search(known);
        for (int month = hires.length - 1; month >= 0; month--) {
            hires[month] = best.joined;
            best = Required.present(best.before, "CheapestHires.before");
        }
        return hires;
    }

    /** Where people are able at once and stay, the latest hires are the cheapest. */
    private boolean hasNobodyTooMany() {
        return productivity.length == 0 && !isLeft();
    }

    /** Leaves out, or puts off, what can be. */
    private Team shortened(long[] hires) {
        Team known = run(hires);
        if (known == null) {
            throw new IllegalStateException("what is given does not suffice");
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int month = hires.length - 1; month >= first; month--) {
                for (long people = hires[month]; people > 0; people = Math.min(people / 2, hires[month])) {
                    Team shorter = without(hires, month, people, known);
                    if (shorter != null) {
                        known = shorter;
                        changed = true;
                    }
                }
            }
        }
        return known;
    }

    /** A cheaper team without some hires of a month, or with these a month later; the hires are then without them. */
    private @Nullable Team without(long[] hires, int month, long people, Team than) {
        hires[month] -= people;
        Team team = run(hires);
        if (team != null && isCheaper(team, than)) {
            return team;
        }
        if (month + 1 < hires.length) {
            hires[month + 1] += people;
            team = run(hires);
            if (team != null && isCheaper(team, than)) {
                return team;
            }
            hires[month + 1] -= people;
        }
        hires[month] += people;
        return null;
    }

    private @Nullable Team run(long[] hires) {
        Team team = atStart();
        for (int month = 0; month < hires.length; month++) {
            if (capacity(team, hires[month]) < required[month]) {
                return null;
            }
            team = after(team, hires[month]);
        }
        return team;
    }

    private Team search(Team known) {
        Collection<Team> teams = List.of(atStart());
        int followed = 0;
        for (int month = 0; month < required.length; month++) {
            Map<LongBuffer, Team> next = new HashMap<>();
            for (Team team : teams) {
                followed += follow(team, month, known, next);
                if (followed > MOST_TEAMS) {
                    return known;
                }
            }
            teams = next.values();
        }
        Team best = known;
        for (Team team : teams) {
            best = isCheaper(team, best) ? team : best;
        }
        return best;
    }

    /** Adds what may become of a team, and counts it. */
    private int follow(Team team, int month, Team known, Map<LongBuffer, Team> next) {
        long joining = leastJoining(team, month);
        if (joining < 0) {
            return 0;
        }
        int followed = 0;
        while (followed <= MOST_TEAMS) {
            Team then = after(team, joining);
            if (!mayBeCheaper(then, month + 1, known)) {
                return followed;
            }
            followed++;
            next.merge(then.fate(isLeft()), then, (one, other) -> isCheaper(other, one) ? other : one);
            if (month < first) {
                return followed;
            }
            joining++;
        }
        return followed;
    }

    /** The fewest who must join for a month's work; below 0 if nobody can help it. */
    private long leastJoining(Team team, int month) {
        long missing = required[month] - capacity(team, 0);
        if (missing <= 0) {
            return 0;
        }
        long ofOne = productivity.length == 0 ? whole : productivity[0];
        return month < first || ofOne == 0 ? -1 : missing / ofOne + (missing % ofOne == 0 ? 0 : 1);
    }

    /** No fewer are paid than the work has heads, nor than those who stay. */
    private boolean mayBeCheaper(Team team, int from, Team than) {
        long there = team.staff();
        long goneBefore = attrition.yieldOf(team.personMonths);
        long personMonths = team.personMonths;
        long most = there;
        for (int month = from; month < required.length; month++) {
            most = Math.max(most, heads[month]);
            long paid = most;
            if (isLeft()) {
                long gone = attrition.yieldOf(Math.addExact(team.personMonths, there * (month - from))) - goneBefore;
                // who is hired in between may make one more leave sooner
                paid = Math.max(there - gone - 1, heads[month]);
            }
            personMonths = Math.addExact(personMonths, paid);
        }
        return isCheaper(personMonths, isLeft() ? team.hired : team.hired + most - there, than);
    }

    /** Whether people leave. */
    private boolean isLeft() {
        return attrition.numerator() > 0;
    }
}
