package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.pages.Page;
import io.github.planningmath.examples.pages.Page.Headline;
import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.resource.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The report as a page. */
final class ResourcePage {

    private ResourcePage() {}

    static Page of(Report report, Study study) {
        return Page.of(new Page.Content(
                "en",
                "Money and people",
                "What the plan from " + study.plan().constants().horizon().first()
                        + " on takes, and the most that what there is" + " can reach. Amounts in " + study.currency()
                        + ".",
                headlines(study),
                Charts.of(study),
                report.sections()));
    }

    private static List<Headline> headlines(Study study) {
        Feasibility feasibility = study.feasibility();
        BigDecimal most = feasibility.most();
        String binding = feasibility.binding().stream().map(Resource::toString).collect(Collectors.joining(", "));
        return List.of(
                new Headline(Figures.amount(study.goal().amount()), "wanted"),
                new Headline(most == null ? "unlimited" : Figures.amount(most), "the most there can be"),
                new Headline(binding.isEmpty() ? "nothing" : binding, "binds"),
                new Headline(Figures.count(study.hiring().mostStaff()), "managers in the fullest month"),
                new Headline(
                        Figures.decimal(study.split().best().marginalReturn(), 2),
                        "brought by the budget's last unit"));
    }
}
