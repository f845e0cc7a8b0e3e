package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shares of deals by calendar month after that of their lead, as a plan counts them, of months that were seen whole: at each age the deals
 * of the leads that were there at its begin, lost leads being no longer there (Aalen and Johansen). Nothing is said of how deals fall on
 * the days of a month, so that it holds for deals that are made at its end as well.
 */
final class CalendarCycle {

    private final long[] atRisk;
    private final long[] won;
    private final long[] lost;

    /** Of ages from 0 to below a number of months. */
    CalendarCycle(KnownLeads known, int ages) {
        atRisk = new long[ages];
        won = new long[ages];
        lost = new long[ages];
        YearMonth last = YearMonth.from(known.through().plusDays(1)).minusMonths(1);
        for (LeadCount count : known.counts()) {
            add(count, last);
        }
    }

    private void add(LeadCount count, YearMonth last) {
        YearMonth came = YearMonth.from(count.entered());
        int seen = Math.min(atRisk.length - 1, months(came, last));
        int from = count.observedFromAge() == 0
                ? 0
                : months(came, YearMonth.from(count.entered().plusDays(count.observedFromAge() - 1L))) + 1;
        int end = Integer.MAX_VALUE;
        if (count.outcome() != Outcome.OPEN) {
            LocalDate ended = count.entered().plusDays(Objects.requireNonNull(count.age()));
            end = months(came, YearMonth.from(ended));
        }
        for (int age = from; age <= Math.min(seen, end); age++) {
            atRisk[age] = Math.addExact(atRisk[age], count.leads());
        }
        if (end >= from && end <= seen) {
            long[] ends = count.outcome() == Outcome.WON ? won : lost;
            ends[end] = Math.addExact(ends[end], count.leads());
        }
    }

    private static int months(YearMonth from, YearMonth to) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to));
    }

    /** Weights of deals by age, as far as leads are there at it; they sum to the share that is won by then. */
    List<Double> weights() {
        List<Double> weights = new ArrayList<>();
        double there = 1;
        for (int age = 0; age < atRisk.length && atRisk[age] > 0; age++) {
            weights.add(there * won[age] / atRisk[age]);
            there *= (double) (atRisk[age] - won[age] - lost[age]) / atRisk[age];
        }
        return weights;
    }
}
