package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.pages.Chart;
import io.github.planningmath.examples.pages.Frame;
import io.github.planningmath.examples.pages.Waterfall;
import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a plan: where the money of the year goes, and its months. */
final class Charts {

    private static final double THOUSAND = 1000;
    private static final double BAR_FILL = 0.75;
    private static final float LINE = 2.4f;

    private final Plan plan;
    private final Words words;

    private Charts(Plan plan, Words words) {
        this.plan = plan;
        this.words = words;
    }

    static List<Chart> of(Plan plan, Words words) {
        Charts charts = new Charts(plan, words);
        return List.of(charts.money(), charts.curves(), charts.deals(), charts.leads());
    }

    private Chart money() {
        double revenue = number(Kpi.REVENUE, Scope.all());
        double profit = number(Kpi.PROFIT, Scope.all());
        double house = number(Kpi.CONTRIBUTION, Scope.all()) - number(Kpi.TRAFFIC_COST, Scope.all()) - profit;
        Waterfall steps = new Waterfall().total(words.labels().of(Kpi.REVENUE), revenue, whole(revenue));
        cost(steps, words.labels().of(Kpi.VARIABLE_COST), number(Kpi.VARIABLE_COST, Scope.all()));
        cost(steps, words.labels().of(Kpi.TRAFFIC_COST), number(Kpi.TRAFFIC_COST, Scope.all()));
        cost(steps, words.text("chart.house"), house);
        steps.total(words.labels().of(Kpi.PROFIT), profit, whole(profit));
        return Chart.of(
                words.text("chart.money"),
                words.text("chart.money.caption", plan.constants().currency()),
                steps);
    }

    private void cost(Waterfall steps, String name, double amount) {
        steps.step(name, -amount, words.figures().change(-amount, 0));
    }

    private Chart curves() {
        String unit = words.text("chart.thousand", plan.constants().currency());
        return Chart.of("curves", words.text("chart.curves"), words.text("chart.curves.caption", unit), frame -> {
            CategoryChart chart = chart(frame, unit);
            chart.getStyler().setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Line);
            chart.getStyler().setOverlapped(true);
            line(chart, Kpi.REVENUE, Chart.BLUE);
            line(chart, Kpi.CONTRIBUTION, Chart.GREEN);
            line(chart, Kpi.TRAFFIC_COST, Chart.ORANGE);
            line(chart, Kpi.PROFIT, Chart.GREY);
            return chart;
        });
    }

    private void line(CategoryChart chart, Kpi kpi, Color color) {
        CategorySeries series =
                chart.addSeries(words.labels().of(kpi), months(), each(month -> number(kpi, month) / THOUSAND));
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(LINE));
    }

    private Chart deals() {
        return Chart.of("deals", words.text("chart.deals"), words.text("chart.deals.caption"), frame -> {
            CategoryChart chart = chart(frame, words.labels().of(Kpi.DEALS));
            chart.getStyler().setStacked(true);
            bars(chart, Kpi.NEW_DEALS, Chart.BLUE);
            bars(chart, Kpi.REPEAT_DEALS, Chart.GREY);
            return chart;
        });
    }

    private Chart leads() {
        return Chart.of("leads", words.text("chart.leads"), words.text("chart.leads.caption"), frame -> {
            CategoryChart chart = chart(frame, words.labels().of(Kpi.LEADS));
            bars(chart, Kpi.CONTACTS, Chart.GREY);
            bars(chart, Kpi.LEADS, Chart.BLUE);
            return chart;
        });
    }

    private void bars(CategoryChart chart, Kpi kpi, Color color) {
        chart.addSeries(words.labels().of(kpi), months(), each(month -> number(kpi, month)))
                .setFillColor(color);
    }

    private CategoryChart chart(Frame frame, String unit) {
        CategoryChart chart = frame.categories("", unit);
        frame.everyLabel(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(BAR_FILL);
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> words.figures().whole(value));
        return chart;
    }

    private List<String> months() {
        return plan.constants().horizon().all().stream()
                .map(YearMonth::toString)
                .toList();
    }

    private List<Double> each(Function<Scope, Double> value) {
        List<Double> values = new ArrayList<>();
        plan.constants().horizon().all().forEach(month -> values.add(value.apply(Scope.month(month))));
        return values;
    }

    private double number(Kpi kpi, Scope scope) {
        return Figures.number(Objects.requireNonNull(plan.norm(kpi, scope)).value());
    }

    private String whole(double amount) {
        return words.figures().whole(amount);
    }
}
