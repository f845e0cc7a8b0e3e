package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.pages.Chart;
import io.github.planningmath.examples.pages.Frame;
import io.github.planningmath.examples.pages.Waterfall;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.risk.ConfidencePlanner.Rung;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.UncertaintyShares;
import io.github.planningmath.risk.UncertaintyShares.Share;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts: the chance of each profit, the profit month by month, what makes it uncertain, and what more confidence takes. */
final class Charts {

    private static final double THOUSAND = 1000;
    private static final float LINE = 2.4f;
    private static final float THIN = 1.2f;
    private static final float[] DASHES = {7, 5};
    private static final int MARKER = 9;
    private static final double BAR_FILL = 0.6;

    /** What is less is drawn with all others. */
    private static final double LEAST_SHARE = 0.01;

    /** The place of the median among the quantiles of a band; 95, 80 and 50 % lie between those around it, from outside. */
    private static final int MEDIAN = 3;

    private final Study study;
    private final Words words;
    private final String unit;

    private Charts(Study study, Words words) {
        this.study = study;
        this.words = words;
        unit = words.text("chart.thousand", study.currency());
    }

    static List<Chart> of(Study study, Words words) {
        Charts charts = new Charts(study, words);
        List<Chart> all = new ArrayList<>();
        all.add(charts.curve());
        all.add(charts.fan());
        if (study.shares() != null) {
            all.add(charts.shares(study.shares()));
        }
        all.add(charts.ladder());
        return all;
    }

    private Chart curve() {
        return Chart.of("curve", words.text("chart.curve"), words.text("chart.curve.caption"), frame -> {
            XYChart chart = lines(frame, unit, words.text("chart.chance"));
            chart.getStyler().setYAxisMin(0.0);
            chart.getStyler().setYAxisMax(100.0);
            double[] amounts = study.curve().stream()
                    .mapToDouble(point -> point.amount() / THOUSAND)
                    .toArray();
            double[] chances = study.curve().stream()
                    .mapToDouble(point -> 100 * point.chance())
                    .toArray();
            line(chart, words.text("chart.at-least"), amounts, chances, Chart.BLUE, LINE);
            if (study.plan().goal().measure().name().equals(Kpi.PROFIT.name())) {
                double goal = study.plan().goal().amount().doubleValue() / THOUSAND;
                point(
                        chart,
                        words.text("chart.goal"),
                        goal,
                        100 * study.chance().value(),
                        Chart.ORANGE);
            }
            PlanRisk.Range range = study.ranges().get(Kpi.PROFIT);
            if (range != null) {
                point(chart, words.text("chart.nine"), range.low() / THOUSAND, 90, Chart.GREY);
                point(chart, words.text("chart.five"), range.middle() / THOUSAND, 50, Chart.GREEN);
                point(chart, words.text("chart.one"), range.high() / THOUSAND, 10, Chart.RED);
            }
            return chart;
        });
    }

