package io.github.planningmath.examples.monthreview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * A drawing that stands in the page itself.
 *
 * @param title what it shows
 * @param caption how it is read
 * @param svg the drawing
 */
record Chart(String title, String caption, String svg) {

    static final int WIDTH = 900;
    static final int HEIGHT = 440;

    static final Color BLUE = new Color(0x2F6DB5);
    static final Color ORANGE = new Color(0xD9772B);
    static final Color GREEN = new Color(0x2E8B57);
    static final Color RED = new Color(0xC0392B);
    static final Color GREY = new Color(0x8A8F98);
    static final Color LIGHT = new Color(0xE4E7EB);
    static final Color NOTHING = new Color(0xFF, 0xFF, 0xFF, 0);

    private static final int TEXT_SIZE = 13;

    /**
     * Draws a chart, whose own title is left to the page.
     *
     * @param name what the identifiers in the drawing begin with: those of a page must differ
     */
    static Chart of(String name, String title, String caption, IChart chart) {
        try {
            String svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
            return new Chart(
                    title,
                    caption,
                    svg.substring(svg.indexOf("<svg"))
                            .replaceAll("\\sxmlns(:\\w+)?=\"[^\"]*\"", "")
                            .replace("xlink:href", "href")
                            .replace("id=\"", "id=\"" + name + "-")
                            .replace("url(#", "url(#" + name + "-")
                            .replace("href=\"#", "href=\"#" + name + "-")
                            // Java's name of the font is no browser's.
                            .replace("SansSerif", "sans-serif"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The look that all charts share. */
    static void style(AxesChartStyler styler) {
        styler.setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, TEXT_SIZE));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, TEXT_SIZE));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, TEXT_SIZE));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, TEXT_SIZE));
        styler.setChartTitleVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(LIGHT);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLocale(Locale.ROOT);
    }
}
