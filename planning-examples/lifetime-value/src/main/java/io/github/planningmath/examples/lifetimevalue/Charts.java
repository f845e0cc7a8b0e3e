package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.pages.Chart;
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
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a study. */
final class Charts {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 420;
    private static final BasicStroke LINE = new BasicStroke(2.2f);
    private static final int BARS = 20;
    private static final double BAR_FILL = 0.92;
    private static final int LABEL_ROTATION = 60;
    private static final int MOST_PURCHASES = 20;
    private static final int STEPS_OF_RECENCY = 20;
    private static final Color[] FROM_LOST_TO_ACTIVE = {
        new Color(0xB2182B), new Color(0xEF8A62), new Color(0xF7E9D7), new Color(0x92C5DE), new Color(0x2166AC)
    };

    private Charts() {}

    static List<Chart> of(Study study, Progress progress) {
        try (Progress.Steps steps = progress.steps("Drawing", 3)) {
            List<Chart> charts = new ArrayList<>();
            charts.add(probabilities(study));
            steps.done("probabilities");
            charts.add(tracking(study));
            steps.done("tracking");
            charts.add(frequencyAndRecency(study));
            steps.done("frequency and recency");
            return charts;
        }
    }

    private static Chart probabilities(Study study) {
        int[] customers = new int[BARS];
        for (CustomerValue value : study.values()) {
            customers[Math.min((int) (value.probabilityAlive() * BARS), BARS - 1)]++;
        }
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle("probability to be active")
                .yAxisTitle("customers")
                .build();
        Chart.style(chart.getStyler());
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        chart.getStyler().setAvailableSpaceFill(BAR_FILL);
        chart.getStyler().setXAxisLabelRotation(LABEL_ROTATION);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setSeriesColors(new Color[] {Chart.BLUE});
        chart.addSeries(
                "customers",
                IntStream.range(0, BARS)
                        .mapToObj(bar -> bar * 100 / BARS + "–" + (bar + 1) * 100 / BARS + "%")
                        .toList(),
                IntStream.of(customers).boxed().toList());
        return Chart.picture(
                "Who is still a customer",
                "How many customers there are by their probability to be active on "
                        + study.histories().observedUntil()
                        + ". Nobody says goodbye: the probability follows from how often"
                        + " a customer bought, and how long ago the last purchase is.",
                chart);
    }

    private static Chart tracking(Study study) {
        List<Tracking.Point> points = study.tracking().points();
        List<Date> days = points.stream().map(point -> noon(point.date())).toList();
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .yAxisTitle("repeat purchases since the first order")
                .build();
        Chart.style(chart.getStyler());
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        chart.getStyler().setDatePattern("yyyy-MM");
        chart.getStyler().setTimezone(TimeZone.getTimeZone("UTC"));
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
        line(chart, "actual", days, points.stream().map(Tracking.Point::actual).toList(), Chart.BLUE);
        line(
                chart,
                "expected",
                days,
                points.stream().map(Tracking.Point::expected).toList(),
                Chart.ORANGE);
        LocalDate holdout = study.comparison().split().calibration().observedUntil();
        Tracking.Point last = study.tracking().last();
        double highest = Math.max((double) last.actual(), last.expected());
        line(chart, "holdout begins", List.of(noon(holdout), noon(holdout)), List.of(0, highest), Chart.GREY);
        return Chart.picture(
                "What came, and what " + study.comparison().best().model().family() + " expected",
                "Repeat purchases of the customers won until " + holdout
                        + ", added up. The model was fitted on the time"
                        + " before that day; of a customer it is told the day of the first purchase alone.",
                chart);
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
    private static Chart frequencyAndRecency(Study study) {
        double age = study.histories().histories().stream()
                .mapToDouble(PurchaseHistory::age)
                .max()
                .orElseThrow();
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
                .width(WIDTH)
                .height(HEIGHT + 100)
                .xAxisTitle("repeat purchases")
                .yAxisTitle(Report.unit(study) + " from the first purchase to the last")
                .build();
        Chart.style(chart.getStyler());
        chart.getStyler()
                .setRangeColors(FROM_LOST_TO_ACTIVE)
                .setMin(0)
                .setMax(100)
                .setDrawBorder(false)
                .setHeatMapValueDecimalPattern("0'%'");
        chart.addSeries("probability to be active", purchases, recencies, cells);
        return Chart.picture(
                "Who has become quiet",
                "The probability to be active of a customer whose first purchase was "
                        + String.format(Locale.ROOT, "%.0f", age) + " " + Report.unit(study)
                        + " ago. After the same silence, a customer who used to buy often is more likely to have left.",
                chart);
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
