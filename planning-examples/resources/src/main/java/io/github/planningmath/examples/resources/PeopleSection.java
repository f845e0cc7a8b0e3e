package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
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

    static Section of(Study study) {
        List<Table> tables = new ArrayList<>();
        tables.add(headcount(study));
        tables.add(hires(study.hiring()));
        SalesQuota quotas = study.quotas();
        if (quotas != null) {
            tables.add(quotas(study, quotas));
        }
        return new Section("People", lead(study), tables, notes(study));
    }

    private static List<String> lead(Study study) {
        List<String> lines = new ArrayList<>();
        lines.add("The managers whom the plan's leads, deals and customers take, hired in time; nobody is dismissed.");
        var desk = study.there().people().desk();
        if (desk != null) {
            ResponseTarget target = desk.target();
            lines.add("At the desk: " + Figures.percent(target.share().toDouble()) + " of the calls answered within "
                    + target.within().toSeconds() + " seconds.");
        }
        return lines;
    }

    private static Table headcount(Study study) {
        DeskPlan desk = study.desk();
        List<String> headings = new ArrayList<>(List.of(
                "managers needed", "capacity", "staff", "joining", "leaving", "their cost, " + study.currency()));
        if (desk != null) {
            headings.addAll(List.of("at the desk", "their cost", "lost calls a week"));
        }
        Table table = new Table(List.of("month"), headings);
        for (StaffMonth month : study.hiring().months()) {
            List<String> row = new ArrayList<>(List.of(
                    month.month().toString(),
                    Figures.decimal(month.need().toDouble(), 2),
                    Figures.decimal(month.capacity().toDouble(), 2),
                    Figures.count(month.staff()),
                    Figures.count(month.joining()),
                    Figures.count(month.leaving()),
                    Figures.amount(month.cost())));
            if (desk != null) {
                DeskPlan.DeskMonth atDesk = desk.in(month.month());
                row.add(Figures.count(atDesk.people()));
                row.add(Figures.amount(atDesk.cost()));
                row.add(Figures.decimal(atDesk.lostPerWeek(), 1));
            }
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    private static Table hires(HiringPlan hiring) {
        Table table = new Table(List.of("decide by", "first day"), List.of("managers to hire"));
        for (Hire hire : hiring.hires()) {
            table.row(hire.decideBy().toString(), hire.starts().toString(), Figures.count(hire.people()));
        }
        return hiring.hires().isEmpty() ? table.row("nobody", "", Figures.count(0)) : table;
    }

    private static Table quotas(Study study, SalesQuota quotas) {
        Table table = new Table(List.of("quotas, all months"), List.of("deals", "revenue, " + study.currency()));
        for (String manager : managers(quotas)) {
            table.row(manager, Figures.count(quotas.deals(manager)), Figures.amount(quotas.revenue(manager)));
        }
        return table.row("all managers", Figures.count(quotas.deals()), Figures.amount(quotas.revenue()));
    }

    private static List<String> managers(SalesQuota quotas) {
        return quotas.quotas().stream()
                .map(SalesQuota.Quota::manager)
                .distinct()
                .toList();
    }

    private static List<String> notes(Study study) {
        List<String> notes = new ArrayList<>();
        for (Hire hire : study.there().people().hires()) {
            notes.add("Agreed on already, and part of what there is but not of the hires above: "
                    + Figures.count(hire.people()) + " from " + hire.starts() + " on.");
        }
        List<Shortfall> shortfalls = study.hiring().shortfalls();
        if (shortfalls.isEmpty()) {
            notes.add("Every month is covered.");
        }
        for (Shortfall shortfall : shortfalls) {
            notes.add(shortfall.month() + " is short of "
                    + Figures.decimal(shortfall.missing().toDouble(), 2)
                    + " managers: nobody can be hired and able by then.");
        }
        SalesQuota quotas = study.quotas();
        if (quotas != null) {
            String product =
                    Objects.requireNonNull(study.there().people().quotas()).product();
            notes.add("Quotas are the plan" + (product == null ? "" : " for " + product) + " times "
                    + Figures.decimal(quotas.overAssignment().factor().toDouble(), 2)
                    + ": managers who reach "
                    + Figures.percent(quotas.overAssignment().attainment().toDouble())
                    + " of them make the plan.");
        }
        return notes;
    }
}
