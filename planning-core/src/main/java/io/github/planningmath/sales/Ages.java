package io.github.planningmath.sales;

/** The check of a customer's age in months. */
final class Ages {

    private Ages() {}

    static void require(int age, String method) {
        if (!(age >= 0)) {
            throw new IllegalArgumentException(
                    method + " must be given an age of at least 0, but was given " + age + ".");
        }
    }
}
