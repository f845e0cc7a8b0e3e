package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.ProductLaw;
import java.util.ArrayList;
import java.util.List;

/** What the norms along a customer's life make of the revenue of new deals together, and what every one of them must reach. */
final class ProductLawSection {

    private static final List<Kpi> CHAIN =
            List.of(Kpi.TRAFFIC, Kpi.SITE_CONVERSION, Kpi.WARM_UP_RATE, Kpi.MANAGER_CONVERSION, Kpi.AVERAGE_CHECK);
    private static final List<Double> WANTED = List.of(0.90, 0.95, 0.99);

    private ProductLawSection() {}

    static Section of(Review review, Words words) {
        List<Kpi> known = CHAIN.stream()
                .filter(kpi -> review.attainment().of(kpi).share() != null)
                .toList();
        Figures figures = words.figures();
        List<Table> tables = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (known.isEmpty()) {
            notes.add(words.text("law.unknown"));
        } else {
            ProductLaw law = review.attainment().productLaw();
            Table met = new Table(List.of(words.text("norm")), List.of(words.text("law.met")));
            known.forEach(kpi -> met.row(
                    words.labels().of(kpi),
                    figures.share(review.attainment().of(kpi).share(), 2)));
            met.row(words.text("law.together"), figures.share(law.ofRevenue(), 2));
            tables.add(met);
            Table wanted = new Table(List.of(words.text("law.wanted")), List.of(words.text("law.each", known.size())));
            WANTED.forEach(share -> wanted.row(figures.share(share, 0), figures.share(law.ofEach(share), 2)));
            tables.add(wanted);
        }
        return new Section(words.text("law.title"), List.of(words.text("law.lead")), tables, notes);
    }
}
