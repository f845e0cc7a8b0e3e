package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.pages.Chart;
import io.github.planningmath.review.Part;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The verdict as steps from planned revenue to what it came to: bars that stand on one that is not seen. */
final class Waterfall {

    static final Color GREEN = new Color(0x2E8B57);
    static final Color RED = new Color(0xC0392B);
    private static final Color NOTHING = new Color(0xFF, 0xFF, 0xFF, 0);
    private static final double BAR_FILL = 0.8;
    private static final int LABEL_ROTATION = 90;
    private static final int EVERY_BAR = 10;
    private static final int HEIGHT = 640;
    private static final double ROOM_BELOW = 0.25;
    private static final double THOUSAND = 1000;

    private final Words words;
    private final List<String> names = new ArrayList<>();
    private final List<Double> under = new ArrayList<>();
    private final List<Double> whole = new ArrayList<>();
    private final List<Double> up = new ArrayList<>();
    private final List<Double> down = new ArrayList<>();

    private Waterfall(Words words) {
        this.words = words;
    }

    static Chart of(Review review, Words words) {
        return new Waterfall(words).draw(review);
    }

    private Chart draw(Review review) {
        double planned = review.bridge().planned() / THOUSAND;
        total(words.text("plan"), planned);
        double reached = planned;
        for (Part owner : review.verdict().tree().parts()) {
            reached = steps(owner, words.labels().of(owner), reached);
        }
        total(words.text("fact"), reached);
        double least = least();
        String unit = words.text("chart.thousands", review.currency());
        return Chart.part(
                "bridge", words.text("chart.bridge"), words.text("chart.bridge.caption", unit), chart(least, unit));
    }

    private double steps(Part part, String owner, double from) {
        boolean isStep = part.level() == Part.Level.EFFECT || part.level() == Part.Level.NOT_YET_DUE;
        if (isStep) {
            String effect = words.labels().of(part);
            boolean isOwned = part.level() == Part.Level.EFFECT;
            return step(isOwned ? owner + ": " + effect : effect, part.effect() / THOUSAND, from);
        }
        double reached = from;
        for (Part each : part.parts()) {
            reached = steps(each, owner, reached);
        }
        return reached;
    }

    private void total(String name, double amount) {
        bar(name, 0, amount, 0, 0);
    }

    private double step(String name, double change, double from) {
        bar(name, Math.min(from, from + change), 0, Math.max(0, change), Math.max(0, -change));
        return from + change;
    }

    private void bar(String name, double unseen, double all, double plus, double minus) {
        names.add(name);
        under.add(unseen);
        whole.add(all);
        up.add(plus);
        down.add(minus);
    }

    /** A round number somewhat below all steps, so that the axis has round numbers too. */
    private double least() {
        double span = highest() - lowest();
        double round = Math.pow(10, Math.floor(Math.log10(Math.max(1, span))));
        return Math.max(0, Math.floor((lowest() - ROOM_BELOW * span) / round) * round);
    }

    private double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int bar = 0; bar < names.size(); bar++) {
            lowest = Math.min(lowest, whole.get(bar) > 0 ? whole.get(bar) : under.get(bar));
        }
        return lowest;
    }

    private double highest() {
        double highest = 0;
        for (int bar = 0; bar < names.size(); bar++) {
            highest = Math.max(highest, under.get(bar) + whole.get(bar) + up.get(bar) + down.get(bar));
        }
        return highest;
    }

    /** The bars are drawn from the least amount shown, and the axis adds it again. */
    private CategoryChart chart(double least, String unit) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(Charts.WIDTH)
                .height(HEIGHT)
                .yAxisTitle(unit)
                .build();
        Chart.style(chart.getStyler());
        chart.getStyler().setStacked(true);
        chart.getStyler().setAvailableSpaceFill(BAR_FILL);
        chart.getStyler().setXAxisLabelRotation(LABEL_ROTATION);
        chart.getStyler().setXAxisLabelAlignmentVertical(AxesChartStyler.TextAlignment.Right);
        chart.getStyler().setXAxisTickMarkSpacingHint(EVERY_BAR);
        chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler()
                .setYAxisTickLabelsFormattingFunction(value -> words.figures().whole(value + least));
        add(chart, " ", below(under, least), NOTHING).setShowInLegend(false);
        add(chart, words.text("plan") + ", " + words.text("fact"), below(whole, least), Chart.BLUE);
        add(chart, words.text("chart.up"), up, GREEN);
        add(chart, words.text("chart.down"), down, RED);
        return chart;
    }

    private static List<Double> below(List<Double> bars, double least) {
        return bars.stream()
                .map(bar -> Double.valueOf(Math.max(0, bar - least)))
                .toList();
    }

    private CategorySeries add(CategoryChart chart, String name, List<Double> bars, Color color) {
        CategorySeries series = chart.addSeries(name, names, bars);
        series.setFillColor(color);
        return series;
    }
}
