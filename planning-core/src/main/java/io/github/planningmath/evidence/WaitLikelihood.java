package io.github.planningmath.evidence;

import io.github.planningmath.internal.Objective;
import java.util.Arrays;

/**
 * The log likelihood of a share who ever buy times a wait, of leads by age in whole days:
 * {@code ln L = sum over deals of ln(c (G(i+1) - G(i))) + sum over leads without a deal of ln(1 - c G(d))
 * - sum over leads seen from age s on of ln(1 - c G(s))}.
 *
 * <p>A lost lead is one of which no deal came so far; that it was lost at an age says nothing about the wait of those who buy, and taking
 * it for one who never buys would, beside open leads among whom buyers abound by then, pull the share down.
 *
 * <p>The variables are {@code ln(c/(1-c))}, {@code ln scale} and {@code ln shape}.
 *
 * <p>Source: V. T. Farewell, Biometrics 38, 1982, 1041-1046, doi:10.2307/2529885.
 */
final class WaitLikelihood implements Objective {

    /** A wait of which no double is left has a probability of this. */
    private static final double LEAST = 1e-300;

    /** What was counted, age by age: the days at which a distribution is needed, and how many leads for each. */
    static final class Facts {

        private final double[] logDays;
        private final int[] wonFrom;
        private final double[] won;
        private final int[] without;
        private final double[] withoutLeads;
        private final double deals;

        /** Weighted by a power of the likelihood. */
        Facts(AgeTable table, double power) {
            int[] place = new int[table.size() + 1];
            Arrays.fill(place, -1);
            int size = table.size();
            for (int age = 0; age < size; age++) {
                if (table.won(age) > 0) {
                    place[age] = 0;
                    place[age + 1] = 0;
                }
                if (net(table, age) != 0) {
                    place[age] = 0;
                }
            }
            place[0] = -1;
            int places = 0;
            double[] logs = new double[size + 1];
            for (int day = 1; day <= size; day++) {
                if (place[day] == 0) {
                    logs[places] = Math.log(day);
                    place[day] = places++;
                }
            }
            logDays = Arrays.copyOf(logs, places);
            wonFrom = new int[size];
            won = new double[size];
            without = new int[size];
            withoutLeads = new double[size];
            int deal = 0;
            int other = 0;
            double all = 0;
            for (int age = 0; age < size; age++) {
                if (table.won(age) > 0) {
                    wonFrom[deal] = place[age + 1];
                    won[deal++] = power * table.won(age);
                    all += power * table.won(age);
                }
                if (age > 0 && net(table, age) != 0) {
                    without[other] = place[age];
                    withoutLeads[other++] = power * net(table, age);
                }
            }
            deals = all;
            dealAges = deal;
            otherAges = other;
        }

        /** Leads without a deal for so many days, less those that are seen from that age on. */
        private static long net(AgeTable table, int days) {
            return table.withoutDeal(days) - (days == 0 ? 0 : table.seenFrom(days));
        }

        private final int dealAges;
        private final int otherAges;

        int places() {
            return logDays.length;
        }

        double deals() {
            return deals;
        }

        int otherAges() {
            return otherAges;
        }

        double withoutLeads(int index) {
            return withoutLeads[index];
        }

        int without(int index) {
            return without[index];
        }

        /** Fills in the distribution at all places. */
        void fill(WaitFamily family, double logScale, double shape, double[] cumulative, double[] surviving) {
            double[] both = new double[2];
            for (int i = 0; i < logDays.length; i++) {
                family.at(logDays[i] - logScale, shape, both);
                cumulative[i] = both[WaitFamily.CUMULATIVE];
                surviving[i] = both[WaitFamily.SURVIVING];
            }
        }

        /** The part of deals that does not depend on the share: {@code sum of ln(G(i+1) - G(i))}. */
        double logOfDeals(double[] cumulative, double[] surviving) {
            double sum = 0;
            for (int i = 0; i < dealAges; i++) {
                sum += won[i] * Math.log(probability(i, cumulative, surviving));
            }
            return sum;
        }

        /** A deal of age 0 has nothing before it; of any other the place before is that of the day before. */
        private double probability(int deal, double[] cumulative, double[] surviving) {
            int to = wonFrom[deal];
            double probability;
            if (logDays[to] == 0) {
                probability = cumulative[to];
            } else if (cumulative[to] < 0.5) {
                probability = cumulative[to] - cumulative[to - 1];
            } else {
                probability = surviving[to - 1] - surviving[to];
            }
            return Math.max(LEAST, probability);
        }
    }

    private final WaitFamily family;
    private final Facts facts;
    private final double[] cumulative;
    private final double[] surviving;
    private final double[] byLog;
    private final double[] byLogShape;

    WaitLikelihood(WaitFamily family, Facts facts) {
        this.family = family;
        this.facts = facts;
        cumulative = new double[facts.places()];
        surviving = new double[facts.places()];
        byLog = new double[facts.places()];
        byLogShape = new double[facts.places()];
    }

    @Override
    public double value(double[] point, double[] gradient) {
        double share = 1 / (1 + Math.exp(-point[0]));
        double rest = 1 / (1 + Math.exp(point[0]));
        double shape = Math.exp(point[2]);
        facts.fill(family, point[1], shape, cumulative, surviving);
        double[] slopes = new double[2];
        for (int i = 0; i < facts.places(); i++) {
            family.slopes(facts.logDays[i] - point[1], shape, slopes);
            byLog[i] = slopes[WaitFamily.BY_LOG];
            byLogShape[i] = slopes[WaitFamily.BY_LOG_SHAPE];
        }
        double value = facts.deals * Math.log(share) + facts.logOfDeals(cumulative, surviving);
        double byShare = facts.deals * rest;
        double byScale = 0;
        double byShape = 0;
        for (int i = 0; i < facts.dealAges; i++) {
            int to = facts.wonFrom[i];
            boolean first = facts.logDays[to] == 0;
            double weight = facts.won[i] / facts.probability(i, cumulative, surviving);
            byScale -= weight * (byLog[to] - (first ? 0 : byLog[to - 1]));
            byShape += weight * (byLogShape[to] - (first ? 0 : byLogShape[to - 1]));
        }
        for (int i = 0; i < facts.otherAges; i++) {
            int at = facts.without[i];
            double without = rest + share * surviving[at];
            double weight = facts.withoutLeads[i] / without;
            value += facts.withoutLeads[i] * Math.log(without);
            byShare -= weight * cumulative[at] * share * rest;
            byScale += weight * share * byLog[at];
            byShape -= weight * share * byLogShape[at];
        }
        gradient[0] = byShare;
        gradient[1] = byScale;
        gradient[2] = byShape;
        return value;
    }
}
