package io.github.planningmath.risk;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How often a promise of leads will be kept: in which month with what chance, and in how many of them.
 *
 * @param months the months that it is of, in order
 * @param atLeast the chance that it is kept in at least so many months, from none to all
 */
public record MonthsKept(List<InMonth> months, List<Chance> atLeast) {

    /**
     * A month of a promise.
     *
     * @param month which
     * @param agreed how many leads are promised in it
     * @param chance of at least as many
     */
    public record InMonth(YearMonth month, Long agreed, Double chance) {

        public InMonth {
            Required.present(month, "InMonth.month");
            Required.count(agreed, "InMonth.agreed");
            Required.present(chance, "InMonth.chance");
        }
    }

    public MonthsKept {
        months = Required.list(months, "MonthsKept.months");
        atLeast = Required.list(atLeast, "MonthsKept.atLeast");
        if (atLeast.size() != months.size() + 1) {
            throw new IllegalArgumentException("MonthsKept.atLeast must hold a chance for each number of months, "
                    + (months.size() + 1) + ", but held " + atLeast.size() + ".");
        }
    }

    static MonthsKept of(
            Map<YearMonth, Long> amounts,
            BiFunction<YearMonth, Long, LuckOfDraws.Tails> tails,
            LuckOfDraws.Sampling sampling) {
        int size = sampling.draws().length;
        double[][] byNumber = new double[size][amounts.size() + 1];
        for (double[] each : byNumber) {
            each[0] = 1;
        }
        List<InMonth> months = new ArrayList<>();
        double error = 0;
        for (Map.Entry<YearMonth, Long> each : amounts.entrySet()) {
            LuckOfDraws.Tails ofMonth = tails.apply(each.getKey(), each.getValue());
            error += ofMonth.error();
            double mean = 0;
            for (int i = 0; i < size; i++) {
                double chance = ofMonth.chances()[i];
                add(byNumber[i], months.size(), chance);
                mean += sampling.weights()[i] * chance;
            }
            months.add(new InMonth(each.getKey(), each.getValue(), Math.min(1, Math.max(0, mean))));
        }
        List<Chance> atLeast = new ArrayList<>();
        for (int number = 0; number <= months.size(); number++) {
            atLeast.add(number == 0 ? Chance.certainly(true) : chance(byNumber, number, sampling, error));
        }
        return new MonthsKept(months, atLeast);
    }

    /** One month more: that many are kept, or one more of them. */
    private static void add(double[] byNumber, int monthsBefore, double chance) {
        for (int kept = monthsBefore + 1; kept > 0; kept--) {
            byNumber[kept] = byNumber[kept] * (1 - chance) + byNumber[kept - 1] * chance;
        }
        byNumber[0] *= 1 - chance;
    }

    private static Chance chance(double[][] byNumber, int least, LuckOfDraws.Sampling sampling, double error) {
        int scramblings = sampling.scramblings();
        double[] sums = new double[scramblings];
        double[] weights = new double[scramblings];
        for (int i = 0; i < byNumber.length; i++) {
            double chance = 0;
            for (int kept = least; kept < byNumber[i].length; kept++) {
                chance += byNumber[i][kept];
            }
            double weight = sampling.weights()[i] * scramblings;
            sums[i / sampling.perScrambling()] += weight * chance;
            weights[i / sampling.perScrambling()] += weight;
        }
        return LuckOfDraws.chance(sums, weights, error);
    }

    /**
     * The chance that it is kept in a share of the months.
     *
     * @param ofMonths such as nine of ten; in the next whole number of months
     * @return the chance
     */
    public Chance in(Rate ofMonths) {
        Required.present(ofMonths, "MonthsKept.ofMonths");
        long spared = ofMonths.toRatio().complement().yieldOf(months.size());
        return atLeast.get((int) (months.size() - spared));
    }

    /**
     * The chance that it is kept in every month.
     *
     * @return the chance, often a small one where each month's is not
     */
    public Chance always() {
        return atLeast.get(months.size());
    }

    @Override
    public String toString() {
        return "kept in every month with " + always() + ", in nine of ten with " + in(Rate.percent(90));
    }
}
