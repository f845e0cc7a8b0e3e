package io.github.planningmath.allocation;

/**
 * The concave envelopes of all curves, each over an interval of spends: the least concave functions that are nowhere below
 * the curves there.
 *
 * <p>The envelope of an S-shaped curve is a chord from the interval's beginning to the point where it touches the curve, and
 * the curve from there on.
 */
final class Envelopes {

    private static final int MOST_STEPS = 100;

    private final ResponseColumns columns;
    private final double[] low;
    private final double[] high;
    private final double[] from;
    private final double[] to;
    private final double[] top;

    private Envelopes(ResponseColumns columns, double[] low, double[] high, double[] from, double[] to, double[] top) {
        this.columns = columns;
        this.low = low;
        this.high = high;
        this.from = from;
        this.to = to;
        this.top = top;
    }

    /** Over the bounds of the channels, no wider than a budget allows. */
    static Envelopes of(ResponseColumns columns, double budget) {
        int channels = columns.size();
        int pieces = columns.pieces();
        Envelopes envelopes = new Envelopes(
                columns,
                new double[channels],
                new double[channels],
                new double[pieces],
                new double[pieces],
                new double[pieces]);
        double room = budget;
        for (int channel = 0; channel < channels; channel++) {
            room -= columns.floor(channel);
        }
        for (int channel = 0; channel < channels; channel++) {
            double floor = columns.floor(channel);
            // No concave channel ends where the budget does: its marginal return there is that of the next unit of
            // money.
            double spare = columns.inflection(channel) > 0 ? 0 : Math.max(budget, 1);
            envelopes.restrict(channel, floor, Math.min(columns.ceiling(channel), floor + Math.max(0, room) + spare));
        }
        return envelopes;
    }

    Envelopes copy() {
        return new Envelopes(columns, low.clone(), high.clone(), from.clone(), to.clone(), top.clone());
    }

    /** Moves a channel to another interval. */
    void restrict(int channel, double begin, double end) {
        low[channel] = begin;
        high[channel] = end;
        int piece = columns.firstPiece(channel);
        double touch = begin;
        double chordTop = Double.POSITIVE_INFINITY;
        if (columns.kind(piece) == ResponseColumns.CHORD) {
            touch = columns.inflection(channel) > begin ? touch(channel, begin, end) : begin;
            chordTop = touch > begin ? Math.log(slope(channel, begin, touch)) : Double.POSITIVE_INFINITY;
            from[piece] = begin;
            to[piece] = touch;
            top[piece] = chordTop;
            piece++;
        }
        for (; piece < columns.firstPiece(channel + 1); piece++) {
            from[piece] = clamp(columns.from(piece), touch, end);
            to[piece] = clamp(columns.to(piece), touch, end);
            top[piece] = Math.min(chordTop, top(piece));
        }
    }

    /** What a channel's envelope is worth above its curve when the pieces are filled to given points. */
    double gap(int channel, double[] filled) {
        int chord = columns.firstPiece(channel);
        double spend = filled[chord];
        if (columns.kind(chord) != ResponseColumns.CHORD || !(spend > from[chord] && spend < to[chord])) {
            return 0;
        }
        ResponseCurve curve = columns.curve(channel);
        double begin = curve.value(from[chord]);
        double line = (curve.value(to[chord]) - begin) * ((spend - from[chord]) / (to[chord] - from[chord]));
        return Math.max(0, begin + line - curve.value(spend));
    }

    /** What the envelopes bring together when their pieces are filled to given points. */
    double outcome(double[] filled) {
        double outcome = 0;
        for (int channel = 0; channel < columns.size(); channel++) {
            outcome += columns.curve(channel).value(spend(channel, filled)) + gap(channel, filled);
        }
        return outcome;
    }

    /** The spend of a channel when its pieces are filled to given points. */
    double spend(int channel, double[] filled) {
        int piece = columns.firstPiece(channel);
        int end = columns.firstPiece(channel + 1);
        if (end == piece + 1) {
            return filled[piece];
        }
        double spend = low[channel];
        for (; piece < end; piece++) {
            spend += filled[piece] - from[piece];
        }
        return Math.min(spend, high[channel]);
    }

    ResponseColumns columns() {
        return columns;
    }

    double low(int channel) {
        return low[channel];
    }

    double high(int channel) {
        return high[channel];
    }

    double[] from() {
        return from;
    }

    double[] to() {
        return to;
    }

    /** By piece: of lines and chords the logarithm of the slope, else that of the marginal return at the beginning. */
    double[] top() {
        return top;
    }

    /** Whether the envelope of a channel begins with a chord. */
    boolean bridges(int channel) {
        int piece = columns.firstPiece(channel);
        return columns.kind(piece) == ResponseColumns.CHORD && to[piece] > from[piece];
    }

    /** Where the chord of a channel's envelope ends. */
    double touch(int channel) {
        return to[columns.firstPiece(channel)];
    }

    private double top(int piece) {
        byte kind = columns.kind(piece);
        if (kind == ResponseColumns.LINE) {
            return columns.first(piece);
        }
        return kind == ResponseColumns.HILL && from[piece] > 0
                ? columns.logMarginal(piece, from[piece])
                : Double.POSITIVE_INFINITY;
    }

    /**
     * The greatest point at which the chord from the beginning is steepest. Each step takes the best point for the slope of the
     * last one: W. Dinkelbach, On nonlinear fractional programming, Management Science 13(7), 1967, doi:10.1287/mnsc.13.7.492.
     */
    private double touch(int channel, double begin, double end) {
        if (!(columns.inflection(channel) < end)) {
            return end;
        }
        ResponseCurve curve = columns.curve(channel);
        double touch = end;
        double steepest = slope(channel, begin, end);
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = Math.min(end, curve.inverseMarginal(steepest));
            double slope = next > begin ? slope(channel, begin, next) : steepest;
            if (!(slope > steepest)) {
                break;
            }
            touch = next;
            steepest = slope;
        }
        return touch;
    }

    private double slope(int channel, double begin, double end) {
        ResponseCurve curve = columns.curve(channel);
        return (curve.value(end) - curve.value(begin)) / (end - begin);
    }

    private static double clamp(double value, double least, double most) {
        return Math.min(Math.max(value, least), most);
    }
}
