package io.github.planningmath.allocation;

import io.github.planningmath.internal.Required;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The families of curves fitted to the same points, the best first.
 *
 * @param fits by family: those fitted, by {@link FittedCurve#aicc} from the least on, then those that were not; at least one
 */
public record CurveComparison(Map<CurveFamily, ResponseFit> fits) {

    public CurveComparison {
        Map<CurveFamily, ResponseFit> copy = new LinkedHashMap<>(Required.present(fits, "CurveComparison.fits"));
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("CurveComparison.fits must hold at least one, but was empty.");
        }
        fits = Collections.unmodifiableMap(copy);
    }

    /**
     * The first: the curve of the least corrected criterion of Akaike.
     *
     * @return the fit; a refusal where no family could be fitted
     */
    public ResponseFit best() {
        return fits.values().iterator().next();
    }

    /**
     * The fit of a family.
     *
     * @param family one of those compared
     * @return the fit, or why there is none
     * @throws IllegalArgumentException if the family was not compared
     */
    public ResponseFit fit(CurveFamily family) {
        ResponseFit fit = fits.get(Required.present(family, "CurveComparison.fit.family"));
        if (fit == null) {
            throw new IllegalArgumentException(
                    "CurveComparison.fit must be asked of one of " + fits.keySet() + ", but was of " + family + ".");
        }
        return fit;
    }
}
