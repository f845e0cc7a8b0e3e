package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.allocation.PiecewiseLinear.Knot;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseCurveTest {

    private static final ResponseCurve CURVE = new MichaelisMenten(100.0, 50.0);

    @Test
    void aLineEndsAtItsCeiling() {
        LinearResponse line = new LinearResponse(2.0, 300.0);
        assertThat(line.value(100)).isEqualTo(200);
        assertThat(line.value(500)).isEqualTo(600);
        assertThat(line.marginal(300)).isZero();
        assertThat(line.inverseMarginal(2)).isEqualTo(300);
        assertThat(line.inverseMarginal(2.1)).isZero();
        assertThat(line.spendFor(601)).isInfinite();
    }

    @Test
    void halfOfTheCeilingIsHadAtHalfSaturation() {
        assertThat(CURVE.value(50)).isEqualTo(50);
        assertThat(new Hill(100.0, 50.0, 3.0).value(50)).isEqualTo(50);
        assertThat(new Hill(100.0, 50.0, 0.5).spendFor(50)).isEqualTo(50);
    }

    @Test
    void aHillOfSlopeTwoTurnsAtHalfSaturationOverTheRootOfThree() {
        Hill hill = new Hill(1.0, 3.0, 2.0);
        assertThat(hill.inflection()).isCloseTo(Math.sqrt(3), within(1e-15));
        // The greatest marginal return of x^2 / (1 + x^2) is 3 sqrt(3) / 8.
        assertThat(hill.marginal(hill.inflection())).isCloseTo(Math.sqrt(3) / 8, within(1e-15));
        assertThat(hill.inverseMarginal(0.3)).isZero();
        assertThat(hill.concavity()).isEqualTo(Concavity.S_SHAPED);
    }

    @Test
    void anEFoldOfALogarithmAddsTheScale() {
        LogarithmicResponse curve = new LogarithmicResponse(7.0, 10.0);
        assertThat(curve.value(10 * Math.expm1(2))).isCloseTo(14, within(1e-14));
        assertThat(curve.marginal(10)).isEqualTo(curve.marginal(0) / 2);
    }

    @Test
    void knotsAreJoinedByLines() {
        PiecewiseLinear curve =
                new PiecewiseLinear(List.of(new Knot(100.0, 50.0), new Knot(200.0, 250.0), new Knot(400.0, 300.0)));
        assertThat(curve.value(50)).isEqualTo(25);
        assertThat(curve.value(150)).isEqualTo(150);
        assertThat(curve.value(1_000)).isEqualTo(300);
        assertThat(curve.marginal(100)).isEqualTo(2);
        assertThat(curve.inflection()).isEqualTo(100);
        assertThat(curve.inverseMarginal(1)).isEqualTo(200);
        assertThat(curve.spendFor(275)).isEqualTo(300);
    }

    @Test
    void theSteadyStateOfAnAdstockHasItsWholeStock() {
        Adstock adstock = new Adstock(CURVE, 0.75);
        assertThat(adstock.value(10)).isEqualTo(CURVE.value(40));
        assertThat(adstock.marginal(10)).isCloseTo(4 * CURVE.marginal(40), within(1e-15));
        assertThat(adstock.steadyState()).isEqualTo(new MichaelisMenten(100.0, 12.5));
    }

    @Test
    void componentsOutsideOfTheirSetAreNamed() {
        refused(
                () -> new LinearResponse(-1.0, null),
                "LinearResponse.slope must be at least 0 and finite, but was -1.0.");
        refused(() -> new LinearResponse(1.0, 0.0), "LinearResponse.ceiling must be above 0 and finite, but was 0.0.");
        refused(() -> new PowerResponse(0.0, 0.5), "PowerResponse.scale must be above 0 and finite, but was 0.0.");
        refused(
                () -> new PowerResponse(1.0, 1.5),
                "PowerResponse.exponent must be above 0 and at most 1, but was 1.5. Perhaps a Hill curve was meant: it rises ever"
                        + " faster at first, but not forever.");
        refused(
                () -> new PowerResponse(1.0, Double.NaN),
                "PowerResponse.exponent must be above 0 and finite, but was NaN.");
        refused(
                () -> new LogarithmicResponse(-1.0, 1.0),
                "LogarithmicResponse.scale must be above 0 and finite, but was -1.0.");
        refused(
                () -> new LogarithmicResponse(1.0, 0.0),
                "LogarithmicResponse.spread must be above 0 and finite, but was 0.0.");
        refused(
                () -> new ExponentialResponse(0.0, 1.0),
                "ExponentialResponse.ceiling must be above 0 and finite, but was 0.0.");
        refused(
                () -> new ExponentialResponse(1.0, -2.0),
                "ExponentialResponse.scale must be above 0 and finite, but was -2.0.");
        refused(
                () -> new MichaelisMenten(Double.POSITIVE_INFINITY, 1.0),
                "MichaelisMenten.ceiling must be above 0 and finite, but was Infinity.");
        refused(
                () -> new MichaelisMenten(1.0, 0.0),
                "MichaelisMenten.halfSaturation must be above 0 and finite, but was 0.0.");
        refused(() -> new Hill(-1.0, 1.0, 2.0), "Hill.ceiling must be above 0 and finite, but was -1.0.");
        refused(() -> new Hill(1.0, 0.0, 2.0), "Hill.halfSaturation must be above 0 and finite, but was 0.0.");
        refused(() -> new Hill(1.0, 1.0, -2.0), "Hill.slope must be above 0 and finite, but was -2.0.");
        refused(() -> new Adstock(CURVE, 1.0), "Adstock.carryOver must be at least 0 and below 1, but was 1.0.");
        refused(() -> new Adstock(CURVE, -0.1), "Adstock.carryOver must be at least 0 and finite, but was -0.1.");
    }

    @Test
    void knotsOutOfOrderAreNamed() {
        refused(() -> new Knot(0.0, 1.0), "Knot.spend must be above 0 and finite, but was 0.0.");
        refused(() -> new Knot(1.0, -1.0), "Knot.outcome must be at least 0 and finite, but was -1.0.");
        refused(() -> new PiecewiseLinear(List.of()), "PiecewiseLinear.knots must hold at least one, but was empty.");
        refused(
                () -> new PiecewiseLinear(List.of(new Knot(100.0, 50.0), new Knot(200.0, 40.0))),
                "PiecewiseLinear.knots must have rising spends and outcomes that do not fall, but 40.0 at 200.0 followed 50.0 at"
                        + " 100.0.");
        refused(
                () -> new PiecewiseLinear(List.of(new Knot(1.0, 2.0), new Knot(2.0, 3.0), new Knot(3.0, 5.0))),
                "PiecewiseLinear.knots must have slopes that do not rise again once they fell, but the slope rose to 2.0 after"
                        + " the knot at 2.0.");
    }

    @Test
    void missingComponentsAreNamed() {
        missing(() -> new Adstock(missing(), 0.5), "Adstock.curve must be given, but was null.");
        missing(() -> new Hill(1.0, missing(), 1.0), "Hill.halfSaturation must be given, but was null.");
        missing(() -> new PiecewiseLinear(missing()), "PiecewiseLinear.knots must be given, but was null.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsAskedForOutsideOfTheCurveIsRefused(double argument) {
        String end = " of at least 0 and finite, but was given " + argument + ".";
        refused(() -> CURVE.value(argument), "MichaelisMenten.value must be given a spend" + end);
        refused(() -> CURVE.marginal(argument), "MichaelisMenten.marginal must be given a spend" + end);
        refused(
                () -> CURVE.inverseMarginal(argument),
                "MichaelisMenten.inverseMarginal must be given a marginal return" + end);
        refused(() -> CURVE.spendFor(argument), "MichaelisMenten.spendFor must be given an outcome" + end);
        refused(
                () -> CURVE.scaled(argument, 1),
                "MichaelisMenten.scaled must be above 0 and finite, but was " + argument + ".");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static void missing(ThrowingCallable call, String message) {
        assertThatNullPointerException().isThrownBy(call).withMessage(message);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T missing() {
        return null;
    }
}
