package io.github.planningmath.examples.monthreview;

import io.github.planningmath.accord.Scorecard;
import io.github.planningmath.examples.planfile.ActualsFile;
import io.github.planningmath.examples.planfile.UncertaintyFile;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Attainment;
import io.github.planningmath.review.Bridge;
import io.github.planningmath.review.PlanHistory;
import io.github.planningmath.review.Replan;
import io.github.planningmath.review.Verdict;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be said of a plan and what happened.
 *
 * @param plan the plan
 * @param month the month that stands beside all months so far
 * @param attainment how far the norms are met
 * @param verdict whose side the gap in revenue lies on
 * @param bridge the same gap by price, volume and mix
 * @param luck whether what came is luck, and where the plan's end will lie
 * @param scorecard how the departments kept to their accord
 * @param replan the way back; absent where no month is left
 * @param history the versions of the plan, with the new one if there is one
 */
record Review(
        Plan plan,
        YearMonth month,
        Attainment attainment,
        Verdict verdict,
        Bridge bridge,
        Luck luck,
        Scorecard scorecard,
        @Nullable Outcome<Replan> replan,
        PlanHistory history) {

    /**
     * Which months, and which day; each may be left open.
     *
     * @param through the last month that counts
     * @param month the month shown
     * @param date the day of the re-plan
     */
    record Times(
            @Nullable YearMonth through,
            @Nullable YearMonth month,
            @Nullable LocalDate date) {}

    static Review of(
            Plan plan, ActualsFile facts, AccordFile promises, UncertaintyFile known, Times times, Words words) {
        Horizon horizon = plan.constants().horizon();
        Actuals actuals = facts.actuals();
        if (times.through() != null) {
            requireWithin("--through", times.through(), horizon.first(), horizon.last());
            actuals = actuals.through(times.through());
        }
        actuals.requireFits(plan);
        YearMonth last = actuals.lastMonth();
        YearMonth month = times.month() == null ? last : times.month();
        requireWithin("--month", month, horizon.first(), last);
        LocalDate date = times.date() == null ? last.plusMonths(1).atDay(1) : times.date();
        Verdict verdict = Verdict.of(plan, actuals);
        Outcome<Replan> replan = last.equals(horizon.last()) ? null : Replan.of(plan, actuals);
        return new Review(
                plan,
                month,
                Attainment.of(plan, actuals),
                verdict,
                Bridge.of(plan, actuals),
                Luck.of(plan, actuals, known),
                promises.scorecard(plan, actuals),
                replan,
                history(plan, replan, date, verdict, words));
    }

    private static void requireWithin(String option, YearMonth month, YearMonth first, YearMonth last) {
        if (month.isBefore(first) || month.isAfter(last)) {
            throw new WrongInputException(option + " must be from " + first + " to " + last + ", but was " + month);
        }
    }

    private static PlanHistory history(
            Plan plan, @Nullable Outcome<Replan> replan, LocalDate date, Verdict verdict, Words words) {
        PlanHistory history =
                PlanHistory.of(plan.constants().horizon().first().atDay(1), words.text("replan.reason.first"), plan);
        if (replan == null) {
            return history;
        }
        String reason = words.text(
                "replan.reason",
                verdict.through(),
                words.figures().change(verdict.gap(), 0),
                plan.constants().currency());
        return replan.fold(
                reached -> history.plus(date, reason, reached.plan(), words.text("replan.asked.both")),
                refusal -> history);
    }

    YearMonth through() {
        return verdict.through();
    }

    /** The months from the plan's first to the last that counts. */
    List<YearMonth> months() {
        Horizon horizon = plan.constants().horizon();
        return horizon.all().subList(0, horizon.indexOf(through()) + 1);
    }

    String currency() {
        return plan.constants().currency().getCurrencyCode();
    }

    /** The verdict on another KPI. */
    Verdict verdict(Kpi kpi) {
        return verdict.in(kpi);
    }
}
