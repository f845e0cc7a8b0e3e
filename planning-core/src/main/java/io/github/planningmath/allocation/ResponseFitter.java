package io.github.planningmath.allocation;

import io.github.planningmath.allocation.CurveNotFitted.Reason;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fits response curves to what was spent and what came of it.
 *
 * <p>The curve makes {@code sum(weight * (outcome - baseline - curve.value(spend))^2)} as small as it can be, over the whole
 * range of shapes that the points could show: from scales of a thousandth of the least spend to a thousand times the greatest,
 * exponents from 0.01 to 1, Hill slopes from 0.1 to 30, carry-over from 0 to 0.99. Points that do not hold a parameter within
 * that range, such as points on the straight part of a saturating curve, are refused rather than answered by an arbitrary
 * number. Results change with the units of the points exactly as the units do; the order of the points means nothing unless
 * spend carries over.
 *
 * <p>Least squares take the errors as independent and equally large. What follows the spend by plan, such as more spend
 * before every holiday, ends in the curve: a fit shows what went together, not what caused it.
 */
public final class ResponseFitter {

    private static final ResponseFitter DEFAULTS = new ResponseFitter(false, CarryOver.NONE);

    private final boolean baseline;
    private final CarryOver carryOver;

    private ResponseFitter(boolean baseline, CarryOver carryOver) {
        this.baseline = baseline;
        this.carryOver = carryOver;
    }

    /**
     * Nothing comes without spending, and no period's spend works in another.
     *
     * @return the fitter
     */
    public static ResponseFitter withDefaults() {
        return DEFAULTS;
    }

    /**
     * With a baseline: a constant that comes without spending, fitted beside the curve. It may come out below 0.
     *
     * @return a fitter with a baseline
     */
    public ResponseFitter withBaseline() {
        return new ResponseFitter(true, carryOver);
    }

    /**
     * With a share of each period's stock of advertising that is known to last into the next. The points are then
     * consecutive periods from the first on, before which nothing was spent; curves come as {@link Adstock}. With a share of 0
     * it is as if none were set.
     *
     * @param share at least 0 and at most 0.99
     * @return a fitter with carry-over
     * @throws IllegalArgumentException if the share is not accepted
     */
    public ResponseFitter withCarryOver(double share) {
        return new ResponseFitter(
                baseline, new CarryOver(Doubles.between(share, 0, CarryOver.MOST, "ResponseFitter.carryOver"), false));
    }

    /**
     * With a share of each period's stock of advertising that lasts into the next, fitted with the curve. The points are
     * then consecutive periods from the first on, before which nothing was spent; curves come as {@link Adstock}.
     *
     * @return a fitter that fits the carry-over
     */
    public ResponseFitter withFittedCarryOver() {
        return new ResponseFitter(baseline, new CarryOver(0, true));
    }

    /**
     * Fits a curve.
     *
     * @param family what kind
     * @param points in any order; with carry-over, consecutive periods
     * @return the curve with its standard errors, or why there is none
     */
    public ResponseFit fit(CurveFamily family, List<SpendOutcome> points) {
        Required.present(family, "ResponseFitter.fit.family");
        FitPoints columns = columns(points);
        FitModel model = new FitModel(columns, family.shape(), carryOver, baseline);
        CurveNotFitted refusal = tooFew(columns, model.parameters());
        if (refusal == null) {
            refusal = flat(columns);
        }
        if (refusal != null) {
            return refusal;
        }
        LeastSquares.End end = LeastSquares.of(model);
        return end == null ? doesNotRise() : new CurveEstimate(end).fit();
    }

