package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal.Measure;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.resource.FeasibleMonth;
import io.github.planningmath.resource.MonthFigures;
import io.github.planningmath.resource.Resource;
import io.github.planningmath.resource.ResourceUse;
import io.github.planningmath.resource.ShadowPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The goal and what there is, side by side. */
final class FeasibilitySection {

    private FeasibilitySection() {}

    static Section of(Study study, Words words) {
        return new Section(
                words.text("goal.title"),
                lead(study, words),
                List.of(uses(study, words), months(study, words), means(study, words)),
                notes(study, words));
    }

    private static List<String> lead(Study study, Words words) {
        Feasibility feasibility = study.feasibility();
        Kpi measure = study.goal().measure().kpi();
        List<String> lines = new ArrayList<>();
        lines.add(words.text(
                "goal.wanted",
                words.labels().of(measure),
                study.currency(),
                words.figures().whole(study.goal().amount())));
        lines.add(feasibility
                .topDown()
                .fold(
                        plan -> words.text(
                                "goal.plan",
                                words.figures().whole(plan.projection().newDeals()),
                                words.figures().whole(plan.projection().trafficCost())),
                        unreachable -> words.text(
                                "goal.unreachable",
                                words.figures()
                                        .inSentence(
                                                unreachable.obstacles().get(0).toString()))));
        BigDecimal most = feasibility.most();
        lines.add(
                most == null
                        ? words.text("goal.unlimited", verdict(feasibility, words))
                        : words.text(
                                "goal.most",
                                words.figures().whole(most),
                                words.figures()
                                        .whole(feasibility
                                                .bottomUp()
                                                .projection()
                                                .newDeals()),
                                verdict(feasibility, words)));
        return lines;
    }

    private static String verdict(Feasibility feasibility, Words words) {
        return feasibility.binding().isEmpty()
                ? words.text("goal.free")
                : words.text("goal.binds", named(feasibility.binding(), words));
    }

    /** The names of resources in a row. */
    static String named(List<Resource> resources, Words words) {
        return resources.stream().map(resource -> named(resource, words)).collect(Collectors.joining(", "));
    }

    private static String named(Resource resource, Words words) {
        if (resource instanceof Resource.Budget budget) {
            return budget.month() == null ? words.text("budget") : words.text("budget.of", budget.month());
        }
        return resource instanceof Resource.Visits visits
                ? words.text("visits.of", visits.channel())
                : words.text("managers");
    }

    private static Table uses(Study study, Words words) {
        Table table = new Table(
                List.of(words.text("resource"), words.text("full-in")),
                List.of(
                        words.text("there-is"),
                        words.text("goal-takes"),
                        words.text("used"),
                        words.text("left"),
                        words.text("step"),
                        words.text("brings.money", study.currency()),
                        words.text("costs"),
                        words.text("worth")));
        for (ResourceUse use : study.feasibility().uses()) {
            ShadowPrice price = use.price();
            table.row(
                    ofUse(study, use, words),
                    months(use.fullIn(), words),
                    figure(words, use.available()),
                    use.needed() == null ? Figures.NONE : figure(words, use.needed()),
                    figure(words, use.used()),
                    figure(words, use.room()),
                    "+" + figure(words, price.steps().get(0).amount()),
                    words.figures().change(price.brings(), 0),
                    words.figures().whole(price.costs()),
                    words.figures().change(price.worth(), 0));
        }
        return table;
    }

    /** A resource with the unit that is not in its name, and whether it binds. */
    private static String ofUse(Study study, ResourceUse use, Words words) {
        String name = named(use.resource(), words)
                + (use.resource() instanceof Resource.Budget ? ", " + study.currency() : "");
        return use.binds() ? words.text("binds", name) : name;
    }

    /** Up to three months by name, more by number. */
    private static String months(List<YearMonth> months, Words words) {
        if (months.isEmpty()) {
            return Figures.NONE;
        }
        return months.size() > 3
                ? words.text("months", months.size())
                : months.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    }

    private static String figure(Words words, NormValue value) {
        BigDecimal number =
                new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), 1, RoundingMode.HALF_UP);
        return value.denominator().bitLength() > 1 && !(value instanceof NormValue.Amount)
                ? words.figures().decimal(number, 1)
                : words.figures().whole(number);
    }

    private static Table months(Study study, Words words) {
        Kpi measure = study.goal().measure() == Measure.REVENUE ? Kpi.REVENUE : Kpi.PROFIT;
        String most = words.text("most");
        String gap = words.text("gap");
        Table table = new Table(
                List.of(words.text("month")),
                List.of(
                        words.text("goal", words.labels().of(measure)),
                        most,
                        gap,
                        words.text("goal", words.labels().of(Kpi.NEW_DEALS)),
                        most,
                        gap,
                        words.text("goal", words.labels().of(Kpi.LEADS)),
                        most,
                        gap));
        for (FeasibleMonth month : study.feasibility().months()) {
            MonthFigures needed = month.needed();
            MonthFigures able = month.able();
            table.row(
                    month.month().toString(),
                    needed == null ? Figures.NONE : words.figures().whole(money(measure, needed)),
                    words.figures().whole(money(measure, able)),
                    needed == null
                            ? Figures.NONE
                            : words.figures().change(money(measure, able).subtract(money(measure, needed)), 0),
                    needed == null ? Figures.NONE : words.figures().whole(needed.newDeals()),
                    words.figures().whole(able.newDeals()),
                    needed == null ? Figures.NONE : change(words, able.newDeals(), needed.newDeals()),
                    needed == null ? Figures.NONE : words.figures().whole(needed.leads()),
                    words.figures().whole(able.leads()),
                    needed == null ? Figures.NONE : change(words, able.leads(), needed.leads()));
        }
        return table;
    }

    private static String change(Words words, long able, long needed) {
        return words.figures().change(BigDecimal.valueOf(Math.subtractExact(able, needed)), 0);
    }

    private static Table means(Study study, Words words) {
        Table table = new Table(
                List.of(words.text("month")),
                List.of(
                        words.text("goal", words.text("spend")),
                        words.text("most"),
                        words.text("goal", words.text("visits")),
                        words.text("most"),
                        words.text("goal", words.text("managers")),
                        words.text("most"),
                        words.text("there-are")));
        for (FeasibleMonth month : study.feasibility().months()) {
            MonthFigures needed = month.needed();
            MonthFigures able = month.able();
            table.row(
                    month.month().toString(),
                    needed == null ? Figures.NONE : words.figures().whole(needed.spend()),
                    words.figures().whole(able.spend()),
                    needed == null ? Figures.NONE : words.figures().whole(needed.visits()),
                    words.figures().whole(able.visits()),
                    needed == null ? Figures.NONE : people(words, needed.managers()),
                    people(words, able.managers()),
                    people(words, month.managers()));
        }
        return table;
    }

    private static BigDecimal money(Kpi measure, MonthFigures figures) {
        return measure == Kpi.REVENUE ? figures.revenue() : figures.profit();
    }

    private static String people(Words words, @Nullable Ratio people) {
        return people == null ? Figures.NONE : words.figures().decimal(people.toDouble(), 1);
    }

    private static List<String> notes(Study study, Words words) {
        List<String> notes =
                new ArrayList<>(List.of(words.text("step.note"), words.text("sum.note"), words.text("goal.note")));
        ShadowPrice together = study.feasibility().together();
        if (together != null) {
            notes.add(words.text(
                    "together",
                    words.figures().change(together.brings(), 0),
                    words.figures().whole(together.costs()),
                    words.figures().change(together.worth(), 0)));
        }
        return notes;
    }
}
