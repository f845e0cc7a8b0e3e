package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
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
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The goal and what there is, side by side. */
final class FeasibilitySection {

    private FeasibilitySection() {}

    static Section of(Study study) {
        return new Section(
                "What the goal takes, and what there is",
                lead(study),
                List.of(uses(study), months(study), means(study)),
                notes(study));
    }

    private static List<String> lead(Study study) {
        Feasibility feasibility = study.feasibility();
        String measure = study.goal().measure().name().toLowerCase(Locale.ROOT);
        List<String> lines = new ArrayList<>();
        lines.add("Wanted: a " + measure + " of " + study.currency() + " "
                + Figures.amount(study.goal().amount()) + ".");
        lines.add(feasibility
                .topDown()
                .fold(
                        plan -> "The plan for it makes "
                                + Figures.count(plan.projection().newDeals()) + " new deals and spends "
                                + Figures.amount(plan.projection().trafficCost()) + " on traffic.",
                        unreachable -> "It cannot be reached: "
                                + Figures.inSentence(
                                        unreachable.obstacles().get(0).toString())
                                + "."));
        BigDecimal most = feasibility.most();
        lines.add(
                most == null
                        ? "What there is limits no number of deals. " + verdict(feasibility)
                        : "The most that what there is can reach: " + Figures.amount(most) + ", with "
                                + Figures.count(
                                        feasibility.bottomUp().projection().newDeals()) + " new deals. "
                                + verdict(feasibility));
        return lines;
    }

    private static String verdict(Feasibility feasibility) {
        List<Resource> binding = feasibility.binding();
        if (binding.isEmpty()) {
            return "Nothing there is stands in the way.";
        }
        return "What binds: " + binding.stream().map(Resource::toString).collect(Collectors.joining(", ")) + ".";
    }

    private static Table uses(Study study) {
        Table table = new Table(
                List.of("resource", "full in"),
                List.of(
                        "there is",
                        "the goal takes",
                        "used",
                        "left",
                        "a step more",
                        "brings, " + study.currency(),
                        "costs",
                        "is worth"));
        for (ResourceUse use : study.feasibility().uses()) {
            ShadowPrice price = use.price();
            table.row(
                    named(study, use.resource()) + (use.binds() ? " – binds" : ""),
                    months(use.fullIn()),
                    figure(use.available()),
                    use.needed() == null ? Figures.NONE : figure(use.needed()),
                    figure(use.used()),
                    figure(use.room()),
                    "+" + figure(price.steps().get(0).amount()),
                    Figures.change(price.brings()),
                    Figures.amount(price.costs()),
                    Figures.change(price.worth()));
        }
        return table;
    }

    /** A resource with the unit that is not in its name. */
    private static String named(Study study, Resource resource) {
        return resource instanceof Resource.Budget ? resource + ", " + study.currency() : resource.toString();
    }

    /** Up to three months by name, more by number. */
    private static String months(List<YearMonth> months) {
        if (months.isEmpty()) {
            return Figures.NONE;
        }
        return months.size() > 3
                ? months.size() + " months"
                : months.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    }

    private static String figure(NormValue value) {
        BigDecimal number =
                new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), 1, RoundingMode.HALF_UP);
        return value.denominator().bitLength() > 1 && !(value instanceof NormValue.Amount)
                ? Figures.decimal(number, 1)
                : Figures.amount(number);
    }

    private static Table months(Study study) {
        String measure = study.goal().measure() == Measure.REVENUE ? "revenue" : "profit";
        Table table = new Table(
                List.of("month"),
                List.of(
                        measure + ", goal",
                        "most",
                        "gap",
                        "new deals, goal",
                        "most",
                        "gap",
                        "leads, goal",
                        "most",
                        "gap"));
        for (FeasibleMonth month : study.feasibility().months()) {
            MonthFigures needed = month.needed();
            MonthFigures able = month.able();
            table.row(
                    month.month().toString(),
                    needed == null ? Figures.NONE : Figures.amount(money(measure, needed)),
                    Figures.amount(money(measure, able)),
                    needed == null
                            ? Figures.NONE
                            : Figures.change(money(measure, able).subtract(money(measure, needed))),
                    needed == null ? Figures.NONE : Figures.count(needed.newDeals()),
                    Figures.count(able.newDeals()),
                    needed == null ? Figures.NONE : change(able.newDeals(), needed.newDeals()),
                    needed == null ? Figures.NONE : Figures.count(needed.leads()),
                    Figures.count(able.leads()),
                    needed == null ? Figures.NONE : change(able.leads(), needed.leads()));
        }
        return table;
    }

    private static String change(long able, long needed) {
        return Figures.change(BigDecimal.valueOf(Math.subtractExact(able, needed)));
    }

    private static Table means(Study study) {
        Table table = new Table(
                List.of("month"),
                List.of("spend, goal", "most", "visits, goal", "most", "managers, goal", "most", "there are"));
        for (FeasibleMonth month : study.feasibility().months()) {
            MonthFigures needed = month.needed();
            MonthFigures able = month.able();
            table.row(
                    month.month().toString(),
                    needed == null ? Figures.NONE : Figures.amount(needed.spend()),
                    Figures.amount(able.spend()),
                    needed == null ? Figures.NONE : Figures.count(needed.visits()),
                    Figures.count(able.visits()),
                    needed == null ? Figures.NONE : people(needed.managers()),
                    people(able.managers()),
                    people(month.managers()));
        }
        return table;
    }

    private static BigDecimal money(String measure, MonthFigures figures) {
        return measure.equals("revenue") ? figures.revenue() : figures.profit();
    }

    private static String people(@Nullable Ratio people) {
        return people == null ? Figures.NONE : Figures.decimal(people.toDouble(), 1);
    }

    private static List<String> notes(Study study) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "A step more is tried by planning anew with it; its worth is what that brings, less what the step costs.");
        notes.add(
                "In the first table managers and visits are added up over the months; a manager is one at full productivity.");
        notes.add(
                "\"Goal\" is the plan for the goal, with hiring; \"most\" is the best plan that what there is allows.");
        ShadowPrice together = study.feasibility().together();
        if (together != null) {
            notes.add("A step of each that binds at once brings " + Figures.change(together.brings()) + ", costs "
                    + Figures.amount(together.costs()) + " and is worth " + Figures.change(together.worth()) + ".");
        }
        return notes;
    }
}
