package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a norm came about: a formula with the numbers in it, down to the constants. Built of a few operators; evaluating
 * it again gives the norm's value.
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

    private void append(StringBuilder text, int level) {
        text.append("  ".repeat(level)).append(formula()).append('\n');
        if (level + 1 == LEVELS) {
            if (inputs().stream().anyMatch(input -> !(input instanceof Given))) {
                text.append("  ".repeat(level + 1)).append("…\n");
            }
            return;
        }
        int printed = 0;
        for (Derivation input : inputs()) {
            if (input instanceof Given) {
                continue;
            }
            if (printed++ == TERMS) {
                text.append("  ".repeat(level + 1)).append("… and so on, for the other terms\n");
                return;
            }
            input.append(text, level + 1);
        }
    }

    private static String named(Derivation input) {
        return input.value() + " " + input.label();
    }

    /**
     * A constant, a fact of the opening position, or the number of deals that was solved for.
     *
     * @param label what it is
     * @param value the number
     */
    record Given(String label, NormValue value) implements Derivation {

        public Given {
            Required.present(label, "Given.label");
            Required.present(value, "Given.value");
        }

        static Given count(String label, long value) {
            return new Given(label, new NormValue.Count(value));
        }

        static Given rate(String label, Rate value) {
            return new Given(label, new NormValue.Conversion(value));
        }

        static Given ratio(String label, Ratio value) {
            return new Given(label, new NormValue.Proportion(value));
        }

        static Given amount(String label, BigDecimal value) {
            return new Given(label, new NormValue.Amount(value));
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
            return named(this) + " (given)";
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
        /** The first divided by the second, rounded up: a need. */
        DIVIDE_UP(" ÷ "),
        /** The product, rounded up: a need. */
        MULTIPLY_UP(" × "),
        /** The product, rounded down: a yield. */
        MULTIPLY_DOWN(" × "),
        /** The product, rounded down to nine decimals: customers of the base. */
        MULTIPLY_DOWN_TO_BILLIONTHS(" × ");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        private Exact apply(List<NormValue> inputs) {
            return switch (this) {
                case SUM -> sum(inputs);
                case DIFFERENCE -> sum(List.of(inputs.get(0), opposite(inputs.get(1))));
                case TIMES -> product(inputs);
                case OVER -> over(inputs);
                case DIVIDE_UP -> up(over(inputs));
                case MULTIPLY_UP -> up(product(inputs));
                case MULTIPLY_DOWN -> down(product(inputs), BigInteger.ONE);
                case MULTIPLY_DOWN_TO_BILLIONTHS -> down(product(inputs), BigInteger.valueOf(Position.NANO));
            };
        }

        private static Exact sum(List<NormValue> inputs) {
            BigInteger numerator = BigInteger.ZERO;
            BigInteger denominator = BigInteger.ONE;
            for (NormValue input : inputs) {
                numerator = numerator
                        .multiply(input.denominator())
                        .add(input.numerator().multiply(denominator));
                denominator = denominator.multiply(input.denominator());
                BigInteger common = numerator.gcd(denominator);
                numerator = numerator.divide(common);
                denominator = denominator.divide(common);
            }
            return new Exact(numerator, denominator);
        }

        private static NormValue opposite(NormValue value) {
            return new NormValue.Exact(value.numerator().negate(), value.denominator());
        }

        private static Exact product(List<NormValue> inputs) {
            BigInteger numerator = BigInteger.ONE;
            BigInteger denominator = BigInteger.ONE;
            for (NormValue input : inputs) {
                numerator = numerator.multiply(input.numerator());
                denominator = denominator.multiply(input.denominator());
            }
            return new Exact(numerator, denominator);
        }

        private static Exact over(List<NormValue> inputs) {
            NormValue first = inputs.get(0);
            NormValue second = inputs.get(1);
            return new Exact(
                    first.numerator().multiply(second.denominator()),
                    first.denominator().multiply(second.numerator()));
        }

        private static Exact up(Exact value) {
            BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
            return new Exact(parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0], BigInteger.ONE);
        }

        private static Exact down(Exact value, BigInteger parts) {
            return new Exact(value.numerator().multiply(parts).divide(value.denominator()), parts);
        }

        /** A fraction in the making. */
        private record Exact(BigInteger numerator, BigInteger denominator) {}
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

        private NormValue of(BigInteger numerator, BigInteger denominator) {
            NormValue.Exact exact = new NormValue.Exact(numerator, denominator);
            return switch (this) {
                case COUNT -> new NormValue.Count(whole(exact));
                case AMOUNT ->
                    new NormValue.Amount(new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator())));
                case RATIO ->
                    new NormValue.Proportion(Ratio.of(
                            exact.numerator().longValueExact(),
                            exact.denominator().longValueExact()));
                case EXACT -> exact;
            };
        }

        private static long whole(NormValue.Exact exact) {
            if (exact.denominator().equals(BigInteger.ONE)) {
                return PlanOverflow.count(exact.numerator(), "derivation");
            }
            throw new ArithmeticException("Derivation.value must be whole, but was " + exact + ".");
        }
    }

    /**
     * A number calculated from others.
     *
     * @param label what it is
     * @param kind what kind of number it is
     * @param operator how it follows from its inputs
     * @param inputs what it follows from
     * @param value the number; what the operator gives
     */
    record Calculated(String label, Kind kind, Operator operator, List<Derivation> inputs, NormValue value)
            implements Derivation {

        public Calculated {
            Required.present(label, "Calculated.label");
            Required.present(kind, "Calculated.kind");
            Required.present(operator, "Calculated.operator");
            inputs = Required.list(inputs, "Calculated.inputs");
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

        /** The sum of terms; of one term, the term itself. */
        static Derivation sum(String label, Kind kind, List<Derivation> terms) {
            return terms.size() == 1 ? terms.get(0) : of(label, kind, Operator.SUM, terms);
        }

        /** The whole number that exact terms add up to for sure. */
        static Derivation wholes(String label, List<Derivation> terms) {
            Derivation exact = sum("exact " + label, Kind.EXACT, terms);
            return of(label, Kind.COUNT, Operator.MULTIPLY_DOWN, List.of(exact));
        }

        private static NormValue result(Kind kind, Operator operator, List<NormValue> values) {
            Operator.Exact exact = operator.apply(values);
            return kind.of(exact.numerator(), exact.denominator());
        }

        @Override
        public NormValue evaluate() {
            return result(
                    kind, operator, inputs.stream().map(Derivation::evaluate).toList());
        }

        @Override
        public String formula() {
            String right = inputs.size() > 2 * TERMS
                    ? "sum of " + inputs.size() + " terms, the first " + named(inputs.get(0))
                    : inputs.stream().map(Derivation::named).collect(Collectors.joining(operator.symbol));
            return named(this) + " = " + right + rounding();
        }

        private String rounding() {
            return switch (operator) {
                case DIVIDE_UP, MULTIPLY_UP -> ", rounded up";
                case MULTIPLY_DOWN -> ", rounded down";
                case MULTIPLY_DOWN_TO_BILLIONTHS -> ", rounded down to nine decimals";
                default -> "";
            };
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A part of a total that a mix splits (Webster), within bounds where pins and ceilings set them.
     *
     * @param label what it is
     * @param total what is split
     * @param mix the shares
     * @param part which part
     * @param bounds the least and most of each part; empty where nothing binds
     */
    record Part(String label, Derivation total, Mix<String> mix, String part, Map<String, Bounds> bounds)
            implements Derivation {

        /**
         * The least and the most of a part.
         *
         * @param least at least
         * @param most at most
         */
        public record Bounds(Long least, Long most) {

            public Bounds {
                Required.count(least, "Bounds.least");
                Required.count(most, "Bounds.most");
            }
        }

        public Part {
            Required.present(label, "Part.label");
            Required.present(total, "Part.total");
            Required.present(mix, "Part.mix");
            Required.name(part, "Part.part");
            bounds = Required.byName(bounds, "Part.bounds");
        }

        @Override
        public NormValue value() {
            return share(total.value());
        }

        @Override
        public List<Derivation> inputs() {
            return List.of(total);
        }

        @Override
        public NormValue evaluate() {
            return share(total.evaluate());
        }

        private NormValue share(NormValue whole) {
            long count = whole.numerator().longValueExact();
            List<String> parts = mix.parts();
            if (bounds.isEmpty()) {
                return new NormValue.Count(mix.apportion(count).getOrDefault(part, 0L));
            }
            long[] least = new long[parts.size()];
            long[] most = new long[parts.size()];
            for (int i = 0; i < parts.size(); i++) {
                Bounds bound = bounds.getOrDefault(parts.get(i), new Bounds(0L, Long.MAX_VALUE));
                least[i] = bound.least();
                most[i] = bound.most();
            }
            long[] split = new long[parts.size()];
            mix.apportionment().split(count, least, most, split, 0);
            return new NormValue.Count(split[parts.indexOf(part)]);
        }

        @Override
        public String formula() {
            return named(this) + " = the part of " + part + " (" + mix.share(part) + ") in " + named(total)
                    + (bounds.isEmpty() ? "" : ", within pins and ceilings");
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
     */
    record LeastLeads(
            String label, Derivation deals, Derivation carried, Mix<String> mix, Map<String, Rate> conversions)
            implements Derivation {

        public LeastLeads {
            Required.present(label, "LeastLeads.label");
            Required.present(deals, "LeastLeads.deals");
            Required.present(carried, "LeastLeads.carried");
            Required.present(mix, "LeastLeads.mix");
            conversions = Required.byName(conversions, "LeastLeads.conversions");
        }

        @Override
        public NormValue value() {
            return least(deals.value(), carried.value());
        }

        @Override
        public List<Derivation> inputs() {
            return List.of(deals, carried);
        }

        @Override
        public NormValue evaluate() {
            return least(deals.evaluate(), carried.evaluate());
        }

        /** By bisection: more leads never yield less. */
        private NormValue least(NormValue needed, NormValue already) {
            Apportionment channels = mix.apportionment();
            long most = 1;
            while (!suffices(channels.split(most), needed, already)) {
                most = Math.multiplyExact(most, 2L);
            }
            long least = 0;
            while (least < most) {
                long middle = least + (most - least) / 2;
                if (suffices(channels.split(middle), needed, already)) {
                    most = middle;
                } else {
                    least = middle + 1;
                }
            }
            return new NormValue.Count(least);
        }

        private boolean suffices(long[] leads, NormValue needed, NormValue already) {
            List<NormValue> yields = new ArrayList<>();
            yields.add(already);
            List<String> channels = mix.parts();
            for (int c = 0; c < leads.length; c++) {
                Rate rate = conversions.get(channels.get(c));
                if (rate != null) {
                    yields.add(new NormValue.Exact(
                            BigInteger.valueOf(leads[c]).multiply(BigInteger.valueOf(rate.numerator())),
                            BigInteger.valueOf(rate.denominator())));
                }
            }
            Operator.Exact sum = Operator.sum(yields);
            return sum.numerator()
                            .multiply(needed.denominator())
                            .compareTo(needed.numerator().multiply(sum.denominator()))
                    >= 0;
        }

        @Override
        public String formula() {
            String rates = conversions.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            return named(this) + " = the least that, split over the channels, yield " + named(deals) + " with "
                    + named(carried) + " at manager conversions of " + rates;
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
