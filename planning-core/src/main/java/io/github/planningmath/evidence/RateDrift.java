package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.internal.Required;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.numbers.gamma.LogBeta;
import org.jspecify.annotations.Nullable;

/**
 * A rate by month of lead at one common age, and whether it changed or drifts: young months are held against others at what they have
 * in common, so that they are not called worse for being young.
 *
 * @param days within how many days of the lead a deal counts
 * @param months in order of time, at least one
 */
public record RateDrift(Integer days, List<Month> months) {

    public RateDrift {
        Required.between(days, 0, LeadCount.LONGEST_AGE, "RateDrift.days");
        months = Required.list(months, "RateDrift.months");
        if (months.isEmpty()) {
            throw new IllegalArgumentException("RateDrift.months must be at least one, but there was none.");
        }
        for (int i = 1; i < months.size(); i++) {
            if (!months.get(i - 1).month().isBefore(months.get(i).month())) {
                throw new IllegalArgumentException("RateDrift.months must be in order of time, but "
                        + months.get(i).month() + " came after "
                        + months.get(i - 1).month() + ".");
            }
        }
    }

    /**
     * The leads of a month that are old enough.
     *
     * @param month the month in which they came
     * @param won how many were won within the common age
     * @param leads how many there are, at least these
     */
    public record Month(YearMonth month, Long won, Long leads) {

        public Month {
            Required.present(month, "RateDrift.Month.month");
            Required.count(won, "RateDrift.Month.won");
            if (Required.count(leads, "RateDrift.Month.leads") < won) {
                throw new IllegalArgumentException(
                        "RateDrift.Month.leads must be at least won, " + won + ", but was " + leads + ".");
            }
        }
    }

    /**
     * Counts the leads that have so many days behind them, by month; where the log was opened after a lead came, it is left out.
     *
     * @param known leads with the days on which they came
     * @param days within how many days of the lead a deal counts
     * @return the months with such leads; null where there is none
     * @throws IllegalArgumentException if days are folded to months
     */
    public static @Nullable RateDrift of(KnownLeads known, int days) {
        if (known.foldedToMonths()) {
            throw new IllegalArgumentException(
                    "RateDrift.known must have the days on which leads came, but they were folded to months.");
        }
        LocalDate last = known.through().minusDays(days);
        TreeMap<YearMonth, long[]> byMonth = new TreeMap<>();
        for (LeadCount count : known.counts()) {
            if (!count.entered().isAfter(last) && count.observedFromAge() == 0) {
                long[] counts = byMonth.computeIfAbsent(YearMonth.from(count.entered()), any -> new long[2]);
                counts[1] += count.leads();
                if (count.outcome() == Outcome.WON && Objects.requireNonNull(count.age()) <= days) {
                    counts[0] += count.leads();
                }
            }
        }
        List<Month> months = new ArrayList<>();
        byMonth.forEach((month, counts) -> months.add(new Month(month, counts[0], counts[1])));
        return months.isEmpty() ? null : new RateDrift(days, months);
    }

