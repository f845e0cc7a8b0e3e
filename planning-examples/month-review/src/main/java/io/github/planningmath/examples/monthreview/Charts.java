package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.pages.Chart;
import io.github.planningmath.examples.pages.Frame;
import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.review.Fulfilment;
import java.awt.BasicStroke;
import java.awt.Color;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The charts of a review. */
final class Charts {

    private static final List<Kpi> FUNNEL =
            List.of(Kpi.TRAFFIC, Kpi.CONTACTS, Kpi.LEADS, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS);
    private static final double BAR_FILL = 0.75;
    private static final int UPRIGHT = 90;
    private static final double THOUSAND = 1000;
    private static final float LINE = 2.4f;
    private static final float[] DASHES = {7, 5};

    private Charts() {}

    static List<Chart> of(Review review, Words words) {
        return List.of(BridgeChart.of(review, words), funnel(review, words), cumulative(review, words));
    }

    private static Chart funnel(Review review, Words words) {
        return Chart.of(
                "funnel",
                words.text("chart.funnel"),
                words.text("chart.funnel.caption", review.months().get(0), review.through()),
                frame -> funnel(review, words, frame));
    }

    private static CategoryChart funnel(Review review, Words words, Frame frame) {
        CategoryChart chart = frame.categories("", "");
        chart.getStyler().setAvailableSpaceFill(BAR_FILL);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(1.0);
        frame.everyLabel(chart.getStyler());
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLabelsRotation(frame.isNarrow() ? UPRIGHT : 0);
        chart.getStyler().setLabelsPosition(frame.isNarrow() ? 0.5 : 0.94);
        chart.getStyler().setLabelsFontColor(Color.WHITE);
        chart.getStyler().setDecimalPattern("#,##0");
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> words.figures().whole(value));
        List<String> names = FUNNEL.stream().map(words.labels()::of).toList();
        chart.addSeries(words.text("plan"), names, bars(review, Fulfilment::planned))
                .setFillColor(Chart.GREY);
        chart.addSeries(words.text("fact"), names, bars(review, Fulfilment::fact))
                .setFillColor(Chart.BLUE);
        return chart;
    }

    private static List<Double> bars(Review review, Function<Fulfilment, @Nullable Double> side) {
        return FUNNEL.stream()
                .map(kpi -> Objects.requireNonNullElse(
                        side.apply(review.attainment().of(kpi)), 0.0))
                .toList();
    }

    private static Chart cumulative(Review review, Words words) {
        String unit = words.text("chart.thousands", review.currency());
        return Chart.of(
                "cumulative",
                words.text("chart.cumulative"),
                words.text("chart.cumulative.caption", unit),
                frame -> cumulative(review, words, unit, frame));
    }

    private static CategoryChart cumulative(Review review, Words words, String unit, Frame frame) {
        CategoryChart chart = frame.categories("", unit);
        chart.getStyler().setDefaultSeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
        chart.getStyler().setOverlapped(true);
        frame.everyLabel(chart.getStyler());
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> words.figures().whole(value));
        List<YearMonth> horizon = review.plan().constants().horizon().all();
        line(chart, words.text("plan"), horizon, added(0, review.plan(), horizon, horizon), Chart.GREY);
        List<@Nullable Double> fact = fact(review, horizon);
        if (review.replan() != null) {
            review.replan().fold(replan -> replanned(chart, words, review, fact, replan.plan()), refusal -> chart);
        }
        line(chart, words.text("fact"), horizon, fact, Chart.BLUE);
        return chart;
    }

    private static CategoryChart replanned(
            CategoryChart chart, Words words, Review review, List<@Nullable Double> fact, Plan replan) {
        List<YearMonth> horizon = review.plan().constants().horizon().all();
        int last = review.months().size() - 1;
        double soFar = Objects.requireNonNullElse(fact.get(last), 0.0);
        List<@Nullable Double> values = added(soFar, replan, horizon, horizon.subList(last + 1, horizon.size()));
        values.set(last, soFar);
        line(chart, words.text("chart.cumulative.replan"), horizon, values, Chart.ORANGE)
                .setLineStyle(new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
        return chart;
    }

    /** What the plan makes of its months: revenue in thousands, added up; nothing in the other months. */
    private static List<@Nullable Double> added(
            double before, Plan plan, List<YearMonth> horizon, List<YearMonth> months) {
        List<@Nullable Double> added = new ArrayList<>();
        double sum = before;
        for (YearMonth month : horizon) {
            if (months.contains(month)) {
                Norm norm = Objects.requireNonNull(plan.norm(Kpi.REVENUE, Scope.month(month)));
                sum += Figures.number(norm.value()) / THOUSAND;
                added.add(sum);
            } else {
                added.add(null);
            }
        }
        return added;
    }

    private static List<@Nullable Double> fact(Review review, List<YearMonth> horizon) {
        List<@Nullable Double> fact = new ArrayList<>();
        for (YearMonth month : horizon) {
            boolean isPast = !month.isAfter(review.through());
            Double sum =
                    isPast ? review.attainment().through(Kpi.REVENUE, month).fact() : null;
            fact.add(sum == null ? null : Double.valueOf(sum / THOUSAND));
        }
        return fact;
    }

    private static CategorySeries line(
            CategoryChart chart, String name, List<YearMonth> months, List<@Nullable Double> values, Color color) {
        CategorySeries series =
                chart.addSeries(name, months.stream().map(YearMonth::toString).toList(), values);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(LINE));
        return series;
    }
}
