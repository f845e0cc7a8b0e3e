package io.github.planningmath.examples.pages;

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
