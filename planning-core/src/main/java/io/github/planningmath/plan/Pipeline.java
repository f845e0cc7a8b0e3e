package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product's open leads of the opening position, and the deals that are expected of them.
 *
 * @param leads open leads by the month in which they fall due and channel of the funnel
 * @param carried the fraction of a deal that was left over before the plan; absent where none was
 * @param expected deals expected of the open leads and the fraction, where nothing is rounded off the fraction
 * @param staysExact whether nothing is ever rounded off the fraction of a deal that a month leaves over
 * @param exactly the deals expected through each month with the fraction, where conversions change and nothing is expected in
 *     parts of a funnel; else absent
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record Pipeline(
        CumulativeCounts leads,
        @Nullable Ratio carried,
        ExpectedDeals expected,
        boolean staysExact,
        Fraction @Nullable [] exactly) {

    static Pipeline none(Funnel funnel, int months) {
        return new Pipeline(
                CumulativeCounts.of(months, funnel.size()),
                null,
                funnel.dealParts().expectedDeals(months),
                LeftOver.staysExact(funnel.dealParts().denominator(), null),
                null);
    }

    /**
     * This, where each lead becomes deals at the conversion of the month in which it falls due.
     *
     * @param yields of leads
     * @param ofCohorts by month, the deals of leads of months before the first
     */
    Pipeline at(LeadYields yields, Fraction[] ofCohorts) {
        Fraction[] through = new Fraction[months()];
        Fraction sum = LeftOver.fraction(carried);
        for (int month = 0; month < through.length; month++) {
            sum = sum.plus(datedIn(month, yields)).plus(ofCohorts[month]);
            through[month] = sum;
        }
        return new Pipeline(leads, carried, ExpectedDeals.narrow(months()), false, through);
    }

    /** The deals of leads that wait for a month of their own. */
    Fraction datedIn(int month, LeadYields yields) {
        Fraction sum = Fraction.ZERO;
        for (int c = 0; c < leads.channels(); c++) {
            long due = leads.in(month, c);
            if (due > 0) {
                sum = sum.plus(Fraction.of(due, 1).times(yields.conversion(c, month)));
            }
        }
        return sum;
    }

    /** The leads that fall due in so many months from the first; later ones only wait. */
    static Pipeline of(
            Funnel funnel, int months, YearMonth first, List<Position.OpenLeads> open, @Nullable Ratio carried) {
        CumulativeCounts leads = CumulativeCounts.of(months, funnel.size());
        boolean[] anyDue = new boolean[months];
        for (Position.OpenLeads due : open) {
            long month = first.until(due.due(), ChronoUnit.MONTHS);
            if (month < months) {
                leads.set((int) month, funnel.channels().indexOf(due.channel()), due.count());
                anyDue[(int) month] = true;
            }
        }
        leads.accumulate("openLeads");
        return new Pipeline(
                leads,
                carried,
                expected(funnel, leads, carried, anyDue),
                LeftOver.staysExact(funnel.dealParts().denominator(), carried),
                null);
    }

    /** Whole deals expected through a month, rounded down. */
    long wholes(int month) {
        return exactly == null ? expected.wholes(month) : PlanOverflow.count(exactly[month].floor(), "deals");
    }

    /** Whole deals of what is expected in a month alone, rounded down. */
    long wholesIn(int month) {
        return exactly == null
                ? expected.wholesIn(month)
                : PlanOverflow.count(inMonth(month).floor(), "deals");
    }

    /** What is expected in a month alone, the fraction that was left over before in the first; where conversions change. */
    Fraction inMonth(int month) {
        Fraction[] through = Objects.requireNonNull(exactly);
        return month == 0 ? through[0] : through[month].minus(through[month - 1]);
    }

    /** What is expected through a month, as a statistic, of leads over a funnel. */
    double toDouble(int month, Funnel funnel) {
        return exactly == null ? expected.toDouble(month, funnel.dealParts().denominator()) : exactly[month].toDouble();
    }

    private static ExpectedDeals expected(
            Funnel funnel, CumulativeCounts leads, @Nullable Ratio carried, boolean[] anyDue) {
        ExpectedDeals expected = funnel.dealParts().expectedDeals(anyDue.length);
        DealParts.Sum sum = funnel.dealParts().sum();
        BigInteger before = LeftOver.parts(carried, funnel.dealParts().denominator());
        for (int month = 0; month < anyDue.length; month++) {
            if (month > 0 && !anyDue[month]) {
                expected.stay(month);
            } else {
                sum.clear();
                funnel.addLeads(leads, month, sum);
                sum.addParts(before);
                sum.noteAs(expected, month);
            }
        }
        return expected;
    }

    int months() {
        return expected.months();
    }
}
