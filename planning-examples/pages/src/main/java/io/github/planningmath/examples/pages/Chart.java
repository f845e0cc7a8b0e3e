package io.github.planningmath.examples.pages;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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

    /** What is better. */
    public static final Color GREEN = new Color(0x2E8B57);

    /** What is worse. */
    public static final Color RED = new Color(0xC0392B);

    /** The lines of a grid. */
    private static final Color LIGHT = new Color(0xE4E7EB);

    /** What XChart draws axes with. */
    private static final Color AXIS = new Color(130, 130, 130);

    /** The colours that the page has another shade of in the dark, and what it calls them. */
    private static final Map<Color, String> SHADES = Map.of(
            Color.BLACK,
            "ink",
            Color.WHITE,
            "paper",
            LIGHT,
            "line",
            AXIS,
            "soft",
            BLUE,
            "blue",
            ORANGE,
            "orange",
            GREY,
            "grey",
            GREEN,
            "green",
            RED,
            "red");

    private static final int TEXT_SIZE = 13;

    /**
     * A drawing of a chart, once for a desk and once for a phone; the page shows the one that fits.
     *
     * @param name what the identifiers in the drawing begin with: those of a page must differ
     * @param title what it shows; the chart's own title is left to the page
     * @param caption how it is read
     * @param chart makes the chart for a frame
     * @return the drawing
     */
    public static Chart of(String name, String title, String caption, Function<Frame, IChart> chart) {
        IChart onDesk = chart.apply(Frame.DESK);
        return new Chart(
                title,
                caption,
                Template.LEGEND.with(Legend.of(onDesk)) + "<div class=\"desk\">" + part(name, onDesk)
                        + "</div><div class=\"phone\">" + part(name + "-narrow", chart.apply(Frame.PHONE)) + "</div>");
    }

    /**
     * A drawing of steps from one amount to another.
     *
     * @param title what it shows
     * @param caption how it is read
     * @param steps the steps
     * @return the drawing
     */
    public static Chart of(String title, String caption, Waterfall steps) {
        return new Chart(title, caption, Template.WATERFALL.with(steps));
    }

    private static String part(String name, IChart chart) {
        String svg = svg(chart);
        String part = svg.substring(svg.indexOf("<svg"))
                .replaceAll("\\sxmlns(:\\w+)?=\"[^\"]*\"", "")
                .replace("xlink:href", "href")
                .replace("id=\"", "id=\"" + name + "-")
                .replace("url(#", "url(#" + name + "-")
                .replace("href=\"#", "href=\"#" + name + "-");
        for (Map.Entry<Color, String> shade : SHADES.entrySet()) {
            part = part.replace(rgb(shade.getKey()), shade(shade.getKey()));
        }
        return part;
    }

    /** What the page calls a colour. */
    static String shade(Color color) {
        String name = SHADES.get(color);
        return name == null ? rgb(color) : "var(--" + name + ")";
    }

    private static String rgb(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
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
        styler.setChartTitleVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(LIGHT);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setLegendVisible(false);
        styler.setLocale(Locale.ROOT);
    }
}
