package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.pages.Page;
import io.github.planningmath.examples.pages.Page.Headline;
import io.github.planningmath.examples.terminal.Figures;
import java.util.List;

/** The study as a page. */
final class ValuePage {

    private ValuePage() {}

    static Page of(Report report, Study study, Progress progress) {
        return Page.of(new Page.Content(
                "en",
                "What the customers are worth",
                "Orders of " + study.orders().source()
                        + ". Everything about the future is a statistic: right for many customers, a guess for one.",
                headlines(study),
                Charts.of(study, progress),
                report.sections()));
    }

    private static List<Headline> headlines(Study study) {
        return List.of(
                new Headline(Figures.count(study.histories().size()), "customers"),
                new Headline(Figures.amount(study.activeCustomers()), "of them probably active"),
                new Headline(Figures.amount(study.equity()), "value of the base"),
                new Headline(Figures.decimal(study.newCustomerValue(), 2), "value of a new customer"));
    }
}
