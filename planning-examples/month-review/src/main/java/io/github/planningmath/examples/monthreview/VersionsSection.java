package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.review.PlanHistory;
import io.github.planningmath.review.PlanVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The versions of a plan as a history: who asked for each and why, what it changed and what it came to. */
final class VersionsSection {

    private VersionsSection() {}

    static Section of(PlanHistory history, String currency, Words words) {
        List<Plan> plans = new ArrayList<>();
        int same = 0;
        for (PlanVersion version : history.versions()) {
            PlanVersion.Recomputed recomputed = version.recomputed().orThrow();
            plans.add(recomputed.plan());
            same += recomputed.differing().isEmpty() ? 1 : 0;
        }
        int count = plans.size();
        return new Section(
                words.text("versions.title"),
                List.of(words.text("versions.lead", count)),
                List.of(
                        versions(history, words),
                        norms(history, plans, currency, words),
                        changes(history, plans, words)),
                List.of(words.text("versions.recomputed", same, count)));
    }

    /** Who asked for each version, when and why. */
    static Table versions(PlanHistory history, Words words) {
        Table table = new Table(
                List.of(
                        words.text("replan.version"),
                        words.text("replan.date"),
                        words.text("replan.parent"),
                        words.text("replan.asked"),
                        words.text("replan.why")),
                List.of());
        for (PlanVersion version : history.versions()) {
            table.row(
                    version.number().toString(),
                    version.date().toString(),
                    version.parent() == null ? Figures.NONE : version.parent().toString(),
                    version.askedBy() == null ? Figures.NONE : version.askedBy(),
                    version.reason());
        }
        return table;
    }

    /** What each version comes to, and what it changes of that. */
    private static Table norms(PlanHistory history, List<Plan> plans, String currency, Words words) {
        Figures figures = words.figures();
        Table table = new Table(
                List.of(words.text("replan.version")),
                List.of(
                        words.of(Kpi.NEW_DEALS, currency),
                        words.text("replan.change"),
                        words.of(Kpi.LEADS, currency),
                        words.text("replan.change"),
                        words.of(Kpi.TRAFFIC_COST, currency),
                        words.text("replan.change"),
                        words.of(Kpi.PROFIT, currency)));
        @Nullable Plan before = null;
        for (PlanVersion version : history.versions()) {
            Plan plan = plans.get(version.number() - 1);
            long deals = plan.newDeals(Scope.all());
            long leads = plan.leads(Scope.all());
            BigDecimal cost = plan.trafficCost(Scope.all());
            table.row(
                    version.number().toString(),
                    figures.whole(deals),
                    before == null ? Figures.NONE : change(deals - before.newDeals(Scope.all()), figures),
                    figures.whole(leads),
                    before == null ? Figures.NONE : change(leads - before.leads(Scope.all()), figures),
                    figures.whole(cost),
                    before == null ? Figures.NONE : figures.change(cost.subtract(before.trafficCost(Scope.all())), 0),
                    figures.whole(plan.profit(Scope.all())));
            before = plan;
        }
        return table;
    }

    private static String change(long difference, Figures figures) {
        return figures.change(BigDecimal.valueOf(difference), 0);
    }

    /** The goal or the constants that a version has otherwise than the one it was made out of, and whose they are. */
    private static Table changes(PlanHistory history, List<Plan> plans, Words words) {
        Table table = new Table(
                List.of(
                        words.text("replan.version"),
                        words.text("versions.constant"),
                        words.text("versions.before"),
                        words.text("versions.after"),
                        words.text("versions.owner")),
                List.of());
        for (PlanVersion version : history.versions()) {
            Integer parent = version.parent();
            if (parent != null) {
                Plan before = plans.get(parent - 1);
                Plan after = plans.get(version.number() - 1);
                if (!before.goal().equals(after.goal())) {
                    table.row(
                            version.number().toString(),
                            words.text("versions.goal"),
                            words.figures().whole(before.goal().amount()),
                            words.figures().whole(after.goal().amount()),
                            Figures.NONE);
                }
                changed(before.constants(), after.constants(), words)
                        .forEach(row ->
                                table.row(version.number().toString(), row.get(0), row.get(1), row.get(2), row.get(3)));
            }
        }
        return table;
    }

    /** The constants that differ from the start on, and those that do from a month on. */
    private static List<List<String>> changed(PlanningConstants before, PlanningConstants after, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (Driver<?> driver : Driver.all(after)) {
            Object was = before.value(driver);
            Object is = after.value(driver);
            if (!Objects.equals(was, is)) {
                rows.add(List.of(driver.toString(), text(was, words), text(is, words), owner(driver, after, words)));
            }
        }
        for (Change change : after.changes()) {
            if (!before.changes().contains(change)) {
                Driver<?> driver = change.constant();
                rows.add(List.of(
                        words.text("versions.from", driver, change.from()),
                        text(before.in(change.from()).value(driver), words),
                        text(change.value(), words),
                        owner(driver, after, words)));
            }
        }
        return rows;
    }

    private static String owner(Driver<?> driver, PlanningConstants constants, Words words) {
        return words.labels()
                .of(driver.owner(constants.ownership(), constants.tiers().keySet()));
    }

    private static String text(@Nullable Object value, Words words) {
        if (value instanceof FixedCosts costs) {
            return text(costs.amount(), words);
        }
        return value == null ? Figures.NONE : words.figures().inSentence(value.toString());
    }
}
