package io.github.planningmath.evidence;

import java.time.Month;
import java.time.YearMonth;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * How a count spreads over the months of the year, from whole years: the mean over the years of a month's share of its year, so that
 * years may be of any level. What grows within a year is taken for season.
 *
 * @param first the first month
 * @param counts by month, twelve a year, two years or more, none of them without any
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record SeasonOfYears(YearMonth first, long[] counts) {

    private static final int YEAR = 12;

    int years() {
        return counts.length / YEAR;
    }

    long total() {
        return total(0, counts.length);
    }

    private long total(int from, int to) {
        long total = 0;
        for (int month = from; month < to; month++) {
            total += counts[month];
        }
        return total;
    }

    private long ofYear(int year) {
        return total(year * YEAR, (year + 1) * YEAR);
    }

    boolean hasEmptyYear() {
        for (int year = 0; year < years(); year++) {
            if (ofYear(year) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The index of a month, 1 on average. */
    double index(Month month) {
        int place = Math.floorMod(month.getValue() - first.getMonthValue(), YEAR);
        double sum = 0;
        for (int year = 0; year < years(); year++) {
            sum += (double) counts[year * YEAR + place] / ofYear(year);
        }
        return YEAR * sum / years();
    }

    private long ofPlace(int place) {
        long sum = 0;
        for (int month = place; month < counts.length; month += YEAR) {
            sum += counts[month];
        }
        return sum;
    }

    /** How often luck alone makes months of the year so different: chi-squared, as wide as years differ. */
    double chanceOfSeason() {
        double expected = (double) total() / YEAR;
        double statistic = 0;
        for (int place = 0; place < YEAR; place++) {
            double off = ofPlace(place) - expected;
            statistic += off * off / expected;
        }
        return RegularizedGamma.Q.value((YEAR - 1) / 2.0, statistic / dispersion() / 2);
    }

    /** How often luck alone makes years so different in how they spread: chi-squared of years by months. */
    double chanceOfYears() {
        return RegularizedGamma.Q.value(freedom() / 2.0, statisticOfYears() / 2);
    }

    /** How much more years differ than luck allows, at least 1. */
    double dispersion() {
        return Math.max(1, statisticOfYears() / freedom());
    }

    private int freedom() {
        return (years() - 1) * (YEAR - 1);
    }

    private double statisticOfYears() {
        double statistic = 0;
        for (int month = 0; month < counts.length; month++) {
            double expected = expected(month);
            if (expected > 0) {
                double off = counts[month] - expected;
                statistic += off * off / expected;
            }
        }
        return statistic;
    }

    private double expected(int month) {
        return (double) ofYear(month / YEAR) * ofPlace(month % YEAR) / total();
    }

    /** The month that is farthest from what the other years lead one to expect. */
    YearMonth oddest() {
        int oddest = 0;
        double most = -1;
        for (int month = 0; month < counts.length; month++) {
            double expected = expected(month);
            double off = expected > 0 ? (counts[month] - expected) * (counts[month] - expected) / expected : 0;
            if (off > most) {
                most = off;
                oddest = month;
            }
        }
        return first.plusMonths(oddest);
    }
}
