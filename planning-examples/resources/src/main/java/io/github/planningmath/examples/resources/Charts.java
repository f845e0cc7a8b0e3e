package io.github.planningmath.examples.resources;

import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.examples.pages.Chart;
import io.github.planningmath.examples.pages.Frame;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.resource.FeasibleMonth;
import io.github.planningmath.resource.MonthFigures;
import io.github.planningmath.staffing.HiringPlan;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of the report. */
final class Charts {

    private static final int POINTS = 120;
    private static final double BEYOND = 1.35;
    private static final double THOUSAND = 1000;
    private static final float LINE = 2.2f;
    private static final int MARKER = 11;
    private static final int POINT = 6;

    /** One of a channel, in all drawings. */
    private static final List<Color> COLOURS = List.of(
            Chart.BLUE,
            Chart.ORANGE,
            new Color(0x3A9A66),
            new Color(0xB5413B),
            new Color(0x7A5AA6),
            new Color(0x2FA3A8),
            new Color(0xC79A1E),
            Chart.GREY);

    private Charts() {}

    static List<Chart> of(Study study, Words words) {
        return List.of(curves(study, words), spends(study, words), managers(study, words), months(study, words));
    }

    private static Color colour(int channel) {
        return COLOURS.get(channel % COLOURS.size());
    }

    /** The month in which most is sold: the curves are drawn as they are then. */
    private static YearMonth fullest(BudgetSplit split) {
        YearMonth fullest = split.months().get(0);
        for (YearMonth month : split.months()) {
            if (spend(split, month) > spend(split, fullest)) {
                fullest = month;
            }
        }
        return fullest;
    }

    private static double spend(BudgetSplit split, YearMonth month) {
        return split.channels().stream()
                .mapToDouble(channel -> split.spend(channel, month).doubleValue())
                .sum();
    }

    private static Chart curves(Study study, Words words) {
        return Chart.of(
                "curves",
                words.text("curves.title"),
                words.text("curves.caption", fullest(study.split())),
                frame -> curves(study, words, frame));
    }

