package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.staffing.DeskPlan;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.ResponseTarget;
import io.github.planningmath.staffing.SalesQuota;
import io.github.planningmath.staffing.Shortfall;
import io.github.planningmath.staffing.StaffMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Who has to be there when. */
final class PeopleSection {

    private PeopleSection() {}

    static Section of(Study study, Words words) {
        List<Table> tables = new ArrayList<>();
        tables.add(headcount(study, words));
        tables.add(hires(study.hiring(), words));
        SalesQuota quotas = study.quotas();
        if (quotas != null) {
            tables.add(quotas(study, quotas, words));
        }
        return new Section(words.text("people.title"), lead(study, words), tables, notes(study, words));
    }

    private static List<String> lead(Study study, Words words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("people.lead"));
        var desk = study.there().people().desk();
        if (desk != null) {
            ResponseTarget target = desk.target();
            lines.add(words.text(
                    "desk.lead",
                    words.figures().share(target.share().toDouble()),
                    target.within().toSeconds()));
        }
        return lines;
    }

    private static Table headcount(Study study, Words words) {
        DeskPlan desk = study.desk();
        List<String> headings = new ArrayList<>(List.of(
                words.text("managers-needed"),
                words.text("capacity"),
                words.text("staff"),
                words.text("joining"),
                words.text("leaving"),
                words.text("their-cost", study.currency())));
        if (desk != null) {
            headings.addAll(List.of(words.text("at-desk"), words.text("desk-cost"), words.text("lost-calls")));
        }
        Table table = new Table(List.of(words.text("month")), headings);
        for (StaffMonth month : study.hiring().months()) {
            List<String> row = new ArrayList<>(List.of(
                    month.month().toString(),
                    words.figures().decimal(month.need().toDouble(), 2),
                    words.figures().decimal(month.capacity().toDouble(), 2),
                    words.figures().whole(month.staff()),
                    words.figures().whole(month.joining()),
                    words.figures().whole(month.leaving()),
                    words.figures().whole(month.cost())));
            if (desk != null) {
                DeskPlan.DeskMonth atDesk = desk.in(month.month());
                row.add(words.figures().whole(atDesk.people()));
                row.add(words.figures().whole(atDesk.cost()));
                row.add(words.figures().decimal(atDesk.lostPerWeek(), 1));
            }
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    private static Table hires(HiringPlan hiring, Words words) {
        Table table =
                new Table(List.of(words.text("decide-by"), words.text("first-day")), List.of(words.text("to-hire")));
        for (Hire hire : hiring.hires()) {
            table.row(
                    hire.decideBy().toString(),
                    hire.starts().toString(),
                    words.figures().whole(hire.people()));
        }
        return hiring.hires().isEmpty()
                ? table.row(words.text("nobody"), "", words.figures().whole(0))
                : table;
    }

    private static Table quotas(Study study, SalesQuota quotas, Words words) {
        Table table = new Table(
                List.of(words.text("quotas")),
                List.of(words.labels().of(Kpi.DEALS), words.of(Kpi.REVENUE, study.currency())));
        for (String manager : managers(quotas)) {
            table.row(
                    manager,
                    words.figures().whole(quotas.deals(manager)),
                    words.figures().whole(quotas.revenue(manager)));
        }
        return table.row(
                words.text("all-managers"),
                words.figures().whole(quotas.deals()),
                words.figures().whole(quotas.revenue()));
    }

    private static List<String> managers(SalesQuota quotas) {
        return quotas.quotas().stream()
                .map(SalesQuota.Quota::manager)
                .distinct()
                .toList();
    }

    private static List<String> notes(Study study, Words words) {
        List<String> notes = new ArrayList<>();
        for (Hire hire : study.there().people().hires()) {
            notes.add(words.text("agreed", words.figures().whole(hire.people()), hire.starts()));
        }
        List<Shortfall> shortfalls = study.hiring().shortfalls();
        if (shortfalls.isEmpty()) {
            notes.add(words.text("covered"));
        }
        for (Shortfall shortfall : shortfalls) {
            notes.add(words.text(
                    "short",
                    shortfall.month(),
                    words.figures().decimal(shortfall.missing().toDouble(), 2)));
        }
        SalesQuota quotas = study.quotas();
        if (quotas != null) {
            String product =
                    Objects.requireNonNull(study.there().people().quotas()).product();
            notes.add(words.text(
                    "quotas.note",
                    product == null ? words.text("plan") : words.text("plan.for", product),
                    words.figures().decimal(quotas.overAssignment().factor().toDouble(), 2),
                    words.figures().share(quotas.overAssignment().attainment().toDouble())));
        }
        return notes;
    }
}
