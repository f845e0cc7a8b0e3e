package io.github.planningmath.staffing;

import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A team month by month, and whom it takes to hire. Of those who leave the longest on the job go first, so the plan does
 * not count on a person whom it may not have; as many have left by a month's end as the attrition of all months so far
 * adds up to, rounded down.
 */
final class HiringCourse {

    /** Each pass repairs what later hires took from months before them; more than two are hardly ever needed. */
    private static final int MOST_PASSES = 8;

    private final HiringTerms terms;
    private final long opening;
    private final List<PeopleNeed> needs;
    private final int months;
    private final int rampMonths;
    private final long unit;
    private final long[] rampUnits;
    private final long[] joining;
    private final long[] leaving;
    private final long[] staff;

    /** What the staff of a month amounts to, in parts of a person: so many make one. */
    private final long[] capacity;

    private HiringCourse(HiringTerms terms, long opening, List<PeopleNeed> needs) {
        this.terms = terms;
        this.opening = opening;
        this.needs = needs;
        months = needs.size();
        rampMonths = terms.monthsToRampUp();
        unit = commonDenominator(terms.rampUp());
        rampUnits = new long[rampMonths];
        for (int month = 0; month < rampMonths; month++) {
            Ratio share = terms.rampUp().get(month);
            rampUnits[month] = unit / share.denominator() * share.numerator();
        }
        joining = new long[months];
        leaving = new long[months];
        staff = new long[months];
        capacity = new long[months];
    }

    static HiringPlan plan(HiringTerms terms, long opening, Horizon horizon, List<PeopleNeed> needs) {
        HiringCourse course = new HiringCourse(terms, opening, needs);
        course.hire();
        course.hireCheapest();
        return course.plan(course.hires(horizon));
    }

    /** Nobody joins but those who are agreed on. */
    static HiringPlan standing(
            HiringTerms terms, long opening, List<PeopleNeed> needs, long[] joining, List<Hire> agreed) {
        HiringCourse course = new HiringCourse(terms, opening, needs);
        System.arraycopy(joining, 0, course.joining, 0, joining.length);
        course.run(course.months - 1);
        return course.plan(
                agreed.stream().sorted(Comparator.comparing(Hire::starts)).toList());
    }

    private static long commonDenominator(List<Ratio> shares) {
        long common = 1;
        for (Ratio share : shares) {
            BigInteger divisor = BigInteger.valueOf(common).gcd(BigInteger.valueOf(share.denominator()));
            common = Math.multiplyExact(common, share.denominator() / divisor.longValue());
        }
        return common;
    }

    private void hire() {
        run(months - 1);
        boolean changed = true;
        for (int pass = 0; pass < MOST_PASSES && changed; pass++) {
            changed = false;
            for (int month = terms.leadMonths(); month < months; month++) {
                changed |= cover(month);
            }
        }
        run(months - 1);
    }

    /** Of all hires that do as much of each month's work, or all of it, takes the cheapest. */
    private void hireCheapest() {
        if (Arrays.stream(joining).allMatch(people -> people == 0)) {
            return;
        }
        long[] required = new long[months];
        for (int month = 0; month < months; month++) {
            required[month] = Math.min(capacity[month], units(month));
        }
        long[] cheapest = new CheapestHires(terms, opening, rampUnits, unit, required).from(joining);
        System.arraycopy(cheapest, 0, joining, 0, months);
        run(months - 1);
    }

    /** The need of a month in units of capacity; beyond what a long holds, more than any capacity. */
    private long units(int month) {
        Ratio need = needs.get(month).fullTime();
        BigInteger[] units = BigInteger.valueOf(need.numerator())
                .multiply(BigInteger.valueOf(unit))
                .divideAndRemainder(BigInteger.valueOf(need.denominator()));
        return units[0].bitLength() < Long.SIZE - 1 ? units[0].longValueExact() + units[1].signum() : Long.MAX_VALUE;
    }

