package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.pages.Page;
import io.github.planningmath.examples.pages.Page.Headline;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The plan as a page. */
final class PlanPage {

    private PlanPage() {}

    static Page of(Report report, Plan plan, Words words) {
        List<Section> sections = new ArrayList<>(report.sections());
        sections.add(1, Explanations.ofTheYear(plan, words));
        return Page.of(new Page.Content(
                words.language(),
                words.text("page.title"),
                words.text(
                        "page.intro",
                        plan.constants().horizon().first(),
                        plan.constants().horizon().last(),
                        plan.constants().currency()),
                headlines(plan, words),
                Charts.of(plan, words),
                sections));
    }

    private static List<Headline> headlines(Plan plan, Words words) {
        return Stream.of(YearSection.kpi(plan.goal()), Kpi.NEW_DEALS, Kpi.LEADS, Kpi.TRAFFIC, Kpi.TRAFFIC_COST)
                .map(kpi -> new Headline(
                        figure(plan, kpi, words), words.of(kpi, plan.constants().currency())))
                .toList();
    }

    private static String figure(Plan plan, Kpi kpi, Words words) {
        return words.figures()
                .of(Objects.requireNonNull(plan.norm(kpi, Scope.all())).value());
    }
}
