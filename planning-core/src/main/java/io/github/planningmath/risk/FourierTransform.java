package io.github.planningmath.risk;

/** The fast Fourier transform of a power of two of complex numbers, in place. */
final class FourierTransform {

    private FourierTransform() {}

    /** {@code X_k = sum over j of x_j exp(-2 pi i j k / n)}. */
    static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j |= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        double[] cosines = new double[n / 2];
        double[] sines = new double[n / 2];
        for (int k = 0; k < n / 2; k++) {
            cosines[k] = StrictMath.cos(2 * Math.PI * k / n);
            sines[k] = -StrictMath.sin(2 * Math.PI * k / n);
        }
        for (int length = 2; length <= n; length *= 2) {
            int half = length / 2;
            int stride = n / length;
            for (int from = 0; from < n; from += length) {
                for (int k = 0; k < half; k++) {
                    int a = from + k;
                    int b = a + half;
                    double c = cosines[k * stride];
                    double s = sines[k * stride];
                    double x = re[b] * c - im[b] * s;
                    double y = re[b] * s + im[b] * c;
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    private static void swap(double[] numbers, int i, int j) {
        double kept = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = kept;
    }
}
