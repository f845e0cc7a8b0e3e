package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;

/**
 * The repeat behaviour of a plan whose customers stay along a retention curve, and buy alike as long as they stay.
 *
 * <p>{@code retention(age) = survival(age + 1) / survival(age)}, as {@link RetentionCurve#retentionRatio} gives it: exact for
 * constant retention and for observed cohorts, else rounded down once to nine decimals.
 *
 * <p>In a plan document its type is {@code curve}, once the mapper has been told of the class: {@code registerSubtypes}.
 *
 * @param curve how customers stay; its period is a month
 * @param repeat further deals per active customer and month, at least 0
 */
@CurveRepeatJson
public record CurveRepeat(RetentionCurve curve, Ratio repeat) implements RepeatBehaviour, DocumentPart {

    public CurveRepeat {
        Required.present(curve, "CurveRepeat.curve");
        Required.present(repeat, "CurveRepeat.repeat");
    }

    @Override
    public Ratio retention(int age) {
        return curve.retentionRatio(RetentionPeriods.requireAge(age, "CurveRepeat.retention") + 1);
    }

    @Override
    public Ratio repeat(int age) {
        RetentionPeriods.requireAge(age, "CurveRepeat.repeat");
        return repeat;
    }
}
