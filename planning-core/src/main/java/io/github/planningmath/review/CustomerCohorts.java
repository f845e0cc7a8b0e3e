package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one product, cohort by cohort, on one side: who stays and who buys again, month by month, at the
 * constants' rates by age times what the counts of the month show ({@link CountedRate}). Comparing cohorts of one age, a
 * younger base is not mistaken for a weaker one. The base is a count rounded down of customers kept in fractions: while it is
 * less than one off, retention is as planned, and the fractions stay.
 */
final class CustomerCohorts {

    private final int months;
    private final double[] opening;

    /** By month, and within it by age. */
    private final double[][] retention;

    private final double[][] repeat;

    /** By month: how many times the constants' retention it was. */
    private final double[] retained;

    /** By month: repeat deals at the constants' rates. */
    private final double[] expectedRepeats;

    /** By month: customers at its end, as known or as planned. */
    private final double[] base;

    /** By month: customers at its end, by the cohorts. */
    private final double[] followed;

    /** By month: repeat deals, as known or as planned. */
    final double[] repeatDeals;

    /** By month: how many times the constants' repeat rates it was. */
    final double[] repeatRate;

    /** By month: repeat deals where no customer was there to make them. */
    final double[] ofNoCustomer;

    /** By the month that a customer was won in and a later one: repeat deals of one at the constants' repeat rates. */
    final double[][] repeatsOfOne;

    /** By the month that a customer was won in: the share of one that is left at the end. */
    final double[] left;

    /** By month: repeat deals of the opening customers at the constants' repeat rates. */
    final double[] openingRepeats;

    /** Opening customers that are left at the end. */
    final double openingLeft;

    /** The customers at the end by age. */
    final double[] atEnd;

    /** Customers at the beginning of each month, all months together. */
    private double there;

    /** Those of them who were still there at its end. */
    private double stayed;

    /** How many more or fewer there may be: the base tells them in whole numbers, and deals that are not known do not. */
    private double unsure;

    /**
     * Follows the customers of a product.
     *
     * @param known customers at each month's end; NaN where not known
     * @param newDeals customers won by month
     * @param isAssumed whether a month's are not known
     * @param knownRepeats repeat deals by month; NaN where not known
     * @param planned the plan's side; absent where this is it
     */
    CustomerCohorts(
            Plan plan,
            ReviewCells cells,
            int product,
            double[] known,
            double[] newDeals,
            boolean[] isAssumed,
            double[] knownRepeats,
            @Nullable CustomerCohorts planned) {
        months = newDeals.length;
        opening = opening(plan, cells.product(product).name());
        int ages = opening.length + months + 1;
        retention = new double[months][];
        repeat = new double[months][];
        for (int month = 0; month < months; month++) {
            RepeatBehaviour behaviour = cells.repeat(month, product);
            boolean isAsBefore = month > 0 && behaviour.equals(cells.repeat(month - 1, product));
            retention[month] = isAsBefore ? retention[month - 1] : byAge(ages, behaviour::retention);
            repeat[month] = isAsBefore ? repeat[month - 1] : byAge(ages, behaviour::repeat);
        }
        retained = new double[months];
        expectedRepeats = new double[months];
        followed = new double[months];
        base = known.clone();
        repeatDeals = knownRepeats.clone();
        repeatRate = new double[months];
        ofNoCustomer = new double[months];
        atEnd = follow(newDeals, isAssumed);
        complete(planned);
        repeatsOfOne = new double[months][months];
        left = new double[months];
        for (int won = 0; won < months; won++) {
            double alive = 1;
            for (int month = won + 1; month < months; month++) {
                repeatsOfOne[won][month] = alive * repeat[month][month - 1 - won];
                alive *= retention[month][month - 1 - won] * retained[month];
            }
            left[won] = alive;
        }
        openingRepeats = new double[months];
        openingLeft = followOpening();
    }

    private static double[] byAge(int ages, IntFunction<Ratio> rate) {
        return IntStream.range(0, ages)
                .mapToDouble(age -> rate.apply(age).toDouble())
                .toArray();
    }

    private static double[] opening(Plan plan, String product) {
        int oldest = -1;
        for (Position.Customers cohort : plan.opening().customers()) {
            oldest = cohort.product().equals(product) ? Math.max(oldest, cohort.age()) : oldest;
        }
        double[] byAge = new double[oldest + 1];
        for (Position.Customers cohort : plan.opening().customers()) {
            if (cohort.product().equals(product)) {
                byAge[cohort.age()] += cohort.count() + cohort.billionths() * 1e-9;
            }
        }
        return byAge;
    }

