package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The customers of one product through the months of a plan, cohort by cohort, in billionths of a customer.
 *
 * <p>In a month every cohort first makes its repeat deals ({@code n * repeat(age)}), then loses those who leave
 * ({@code n * retention(age)} stay and are a month older), then the new customers join at age 0: each product rounded
 * down to a billionth. Repeat deals are whole on their cumulative count.
 */
final class CustomerBase {

    private static final long NANO = Position.NANO;

    /** Customers of a product that nine decimals hold. */
    static final long MOST_CUSTOMERS = Long.MAX_VALUE / NANO;

    private final int months;
    private final long[] opening;
    private final long carriedNano;

    /** By month, and within it by age; months in which the behaviour is the same share an array. */
    private final Ratio[][] retention;

    private final Ratio[][] repeat;
    private final boolean isSteady;
    private final double[] expectedRepeats;
    private final double lostToRounding;

    /** Through each month, of the customers who are there at the start; empty where none are. */
    private final long[] openingRepeatNano;

    CustomerBase(ByMonth<RepeatBehaviour> behaviour, long[] openingNanoByAge, long carriedNano) {
        this.months = behaviour.months();
        this.opening = openingNanoByAge;
        this.carriedNano = carriedNano;
        isSteady = behaviour.isSteady();
        retention = new Ratio[months][];
        repeat = new Ratio[months][];
        for (int month = 0; month < months; month++) {
            boolean isAsBefore = behaviour.since(month) < month;
            retention[month] = isAsBefore ? retention[month - 1] : byAge(behaviour.in(month)::retention);
            repeat[month] = isAsBefore ? repeat[month - 1] : byAge(behaviour.in(month)::repeat);
            requireShares(retention[month]);
        }
        expectedRepeats = expectedRepeats();
        lostToRounding = lostToRounding();
        openingRepeatNano = new long[openingNanoByAge.length == 0 ? 0 : months];
        if (openingRepeatNano.length > 0) {
            repeatNano(new long[months], months - 1, openingRepeatNano);
        }
    }

    private Ratio[] byAge(IntFunction<Ratio> rate) {
        Ratio[] byAge = new Ratio[opening.length + months];
        Arrays.setAll(byAge, rate);
        return byAge;
    }

    private static void requireShares(Ratio[] retention) {
        for (int age = 0; age < retention.length; age++) {
            requireShare(retention[age], age);
        }
    }

    private static void requireShare(Ratio retention, int age) {
        if (retention.numerator() <= retention.denominator()) {
            return;
        }
        throw new IllegalArgumentException("RepeatBehaviour.retention must be at least 0 and at most 1, but was "
                + retention + " at age " + age + ".");
    }

    /** What the months left behind: cumulative repeat deals, the base at each month's end, and the closing cohorts. */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier on the hot path, never compared
    record Course(CumulativeCounts repeats, long[] base, long[] closingByAge, long closingRepeatNano) {}

    /** The base's course for new deals given cumulatively by month. */
    Course course(long[] deals) {
        long[] cohorts = Arrays.copyOf(opening, opening.length + months);
        long[] repeats = new long[months];
        long[] base = new long[months];
        long repeatNano = carriedNano;
        int oldest = opening.length - 1;
        for (int month = 0; month < months; month++) {
            repeatNano =
                    PlanOverflow.sum(repeatNano, step(month, cohorts, oldest, newDeals(deals, month)), "repeatDeals");
            oldest++;
            repeats[month] = repeatNano / NANO;
            base[month] = total(cohorts, oldest) / NANO;
        }
        return new Course(CumulativeCounts.byMonth(repeats), base, cohorts, repeatNano % NANO);
    }

    /** The cohorts by age at the end of each month for new deals given cumulatively by month, in billionths. */
    long[][] cohortsAtEnds(long[] deals) {
        long[] cohorts = Arrays.copyOf(opening, opening.length + months);
        long[][] atEnds = new long[months][];
        for (int month = 0; month < months; month++) {
            step(month, cohorts, opening.length - 1 + month, newDeals(deals, month));
            atEnds[month] = cohorts.clone();
        }
        return atEnds;
    }

    /** The cohorts by age at the start, in billionths. */
    long[] openingCohorts() {
        return opening.clone();
    }

    /**
     * The repeat deals through a month. Almost always the expected value in doubles, whose distance to the exact one is
     * bounded, tells the whole number; only where a whole number lies within that bound is the course itself run.
     */
    long repeatsThrough(long[] deals, int through) {
        double expected = 0;
        long before = 0;
        for (int month = 0; month <= through; month++) {
            expected += (deals[month] - before)
                    * (through == months - 1 ? expectedRepeats[month] : expectedRepeats(month, through));
            before = deals[month];
        }
        double opening = (double) openingRepeatNano(through) / NANO;
        if (expected == 0 && before <= MOST_CUSTOMERS) {
            return openingRepeatNano(through) / NANO;
        }
        double most = (opening + expected) * (1 + 1e-12) + 1e-9;
        double least = (opening + expected) * (1 - 1e-12) - lostToRounding;
        if (most < 1e12 && Math.floor(most) == Math.floor(least)) {
            return (long) most;
        }
        return repeatNano(deals, through) / NANO;
    }

    private long openingRepeatNano(int through) {
        return openingRepeatNano.length == 0 ? carriedNano : openingRepeatNano[through];
    }

    /** Whole customers at the start. */
    long openingBase() {
        return total(opening, opening.length - 1) / NANO;
    }

