package io.github.planningmath.testkit;

import io.github.planningmath.allocation.CurveComparison;
import io.github.planningmath.allocation.CurveFamily;
import io.github.planningmath.allocation.CurveNotFitted;
import io.github.planningmath.allocation.CurveParameter;
import io.github.planningmath.allocation.FittedCurve;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.ResponseFit;
import io.github.planningmath.allocation.ResponseFitter;
import io.github.planningmath.allocation.SpendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Points that curves are fitted to, and what comes of it. */
final class FitArbitraries {

    private static final double APART = 250;

    private FitArbitraries() {}

    static Arbitrary<SpendOutcome> spendOutcomes() {
        Arbitrary<Double> amounts = Arbitraries.doubles().between(0, 5_000).ofScale(2);
        return Combinators.combine(
                        amounts, amounts, Arbitraries.integers().between(1, 3).map(Integer::doubleValue))
                .as(SpendOutcome::new);
    }

    /** Points near a curve, at spends that rise evenly. */
    private static Arbitrary<List<SpendOutcome>> near(Arbitrary<ResponseCurve> curves) {
        Arbitrary<List<Double>> errors = Arbitraries.doubles()
                .between(0.98, 1.02)
                .ofScale(4)
                .list()
                .ofMinSize(8)
                .ofMaxSize(15);
        return Combinators.combine(curves, errors).as((curve, factors) -> {
            List<SpendOutcome> points = new ArrayList<>();
            for (double factor : factors) {
                double spend = APART * (points.size() + 1);
                points.add(SpendOutcome.of(spend, curve.value(spend) * factor));
            }
            return points;
        });
    }

    /** Fits of one family to points of another, so that some are refused. */
    static Arbitrary<ResponseFit> fits() {
        return Combinators.combine(
                        Arbitraries.of(
                                ResponseFitter.withDefaults(),
                                ResponseFitter.withDefaults().withBaseline()),
                        Arbitraries.of(CurveFamily.class).filter(family -> family != CurveFamily.HILL),
                        near(ResponseArbitraries.concave()))
                .as(ResponseFitter::fit)
                .withoutEdgeCases();
    }

    static Arbitrary<FittedCurve> fittedCurves() {
        return fits().filter(FittedCurve.class::isInstance).map(ResponseFit::orThrow);
    }

    static Arbitrary<CurveNotFitted> curvesNotFitted() {
        return fits().filter(CurveNotFitted.class::isInstance).map(CurveNotFitted.class::cast);
    }

    static Arbitrary<CurveParameter> parameters() {
        return fittedCurves().map(fit -> fit.parameters().get(0));
    }

    static Arbitrary<CurveComparison> comparisons() {
        return fits().map(fit -> new CurveComparison(Map.of(CurveFamily.LINEAR, fit)));
    }
}
