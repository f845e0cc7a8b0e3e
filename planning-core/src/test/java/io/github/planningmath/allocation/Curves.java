package io.github.planningmath.allocation;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Response curves of all families for budgets of some thousands, which bring some thousands. */
final class Curves {

    private Curves() {}

    static Arbitrary<ResponseCurve> any() {
        return Arbitraries.oneOf(concave(), sShaped());
    }

    static Arbitrary<ResponseCurve> concave() {
        return Arbitraries.oneOf(smoothConcave(), lines(), concaveKnots());
    }

    static Arbitrary<ResponseCurve> smoothConcave() {
        Arbitrary<Double> amount = number(10, 5_000);
        return Arbitraries.oneOf(
                Combinators.combine(number(1, 300), number(0.05, 0.95)).as(PowerResponse::new),
                Combinators.combine(amount, amount).as(LogarithmicResponse::new),
                Combinators.combine(amount, amount).as(ExponentialResponse::new),
                Combinators.combine(amount, amount).as(MichaelisMenten::new),
                Combinators.combine(amount, amount, number(0.2, 1)).as(Hill::new),
                Combinators.combine(amount, amount, number(0, 0.9))
                        .as((most, half, carryOver) -> new Adstock(new MichaelisMenten(most, half), carryOver)));
    }

    static Arbitrary<ResponseCurve> sShaped() {
        Arbitrary<Double> amount = number(10, 5_000);
        return Arbitraries.oneOf(
                Combinators.combine(amount, amount, number(1.05, 8)).as(Hill::new),
                Combinators.combine(amount, amount, number(0, 0.9))
                        .as((most, half, carryOver) -> new Adstock(new Hill(most, half, 3.0), carryOver)),
                slopes(2, 5).map(slopes -> knots(slopes.stream().sorted().toList())));
    }

    private static Arbitrary<ResponseCurve> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5), number(10, 5_000).injectNull(0.3))
                .as((slope, ceiling) -> new LinearResponse((double) slope, ceiling));
    }

    private static Arbitrary<ResponseCurve> concaveKnots() {
        return slopes(1, 5)
                .map(slopes -> knots(slopes.stream()
                        .sorted((left, right) -> Integer.compare(right, left))
                        .toList()));
    }

    private static Arbitrary<List<Integer>> slopes(int least, int most) {
        return Arbitraries.integers().between(0, 5).list().ofMinSize(least).ofMaxSize(most);
    }

    /** Knots 500 apart with given slopes between them. */
    private static ResponseCurve knots(List<Integer> slopes) {
        List<PiecewiseLinear.Knot> knots = new ArrayList<>();
        double outcome = 0;
        for (int slope : slopes) {
            outcome += 500 * slope;
            knots.add(new PiecewiseLinear.Knot(500.0 * (knots.size() + 1), outcome));
        }
        return new PiecewiseLinear(knots);
    }

    static Arbitrary<Double> number(double least, double most) {
        return Arbitraries.doubles().between(least, most).ofScale(2);
    }
}