    /**
     * Fits every family and sorts them by Akaike's criterion for few observations.
     *
     * @param points in any order; with carry-over, consecutive periods
     * @return the fits, the best first
     */
    public CurveComparison compare(List<SpendOutcome> points) {
        Map<CurveFamily, ResponseFit> byFamily = new EnumMap<>(CurveFamily.class);
        for (CurveFamily family : CurveFamily.values()) {
            byFamily.put(family, fit(family, points));
        }
        Map<CurveFamily, ResponseFit> sorted = new LinkedHashMap<>();
        byFamily.entrySet().stream()
                .sorted(Comparator.comparing(
                        Map.Entry::getValue,
                        Comparator.comparing((ResponseFit fit) -> fit instanceof CurveNotFitted)
                                .thenComparing(fit -> fit.fold(FittedCurve::aicc, refusal -> 0.0))
                                .thenComparing(fit -> fit.fold(FittedCurve::bic, refusal -> 0.0))))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new CurveComparison(sorted);
    }

    /**
     * Fits straight lines between given spends: the nearest of all concave ones.
     *
     * <p>Its parameters are the outcomes at the knots, {@code knot 1} to {@code knot n}. Where the points would bend upwards at
     * a knot, the line goes straight through, and errors are those of the lines that are left. S-shaped lines are not fitted.
     *
     * @param knots rising spends above 0; beyond the last, the curve is flat
     * @param points in any order; with carry-over, consecutive periods
     * @return the curve with its standard errors, or why there is none
     * @throws IllegalArgumentException if the knots are not accepted, or the carry-over is to be fitted
     */
    public ResponseFit fitPiecewiseLinear(List<Double> knots, List<SpendOutcome> points) {
        List<Double> spends = Required.list(knots, "ResponseFitter.knots");
        requireRising(spends);
        if (carryOver.fitted()) {
            throw new IllegalArgumentException(
                    "ResponseFitter.fitPiecewiseLinear must be asked with a carry-over that is "
                            + "given, but it was to be fitted. Perhaps withCarryOver was meant.");
        }
        FitPoints columns = columns(points);
        CurveNotFitted refusal = tooFew(columns, spends.size() + (baseline ? 1 : 0));
        if (refusal == null) {
            refusal = flat(columns);
        }
        return refusal == null ? new ConcaveLines(columns, spends, carryOver, baseline).fit() : refusal;
    }

    private static void requireRising(List<Double> knots) {
        double before = 0;
        for (double knot : knots) {
            if (!(knot > before && knot < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "ResponseFitter.knots must be rising spends above 0 and finite, but was " + knots + ".");
            }
            before = knot;
        }
        if (knots.isEmpty()) {
            throw new IllegalArgumentException("ResponseFitter.knots must hold at least one, but was empty.");
        }
    }

    private FitPoints columns(List<SpendOutcome> points) {
        List<SpendOutcome> given = Required.list(points, "ResponseFitter.points");
        return carryOver.isInTime() ? FitPoints.inTime(given) : FitPoints.inAnyOrder(given);
    }

    private @Nullable CurveNotFitted tooFew(FitPoints points, int parameters) {
        long distinct = points.distinctSpends(baseline);
        if (distinct < parameters && !carryOver.isInTime()) {
            return CurveNotFitted.unsearched(
                    Reason.TOO_FEW_POINTS,
                    "It takes " + parameters + " different spends" + (baseline ? "" : " above 0")
                            + " to tell the parameters apart, and there are " + distinct + ".");
        }
        if (!(points.observations > parameters)) {
            return CurveNotFitted.unsearched(
                    Reason.TOO_FEW_POINTS,
                    "It takes more than " + parameters + " observations, and the weights of the points add up to "
                            + points.observations + ".");
        }
        return null;
    }

    /** Whether the outcome, on the whole, rises with the spend; in time it may come too late to be seen so. */
    private @Nullable CurveNotFitted flat(FitPoints points) {
        boolean rises = carryOver.isInTime() || points.aroundMeans(points.spends, points.outcomes) > 0;
        return rises && points.totalSumOfSquares > 0 ? null : doesNotRise();
    }

    private static CurveNotFitted doesNotRise() {
        return CurveNotFitted.unsearched(Reason.OUTCOME_DOES_NOT_RISE, "The outcome does not rise with the spend.");
    }
}
