package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import java.time.temporal.ChronoUnit;

/**
 * The repeat behaviour of a plan whose customers stay and buy as a buyer model expects of new ones.
 *
 * <p>With {@code S} the model's survival, {@code E} its expected repeat purchases of a new customer and months as times,
 * {@code retention(age) = S(age + 1) / S(age)} and {@code repeat(age) = (E(age + 1) - E(age)) / S(age)}, each rounded down once
 * to nine decimals. {@code S(0)} is 1: at age 0 all have just bought, also those who under {@link MbgNbd} have left with that
 * purchase; who of them is gone shows in the first month.
 *
 * <p>In a plan document its type is {@code model}, once the mapper has been told of the class: {@code registerSubtypes}.
 *
 * @param model a model of purchases
 * @param unit the unit of the model's times: days, weeks, months or years; for {@link BgBb}, which knows no time between
 *     opportunities, months
 */
@ModelRepeatJson
public record ModelRepeat(BuyerModel model, @UnitJson ChronoUnit unit) implements RepeatBehaviour, DocumentPart {

    public ModelRepeat {
        Required.present(model, "ModelRepeat.model");
        FixedLength.require(unit, "ModelRepeat.unit");
        if (model.family() == BuyerModelFamily.BG_BB && unit != ChronoUnit.MONTHS) {
            throw new IllegalArgumentException("ModelRepeat.unit must be Months for " + model.family()
                    + ", whose purchases have one opportunity a month here, but was " + unit + ".");
        }
    }

    /** As it is written. */
    private record Document(BuyerModel model, String unit) {}

    @DocumentForm.Written
    Document document() {
        return new Document(model, unit.name());
    }

    @Override
    public Ratio retention(int age) {
        RetentionPeriods.requireAge(age, "ModelRepeat.retention");
        double active = survival(age);
        return active > 0 ? Ratio.fromDouble(Math.min(1, survival(age + 1.0) / active)) : Ratio.ZERO;
    }

    @Override
    public Ratio repeat(int age) {
        RetentionPeriods.requireAge(age, "ModelRepeat.repeat");
        double active = survival(age);
        return active > 0 ? Ratio.fromDouble(model.purchasesBetween(time(age), time(age + 1.0)) / active) : Ratio.ZERO;
    }

    private double survival(double age) {
        return age == 0 ? 1 : model.survival(time(age));
    }

    private double time(double months) {
        return months * FixedLength.ratio(ChronoUnit.MONTHS, unit);
    }
}
