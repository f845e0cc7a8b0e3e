package io.github.planningmath.review;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.traffic.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a gap as a verdict writes it: what it is told apart by is the key of its name.
 *
 * @param amount the part in whole minor units, or whole numbers
 * @param planned the rate, price or number behind an effect, as planned
 * @param actual the same as it was
 * @param parts what it is made of; absent where it is told apart no further
 */
@DocumentForm.GivenOnly
record PartForm(
        @Nullable Department owner,
        @Nullable Direction direction,
        @Nullable String effect,
        @Nullable String product,
        @Nullable String channel,
        BigDecimal amount,
        @Nullable Double planned,
        @Nullable Double actual,
        @Nullable List<PartForm> parts) {

    static PartForm of(Part part, EffectRates rates) {
        List<PartForm> parts = part.parts().stream()
                .map(each -> of(each, each.level() == Part.Level.EFFECT ? rates.of(each) : rates.within(each)))
                .toList();
        boolean isEffect = part.level() == Part.Level.EFFECT || part.level() == Part.Level.NOT_YET_DUE;
        return new PartForm(
                part.level() == Part.Level.OWNER ? Department.valueOf(constant(part)) : null,
                part.level() == Part.Level.DIRECTION ? Direction.valueOf(constant(part)) : null,
                isEffect ? part.name() : null,
                part.level() == Part.Level.PRODUCT ? part.name() : null,
                part.level() == Part.Level.CHANNEL ? part.name() : null,
                part.amount(),
                rates.planned(),
                rates.actual(),
                parts.isEmpty() ? null : parts);
    }

    private static String constant(Part part) {
        return part.name().toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
