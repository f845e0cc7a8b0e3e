package io.github.planningmath.examples.lifetimevalue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * A drawing for the page.
 *
 * @param title what it shows
 * @param caption how it is read
 * @param svg the drawing
 */
record Chart(String title, String caption, String svg) {

    static final int WIDTH = 860;
    static final int HEIGHT = 420;

    static final Color BLUE = new Color(0x2F6DB5);
    static final Color ORANGE = new Color(0xD9772B);
    static final Color GREY = new Color(0x8A8F98);
    static final Color LIGHT = new Color(0xE4E7EB);
    static final BasicStroke LINE = new BasicStroke(2.2f);

    private static final int TEXT_SIZE = 13;

    /** Draws a chart, whose own title is left to the page. */
    static Chart of(String title, String caption, IChart chart) {
        try {
            String svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
            // Java's name of the font is no browser's.
            return new Chart(title, caption, svg.replace("SansSerif", "sans-serif"));
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

    /** The drawing as a picture's address, so that the page needs no other file. */
    String data() {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
