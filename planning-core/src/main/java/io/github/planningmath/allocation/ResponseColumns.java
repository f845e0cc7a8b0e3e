package io.github.planningmath.allocation;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Channels by column, for allocations over very many of them or very many times: what does not depend on the budget is
 * computed once, when a channel is added.
 *
 * <p>A curve is kept as pieces, each a straight line or strictly concave, in the order in which money fills them. A curve
 * that is not concave begins with a chord, which stands for the part that its concave envelope bridges.
 *
 * <p>As JSON it is a view, which is not read back: the number of channels.
 */
public final class ResponseColumns {

    static final byte LINE = 0;
    static final byte CHORD = 1;
    static final byte POWER = 2;
    static final byte LOGARITHMIC = 3;
    static final byte EXPONENTIAL = 4;
    static final byte MICHAELIS_MENTEN = 5;
    static final byte HILL = 6;

    /**
     * Limits of what channels spend together.
     *
     * @param begin the first channel
     * @param end one after the last channel
     * @param floor at least 0
     * @param ceiling at least the floor
     */
    record Limit(int begin, int end, double floor, double ceiling) {}

    private final List<Limit> limits = new ArrayList<>();
    private int channels;
    private int pieces;
    private ResponseCurve[] curve;
    private double[] floor;
    private double[] ceiling;
    private double[] inflection;
    private int[] firstPiece;
    private boolean concave = true;
    private boolean lines;

    private byte[] kind;
    private double[] from;
    private double[] to;
    private double[] first;
    private double[] second;
    private HillSlope[] hill;

    /** No channels yet. */
    public ResponseColumns() {
        int size = 8;
        curve = new ResponseCurve[size];
        floor = new double[size];
        ceiling = new double[size];
        inflection = new double[size];
        firstPiece = new int[size + 1];
        kind = new byte[size];
        from = new double[size];
        to = new double[size];
        first = new double[size];
        second = new double[size];
        hill = new HillSlope[size];
    }

    /**
     * Appends a channel.
     *
     * @param response what spending brings there
     * @param least the least spend, at least 0 and finite
     * @param most the greatest spend, at least the least; infinite if there is no limit
     * @return these columns
     * @throws IllegalArgumentException if the bounds are not accepted
     */
    public ResponseColumns add(ResponseCurve response, double least, double most) {
        Required.present(response, "ResponseColumns.response");
        requireOrder(least, most);
        if (channels == curve.length) {
            growChannels();
        }
        curve[channels] = response;
        floor[channels] = least;
        ceiling[channels] = most;
        inflection[channels] = response.inflection();
        concave &= !(inflection[channels] > 0);
        channels++;
        response.addTo(this);
        firstPiece[channels] = pieces;
        return this;
    }

    /**
     * Limits what neighbouring channels spend together. Of limits that lie within each other the inner one is given first.
     *
     * @param begin the first channel
     * @param end one after the last channel
     * @param least the least spend together, at least 0 and finite
     * @param most the greatest, at least the least; infinite if there is no limit
     * @return these columns
     * @throws IllegalArgumentException if there are no such channels, or limits cross
     */
    public ResponseColumns limit(int begin, int end, double least, double most) {
        requireOrder(least, most);
        if (!(begin >= 0 && begin < end && end <= channels)) {
            throw new IllegalArgumentException("ResponseColumns.limit must be of some of the " + channels
                    + " channels, but was from " + begin + " to " + end + ".");
        }
        for (Limit inner : limits) {
            if (!(inner.end <= begin || inner.begin >= end || (inner.begin >= begin && inner.end <= end))) {
                throw new IllegalArgumentException(
                        "ResponseColumns.limit must be apart from those before it or around them, but " + begin + " to "
                                + end + " is not around " + inner.begin + " to " + inner.end + ".");
            }
        }
        limits.add(new Limit(begin, end, least, most));
        return this;
    }

    /** As they are written: how many channels there are, without them. */
    private record View(int channels) {}

    @DocumentForm.Written
    View view() {
        return new View(channels);
    }

    /**
     * How many channels there are.
     *
     * @return the channels added
     */
    public int size() {
        return channels;
    }

