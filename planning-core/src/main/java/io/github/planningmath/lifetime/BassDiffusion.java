package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How a market takes up something new: some buy of themselves, others because those before them did. Statistics, but for
 * whole counts where it says so.
 *
 * <p>The share that has bought by time t, in years, is {@code F(t) = (1 - e^-(p+q)t) / (1 + q/p * e^-(p+q)t)}.
 *
 * <p>Source: F. M. Bass, A New Product Growth for Model Consumer Durables, Management Science 15(5), 1969, 215-227,
 * doi:10.1287/mnsc.15.5.215.
 *
 * @param p the coefficient of innovation: the share of those left who buy of themselves in a year, above 0
 * @param q the coefficient of imitation, at least 0
 * @param market how many will ever buy, at least 0
 */
public record BassDiffusion(double p, Double q, Long market) {

    private static final int MOST_YEARS = 1_000;

    public BassDiffusion {
        Doubles.positive(p, "BassDiffusion.p");
        Doubles.notNegative(q, "BassDiffusion.q");
        Required.count(market, "BassDiffusion.market");
    }

    /**
     * One year of the diffusion.
     *
     * @param year from 1
     * @param adopters new customers in the year, a whole count: a difference of cumulative counts, each rounded down
     * @param value what they are worth when they are won: adopters times the lifetime value
     * @param presentValue the same at the beginning of the first year; the year's customers are taken as won at its end
     */
    public record Year(Integer year, Long adopters, Double value, Double presentValue) {

        public Year {
            Required.between(year, 1, MOST_YEARS, "Year.year");
            Required.count(adopters, "Year.adopters");
            Doubles.notNegative(value, "Year.value");
            Doubles.notNegative(presentValue, "Year.presentValue");
        }
    }

    /**
     * The share of the market that has bought by a time.
     *
     * @param years since the beginning, at least 0 and finite
     * @return F, from 0 to 1
     * @throws IllegalArgumentException if the time is not accepted
     */
    public double share(double years) {
        double exponent = -(p + q) * Doubles.notNegative(years, "BassDiffusion.share.years");
        return -Math.expm1(exponent) / (1 + q / p * Math.exp(exponent));
    }

    /**
     * How many have bought by the end of a year.
     *
     * @param year from 0 to 1,000
     * @return a whole count, rounded down
     * @throws IllegalArgumentException if the year is not accepted
     */
    public long cumulativeAdopters(int year) {
        Required.between(year, 0, MOST_YEARS, "BassDiffusion.cumulativeAdopters.year");
        return (long) Math.floor(market * share(year));
    }

    /**
     * How many buy in a year.
     *
     * @param year from 1 to 1,000
     * @return a whole count; the counts of all years so far add up to {@link #cumulativeAdopters}
     * @throws IllegalArgumentException if the year is not accepted
     */
    public long adopters(int year) {
        Required.between(year, 1, MOST_YEARS, "BassDiffusion.adopters.year");
        return cumulativeAdopters(year) - cumulativeAdopters(year - 1);
    }

    /**
     * How many buy in a year on average, not rounded.
     *
     * @param year from 1 to 1,000
     * @return {@code market * (F(year) - F(year - 1))}
     * @throws IllegalArgumentException if the year is not accepted
     */
    public double expectedAdopters(int year) {
        Required.between(year, 1, MOST_YEARS, "BassDiffusion.expectedAdopters.year");
        return market * (share(year) - share(year - 1));
    }

    /**
     * When most buy.
     *
     * @return {@code ln(q / p) / (p + q)} years after the beginning; 0 where q is at most p and sales only fall
     */
    public double peak() {
        return q > p ? Math.log(q / p) / (p + q) : 0;
    }

    /**
     * What the customers of each year are worth.
     *
     * @param years how many, from 1 to 1,000
     * @param lifetimeValue of one customer when won, at least 0
     * @param discount what money later is worth
     * @return the years from 1 on
     * @throws IllegalArgumentException if an argument is not accepted
     */
    public List<Year> byYear(int years, double lifetimeValue, DiscountRate discount) {
        Required.between(years, 1, MOST_YEARS, "BassDiffusion.byYear.years");
        Doubles.notNegative(lifetimeValue, "BassDiffusion.lifetimeValue");
        double factor = 1
                / (1
                        + Required.present(discount, "BassDiffusion.byYear.discount")
                                .effectivePer(ChronoUnit.YEARS));
        List<Year> byYear = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            long adopters = adopters(year);
            double value = adopters * lifetimeValue;
            byYear.add(new Year(year, adopters, value, value * Math.pow(factor, year)));
        }
        return byYear;
    }

    /**
     * The form in whole years in which the coefficients are often estimated: in each year
     * {@code (market - N) * (p + q * N / market)} buy, with N those who have bought before it. It runs behind the closed form
     * in the first years, since nobody imitates within a year.
     *
     * @param years how many, from 1 to 1,000
     * @return the adopters of each year, not rounded
     * @throws IllegalArgumentException if the number of years is not accepted, or q is above 1 - p and the form breaks down
     */
    public List<Double> stepwiseAdopters(int years) {
        Required.between(years, 1, MOST_YEARS, "BassDiffusion.stepwiseAdopters.years");
        if (!(p + q <= 1)) {
            throw new IllegalArgumentException(
                    "BassDiffusion.stepwiseAdopters must be asked of p + q of at most 1, but was of " + (p + q) + ".");
        }
        List<Double> adopters = new ArrayList<>();
        double share = 0;
        for (int year = 0; year < years; year++) {
            double step = (1 - share) * (p + q * share);
            adopters.add(market * step);
            share += step;
        }
        return adopters;
    }
}