    private double[] follow(double[] newDeals, boolean[] isAssumed) {
        double[] cohorts = Arrays.copyOf(opening, opening.length + months);
        CountedRate buying = new CountedRate();
        int oldest = opening.length - 1;
        for (int month = 0; month < months; month++) {
            double staying = 0;
            double all = 0;
            double often = 0;
            for (int age = 0; age <= oldest; age++) {
                staying += cohorts[age] * retention[month][age];
                all += cohorts[age];
                expectedRepeats[month] += cohorts[age] * repeat[month][age];
                often = began(month, age, newDeals) > 0 ? Math.max(often, repeat[month][age]) : often;
            }
            buying.allow(unsure * often);
            followRepeats(month, buying);
            unsure += isAssumed[month] ? 1 : 0;
            retained[month] = retained(month, staying, all, newDeals[month]);
            for (int age = oldest; age >= 0; age--) {
                cohorts[age + 1] = cohorts[age] * retention[month][age] * retained[month];
            }
            cohorts[0] = newDeals[month];
            oldest++;
            followed[month] = staying * retained[month] + newDeals[month];
            there += all;
            stayed += staying * retained[month];
        }
        return cohorts;
    }

    /** How many customers a cohort began with. */
    private double began(int month, int age, double[] newDeals) {
        return age < month ? newDeals[month - 1 - age] : opening[age - month];
    }

    /** A base that is one or more off shows another retention; customers are counted in whole numbers from there on. */
    private double retained(int month, double staying, double all, double won) {
        double known = base[month];
        if (Double.isNaN(known)) {
            return 1;
        }
        double kept = staying + won;
        double stay = staying;
        if (staying > CountedRate.DUST && !(Math.abs(known - kept) < CountedRate.LESS_THAN_ONE)) {
            stay = Math.min(all, Math.max(0, known - won));
            kept = stay + won;
        }
        unsure = Math.max(Math.min(known + 1, all + unsure + won) - kept, kept - known);
        return stay == staying ? 1 : stay / staying;
    }

    private void followRepeats(int month, CountedRate buying) {
        double expected = expectedRepeats[month];
        double taken = expected;
        if (Double.isNaN(repeatDeals[month])) {
            buying.beginAnew();
        } else {
            taken = buying.of(repeatDeals[month], expected, expected);
        }
        repeatRate[month] = taken == expected || !(expected > CountedRate.DUST) ? 1 : taken / expected;
        ofNoCustomer[month] = expected > CountedRate.DUST || taken == expected ? 0 : taken;
    }

    /** What is not known is as planned, and what the difference in customers comes to. */
    private void complete(@Nullable CustomerCohorts planned) {
        double carried = 0;
        for (int month = 0; month < months; month++) {
            if (Double.isNaN(base[month])) {
                base[month] = planned == null
                        ? followed[month]
                        : Math.max(0, planned.base[month] + (followed[month] - planned.followed[month]));
            }
            if (Double.isNaN(repeatDeals[month])) {
                double wanted = carried
                        + (planned == null
                                ? expectedRepeats[month]
                                : planned.repeatDeals[month]
                                        + (expectedRepeats[month] - planned.expectedRepeats[month]));
                repeatDeals[month] = Math.max(0, wanted);
                carried = wanted - repeatDeals[month];
            }
        }
    }

    private double followOpening() {
        double sum = 0;
        for (int age = 0; age < opening.length; age++) {
            double alive = opening[age];
            for (int month = 0; month < months && alive > 0; month++) {
                openingRepeats[month] += alive * repeat[month][age + month];
                alive *= retention[month][age + month] * retained[month];
            }
            sum += alive;
        }
        return sum;
    }

    /** Customers at the end of a month. */
    double base(int month) {
        return base[month];
    }

    /** Customers at the end. */
    double base() {
        return base[months - 1];
    }

    /** Customers at the end that the cohorts do not account for, one or more; below 0 where these are too many. */
    double ofNoCohort() {
        double beyond = base() - followed[months - 1];
        return Math.abs(beyond) < CountedRate.LESS_THAN_ONE ? 0 : beyond;
    }

    /** Whether there are as many customers at the end, and as many repeat deals were made. */
    boolean isLike(CustomerCohorts other) {
        return base() == other.base() && Arrays.equals(repeatDeals, other.repeatDeals);
    }

    /** Customers at the beginning of each month, all months together: of so many the months' retention and repeat rates are. */
    double there() {
        return there;
    }

    /** Those of them who were still there at the month's end. */
    double stayed() {
        return stayed;
    }

    /** Repeat deals over all months. */
    double repeats() {
        return Arrays.stream(repeatDeals).sum();
    }
}