    /** Whether customers of the plan buy again within it. */
    boolean buyAgain() {
        for (double expected : expectedRepeats) {
            if (expected > 0) {
                return true;
            }
        }
        return false;
    }

    /** Repeat deals of the customers who are there at the start. */
    double openingRepeats() {
        return openingRepeats(months - 1);
    }

    /** Those through a month, with what was carried; none before the first. */
    double openingRepeats(int through) {
        return through < 0 ? 0 : (double) openingRepeatNano(through) / NANO;
    }

    /** The most repeat deals that rounding takes away from what is expected. */
    double lostRepeats() {
        return 1 + lostToRounding;
    }

    /** Expected repeat deals, to the end of the plan, of a customer won in each month. */
    double expectedRepeats(int month) {
        return expectedRepeats[month];
    }

    /** Expected repeat deals, through another month, of a customer won in a month. */
    double expectedRepeats(int won, int through) {
        if (isSteady) {
            // as many as of one won so many months before the end
            return expectedRepeats[months - 1 - (through - won)];
        }
        double alive = 1;
        double sum = 0;
        for (int month = won + 1, age = 0; month <= through; month++, age++) {
            sum += alive * repeat[month][age].toDouble();
            alive *= retention[month][age].toDouble();
        }
        return sum;
    }

    /** {@link #expectedRepeats(int, int)} through every month from the one in which a customer is won on, exactly. */
    Fraction[] exactRepeats(int won) {
        Fraction[] through = new Fraction[months - won];
        Fraction alive = Fraction.ONE;
        Fraction sum = Fraction.ZERO;
        through[0] = sum;
        for (int month = won + 1, age = 0; month < months; month++, age++) {
            sum = sum.plus(alive.times(LeftOver.fraction(repeat[month][age])));
            alive = alive.times(LeftOver.fraction(retention[month][age]));
            through[month - won] = sum;
        }
        return through;
    }

    /** Which part of the customers won in a month is left at the end of the plan, expected. */
    double expectedLeft(int won) {
        return expectedLeft(won, months - 1);
    }

    /** Which part of them is left at the end of another month, expected. */
    double expectedLeft(int won, int through) {
        double left = 1;
        for (int month = won + 1, age = 0; month <= through; month++, age++) {
            left *= retention[month][age].toDouble();
        }
        return left;
    }

    /** {@link #expectedLeft}, exactly. */
    Fraction exactLeft(int won) {
        Fraction left = Fraction.ONE;
        for (int month = won + 1, age = 0; month < months; month++, age++) {
            left = left.times(LeftOver.fraction(retention[month][age]));
        }
        return left;
    }

    /** The customers of the start who are left at the end of the plan, with the part of one that is not whole. */
    double openingLeft() {
        long[] cohorts = course(new long[months]).closingByAge();
        return (double) total(cohorts, cohorts.length - 1) / NANO;
    }

    boolean isSteady() {
        return isSteady;
    }

    long carriedNano() {
        return carriedNano;
    }

    private long repeatNano(long[] deals, int through) {
        return repeatNano(deals, through, new long[months]);
    }

    /** Repeat deals in billionths, and through each month until then. */
    private long repeatNano(long[] deals, int through, long[] byMonth) {
        long[] cohorts = Arrays.copyOf(opening, opening.length + months);
        long repeatNano = carriedNano;
        int oldest = opening.length - 1;
        for (int month = 0; month <= through; month++) {
            repeatNano =
                    PlanOverflow.sum(repeatNano, step(month, cohorts, oldest, newDeals(deals, month)), "repeatDeals");
            byMonth[month] = repeatNano;
            oldest++;
        }
        return repeatNano;
    }

    private static long newDeals(long[] deals, int month) {
        return month == 0 ? deals[0] : deals[month] - deals[month - 1];
    }

    private long step(int month, long[] cohorts, int oldest, long joining) {
        long repeats = 0;
        for (int age = oldest; age >= 0; age--) {
            long customers = cohorts[age];
            if (customers == 0) {
                cohorts[age + 1] = 0;
            } else {
                repeats = PlanOverflow.sum(repeats, repeat[month][age].yieldOf(customers), "repeatDeals");
                cohorts[age + 1] = retention[month][age].yieldOf(customers);
            }
        }
        cohorts[0] = Position.nanoCustomers(joining);
        return repeats;
    }

    private static long total(long[] cohorts, int oldest) {
        long total = 0;
        for (int age = 0; age <= oldest; age++) {
            total = Position.sumOfNano(total, cohorts[age]);
        }
        return total;
    }

    private double[] expectedRepeats() {
        double[] expected = new double[months];
        double alive = 1;
        double sum = 0;
        for (int month = months - 1, age = 0; isSteady && month >= 0; month--, age++) {
            expected[month] = sum;
            sum += alive * repeat[0][age].toDouble();
            alive *= retention[0][age].toDouble();
        }
        for (int won = 0; !isSteady && won < months; won++) {
            expected[won] = expectedRepeats(won, months - 1);
        }
        return expected;
    }

    /** At most a billionth is lost at every rounding, and what a cohort lost it lacks at every later age. */
    private double lostToRounding() {
        double lost = 1e-9;
        for (int age = 0; age < months - 1; age++) {
            lost += 1e-9 * (months - 1 - age) * (1 + age * greatestRepeat(age));
        }
        return lost;
    }

    private double greatestRepeat(int age) {
        double greatest = repeat[0][age].toDouble();
        for (int month = 1; !isSteady && month < months; month++) {
            greatest = Math.max(greatest, repeat[month][age].toDouble());
        }
        return greatest;
    }
}
