package io.github.planningmath.allocation;

/** The families of response curves that {@link ResponseFitter} knows, with the names of their parameters. */
public enum CurveFamily {
    /** {@link LinearResponse} without a ceiling: {@code slope}. */
    LINEAR,
    /** {@link LinearResponse} with a ceiling: {@code slope}, {@code ceiling}. */
    LINEAR_WITH_CEILING,
    /** {@link PowerResponse}: {@code scale}, {@code exponent}. */
    POWER,
    /** {@link LogarithmicResponse}: {@code scale}, {@code spread}. */
    LOGARITHMIC,
    /** {@link ExponentialResponse}: {@code ceiling}, {@code scale}. */
    EXPONENTIAL,
    /** {@link MichaelisMenten}: {@code ceiling}, {@code halfSaturation}. */
    MICHAELIS_MENTEN,
    /** {@link Hill}: {@code ceiling}, {@code halfSaturation}, {@code slope}. */
    HILL;

    CurveShape shape() {
        return switch (this) {
            case LINEAR -> new StraightShape();
            case LINEAR_WITH_CEILING -> new CeilingShape();
            case POWER -> new PowerShape();
            case LOGARITHMIC -> ScaleShape.LOGARITHMIC;
            case EXPONENTIAL -> ScaleShape.EXPONENTIAL;
            case MICHAELIS_MENTEN -> ScaleShape.MICHAELIS_MENTEN;
            case HILL -> new HillShape();
        };
    }
}
