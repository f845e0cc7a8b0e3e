package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Forecast;
import io.github.planningmath.risk.PlanRisk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the plan's end will find its key figures. */
final class ForecastSection {

    static final List<Kpi> SHOWN = List.of(
            Kpi.TRAFFIC,
            Kpi.CONTACTS,
            Kpi.LEADS,
            Kpi.NEW_DEALS,
            Kpi.REPEAT_DEALS,
            Kpi.REVENUE,
            Kpi.TRAFFIC_COST,
            Kpi.CONTRIBUTION,
            Kpi.PROFIT);

    private ForecastSection() {}

    static Section of(Review review, Words words) {
        Table table = new Table(
                List.of(words.text("norm")),
                List.of(
                        words.text("plan"),
                        words.text("so-far"),
                        words.text("forecast.run-rate"),
                        "%",
                        words.text("forecast.season"),
                        "%",
                        words.text("forecast.low"),
                        words.text("forecast.high")));
        for (Kpi kpi : SHOWN) {
            Forecast forecast = review.attainment().forecast(kpi);
            Figures figures = words.figures();
            PlanRisk.Range range = review.luck().ranges().get(kpi);
            table.row(
                    words.of(kpi, review.currency()),
                    figures.whole(forecast.planned()),
                    figures.of(kpi, review.attainment().of(kpi).fact()),
                    figures.of(kpi, forecast.runRate()),
                    figures.share(share(forecast.runRate(), forecast)),
                    figures.of(kpi, forecast.bySeason()),
                    figures.share(share(forecast.bySeason(), forecast)),
                    figures.of(kpi, range == null ? null : range.low()),
                    figures.of(kpi, range == null ? null : range.high()));
        }
        return new Section(
                words.text("forecast.title", review.plan().constants().horizon().last()),
                List.of(),
                List.of(table),
                notes(review, words));
    }

    private static List<String> notes(Review review, Words words) {
        String untold = review.luck().untold();
        return List.of(
                words.text("forecast.run-rate.note"),
                words.text("forecast.season.note"),
                untold == null ? words.text("forecast.range.note") : words.text("forecast.range.untold", untold));
    }

    private static @Nullable Double share(@Nullable Double expected, Forecast forecast) {
        return expected == null || !(forecast.planned() > 0) ? null : Double.valueOf(expected / forecast.planned());
    }
}
