package io.github.planningmath.lifetime;

import java.util.Arrays;

/**
 * A few numbers for each pair of a frequency and a time, computed when first asked for: a dense table of the frequencies and
 * times met so far. What finds no room is computed each time it is asked for.
 */
abstract class FrequencyTimeTable {

    /** Where the values of a pair without a place of its own are, until another such pair is asked for. */
    static final int NOT_KNOWN = 0;

    private static final int MOST_FREQUENCIES = 1 << 10;

    /** 16 MB, of all parts of a scoring together. */
    private static final int MOST_VALUES = 1 << 21;

    private static final int NO_ROW = -1;

    private final int width;
    private final int mostValues;

    /** By frequency, where its row of cells starts. */
    private final int[] starts = new int[MOST_FREQUENCIES];

    /** One cell for pairs without room, then rows of one length; a cell's first value is not a number until it is filled. */
    private double[] values;

    private int end;
    private int timesInRow = 1 << 9;

    FrequencyTimeTable(int width, int parts) {
        this.width = width;
        this.mostValues = MOST_VALUES / parts;
        this.values = new double[width];
        this.end = width;
        Arrays.fill(starts, NO_ROW);
    }

    /** Where the values of a pair are, if they were computed before; the place is that of the time in {@link TimePlaces}. */
    final int known(int frequency, int place) {
        if (frequency < MOST_FREQUENCIES && place < timesInRow && place >= 0 && starts[frequency] >= 0) {
            int at = starts[frequency] + place * width;
            return Double.isNaN(values[at]) ? NOT_KNOWN : at;
        }
        return NOT_KNOWN;
    }

    /** Where the values of a pair are, computed if need be. */
    final int at(int frequency, double time, int place) {
        int at = known(frequency, place);
        return at == NOT_KNOWN ? computed(frequency, time, place) : at;
    }

    final double value(int at) {
        return values[at];
    }

    /** Computes the values of a pair; the first of them is a number. */
    abstract void fill(int frequency, double time, double[] into, int at);

    private int computed(int frequency, double time, int place) {
        int at = frequency < MOST_FREQUENCIES && place >= 0 && hasRoom(place) && hasRow(frequency)
                ? starts[frequency] + place * width
                : NOT_KNOWN;
        fill(frequency, time, values, at);
        return at;
    }

    /** Whether rows reach to a place, lengthened for it if need be. */
    private boolean hasRoom(int place) {
        int longer = timesInRow;
        while (place >= longer) {
            longer *= 2;
        }
        if (longer > timesInRow) {
            int rows = (end - width) / (timesInRow * width);
            if ((long) rows * longer * width > mostValues) {
                return false;
            }
            lengthen(rows, longer);
        }
        return true;
    }

    private void lengthen(int rows, int longer) {
        int oldLength = timesInRow * width;
        int length = longer * width;
        double[] moved = new double[width + rows * length];
        Arrays.fill(moved, Double.NaN);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, width + row * oldLength, moved, width + row * length, oldLength);
        }
        for (int frequency = 0; frequency < MOST_FREQUENCIES; frequency++) {
            if (starts[frequency] >= 0) {
                starts[frequency] = width + (starts[frequency] - width) / oldLength * length;
            }
        }
        values = moved;
        end = moved.length;
        timesInRow = longer;
    }

    private boolean hasRow(int frequency) {
        if (starts[frequency] < 0) {
            int length = timesInRow * width;
            if (end + length > mostValues) {
                return false;
            }
            if (end + length > values.length) {
                int old = values.length;
                values = Arrays.copyOf(values, Math.min(mostValues, end + Math.max(length, end)));
                Arrays.fill(values, old, values.length, Double.NaN);
            }
            starts[frequency] = end;
            end += length;
        }
        return true;
    }
}
