package io.github.planningmath.examples.pages;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * What the colours of a drawing stand for; it stands in the page, which has room for it on a phone too.
 *
 * @param entries the series in their order
 */
record Legend(List<Entry> entries) {

    /**
     * A series.
     *
     * @param name its name
     * @param colour its colour as the page calls it
     */
    record Entry(String name, String colour) {}

    /** The legend of a chart of bars or lines; none where there is a single series. */
    static Legend of(IChart chart) {
        List<Entry> entries = new ArrayList<>();
        if (chart instanceof CategoryChart bars && bars.getSeriesCollection().size() > 1) {
            for (CategorySeries series : bars.getSeriesCollection()) {
                if (series.isShowInLegend()) {
                    boolean isLine = bars.getStyler().getDefaultSeriesRenderStyle() == CategorySeriesRenderStyle.Line;
                    entries.add(entry(series.getName(), isLine ? series.getLineColor() : series.getFillColor()));
                }
            }
        }
        if (chart instanceof XYChart lines) {
            for (XYSeries series : lines.getSeriesCollection()) {
                if (series.isShowInLegend()) {
                    entries.add(entry(series.getName(), series.getLineColor()));
                }
            }
        }
        return new Legend(List.copyOf(entries));
    }

    private static Entry entry(String name, Color color) {
        return new Entry(name, Chart.shade(color));
    }
}
