package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Forecast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the plan's end will find its key figures. */
final class ForecastSection {

    private static final List<Kpi> SHOWN = List.of(
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
                        "%"));
        for (Kpi kpi : SHOWN) {
            Forecast forecast = review.attainment().forecast(kpi);
            Figures figures = words.figures();
            table.row(
                    words.of(kpi, review.currency()),
                    figures.whole(forecast.planned()),
                    figures.of(kpi, review.attainment().of(kpi).fact()),
                    figures.of(kpi, forecast.runRate()),
                    figures.share(share(forecast.runRate(), forecast)),
                    figures.of(kpi, forecast.bySeason()),
                    figures.share(share(forecast.bySeason(), forecast)));
        }
        return new Section(
                words.text("forecast.title", review.plan().constants().horizon().last()),
                List.of(),
                List.of(table),
                List.of(words.text("forecast.run-rate.note"), words.text("forecast.season.note")));
    }

    private static @Nullable Double share(@Nullable Double expected, Forecast forecast) {
        return expected == null || !(forecast.planned() > 0) ? null : Double.valueOf(expected / forecast.planned());
    }
}
