package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a norm came about: a formula with the numbers in it, down to the constants. Built of a few operators; evaluating
 * it again gives the norm's value.
 *
 * <p>As JSON it is a view, which is not read back: the tree as deep and as wide as {@link #text()} prints it.
 */
public sealed interface Derivation {

    /** Levels that {@link #text()} prints. */
    int LEVELS = 6;

    /** Terms of a sum that are printed one by one. */
    int TERMS = 4;

    /**
     * What this number is.
     *
     * @return a few words, such as "leads from site"
     */
    String label();

    /**
     * The number.
     *
     * @return the value
     */
    NormValue value();

    /**
     * What the number follows from.
     *
     * @return the inputs; empty for what was given
     */
    List<Derivation> inputs();

    /**
     * Evaluates the formula again, from what was given upwards.
     *
     * @return the value
     */
    NormValue evaluate();

    /**
     * This step alone, such as "1 250 leads = 250 deals ÷ 20% manager conversion".
     *
     * @return one line
     */
    String formula();

    /**
     * The derivation as an indented tree, at most six levels deep; what lies deeper is marked by "…".
     *
     * @return lines ending in line feeds
     */
    default String text() {
        StringBuilder text = new StringBuilder();
        append(text, 0);
        return text.toString();
    }

    @SuppressWarnings("unused") // Jackson calls it
    @DocumentForm.Written
    private DerivationForm form() {
        return form(1);
    }

    private DerivationForm form(int level) {
        List<Derivation> all = inputs();
        int written = level == LEVELS ? 0 : Math.min(all.size(), TERMS);
        List<DerivationForm> inputs = all.subList(0, written).stream()
                .map(input -> input.form(level + 1))
                .toList();
        return new DerivationForm(
                type(),
                label(),
                PlainValue.of(value()),
                formula(),
                inputs.isEmpty() ? null : inputs,
                written == all.size() ? null : all.size() - written);
    }

    private String type() {
        if (this instanceof Given) {
            return "given";
        }
        if (this instanceof Calculated) {
            return "calculated";
        }
        return this instanceof Part ? "part" : "least-leads";
    }

    private void append(StringBuilder text, int level) {
        text.append("  ".repeat(level)).append(formula()).append('\n');
        if (level + 1 == LEVELS) {
            if (inputs().stream().anyMatch(Derivation::isWorthALine)) {
                text.append("  ".repeat(level + 1)).append("…\n");
            }
            return;
        }
        int printed = 0;
        for (Derivation input : inputs()) {
            if (!isWorthALine(input)) {
                continue;
            }
            if (printed++ == TERMS) {
                text.append("  ".repeat(level + 1)).append("… and so on, for the other terms\n");
                return;
            }
            input.append(text, level + 1);
        }
    }

    /** Whether there is more to say of a number than what stands in the line above it. */
    private static boolean isWorthALine(Derivation input) {
        return !(input instanceof Given given) || given.basis() != null;
    }

    private static Fraction exact(NormValue value) {
        return new Fraction(value.numerator(), value.denominator());
    }

    private static String readable(Ratio share) {
        return Fraction.of(share.numerator(), share.denominator()).readableText();
    }

    private static String named(Derivation input) {
        return input.value() + " " + input.label();
    }

    /**
     * A constant, a fact of the opening position, or the number of deals that was solved for.
     *
     * @param label what it is
     * @param value the number
     * @param basis what the number rests on, where that is known of a constant
     */
    record Given(String label, NormValue value, Basis.@Nullable Row basis) implements Derivation {

        public Given {
            Required.present(label, "Given.label");
            Required.present(value, "Given.value");
        }

        static Given of(String label, NormValue value) {
            return new Given(label, value, null);
        }

        static Given count(String label, long value) {
            return of(label, new NormValue.Count(value));
        }

        static Given rate(String label, Rate value) {
            return of(label, new NormValue.Conversion(value));
        }

        static Given ratio(String label, Ratio value) {
            return of(label, new NormValue.Proportion(value));
        }

        static Given amount(String label, BigDecimal value) {
            return of(label, new NormValue.Amount(value));
        }

        /** The same number with what it rests on. */
        Given on(Basis.@Nullable Row row) {
            return row == null ? this : new Given(label, value, row);
        }

        @Override
        public List<Derivation> inputs() {
            return List.of();
        }

        @Override
        public NormValue evaluate() {
            return value;
        }

        @Override
        public String formula() {
            return named(this) + " (" + (basis == null ? "given" : basis.words()) + ")";
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** How a number follows from its inputs. */
    enum Operator {
        /** The sum of all inputs. */
        SUM(" + "),
        /** The first less the second: a month of a cumulative count. */
        DIFFERENCE(" − "),
        /** The product of all inputs, exactly. */
        TIMES(" × "),
        /** The first divided by the second, exactly. */
        OVER(" ÷ "),
        /** The first divided by the second, rounded to the nearest of six decimals: a share of what is itself rounded. */
        OVER_TO_MILLIONTHS(" ÷ "),
        /** The first divided by the second, rounded up: a need. */
        DIVIDE_UP(" ÷ "),
        /** The product, rounded up: a need. */
        MULTIPLY_UP(" × "),
        /** The product, rounded down: a yield. */
        MULTIPLY_DOWN(" × "),
        /** The product, rounded down to nine decimals: customers of the base. */
        MULTIPLY_DOWN_TO_BILLIONTHS(" × ");

        private static final long MILLION = 1_000_000;

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        private Fraction apply(List<NormValue> inputs) {
            return switch (this) {
                case SUM -> sum(inputs);
                case DIFFERENCE -> exact(inputs.get(0)).minus(exact(inputs.get(1)));
                case TIMES -> product(inputs);
                case OVER -> over(inputs);
                case OVER_TO_MILLIONTHS ->
                    over(inputs).plus(Fraction.of(1, 2 * MILLION)).roundedDownTo(BigInteger.valueOf(MILLION));
                case DIVIDE_UP -> Fraction.of(over(inputs).ceiling());
                case MULTIPLY_UP -> Fraction.of(product(inputs).ceiling());
                case MULTIPLY_DOWN -> Fraction.of(product(inputs).floor());
                case MULTIPLY_DOWN_TO_BILLIONTHS -> product(inputs).roundedDownTo(BigInteger.valueOf(Position.NANO));
            };
        }

        private static Fraction sum(List<NormValue> inputs) {
            return inputs.stream().map(Derivation::exact).reduce(Fraction.ZERO, Fraction::plus);
        }

        private static Fraction product(List<NormValue> inputs) {
            return inputs.stream().map(Derivation::exact).reduce(Fraction.ONE, Fraction::times);
        }

        private static Fraction over(List<NormValue> inputs) {
            return exact(inputs.get(0)).dividedBy(exact(inputs.get(1)));
        }

        private String rounding() {
            return switch (this) {
                case DIVIDE_UP, MULTIPLY_UP -> ", rounded up";
                case MULTIPLY_DOWN -> ", rounded down";
                case MULTIPLY_DOWN_TO_BILLIONTHS -> ", rounded down to nine decimals";
                case OVER_TO_MILLIONTHS -> ", rounded to six decimals";
                case SUM, DIFFERENCE, TIMES, OVER -> "";
            };
        }
    }

    /** What kind of value a calculation gives. */
    enum Kind {
        /** A whole count. */
        COUNT,
        /** Money. */
        AMOUNT,
        /** A ratio of totals. */
        RATIO,
        /** An exact number that is yet to be rounded. */
        EXACT;

        private NormValue of(Fraction exact) {
            return switch (this) {
                case COUNT -> new NormValue.Count(whole(exact));
                case AMOUNT ->
                    new NormValue.Amount(new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator())));
                case RATIO -> new NormValue.Proportion(exact.to("Derivation.value", Ratio::of));
                case EXACT -> NormValue.Exact.of(exact);
            };
        }

        private static long whole(Fraction exact) {
            if (exact.isWhole()) {
                return PlanOverflow.count(exact.numerator(), "derivation");
            }
            throw new ArithmeticException("Derivation.value must be whole, but was " + NormValue.Exact.of(exact) + ".");
        }
    }

    /**
     * A number calculated from others.
     *
     * @param label what it is
     * @param kind what kind of number it is
     * @param operator how it follows from its inputs
     * @param inputs what it follows from; those of a plan are made when they are looked into
     * @param value the number; what the operator gives
     */
    record Calculated(String label, Kind kind, Operator operator, List<Derivation> inputs, NormValue value)
            implements Derivation {

        public Calculated {
            Required.present(label, "Calculated.label");
            Required.present(kind, "Calculated.kind");
            Required.present(operator, "Calculated.operator");
            inputs = Inputs.of(inputs);
            Required.present(value, "Calculated.value");
        }

        /**
         * Calculates a number.
         *
         * @param label what it is
         * @param kind what kind of number it is
         * @param operator how it follows from its inputs
         * @param inputs what it follows from
         * @return the number with its derivation
         */
        static Calculated of(String label, Kind kind, Operator operator, List<Derivation> inputs) {
            List<NormValue> values = inputs.stream().map(Derivation::value).toList();
            return new Calculated(label, kind, operator, inputs, result(kind, operator, values));
        }

        /** A number that is known, whose inputs are made when they are looked into. */
        static Calculated known(
                String label, Kind kind, Operator operator, NormValue value, Supplier<List<Derivation>> inputs) {
            return new Calculated(label, kind, operator, Inputs.later(inputs), value);
        }

        /** The sum of so many terms, which are made when they are looked into; of one term, the term itself. */
        static Derivation sum(
                String label, Kind kind, Supplier<NormValue> value, int terms, Supplier<List<Derivation>> each) {
            return terms == 1 ? each.get().get(0) : known(label, kind, Operator.SUM, value.get(), each);
        }

        /** The sum of terms; of one term, the term itself. */
        static Derivation sum(String label, Kind kind, List<Derivation> terms) {
            return terms.size() == 1 ? terms.get(0) : of(label, kind, Operator.SUM, terms);
        }

        private static NormValue result(Kind kind, Operator operator, List<NormValue> values) {
            return kind.of(operator.apply(values));
        }

        @Override
        public NormValue evaluate() {
            return result(kind, operator, Inputs.of(inputs).evaluated(Derivation::evaluate));
        }

        @Override
        public String formula() {
            String right = inputs.size() > 2 * TERMS
                    ? "sum of " + inputs.size() + " terms, the first " + named(inputs.get(0))
                    : inputs.stream().map(Derivation::named).collect(Collectors.joining(operator.symbol));
            return named(this) + " = " + right + operator.rounding();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** What the mixes before left the parts of a split short of, which it makes good. */
    final class Shortfalls {

        private final Map<String, Derivation> byPart;
        private volatile @Nullable Map<String, Fraction> evaluated;

        /**
         * Shortfalls.
         *
         * @param byPart at least one part by name: what it is short of, {@code sum over the mixes before of share * total - part}; below 0 where it has
         *     more than its shares
         */
        public Shortfalls(Map<String, Derivation> byPart) {
            this.byPart = Required.byName(byPart, "Shortfalls.byPart");
            if (byPart.isEmpty()) {
                throw new IllegalArgumentException("Shortfalls.byPart must have at least one part, but was {}.");
            }
        }

        /**
         * What each part is short of.
         *
         * @return by part; below 0 where it has more than its shares
         */
        @DocumentForm.Written
        public Map<String, Derivation> byPart() {
            return byPart;
        }

        /** Worked out once for all that ask. */
        Map<String, Fraction> evaluated() {
            Map<String, Fraction> known = evaluated;
            if (known == null) {
                Map<String, Fraction> numbers = new HashMap<>();
                byPart.forEach((name, derivation) -> numbers.put(name, exact(derivation.evaluate())));
                known = numbers;
                evaluated = known;
            }
            return known;
        }

        static String formula(@Nullable Shortfalls shortfalls) {
            return shortfalls == null ? "" : ", with what the mixes before left it short of";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shortfalls shortfalls && byPart.equals(shortfalls.byPart);
        }

        @Override
        public int hashCode() {
            return byPart.hashCode();
        }

        @Override
        public String toString() {
            return byPart.toString();
        }
    }

    /**
     * A total that a mix splits (Webster), within bounds where pins and ceilings set them: what its parts have in common.
     */
    final class Split {

        private final Derivation total;
        private final Mix<String> mix;
        private final Map<String, Bounds> bounds;
        private final @Nullable Shortfalls shortfalls;
        private volatile @Nullable Map<String, Long> evaluated;

        /**
         * A split.
         *
         * @param total what is split
         * @param mix the shares
         * @param bounds the least and most of each part; empty where nothing binds
         */
        public Split(Derivation total, Mix<String> mix, Map<String, Bounds> bounds) {
            this(total, mix, bounds, null);
        }

        /**
         * A split by a mix that follows others.
         *
         * @param total what is split
         * @param mix the shares
         * @param bounds the least and most of each part; empty where nothing binds
         * @param shortfalls what the mixes before left the parts short of; absent where there were none
         */
        public Split(Derivation total, Mix<String> mix, Map<String, Bounds> bounds, @Nullable Shortfalls shortfalls) {
            this.total = Required.present(total, "Split.total");
            this.mix = Required.present(mix, "Split.mix");
            this.bounds = Required.byName(bounds, "Split.bounds");
            this.shortfalls = shortfalls;
        }

        /**
         * The least and the most of a part.
         *
         * @param least at least
         * @param most at most
         */
        public record Bounds(Long least, Long most) {

            private static final Bounds NONE = new Bounds(0L, Long.MAX_VALUE);

            public Bounds {
                Required.count(least, "Bounds.least");
                Required.count(most, "Bounds.most");
            }
        }

        /**
         * What is split.
         *
         * @return the total
         */
        public Derivation total() {
            return total;
        }

        /**
         * How it is split.
         *
         * @return the shares
         */
        public Mix<String> mix() {
            return mix;
        }

        /**
         * What pins and ceilings set.
         *
         * @return the least and most of parts; empty where nothing binds
         */
        public Map<String, Bounds> bounds() {
            return bounds;
        }

        /**
         * What the mixes before left the parts short of.
         *
         * @return what it makes good; null where no other mix was before
         */
        public @Nullable Shortfalls shortfalls() {
            return shortfalls;
        }

        /** As it is written. */
        @DocumentForm.GivenOnly
        private record View(
                String total,
                Object value,
                Mix<String> mix,
                Map<String, Bounds> bounds,
                @Nullable Shortfalls shortfalls) {}

        @DocumentForm.Written
        View view() {
            return new View(total.label(), PlainValue.of(total.value()), mix, bounds, shortfalls);
        }

        /** The parts, split once for all that ask. */
        private Map<String, Long> evaluated() {
            Map<String, Long> known = evaluated;
            if (known == null) {
                known = parts(total.evaluate().numerator().longValueExact());
                evaluated = known;
            }
            return known;
        }

        private Map<String, Long> parts(long count) {
            List<String> names = mix.parts();
            long[] least = new long[names.size()];
            long[] most = new long[names.size()];
            for (int i = 0; i < least.length; i++) {
                Bounds bound = bounds.getOrDefault(names.get(i), Bounds.NONE);
                least[i] = bound.least();
                most[i] = bound.most();
            }
            long[] split = new long[names.size()];
            if (shortfalls == null) {
                mix.apportionment().split(count, least, most, split, 0);
            } else {
                CarriedMix.of(mix, shortfalls.evaluated()).split(count, least, most, split);
            }
            Map<String, Long> parts = new HashMap<>();
            for (int i = 0; i < split.length; i++) {
                parts.put(names.get(i), split[i]);
            }
            return parts;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other == this
                    || (other instanceof Split split
                            && total.equals(split.total)
                            && mix.equals(split.mix)
                            && bounds.equals(split.bounds)
                            && Objects.equals(shortfalls, split.shortfalls));
        }

        @Override
        public int hashCode() {
            return Objects.hash(total, mix, bounds, shortfalls);
        }

        @Override
        public String toString() {
            return total.value() + " " + total.label() + " by " + mix.shares();
        }
    }

    /**
     * A part of a total that a mix splits.
     *
     * @param label what it is
     * @param split the total and how it is split
     * @param part which part
     * @param value the number; what the split gives
     */
    record Part(String label, Split split, String part, NormValue value) implements Derivation {

        public Part {
            Required.present(label, "Part.label");
            Required.present(split, "Part.split");
            Required.name(part, "Part.part");
            Required.present(value, "Part.value");
        }

        @Override
        public List<Derivation> inputs() {
            List<Derivation> inputs = new ArrayList<>(List.of(split.total()));
            Shortfalls shortfalls = split.shortfalls();
            if (shortfalls != null) {
                inputs.addAll(shortfalls.byPart().values());
            }
            return inputs;
        }

        @Override
        public NormValue evaluate() {
            return new NormValue.Count(split.evaluated().getOrDefault(part, 0L));
        }

        @Override
        public String formula() {
            return named(this) + " = the part of " + part + " ("
                    + readable(split.mix().share(part)) + ") in " + named(split.total())
                    + (split.bounds().isEmpty() ? "" : ", within pins and ceilings")
                    + Shortfalls.formula(split.shortfalls());
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * The least leads whose split over channels of different conversions, with what is carried, yields the deals.
     *
     * @param label what it is
     * @param deals the deals needed
     * @param carried deals expected of the open pipeline, with the fraction carried
     * @param mix the shares of leads by channel
     * @param conversions the manager conversion by channel
     * @param shortfalls what the mixes before left the channels short of; absent where there were none
     * @param value the number; the least that suffices
     */
    record LeastLeads(
            String label,
            Derivation deals,
            Derivation carried,
            Mix<String> mix,
            Map<String, Derivation> conversions,
            @Nullable Shortfalls shortfalls,
            NormValue value)
            implements Derivation {

        public LeastLeads {
            Required.present(label, "LeastLeads.label");
            Required.present(deals, "LeastLeads.deals");
            Required.present(carried, "LeastLeads.carried");
            Required.present(mix, "LeastLeads.mix");
            conversions = Required.byName(conversions, "LeastLeads.conversions");
            Required.present(value, "LeastLeads.value");
        }

        @Override
        public List<Derivation> inputs() {
            List<Derivation> inputs = new ArrayList<>(List.of(deals, carried));
            inputs.addAll(conversions.values());
            if (shortfalls != null) {
                inputs.addAll(shortfalls.byPart().values());
            }
            return inputs;
        }

        @Override
        public NormValue evaluate() {
            return least(deals.evaluate(), carried.evaluate());
        }

        /** By bisection: more leads never yield less. */
        private NormValue least(NormValue needed, NormValue already) {
            Fraction missing = exact(needed).minus(exact(already));
            DealParts parts =
                    DealParts.of(mix.parts().stream().map(this::conversion).toList());
            BigInteger missingParts =
                    missing.times(Fraction.of(parts.denominator())).ceiling();
            Funnel.Split channels = channels();
            long[] split = new long[mix.shares().size()];
            long most = 1;
            while (!suffices(most, channels, split, parts, missingParts)) {
                most = Math.multiplyExact(most, 2L);
            }
            long least = most == 1 ? 0 : most / 2;
            while (least < most) {
                long middle = least + (most - least) / 2;
                if (suffices(middle, channels, split, parts, missingParts)) {
                    most = middle;
                } else {
                    least = middle + 1;
                }
            }
            return new NormValue.Count(least);
        }

        private Funnel.Split channels() {
            if (shortfalls == null) {
                Apportionment byMix = mix.apportionment();
                return (leads, split) -> byMix.split(leads, split, 0);
            }
            CarriedMix carriedOn = CarriedMix.of(mix, shortfalls.evaluated());
            long[] least = new long[mix.shares().size()];
            long[] most = new long[least.length];
            Arrays.fill(most, Long.MAX_VALUE);
            return (leads, split) -> carriedOn.split(leads, least, most, split);
        }

        private Fraction conversion(String channel) {
            Derivation conversion = conversions.get(channel);
            return conversion == null ? Fraction.ONE : exact(conversion.evaluate());
        }

        private boolean suffices(long leads, Funnel.Split channels, long[] split, DealParts parts, BigInteger missing) {
            channels.of(leads, split);
            DealParts.Sum sum = parts.sum();
            sum.addParts(missing.negate());
            int c = 0;
            for (String channel : mix.shares().keySet()) {
                if (conversions.containsKey(channel)) {
                    sum.addLeads(c, split[c]);
                }
                c++;
            }
            return !sum.isNegative();
        }

        @Override
        public String formula() {
            String rates = conversions.entrySet().stream()
                    .map(entry -> entry.getKey() + " "
                            + exact(entry.getValue().value()).readableText())
                    .collect(Collectors.joining(", "));
            return named(this) + " = the least that, split over the channels, yield " + named(deals) + " with "
                    + named(carried) + " at manager conversions of " + rates + Shortfalls.formula(shortfalls);
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
