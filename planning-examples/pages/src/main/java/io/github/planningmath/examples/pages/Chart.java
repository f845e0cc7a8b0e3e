package io.github.planningmath.examples.pages;

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
 * A drawing for a page.
 *
 * @param title what it shows
 * @param caption how it is read
 * @param markup the drawing as it stands in the page, which needs no other file for it
 */
public record Chart(String title, String caption, String markup) {

    /** What is. */
    public static final Color BLUE = new Color(0x2F6DB5);

    /** What is expected. */
    public static final Color ORANGE = new Color(0xD9772B);

    /** What stands beside. */
    public static final Color GREY = new Color(0x8A8F98);

    /** The lines of a grid. */
    public static final Color LIGHT = new Color(0xE4E7EB);

    private static final int TEXT_SIZE = 13;

    /**
     * A drawing that is a picture by itself.
     *
     * @param title what it shows; the chart's own title is left to the page
     * @param caption how it is read
     * @param chart the chart
     * @return the drawing
     */
    public static Chart picture(String title, String caption, IChart chart) {
        String data = Base64.getEncoder().encodeToString(svg(chart).getBytes(StandardCharsets.UTF_8));
        return new Chart(title, caption, "<img alt=\"\" src=\"data:image/svg+xml;base64," + data + "\">");
    }

    /**
     * A drawing that is a part of the page.
     *
     * @param name what the identifiers in the drawing begin with: those of a page must differ
     * @param title what it shows; the chart's own title is left to the page
     * @param caption how it is read
     * @param chart the chart
     * @return the drawing
     */
    public static Chart part(String name, String title, String caption, IChart chart) {
        String svg = svg(chart);
        return new Chart(
                title,
                caption,
                svg.substring(svg.indexOf("<svg"))
                        .replaceAll("\\sxmlns(:\\w+)?=\"[^\"]*\"", "")
                        .replace("xlink:href", "href")
                        .replace("id=\"", "id=\"" + name + "-")
                        .replace("url(#", "url(#" + name + "-")
                        .replace("href=\"#", "href=\"#" + name + "-"));
    }

    private static String svg(IChart chart) {
        try {
            // Java's name of the font is no browser's.
            return new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8)
                    .replace("SansSerif", "sans-serif");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Gives a chart the look that all charts share.
     *
     * @param styler the chart's styler
     */
    public static void style(AxesChartStyler styler) {
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
