package io.github.planningmath.risk;

/**
 * Points that fill a cube evenly: the sequence of Sobol, each power of two of its points a net, scrambled so that different seeds give
 * independent estimates without bias. The first point is kept. Beyond {@value #DIMENSIONS} dimensions coordinates are pseudo-random.
 *
 * <p>Direction numbers: S. Joe and F. Y. Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, SIAM
 * Journal on Scientific Computing 30, 2635–2654, <a href="https://doi.org/10.1137/070709359">doi:10.1137/070709359</a>, the file
 * new-joe-kuo-6.21201. The scrambling is that of Owen, by hashing, with the constants of B. Burley (2020), Practical hash-based Owen
 * scrambling, Journal of Computer Graphics Techniques 9(4).
 */
final class SobolSequence {

    static final int DIMENSIONS = 64;

    private static final int BITS = 32;

    private static final double STEP = 0x1p-32;

    /** Degree, coefficients and first direction numbers of the primitive polynomial of each dimension from the second on. */
    private static final String[] POLYNOMIALS = {
        "1 0 1",
        "2 1 1 3",
        "3 1 1 3 1",
        "3 2 1 1 1",
        "4 1 1 1 3 3",
        "4 4 1 3 5 13",
        "5 2 1 1 5 5 17",
        "5 4 1 1 5 5 5",
        "5 7 1 1 7 11 19",
        "5 11 1 1 5 1 1",
        "5 13 1 1 1 3 11",
        "5 14 1 3 5 5 31",
        "6 1 1 3 3 9 7 49",
        "6 13 1 1 1 15 21 21",
        "6 16 1 3 1 13 27 49",
        "6 19 1 1 1 15 7 5",
        "6 22 1 3 1 15 13 25",
        "6 25 1 1 5 5 19 61",
        "7 1 1 3 7 11 23 15 103",
        "7 4 1 3 7 13 13 15 69",
        "7 7 1 1 3 13 7 35 63",
        "7 8 1 3 5 9 1 25 53",
        "7 14 1 3 1 13 9 35 107",
        "7 19 1 3 1 5 27 61 31",
        "7 21 1 1 5 11 19 41 61",
        "7 28 1 3 5 3 3 13 69",
        "7 31 1 1 7 13 1 19 1",
        "7 32 1 3 7 5 13 19 59",
        "7 37 1 1 3 9 25 29 41",
        "7 41 1 3 5 13 23 1 55",
        "7 42 1 3 7 3 13 59 17",
        "7 50 1 3 1 3 5 53 69",
        "7 55 1 1 5 5 23 33 13",
        "7 56 1 1 7 7 1 61 123",
        "7 59 1 1 7 9 13 61 49",
        "7 62 1 3 3 5 3 55 33",
        "8 14 1 3 1 15 31 13 49 245",
        "8 21 1 3 5 15 31 59 63 97",
        "8 22 1 3 1 11 11 11 77 249",
        "8 38 1 3 1 11 27 43 71 9",
        "8 47 1 1 7 15 21 11 81 45",
        "8 49 1 3 7 3 25 31 65 79",
        "8 50 1 3 1 1 19 11 3 205",
        "8 52 1 1 5 9 19 21 29 157",
        "8 56 1 3 7 11 1 33 89 185",
        "8 67 1 3 3 3 15 9 79 71",
        "8 70 1 3 7 11 15 39 119 27",
        "8 84 1 1 3 1 11 31 97 225",
        "8 97 1 1 1 3 23 43 57 177",
        "8 103 1 3 7 7 17 17 37 71",
        "8 115 1 3 1 5 27 63 123 213",
        "8 122 1 1 3 5 11 43 53 133",
        "9 8 1 3 5 5 29 17 47 173 479",
        "9 13 1 3 3 11 3 1 109 9 69",
        "9 16 1 1 1 5 17 39 23 5 343",
        "9 22 1 3 1 5 25 15 31 103 499",
        "9 25 1 1 1 11 11 17 63 105 183",
        "9 44 1 1 5 11 9 29 97 231 363",
        "9 47 1 1 5 15 19 45 41 7 383",
        "9 52 1 3 7 7 31 19 83 137 221",
        "9 55 1 1 1 3 23 15 111 223 83",
        "9 59 1 1 5 13 31 15 55 25 161",
        "9 62 1 1 3 13 25 47 39 87 257"
    };

    private static final int[][] DIRECTIONS = directions();

    private final int[] seeds;

    SobolSequence(int dimensions, long seed) {
        seeds = new int[dimensions];
        for (int j = 0; j < dimensions; j++) {
            seeds[j] = (int) mixed(seed + 0x9E3779B97F4A7C15L * (j + 1));
        }
    }

    /** A coordinate of a point, scrambled; above 0 and below 1. */
    double coordinate(int point, int dimension) {
        int bits = dimension < DIMENSIONS
                ? scrambled(unscrambled(point, dimension), seeds[dimension])
                : (int) mixed(mixed(seeds[dimension]) + point);
        return ((bits & 0xFFFF_FFFFL) + 0.5) * STEP;
    }

    /** The same before scrambling, as a fraction of 2^32, in the order of the Gray code. */
    static int unscrambled(int point, int dimension) {
        int gray = point ^ (point >>> 1);
        int bits = 0;
        for (int k = 0; gray != 0; k++, gray >>>= 1) {
            bits ^= (gray & 1) == 0 ? 0 : DIRECTIONS[dimension][k];
        }
        return bits;
    }

    /** Owen's nested scrambling of the bits from the highest down: each is flipped by a hash of those above it. */
    private static int scrambled(int bits, int seed) {
        int x = Integer.reverse(bits) + seed;
        x ^= x * 0x6c50b47c;
        x ^= x * 0xb82f1e52;
        x ^= x * 0xc7afe638;
        x ^= x * 0x8d22f6e6;
        return Integer.reverse(x);
    }

    /** The finalizer of SplitMix64. */
    static long mixed(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static int[][] directions() {
        int[][] directions = new int[DIMENSIONS][BITS];
        for (int k = 0; k < BITS; k++) {
            directions[0][k] = 1 << (BITS - 1 - k);
        }
        for (int j = 1; j < DIMENSIONS; j++) {
            String[] numbers = POLYNOMIALS[j - 1].split(" ", -1);
            int degree = Integer.parseInt(numbers[0]);
            int coefficients = Integer.parseInt(numbers[1]);
            int[] v = directions[j];
            for (int k = 0; k < BITS; k++) {
                if (k < degree) {
                    v[k] = Integer.parseInt(numbers[k + 2]) << (BITS - 1 - k);
                } else {
                    v[k] = v[k - degree] ^ (v[k - degree] >>> degree);
                    for (int i = 1; i < degree; i++) {
                        v[k] ^= ((coefficients >> (degree - 1 - i)) & 1) * v[k - i];
                    }
                }
            }
        }
        return directions;
    }
}
