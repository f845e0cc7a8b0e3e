package io.github.planningmath.risk;

/** A constant by month and by draw of the constants. */
interface ByDraw {

    double at(int month, double[] draws);

    boolean isDrawn();

    boolean isSteady();
}