    /**
     * The logarithm of how many times likelier the months are with one change of the rate, in whichever month, than with none:
     * each month but the first as likely as any other to be the first of the later rate, and every rate as likely as any other.
     *
     * @return the logarithm of the Bayes factor; 0 where there is one month alone
     */
    public double logOddsOfChange() {
        if (months.size() == 1) {
            return 0;
        }
        double[] logs = logsOfPlaces();
        double greatest = greatest(logs);
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - greatest);
        }
        return greatest + Math.log(sum / logs.length);
    }

    /**
     * Where the change would be, if there is one.
     *
     * @return the probability of each month but the first to be the first of the later rate
     */
    public List<Double> chanceByPlace() {
        double[] logs = logsOfPlaces();
        double greatest = greatest(logs);
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - greatest);
        }
        List<Double> chances = new ArrayList<>();
        for (double log : logs) {
            chances.add(Math.exp(log - greatest) / sum);
        }
        return chances;
    }

    /**
     * The likeliest first month of the later rate.
     *
     * @return the month; the first of all where there is one alone
     */
    public YearMonth likeliestChange() {
        return months.get(likeliestPlace()).month();
    }

    /**
     * The rate before that month.
     *
     * @return deals by leads; 0 where there is one month alone
     */
    public double before() {
        return rate(0, likeliestPlace());
    }

    /**
     * The rate from that month on.
     *
     * @return deals by leads
     */
    public double after() {
        return rate(likeliestPlace(), months.size());
    }

    private int likeliestPlace() {
        double[] logs = logsOfPlaces();
        int likeliest = 0;
        for (int i = 0; i < logs.length; i++) {
            if (likeliest == 0 || logs[i] > logs[likeliest - 1]) {
                likeliest = i + 1;
            }
        }
        return likeliest;
    }

    private double rate(int from, int to) {
        long won = won(from, to);
        return won == 0 ? 0 : (double) won / leads(from, to);
    }

    /** By place of the later rate's first month, from the second month on, against no change. */
    private double[] logsOfPlaces() {
        int all = months.size();
        double[] logs = new double[all - 1];
        for (int place = 1; place < all; place++) {
            logs[place - 1] = logLikelihood(0, place) + logLikelihood(place, all) - logLikelihood(0, all);
        }
        return logs;
    }

    /** Over all rates alike: {@code ln B(k + 1, n - k + 1)}. */
    private double logLikelihood(int from, int to) {
        long won = won(from, to);
        return LogBeta.value(won + 1.0, leads(from, to) - won + 1.0);
    }

    private long won(int from, int to) {
        return months.subList(from, to).stream().mapToLong(Month::won).sum();
    }

    private long leads(int from, int to) {
        return months.subList(from, to).stream().mapToLong(Month::leads).sum();
    }

    private static double greatest(double[] logs) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            greatest = Math.max(greatest, log);
        }
        return greatest;
    }

    /**
     * Whether the rate rises or falls from month to month: Cochran's and Armitage's statistic, standard normal where it does
     * neither.
     *
     * <p>Source: P. Armitage, Biometrics 11, 1955, 375-386, doi:10.2307/3001775.
     *
     * @return z, below 0 where it falls; 0 where it cannot be told
     */
    public double trend() {
        double leads = leads(0, months.size());
        double share = won(0, months.size()) / leads;
        double middle = 0;
        YearMonth first = months.get(0).month();
        for (Month month : months) {
            middle += month.leads() * place(first, month) / leads;
        }
        double slope = 0;
        double squares = 0;
        for (Month month : months) {
            double off = place(first, month) - middle;
            slope += off * month.won();
            squares += off * off * month.leads();
        }
        double variance = share * (1 - share) * squares;
        return variance > 0 ? slope / Math.sqrt(variance) : 0;
    }

    private static double place(YearMonth first, Month month) {
        return ChronoUnit.MONTHS.between(first, month.month());
    }

    /**
     * How often luck alone makes a trend at least as strong, up or down.
     *
     * @return the two-sided probability
     */
    public double chanceOfTrend() {
        return 2 * NormalLaw.below(-Math.abs(trend()));
    }

    /**
     * By how much the logarithm of the rate moves from one month to the next beyond luck: the root of the mean square of its steps, less
     * what counting makes of them. A forecast some months ahead is uncertain by the root of their number times this more.
     *
     * @return a standard deviation, at least 0; months without a deal are passed over
     */
    public double monthlyStep() {
        double squares = 0;
        double luck = 0;
        int steps = 0;
        for (int i = 1; i < months.size(); i++) {
            Month before = months.get(i - 1);
            Month after = months.get(i);
            if (before.won() > 0 && after.won() > 0) {
                double step = Math.log((double) after.won() / after.leads())
                        - Math.log((double) before.won() / before.leads());
                squares += step * step;
                luck += luck(before) + luck(after);
                steps++;
            }
        }
        return steps == 0 ? 0 : Math.sqrt(Math.max(0, squares - luck) / steps);
    }

    /** The variance of the logarithm of a share: {@code 1/k - 1/n}. */
    private static double luck(Month month) {
        return 1.0 / month.won() - 1.0 / month.leads();
    }
}
