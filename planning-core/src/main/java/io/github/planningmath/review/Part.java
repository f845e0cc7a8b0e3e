package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.util.List;

/**
 * A part of a gap, and the parts it is made of.
 *
 * @param level what the part is told apart by
 * @param name the name of the owner, the direction, the effect, the product or the channel, as people read it
 * @param effect the unrounded part, a statistic; parts sum to it (relative 1e-9)
 * @param amount the part in whole minor units of the currency (of a count: in whole numbers); amounts of the parts sum to it
 *     exactly; none differs from its effect by more than a unit or has the opposite sign
 * @param parts what it is made of, in the order of owners, directions, effects and names; empty where it is told apart no
 *     further
 */
public record Part(Level level, String name, double effect, BigDecimal amount, List<Part> parts) {

    /** The name of the part that belongs to no channel in particular. */
    public static final String NO_CHANNEL = "no channel";

    /** The name of the part of fixed costs and people, which both departments carry together. */
    public static final String COSTS_OF_THE_HOUSE = "costs of the house";

    /**
     * The name of the part that nobody answers for yet: deals that came before their leads were due, and the fraction of a count by
     * which its whole number differs from what the rates make of it.
     */
    public static final String NOT_YET_DUE = "not yet due";

    /** What a part is told apart by. */
    public enum Level {
        /** The whole gap. */
        GAP,
        /** By who answers for it. */
        OWNER,
        /** By what the business stands on: product, traffic and sales. */
        PILLAR,
        /** What nobody answers for yet. */
        NOT_YET_DUE,
        /** By direction. */
        DIRECTION,
        /** By the factor whose effect it is, or that of the costs of the house. */
        EFFECT,
        /** By product. */
        PRODUCT,
        /** By channel. */
        CHANNEL
    }

    public Part {
        Required.present(level, "Part.level");
        Required.present(name, "Part.name");
        if (!Double.isFinite(effect)) {
            throw new IllegalArgumentException("Part.effect must be a finite number, but was " + effect + ".");
        }
        Required.present(amount, "Part.amount");
        parts = Required.list(parts, "Part.parts");
    }

    /**
     * The part of a name among those that this one is made of.
     *
     * @param wanted a name
     * @return the part
     * @throws IllegalArgumentException if there is none of that name
     */
    public Part part(String wanted) {
        for (Part part : parts) {
            if (part.name.equals(wanted)) {
                return part;
            }
        }
        throw new IllegalArgumentException("Part.part must be given the name of a part of " + name + " ("
                + String.join(", ", parts.stream().map(Part::name).toList()) + "), but was given " + wanted + ".");
    }

    /** The part as an indented tree down to effects, with a sign before every amount. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, 0);
        return text.toString();
    }

    private void append(StringBuilder text, int depth) {
        text.append("  ".repeat(depth)).append(name).append(": ");
        text.append(amount.signum() > 0 ? "+" : "")
                .append(amount.toPlainString())
                .append('\n');
        for (Part part : parts) {
            if (part.level.compareTo(Level.PRODUCT) < 0) {
                part.append(text, depth + 1);
            }
        }
    }
}