    /** A straight line; beyond a chord, only what the chord leaves of it. */
    void line(double begin, double end, double slope) {
        lines = true;
        append(LINE, begin, end, Math.log(slope), 0);
    }

    /** The place of a chord, before the pieces that it may replace. */
    void chord() {
        lines = true;
        append(CHORD, 0, Double.POSITIVE_INFINITY, 0, 0);
    }

    void power(double scale, double exponent) {
        append(POWER, 0, Double.POSITIVE_INFINITY, Math.log(scale * exponent), 1 / (1 - exponent));
    }

    void logarithmic(double scale, double spread) {
        append(LOGARITHMIC, 0, Double.POSITIVE_INFINITY, scale, spread);
    }

    void exponential(double most, double scale) {
        append(EXPONENTIAL, 0, Double.POSITIVE_INFINITY, Math.log(most / scale), scale);
    }

    void michaelisMenten(double most, double halfSaturation) {
        append(
                MICHAELIS_MENTEN,
                0,
                Double.POSITIVE_INFINITY,
                Math.sqrt(most) * Math.sqrt(halfSaturation),
                halfSaturation);
    }

    void hill(Hill response) {
        if (response.slope() > 1) {
            chord();
        }
        double unit = response.ceiling() * response.slope() / response.halfSaturation();
        append(HILL, 0, Double.POSITIVE_INFINITY, Math.log(unit), response.halfSaturation());
        hill[pieces - 1] = HillSlope.of(response.slope());
    }

    /** The logarithm of the marginal return on a piece, but for a chord. */
    double logMarginal(int piece, double spend) {
        return switch (kind[piece]) {
            case LINE -> first[piece];
            case POWER -> first[piece] - Math.log(spend) / second[piece];
            case LOGARITHMIC -> Math.log(first[piece] / (second[piece] + spend));
            case EXPONENTIAL -> first[piece] - spend / second[piece];
            case MICHAELIS_MENTEN -> 2 * Math.log(first[piece] / (second[piece] + spend));
            default -> {
                double inverse = hill[piece].inverse();
                yield first[piece] + HillSlope.logMarginal(inverse, Math.log(spend / second[piece]) / inverse);
            }
        };
    }

    boolean allConcave() {
        return concave;
    }

    boolean haveLines() {
        return lines;
    }

    List<Limit> limits() {
        return limits;
    }

    int pieces() {
        return pieces;
    }

    ResponseCurve curve(int channel) {
        return curve[channel];
    }

    double floor(int channel) {
        return floor[channel];
    }

    double ceiling(int channel) {
        return ceiling[channel];
    }

    double inflection(int channel) {
        return inflection[channel];
    }

    int firstPiece(int channel) {
        return firstPiece[channel];
    }

    byte kind(int piece) {
        return kind[piece];
    }

    double from(int piece) {
        return from[piece];
    }

    double to(int piece) {
        return to[piece];
    }

    double first(int piece) {
        return first[piece];
    }

    double second(int piece) {
        return second[piece];
    }

    HillSlope hill(int piece) {
        return hill[piece];
    }

    private void append(byte pieceKind, double begin, double end, double constant, double another) {
        if (pieces == kind.length) {
            growPieces();
        }
        kind[pieces] = pieceKind;
        from[pieces] = begin;
        to[pieces] = end;
        first[pieces] = constant;
        second[pieces] = another;
        pieces++;
    }

    private void growChannels() {
        int size = 2 * channels;
        curve = Arrays.copyOf(curve, size);
        floor = Arrays.copyOf(floor, size);
        ceiling = Arrays.copyOf(ceiling, size);
        inflection = Arrays.copyOf(inflection, size);
        firstPiece = Arrays.copyOf(firstPiece, size + 1);
    }

    private void growPieces() {
        int size = 2 * pieces;
        kind = Arrays.copyOf(kind, size);
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        first = Arrays.copyOf(first, size);
        second = Arrays.copyOf(second, size);
        hill = Arrays.copyOf(hill, size);
    }

    private static void requireOrder(double least, double most) {
        if (!(least >= 0 && least <= most && least < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("ResponseColumns must have bounds of at least 0 in their order, but had "
                    + least + " to " + most + ".");
        }
    }

    @Override
    public String toString() {
        return channels + " channels";
    }
}
