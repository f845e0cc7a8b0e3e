package io.github.planningmath.examples.pages;

import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * What a drawing is drawn for; its letters are as large in each.
 *
 * @param width its width in pixels
 * @param height its height in pixels
 */
public record Frame(int width, int height) {

    static final Frame DESK = new Frame(900, 440);
    static final Frame PHONE = new Frame(350, 340);

    private static final int LABEL_ROTATION = 90;
    private static final int EVERY_LABEL = 10;

    /**
     * Whether there is little room for legend and labels.
     *
     * @return true on a phone
     */
    public boolean isNarrow() {
        return width < DESK.width;
    }

    /**
     * An empty chart of bars, or of lines over names.
     *
     * @param across what the horizontal axis is called, nothing where that is plain
     * @param up what the vertical axis is called, likewise
     * @return the chart, in the style of the pages
     */
    public CategoryChart categories(String across, String up) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(width)
                .height(height)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        Chart.style(chart.getStyler());
        return chart;
    }

    /**
     * An empty chart of points or lines over numbers or days.
     *
     * @param across what the horizontal axis is called, nothing where that is plain
     * @param up what the vertical axis is called, likewise
     * @return the chart, in the style of the pages
     */
    public XYChart lines(String across, String up) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        Chart.style(chart.getStyler());
        return chart;
    }

    /**
     * Labels each place of the horizontal axis, upright where there is no room.
     *
     * @param styler the chart's styler
     */
    public void everyLabel(AxesChartStyler styler) {
        styler.setXAxisTickMarkSpacingHint(EVERY_LABEL);
        if (isNarrow()) {
            styler.setXAxisLabelRotation(LABEL_ROTATION);
        }
    }
}
