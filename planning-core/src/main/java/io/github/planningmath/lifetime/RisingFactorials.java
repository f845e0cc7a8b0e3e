package io.github.planningmath.lifetime;

/** {@code ln (base)_n} and its derivative by the base for n from 0 to a greatest, for one base after another. */
final class RisingFactorials {

    private final double[] logarithms;
    private final double[] derivatives;

    RisingFactorials(int greatest) {
        logarithms = new double[greatest + 1];
        derivatives = new double[greatest + 1];
    }

    void at(double base) {
        LogRisingFactorial factorial = new LogRisingFactorial(base);
        for (int n = 0; n < logarithms.length; n++) {
            factorial.to(n);
            logarithms[n] = factorial.value();
            derivatives[n] = factorial.derivative();
        }
    }

    double logarithm(int n) {
        return logarithms[n];
    }

    double derivative(int n) {
        return derivatives[n];
    }
}
