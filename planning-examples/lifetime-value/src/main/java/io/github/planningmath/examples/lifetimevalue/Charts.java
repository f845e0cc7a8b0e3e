package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.pages.Chart;
import io.github.planningmath.examples.pages.Frame;
import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.FittedModel.CustomerValue;
import io.github.planningmath.lifetime.PurchaseHistory;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a study. */
final class Charts {

    private static final BasicStroke LINE = new BasicStroke(2.2f);
    private static final int BARS = 20;
    private static final double BAR_FILL = 0.92;
    private static final int LABEL_ROTATION = 60;
    private static final int UPRIGHT = 90;
    private static final int MOST_PURCHASES = 20;
    private static final int STEPS_OF_RECENCY = 20;
    private static final Color[] FROM_LOST_TO_ACTIVE = {
        new Color(0xB2182B), new Color(0xEF8A62), new Color(0xF7E9D7), new Color(0x92C5DE), new Color(0x2166AC)
    };

    private Charts() {}

    static List<Chart> of(Study study, Words words, Progress progress) {
        try (Progress.Steps steps = progress.steps("Drawing", 3)) {
            List<Chart> charts = new ArrayList<>();
            charts.add(probabilities(study, words));
            steps.done("probabilities");
            charts.add(tracking(study, words));
            steps.done("tracking");
            charts.add(frequencyAndRecency(study, words));
            steps.done("frequency and recency");
            return charts;
        }
    }

    private static Chart probabilities(Study study, Words words) {
        return Chart.of(
                "probabilities",
                words.text("probabilities.title"),
                words.text("probabilities.caption", study.histories().observedUntil()),
                frame -> probabilities(study, words, frame));
    }

    private static CategoryChart probabilities(Study study, Words words, Frame frame) {
        int[] customers = new int[BARS];
        for (CustomerValue value : study.values()) {
            customers[Math.min((int) (value.probabilityAlive() * BARS), BARS - 1)]++;
        }
        CategoryChart chart = frame.categories(words.text("probability"), words.text("customers"));
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> words.figures().whole(value));
        chart.getStyler().setAvailableSpaceFill(BAR_FILL);
        chart.getStyler().setXAxisLabelRotation(frame.isNarrow() ? UPRIGHT : LABEL_ROTATION);
        chart.getStyler().setSeriesColors(new Color[] {Chart.BLUE});
        chart.addSeries(
                "customers",
                IntStream.range(0, BARS)
                        .mapToObj(bar -> bar * 100 / BARS + "–" + (bar + 1) * 100 / BARS + "%")
                        .toList(),
                IntStream.of(customers).boxed().toList());
        return chart;
    }

    private static Chart tracking(Study study, Words words) {
        return Chart.of(
                "tracking",
                words.text("tracking.title", study.comparison().best().model().family()),
                words.text("tracking.caption", holdout(study)),
                frame -> tracking(study, words, frame));
    }

    private static LocalDate holdout(Study study) {
        return study.comparison().split().calibration().observedUntil();
    }

    private static XYChart tracking(Study study, Words words, Frame frame) {
        List<Tracking.Point> points = study.tracking().points();
        List<Date> days = points.stream().map(point -> noon(point.date())).toList();
        XYChart chart = frame.lines("", words.text("tracking.repeat"));
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> words.figures().whole(value));
        chart.getStyler().setDatePattern("yyyy-MM");
        chart.getStyler().setTimezone(TimeZone.getTimeZone("UTC"));
        frame.everyLabel(chart.getStyler());
        line(
                chart,
                words.text("actual"),
                days,
                points.stream().map(Tracking.Point::actual).toList(),
                Chart.BLUE);
        line(
                chart,
                words.text("tracking.expected"),
                days,
                points.stream().map(Tracking.Point::expected).toList(),
                Chart.ORANGE);
        LocalDate holdout = holdout(study);
        Tracking.Point last = study.tracking().last();
        double highest = Math.max((double) last.actual(), last.expected());
        line(
                chart,
                words.text("tracking.holdout"),
                List.of(noon(holdout), noon(holdout)),
                List.of(0, highest),
                Chart.GREY);
        return chart;
    }

    private static void line(XYChart chart, String name, List<Date> x, List<? extends Number> y, Color color) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(LINE);
    }

    private static Date noon(LocalDate day) {
        return Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    /** The probability to be active of customers who have been observed for the longest time there is. */
    private static Chart frequencyAndRecency(Study study, Words words) {
        double age = study.histories().histories().stream()
                .mapToDouble(PurchaseHistory::age)
                .max()
                .orElseThrow();
        return Chart.of(
                "recency",
                words.text("recency.title"),
                words.text("recency.caption", words.figures().whole(age), Report.unit(study, words)),
                frame -> frequencyAndRecency(study, age, words, frame));
    }

    private static HeatMapChart frequencyAndRecency(Study study, double age, Words words, Frame frame) {
        List<Integer> purchases =
                IntStream.rangeClosed(1, MOST_PURCHASES).boxed().toList();
        List<String> recencies = new ArrayList<>();
        List<Number[]> cells = new ArrayList<>();
        for (int step = 1; step <= STEPS_OF_RECENCY; step++) {
            double recency = recency(study, age * step / STEPS_OF_RECENCY);
            recencies.add(String.format(Locale.ROOT, "%.0f", recency));
            for (int frequency : purchases) {
                if (isPossible(study, frequency, recency)) {
                    PurchaseHistory history = PurchaseHistory.of(frequency, recency, age);
                    double active = study.model().buying().probabilityAlive(history);
                    cells.add(new Number[] {frequency - 1, step - 1, 100 * active});
                }
            }
        }
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(frame.width())
                .height(frame.height() + 100)
                .xAxisTitle(words.text("recency.repeat"))
                .yAxisTitle(words.text("recency.time", Report.unit(study, words)))
                .build();
        Chart.style(chart.getStyler());
        chart.getStyler()
                .setRangeColors(FROM_LOST_TO_ACTIVE)
                .setMin(0)
                .setMax(100)
                .setDrawBorder(false)
                .setHeatMapValueDecimalPattern("0'%'");
        chart.addSeries(words.text("probability"), purchases, recencies, cells);
        return chart;
    }

    /** An opportunity is whole. */
    private static double recency(Study study, double recency) {
        return isOfOpportunities(study) ? Math.max(1, Math.rint(recency)) : recency;
    }

    /** Each purchase needs an opportunity of its own; where there are none, the map stays empty. */
    private static boolean isPossible(Study study, int frequency, double recency) {
        return !isOfOpportunities(study) || frequency <= recency;
    }

    private static boolean isOfOpportunities(Study study) {
        return study.model().buying().family() == BuyerModelFamily.BG_BB;
    }
}
