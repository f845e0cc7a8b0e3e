package io.github.planningmath.evidence;

import io.github.planningmath.evidence.RateEvidence.Range;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.quantity.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The share of leads won within an age, by what was seen at each age alone, and nothing beyond the oldest: the estimator of Kaplan and Meier, and of Aalen and
 * Johansen where losses are dated, with the variance by the delta method, which is Greenwood's where none are.
 *
 * <p>At age i, {@code r} leads are at risk, of which {@code d} are won and {@code l} lost; {@code S} is the share still open.
 * {@code F = sum of S(i-1) d/r}, {@code S(i) = S(i-1) (1 - (d + l)/r)}. Within a day, those who end do so before the day is over for
 * the others.
 *
 * <p>As JSON it is a view, which is not read back: the shares at each age at which leads ended.
 *
 * <p>Sources: E. L. Kaplan, P. Meier, Journal of the American Statistical Association 53, 1958, 457-481,
 * doi:10.1080/01621459.1958.10501452; O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5, 1978, 141-150.
 */
public final class OwnCurve {

    /**
     * An age at which leads ended.
     *
     * @param age in days
     * @param atRisk leads at risk
     * @param won the share won within it
     * @param lost the share lost within it
     */
    private record Step(int age, long atRisk, double won, double lost) {}

    /** As it is written. */
    private record View(@Nullable Integer median, List<Step> steps) {}

    private final AgeTable table;
    private final long[] atRisk;
    private final double[] won;
    private final double[] lost;
    private final double[] stillOpen;

    OwnCurve(AgeTable table) {
        this.table = table;
        int ages = table.size();
        atRisk = new long[ages];
        won = new double[ages];
        lost = new double[ages];
        stillOpen = new double[ages];
        long risk = 0;
        double open = 1;
        double wonSoFar = 0;
        double lostSoFar = 0;
        for (int age = 0; age < ages; age++) {
            risk += table.seenFrom(age) - table.open(age);
            atRisk[age] = risk;
            long deals = table.won(age);
            long losses = table.lost(age);
            if (deals + losses > 0) {
                wonSoFar += open * deals / risk;
                lostSoFar += open * losses / risk;
                open *= (double) (risk - deals - losses) / risk;
                risk -= deals + losses;
            }
            won[age] = wonSoFar;
            lost[age] = lostSoFar;
            stillOpen[age] = open;
        }
    }

    /**
     * The curve of leads as they were known.
     *
     * @param known the leads
     * @return their curve
     */
    public static OwnCurve of(KnownLeads known) {
        return new OwnCurve(AgeTable.of(known));
    }

    @DocumentForm.Written
    View view() {
        List<Step> steps = new ArrayList<>();
        for (int age = 0; age < atRisk.length; age++) {
            if (table.won(age) + table.lost(age) > 0) {
                steps.add(new Step(age, atRisk[age], won[age], lost[age]));
            }
        }
        return new View(median(), steps);
    }

    /**
     * How many leads were seen at an age that had not ended before.
     *
     * @param age in days, at least 0
     * @return leads at risk
     */
    public long atRisk(int age) {
        return age < atRisk.length ? atRisk[age] : 0;
    }

    /**
     * The share won within an age.
     *
     * @param age in days, at least 0; beyond the oldest seen it is that of the oldest
     * @return the share, a statistic
     */
    public double won(int age) {
        return won[Math.min(age, won.length - 1)];
    }

    /**
     * The share lost within an age.
     *
     * @param age in days, at least 0; beyond the oldest seen it is that of the oldest
     * @return the share, a statistic
     */
    public double lost(int age) {
        return lost[Math.min(age, lost.length - 1)];
    }

    /**
     * The share that has not ended within an age.
     *
     * @param age in days, at least 0; beyond the oldest seen it is that of the oldest
     * @return the share, a statistic
     */
    public double stillOpen(int age) {
        return stillOpen[Math.min(age, stillOpen.length - 1)];
    }

    /** The greatest age at which so many leads are at risk; -1 if there is none. */
    int oldestAgeWith(long leads) {
        int age = atRisk.length - 1;
        while (age >= 0 && atRisk[age] < leads) {
            age--;
        }
        return age;
    }

    /**
     * The variance of the share won within an age.
     *
     * @param age in days, at least 0
     * @return the variance
     */
    public double variance(int age) {
        double all = won(age);
        double before = 1;
        double variance = 0;
        for (int i = 0; i <= age && i < atRisk.length; i++) {
            long deals = table.won(i);
            long losses = table.lost(i);
            if (deals + losses > 0) {
                double risk = atRisk[i];
                double ending = (deals + losses) / risk;
                double later = ending < 1 ? (all - won[i]) / (1 - ending) : 0;
                double byDeals = before - later;
                double dealShare = deals / risk;
                double lossShare = losses / risk;
                variance += (byDeals * byDeals * dealShare * (1 - dealShare)
                                + later * later * lossShare * (1 - lossShare)
                                + 2 * byDeals * later * dealShare * lossShare)
                        / risk;
                before = stillOpen[i];
            }
        }
        return variance;
    }

    /**
     * The range in which the share won within an age lies with a probability, by the logarithm of the logarithm of the rest.
     *
     * <p>Source: J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, 2nd edition, 2002.
     *
     * @param age in days, at least 0
     * @param level the probability, such as 95%
     * @return the range; the share itself on both sides where nothing or all was won
     */
    public Range range(int age, Rate level) {
        double rest = 1 - won(age);
        if (!(rest > 0 && rest < 1)) {
            return new Range(1 - rest, 1 - rest);
        }
        double normal = NormalLaw.score(1 - Range.tail(level));
        double width = normal * Math.sqrt(variance(age)) / (rest * -Math.log(rest));
        return new Range(1 - Math.pow(rest, Math.exp(-width)), 1 - Math.pow(rest, Math.exp(width)));
    }

    /**
     * The mean of the days until a deal or a loss, those after an age left out: {@code sum of what is still open after each day
     * before it}.
     *
     * @param age in days, at least 0
     * @return the restricted mean, a statistic
     */
    public double meanDays(int age) {
        double mean = 0;
        for (int i = 0; i < age; i++) {
            mean += stillOpen(i);
        }
        return mean;
    }

    /**
     * The standard error of that mean: the root of {@code sum of (what is left of the mean after i)^2 d/(r (r - d))}.
     *
     * @param age in days, at least 0
     * @return the standard error
     */
    public double standardErrorOfMeanDays(int age) {
        double left = 0;
        double variance = 0;
        for (int i = age - 1; i >= 0; i--) {
            left += stillOpen(i);
            long ends = i < table.size() ? table.won(i) + table.lost(i) : 0;
            if (ends > 0 && ends < atRisk[i]) {
                variance += left * left * ends / ((double) atRisk[i] * (atRisk[i] - ends));
            }
        }
        return Math.sqrt(variance);
    }

    /**
     * The first age after which at most half are still open.
     *
     * @return in days; null where more than half are, at the oldest age seen
     */
    public @Nullable Integer median() {
        for (int age = 0; age < stillOpen.length; age++) {
            if (stillOpen[age] <= 0.5) {
                return age;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        int oldest = won.length - 1;
        return String.format(
                Locale.ROOT,
                "%.1f%% won, %.1f%% lost and %.1f%% open within %d days",
                100 * won[oldest],
                100 * lost[oldest],
                100 * stillOpen[oldest],
                oldest);
    }
}
