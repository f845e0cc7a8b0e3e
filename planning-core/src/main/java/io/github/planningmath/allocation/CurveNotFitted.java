package io.github.planningmath.allocation;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * No response curve: why, and the best one that the search met. That curve is for diagnosis, not for use.
 *
 * @param reason what stands in the way
 * @param detail the reason in numbers, one sentence
 * @param best the best curve met; absent where the search did not begin, or met none
 * @param residualSumOfSquares of the best curve; absent with it
 * @param iterations of the search
 */
public record CurveNotFitted(
        Reason reason,
        String detail,
        @Nullable ResponseCurve best,
        @Nullable Double residualSumOfSquares,
        Integer iterations)
        implements ResponseFit {

    /** Why there is no curve. */
    public enum Reason {
        /** Fewer different spends, or observations, than it takes to tell the parameters apart. */
        TOO_FEW_POINTS,
        /** The outcome does not rise with the spend. */
        OUTCOME_DOES_NOT_RISE,
        /** The curve lies further from the points than their mean does: the family is not theirs. */
        WORSE_THAN_MEAN,
        /** The fit gets ever better, or stays as good, as a parameter runs to the end of what is admitted. */
        PARAMETER_AT_BOUNDARY,
        /**
         * The points leave a parameter open: its standard error exceeds it, another one makes up for it, or the outcomes differ
         * in their last digits only.
         */
        NOT_IDENTIFIED,
        /** The search ended before it came to rest. */
        DID_NOT_CONVERGE
    }

    public CurveNotFitted {
        Required.present(reason, "CurveNotFitted.reason");
        Required.present(detail, "CurveNotFitted.detail");
        Required.present(iterations, "CurveNotFitted.iterations");
    }

    /** A refusal before any search. */
    static CurveNotFitted unsearched(Reason reason, String detail) {
        return new CurveNotFitted(reason, detail, null, null, 0);
    }

    @Override
    public FittedCurve orThrow() {
        throw new RefusedException(this);
    }

    @Override
    public <R> R fold(
            Function<? super FittedCurve, ? extends R> onFitted,
            Function<? super CurveNotFitted, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    @Override
    public String toString() {
        return "No curve could be fitted: " + detail;
    }
}
