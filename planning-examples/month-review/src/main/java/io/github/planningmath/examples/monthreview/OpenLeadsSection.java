package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.review.NotYetDue;
import java.util.List;

/** The leads whose sales cycle has not passed: nobody is blamed for them, and those beyond plan are a credit. */
final class OpenLeadsSection {

    private OpenLeadsSection() {}

    static Section of(Review review, Words words) {
        NotYetDue open = review.verdict().notYetDue();
        Figures figures = words.figures();
        Table table = new Table(
                List.of(words.text("product"), words.text("channel")),
                List.of(
                        words.text("plan"),
                        words.text("fact"),
                        words.text("open.deals"),
                        words.text("open.revenue", review.currency())));
        double deals = 0;
        for (NotYetDue.OpenLeads leads : open.open()) {
            deals += leads.dealsBeyondPlan();
            table.row(
                    leads.product(),
                    leads.channel(),
                    figures.whole(leads.planned()),
                    figures.whole(leads.leads()),
                    figures.change(leads.dealsBeyondPlan(), 1),
                    figures.change(leads.revenueBeyondPlan(), 0));
        }
        table.row(
                words.text("total"),
                "",
                figures.whole(open.planned()),
                figures.whole(open.leads()),
                figures.change(deals, 1),
                figures.change(open.credit(), 0));
        return new Section(
                words.text("open.title"),
                List.of(words.text("open.lead", review.through())),
                List.of(table),
                List.of(words.text("open.credit", figures.change(open.credit(), 0), review.currency())));
    }
}