    private static XYChart curves(Study study, Words words, Frame frame) {
        BudgetSplit split = study.split();
        YearMonth month = fullest(split);
        XYChart chart = frame.lines(
                words.text("curves.spend", study.currency()), words.text("curves.contribution", study.currency()));
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Line);
        chart.getStyler().setMarkerSize(MARKER);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setYAxisMin(0.0);
        double most = split.channels().stream()
                .mapToDouble(channel -> split.spend(channel, month).doubleValue())
                .max()
                .orElse(0);
        for (int place = 0; place < split.channels().size(); place++) {
            String channel = split.channels().get(place);
            ResponseCurve curve = split.curve(channel, month);
            addCurve(chart, channel, curve, Math.max(most * BEYOND, 1), colour(place));
            addPoint(chart, channel, curve, split.spend(channel, month).doubleValue(), colour(place));
        }
        return chart;
    }

    private static void addCurve(XYChart chart, String channel, ResponseCurve curve, double until, Color color) {
        double[] spends = new double[POINTS + 1];
        double[] outcomes = new double[POINTS + 1];
        for (int point = 0; point <= POINTS; point++) {
            double spend = until * point / POINTS;
            spends[point] = spend / THOUSAND;
            outcomes[point] = curve.value(spend) / THOUSAND;
        }
        XYSeries series = chart.addSeries(channel, spends, outcomes);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(LINE));
    }

    private static void addPoint(XYChart chart, String channel, ResponseCurve curve, double spend, Color color) {
        XYSeries point = chart.addSeries(
                channel + " chosen", new double[] {spend / THOUSAND}, new double[] {curve.value(spend) / THOUSAND});
        point.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        point.setMarker(SeriesMarkers.CIRCLE);
        point.setMarkerColor(color);
        point.setShowInLegend(false);
    }

    private static Chart spends(Study study, Words words) {
        return Chart.of(
                "spends",
                words.text("spends.title"),
                words.text("spends.caption"),
                frame -> spends(study, words, frame));
    }

    private static CategoryChart spends(Study study, Words words, Frame frame) {
        BudgetSplit split = study.split();
        CategoryChart chart = categories(words.text("thousand", study.currency()), words, frame);
        chart.getStyler().setStacked(true);
        for (int place = 0; place < split.channels().size(); place++) {
            String channel = split.channels().get(place);
            chart.addSeries(
                            channel,
                            names(split.months()),
                            split.months().stream()
                                    .map(month -> split.spend(channel, month).doubleValue() / THOUSAND)
                                    .toList())
                    .setFillColor(colour(place));
        }
        return chart;
    }

    private static Chart managers(Study study, Words words) {
        return Chart.of(
                "managers",
                words.text("managers.title"),
                words.text("managers.caption"),
                frame -> managers(study, words, frame));
    }

    private static XYChart managers(Study study, Words words, Frame frame) {
        List<String> months = names(study.split().months());
        XYChart chart = frame.lines("", words.text("managers.full"));
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setMarkerSize(POINT);
        frame.everyLabel(chart.getStyler());
        chart.getStyler().setXAxisTickLabelsFormattingFunction(place -> nameAt(months, place));
        HiringPlan hiring = study.hiring();
        line(
                chart,
                words.text("managers.need"),
                hiring.months(),
                month -> month.need().toDouble(),
                Chart.ORANGE);
        line(
                chart,
                words.text("managers.hiring"),
                hiring.months(),
                month -> month.capacity().toDouble(),
                Chart.BLUE);
        List<FeasibleMonth> there = study.feasibility().months();
        if (there.stream().allMatch(month -> month.managers() != null)) {
            line(
                    chart,
                    words.text("managers.stands"),
                    there,
                    month -> Objects.requireNonNull(month.managers()).toDouble(),
                    Chart.GREY);
        }
        return chart;
    }

    private static String nameAt(List<String> months, double place) {
        int month = (int) Math.rint(place);
        return month == place && month >= 0 && month < months.size() ? months.get(month) : "";
    }

    private static <M> void line(XYChart chart, String name, List<M> months, ToDoubleFunction<M> each, Color color) {
        double[] places = IntStream.range(0, months.size()).asDoubleStream().toArray();
        XYSeries series =
                chart.addSeries(name, places, months.stream().mapToDouble(each).toArray());
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(LINE));
    }

    private static Chart months(Study study, Words words) {
        return Chart.of(
                "months",
                words.text("months.title"),
                words.text("months.caption"),
                frame -> months(study, words, frame));
    }

    private static CategoryChart months(Study study, Words words, Frame frame) {
        CategoryChart chart = categories(words.text("months.profit", study.currency()), words, frame);
        List<YearMonth> months =
                study.feasibility().months().stream().map(FeasibleMonth::month).toList();
        List<Double> able = new ArrayList<>();
        List<Double> needed = new ArrayList<>();
        for (FeasibleMonth month : study.feasibility().months()) {
            able.add(month.able().profit().doubleValue() / THOUSAND);
            MonthFigures goal = month.needed();
            if (goal != null) {
                needed.add(goal.profit().doubleValue() / THOUSAND);
            }
        }
        if (needed.size() == able.size()) { // a goal out of reach has no plan to be drawn
            chart.addSeries(words.text("months.goal"), names(months), needed).setFillColor(Chart.GREY);
        }
        chart.addSeries(words.text("months.most"), names(months), able).setFillColor(Chart.BLUE);
        return chart;
    }

    private static List<String> names(List<YearMonth> months) {
        return months.stream().map(YearMonth::toString).toList();
    }

    private static CategoryChart categories(String unit, Words words, Frame frame) {
        CategoryChart chart = frame.categories("", unit);
        frame.everyLabel(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.75);
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> words.figures().whole(value));
        return chart;
    }
}
