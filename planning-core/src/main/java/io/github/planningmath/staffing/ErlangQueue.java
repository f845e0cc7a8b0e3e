package io.github.planningmath.staffing;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * A queue of equal agents with Poisson arrivals and exponential handling times, in the long run.
 *
 * <p>Callers who wait as long as it takes make it M/M/n (A. K. Erlang, 1917); callers who hang up after an exponential
 * patience, M/M/n + M: C. Palm, Research on telephone traffic carried by full availability groups, Tele 1957; S. Zeltyn,
 * A. Mandelbaum, Call centers with impatient customers, Queueing Systems 51, 2005, doi:10.1007/s11134-005-3699-8.
 *
 * <p>Every sum is of positive terms, so nothing cancels; one that would have very many is the integral of {@link OfferedWait}.
 *
 * @param arrivals per unit of time, above 0
 * @param handling the mean handling time, above 0
 * @param patience the mean patience, above 0; infinite where all wait
 * @param agents at least 1; with infinite patience above {@code arrivals * handling}
 * @param waiting the share of callers who wait
 * @param queue the mean number of callers who wait
 * @param sum of the series of states in which callers wait, where they hang up and it is a series; else 1
 */
record ErlangQueue(
        double arrivals, double handling, double patience, int agents, double waiting, double queue, double sum) {

    static final int MOST_AGENTS = 10_000_000;

    /** Terms below this share of the sum are left out. */
    private static final double NEGLIGIBLE = 1e-18;

    static ErlangQueue of(double arrivals, double handling, double patience, int agents) {
        double load = arrivals * handling;
        double blocked = blocked(agents, load);
        if (patience == Double.POSITIVE_INFINITY) {
            double waiting = agents * blocked / (agents - load + load * blocked);
            return new ErlangQueue(arrivals, handling, patience, agents, waiting, waiting * load / (agents - load), 1);
        }
        if (OfferedWait.replacesTheSeries(arrivals * patience)) {
            OfferedWait wait = OfferedWait.of(arrivals, handling, patience, agents);
            return of(arrivals, handling, patience, agents, blocked, wait.first(), wait.sum(), wait.moment(), 1);
        }
        Series series = Series.of(agents * patience / handling, arrivals * patience);
        return of(arrivals, handling, patience, agents, blocked, series.first, series.sum, series.moment, series.sum);
    }

    private static ErlangQueue of(
            double arrivals,
            double handling,
            double patience,
            int agents,
            double blocked,
            double first,
            double waitingStates,
            double moment,
            double series) {
        double states = first * (1 - blocked) + waitingStates * blocked;
        return new ErlangQueue(
                arrivals,
                handling,
                patience,
                agents,
                waitingStates * blocked / states,
                moment * blocked / states,
                series);
    }

    /**
     * The share of callers who find all agents busy where nobody waits: one over the sum of
     * {@code n (n - 1) ... (n - j + 1) / a^j}, which from the greatest on has about {@code 9 sqrt(a)} terms that count.
     */
    static double blocked(int agents, double load) {
        double state = 1;
        double states = 1;
        for (int busy = agents; busy > 0 && state > NEGLIGIBLE * states; busy--) {
            state *= busy / load;
            states += state;
        }
        return 1 / states;
    }

    /**
     * The least agents at whom a share of callers who wait as long as it takes is answered within a time. Goes up agent by
     * agent, by {@code B(n) = a B(n - 1) / (n + a B(n - 1))}, which forgets its rounding errors.
     *
     * @param load in erlangs
     * @param calls the time in units of the mean handling time
     * @param share below 1
     */
    static int agents(double load, double calls, double share) {
        int least = (int) Math.floor(load) + 1;
        double blocked = blocked(least, load);
        for (int agents = least; ; agents++) {
            double spare = agents - load;
            double waiting = agents * blocked / (spare + load * blocked);
            if (1 - waiting * Math.exp(-spare * calls) >= share) {
                return agents;
            }
            double offered = load * blocked;
            blocked = offered / (agents + 1 + offered);
        }
    }

    /** The share of callers who hang up. */
    double lost() {
        return queue / (arrivals * patience);
    }

    /** The mean waiting time of all callers, those who hang up included. */
    double averageWait() {
        return queue / arrivals;
    }

    /** The share of their time that agents are busy. */
    double occupancy() {
        return arrivals * handling * (1 - lost()) / agents;
    }

    /** The share of all callers who are answered within a time; who hangs up is not. */
    double serviceLevel(double within) {
        return Math.max(0, 1 - lost() - late(within));
    }

    /** The share of the callers who are served who are answered within a time. */
    double serviceLevelOfServed(double within) {
        return Math.max(0, 1 - late(within) / (1 - lost()));
    }

    /** The share of all callers who are served, but only after a time. */
    private double late(double within) {
        if (patience == Double.POSITIVE_INFINITY) {
            return waiting * Math.exp(-(agents - arrivals * handling) * within / handling);
        }
        double offered = arrivals * patience;
        if (OfferedWait.replacesTheSeries(offered)) {
            return waiting
                    * OfferedWait.of(arrivals, handling, patience, agents).late(within / patience);
        }
        double shape = agents * patience / handling + 1;
        if (offered < shape) {
            return waiting * (shape - 1) / shape * lateToWaiting(shape, offered, within / patience);
        }
        double left = offered * Math.exp(-within / patience);
        double stillWaiting = RegularizedGamma.P.value(shape, left) / RegularizedGamma.P.value(shape, offered);
        return Math.max(0, waiting - lost()) * stillWaiting;
    }

    /**
     * With {@code x = agents * patience / handling}, {@code y = arrivals * patience}, {@code u = within / patience}, {@code g}
     * the lower incomplete gamma function, and {@code S} the sum of {@link Series}: callers who are served late are to those who
     * wait as {@code g(x + 1, y exp(-u)) / y} to {@code g(x, y)}, and {@code g(x, y) = y^x exp(-y) S(x, y) / x}. So nothing
     * cancels where nearly all who wait hang up.
     */
    private double lateToWaiting(double shape, double offered, double time) {
        double exponent = -offered * Math.expm1(-time) - shape * time;
        return Math.exp(exponent) * fallingSum(shape, offered * Math.exp(-time)) / sum;
    }

    /** The sum of {@link Series} where each term is less than the one before. */
    private static double fallingSum(double x, double y) {
        double sum = 1;
        double term = 1;
        for (double divisor = x + 1; term > NEGLIGIBLE * sum; divisor++) {
            term *= y / divisor;
            sum += term;
        }
        return sum;
    }

    /**
     * The sum over {@code j >= 0} of {@code t(j) = y^j / ((x + 1) ... (x + j))}, and of {@code j t(j)}, in units of the greatest
     * term.
     *
     * @param first the term of {@code j = 0}
     * @param sum of the terms
     * @param moment of the terms times j
     */
    private record Series(double first, double sum, double moment) {

        static Series of(double x, double y) {
            long peak = (long) Math.max(0, Math.floor(y - x));
            double sum = 1;
            double moment = peak;
            double term = 1;
            for (long j = peak + 1; term > NEGLIGIBLE * sum; j++) {
                term *= y / (x + j);
                sum += term;
                moment += j * term;
            }
            term = 1;
            for (long j = peak; j > 0; j--) {
                term *= (x + j) / y;
                if (term <= NEGLIGIBLE * sum) {
                    return new Series(0, sum, moment);
                }
                sum += term;
                moment += (j - 1) * term;
            }
            return new Series(term, sum, moment);
        }
    }
}