    /**
     * Hires for one month, if that helps it: where many leave before they are ramped up, a further person may bring next to
     * nothing.
     */
    private boolean cover(int month) {
        boolean changed = false;
        int starts = Math.max(terms.leadMonths(), month - rampMonths);
        boolean inTime = starts == month - rampMonths;
        run(month);
        long missing = missing(month, inTime);
        while (missing > 0) {
            joining[starts] = Math.addExact(joining[starts], missing);
            run(month);
            long left = missing(month, inTime);
            if (left >= missing - missing / 16) {
                joining[starts] -= missing;
                run(month);
                return changed;
            }
            changed = true;
            missing = left;
        }
        return changed;
    }

    /**
     * The whole people missing in a month: of its capacity, or, where nobody can be ramped up in time, of its heads.
     */
    private long missing(int month, boolean inTime) {
        Ratio need = needs.get(month).fullTime();
        BigInteger denominator = BigInteger.valueOf(need.denominator()).multiply(BigInteger.valueOf(unit));
        BigInteger have = inTime
                ? BigInteger.valueOf(capacity[month])
                : BigInteger.valueOf(staff[month]).multiply(BigInteger.valueOf(unit));
        BigInteger gap = BigInteger.valueOf(need.numerator())
                .multiply(BigInteger.valueOf(unit))
                .subtract(have.multiply(BigInteger.valueOf(need.denominator())));
        if (gap.signum() <= 0) {
            return 0;
        }
        BigInteger[] whole = gap.divideAndRemainder(denominator);
        return whole[0].longValueExact() + whole[1].signum();
    }

    /** Follows the team through a month. */
    private void run(int last) {
        long[] ramping = new long[months];
        long full = opening;
        long staffMonths = 0;
        long left = 0;
        for (int month = 0; month <= last; month++) {
            ramping[month] = joining[month];
            int oldest = month - rampMonths;
            if (oldest >= 0) {
                full = Math.addExact(full, ramping[oldest]);
                ramping[oldest] = 0;
            }
            count(month, full, ramping);
            staffMonths = Math.addExact(staffMonths, staff[month]);
            long goneByNow = terms.attritionPerMonth().yieldOf(staffMonths);
            leaving[month] = goneByNow - left;
            left = goneByNow;
            long fromFull = Math.min(full, leaving[month]);
            full -= fromFull;
            leave(ramping, Math.max(0, oldest + 1), leaving[month] - fromFull);
        }
    }

    private void count(int month, long full, long[] ramping) {
        long heads = full;
        long units = Math.multiplyExact(full, unit);
        for (int start = Math.max(0, month - rampMonths + 1); start <= month; start++) {
            heads = Math.addExact(heads, ramping[start]);
            if (ramping[start] != 0) {
                units = Math.addExact(units, Math.multiplyExact(ramping[start], rampUnits[month - start]));
            }
        }
        staff[month] = heads;
        capacity[month] = units;
    }

    private static void leave(long[] ramping, int oldest, long people) {
        long rest = people;
        for (int start = oldest; rest > 0 && start < ramping.length; start++) {
            long gone = Math.min(rest, ramping[start]);
            ramping[start] -= gone;
            rest -= gone;
        }
    }

    private List<Hire> hires(Horizon horizon) {
        List<Hire> hires = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            if (joining[month] > 0) {
                LocalDate starts = horizon.month(month).atDay(1);
                hires.add(new Hire(starts.minusMonths(terms.leadMonths()), starts, joining[month]));
            }
        }
        return hires;
    }

    private HiringPlan plan(List<Hire> hires) {
        List<StaffMonth> team = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            PeopleNeed need = needs.get(month);
            team.add(new StaffMonth(
                    need.month(),
                    need.fullTime(),
                    Ratio.of(capacity[month], unit),
                    joining[month],
                    leaving[month],
                    staff[month],
                    cost(month)));
        }
        return new HiringPlan(team, hires);
    }

    private BigDecimal cost(int month) {
        return terms.salaryPerMonth()
                .multiply(BigDecimal.valueOf(staff[month]))
                .add(terms.costPerHire().multiply(BigDecimal.valueOf(joining[month])));
    }
}