    private Chart fan() {
        Study.Later later = study.later();
        String title = later == null ? words.text("chart.fan") : words.text("chart.fan.later", later.through());
        return Chart.of("fan", title, words.text("chart.fan.caption", unit), frame -> {
            XYChart chart = lines(frame, words.text("chart.month"), unit);
            List<PlanRisk.Band> fan = later == null ? study.fan() : later.fan();
            for (int outer = 0; outer < MEDIAN; outer++) {
                String name = words.text("chart.band." + outer);
                Color color = List.of(Chart.GREY, Chart.ORANGE, Chart.GREEN).get(outer);
                line(chart, name, months(fan.size()), quantiles(fan, outer), color, THIN);
                line(chart, name + " ", months(fan.size()), quantiles(fan, 2 * MEDIAN - outer), color, THIN)
                        .setShowInLegend(false);
            }
            line(chart, words.text("chart.median"), months(fan.size()), quantiles(fan, MEDIAN), Color.BLACK, LINE);
            line(chart, words.text("chart.plan"), months(fan.size()), planned(), Chart.BLUE, LINE)
                    .setLineStyle(new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
            if (later != null) {
                double[] profits = later.profits().stream()
                        .mapToDouble(profit -> profit / THOUSAND)
                        .toArray();
                XYSeries facts =
                        line(chart, words.text("chart.fact"), months(profits.length), profits, Chart.RED, LINE);
                facts.setMarker(SeriesMarkers.CIRCLE);
                facts.setMarkerColor(Chart.RED);
            }
            return chart;
        });
    }

    private static double[] months(int count) {
        double[] months = new double[count];
        for (int month = 0; month < count; month++) {
            months[month] = month + 1;
        }
        return months;
    }

    private static double[] quantiles(List<PlanRisk.Band> fan, int place) {
        return fan.stream()
                .mapToDouble(band -> band.quantiles().get(place) / THOUSAND)
                .toArray();
    }

    private double[] planned() {
        double sum = 0;
        List<Double> planned = new ArrayList<>();
        for (YearMonth month : study.plan().constants().horizon().all()) {
            sum += study.plan().profit(Scope.month(month)).doubleValue() / THOUSAND;
            planned.add(sum);
        }
        return planned.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Steps that add up to the whole variance, those of a department after each other. */
    private Chart shares(UncertaintyShares shares) {
        Wording wording = new Wording(words);
        Waterfall steps = new Waterfall();
        for (Department owner : List.of(Department.MARKETING, Department.SALES, Department.SHARED)) {
            for (Share share : shares.shares()) {
                if (share.owner() == owner && share.share() >= LEAST_SHARE) {
                    steps.step(
                            words.labels().of(owner) + " · " + wording.of(share),
                            100 * share.share(),
                            wording.share(share.share()));
                }
            }
        }
        double others = 1 - shares.luck() - steps.reached() / 100;
        steps.step(words.text("chart.others"), 100 * others, wording.share(others));
        steps.step(words.text("doubt.luck"), 100 * shares.luck(), wording.share(shares.luck()));
        return Chart.of(words.text("chart.shares"), words.text("chart.shares.caption"), steps);
    }

    private Chart ladder() {
        return Chart.of("ladder", words.text("chart.ladder"), words.text("chart.ladder.caption"), frame -> {
            CategoryChart chart = frame.categories("", unit);
            frame.everyLabel(chart.getStyler());
            chart.getStyler().setAvailableSpaceFill(BAR_FILL);
            chart.getStyler()
                    .setYAxisTickLabelsFormattingFunction(
                            value -> words.figures().whole(value));
            List<String> names = new ArrayList<>();
            List<Double> costs = new ArrayList<>();
            for (Rung rung : study.ladder()) {
                names.add(new Wording(words).confidence(rung.confidence()));
                costs.add(rung.trafficCost() == null ? 0.0 : rung.trafficCost().doubleValue() / THOUSAND);
            }
            chart.addSeries(words.labels().of(Kpi.TRAFFIC_COST), names, costs).setFillColor(Chart.BLUE);
            return chart;
        });
    }

    private XYChart lines(Frame frame, String across, String up) {
        XYChart chart = frame.lines(across, up);
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Line);
        chart.getStyler().setMarkerSize(MARKER);
        chart.getStyler()
                .setXAxisTickLabelsFormattingFunction(value -> words.figures().whole(value));
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> words.figures().whole(value));
        return chart;
    }

    private static XYSeries line(XYChart chart, String name, double[] across, double[] up, Color color, float width) {
        XYSeries series = chart.addSeries(name, across, up);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(width));
        return series;
    }

    private static void point(XYChart chart, String name, double across, double up, Color color) {
        XYSeries point = chart.addSeries(name, new double[] {across}, new double[] {up});
        point.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        point.setMarker(SeriesMarkers.CIRCLE);
        point.setMarkerColor(color);
        point.setLineColor(color);
    }
}
