package io.github.planningmath.quantity;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Shares of a whole by part, which sum to exactly 1: products of an assortment, months of a year, channels of a tier.
 *
 * <p>The order of the parts is kept and means nothing: no result depends on it but its own order.
 *
 * @param <K> what names a part, such as a product's name or a month
 * @param shares at least one part; each share at least 0; their sum exactly 1
 */
public record Mix<K>(@DocumentForm.Written Map<K, Ratio> shares) {

    @DocumentForm.Read
    public Mix {
        shares = copied("Mix.shares", shares);
        Fraction sum = sum(shares.values());
        if (!sum.equals(Fraction.ONE)) {
            throw new IllegalArgumentException(
                    "Mix.shares must sum to 1, but was " + sum.text() + ". Perhaps Mix.ofWeights was meant.");
        }
    }

    /**
     * The mix in which parts have shares proportional to their weights,
     * {@code share = weight / (sum of all weights)}, exactly.
     *
     * <p>Seasonal indices that ought to sum to 12 and sum to 11.9 lose nothing here.
     *
     * @param weights at least one part; each weight at least 0, at least one above 0
     * @param <K> what names a part
     * @return the mix, its parts in the order of the weights
     * @throws IllegalArgumentException if there is no part with a weight above 0
     * @throws ArithmeticException if a share has a term that does not fit in a long
     */
    public static <K> Mix<K> ofWeights(Map<K, Ratio> weights) {
        Map<K, Ratio> shares = new LinkedHashMap<>(copied("Mix.weights", weights));
        Fraction sum = sum(shares.values());
        if (!(sum.numerator().signum() > 0)) {
            throw new IllegalArgumentException("Mix.weights must have one above 0, but was " + weights + ".");
        }
        shares.replaceAll((part, weight) -> weight.fraction().dividedBy(sum).to("Mix.share", Ratio::new));
        return new Mix<>(shares);
    }

    /**
     * The share of a part.
     *
     * @param part one of {@link #parts()}
     * @return its share, from 0 to 1
     * @throws IllegalArgumentException if the mix has no such part
     */
    public Ratio share(K part) {
        Ratio share = shares.get(part);
        if (share != null) {
            return share;
        }
        throw unknown("Mix.share", part);
    }

    /**
     * Lists the parts.
     *
     * @return the parts in the order in which they were given
     */
    public List<K> parts() {
        return List.copyOf(shares.keySet());
    }

    /**
     * Splits a total into whole numbers that add up to it, by Webster's method: a greater total gives no part less.
     *
     * <p>Parts of equal claim are served in the code-point order of their names, {@code String.valueOf(part)}. Whoever
     * splits many totals by one mix takes {@link #apportionment()} once.
     *
     * @param total from 0 to 4611686018427387903 (2^62 - 1)
     * @return the whole numbers by part, in the order of the parts
     * @throws IllegalArgumentException if the total is outside of that, or two parts have the same name
     * @throws ArithmeticException if the shares have no common denominator that fits in a long
     */
    public Map<K, Long> apportion(long total) {
        long[] numbers = apportionment().split(total);
        Map<K, Long> result = new LinkedHashMap<>();
        int index = 0;
        for (K part : shares.keySet()) {
            result.put(part, numbers[index++]);
        }
        return Collections.unmodifiableMap(result);
    }

    /**
     * Webster's method with these shares as weights, for many totals.
     *
     * @return the apportionment, its parts in the order of {@link #parts()}
     * @throws IllegalArgumentException if two parts have the same name
     * @throws ArithmeticException if the shares have no common denominator that fits in a long
     */
    public Apportionment apportionment() {
        List<String> names = shares.keySet().stream().map(String::valueOf).toList();
        return Apportionment.webster(names, List.copyOf(shares.values()));
    }

    /**
     * The mix of the other parts when some are held back: their shares keep their proportions and again sum to
     * 1.
     *
     * <p>So a new total is spread over the free cells of a sheet while held ones stay: with 10, 20 and 30 and the 20
     * held, a new total of 100 leaves 80, of which the others get 20 and 60.
     *
     * @param held parts of this mix; not all that have a share above 0
     * @return the mix without them
     * @throws IllegalArgumentException if one of them is no part of this mix, or nothing above 0 is left
     * @throws ArithmeticException if a share has a term that does not fit in a long
     */
    public Mix<K> without(Collection<K> held) {
        Map<K, Ratio> rest = new LinkedHashMap<>(shares);
        for (K part : held) {
            if (!shares.containsKey(part)) {
                throw unknown("Mix.without", part);
            }
            rest.remove(part);
        }
        if (rest.values().stream().allMatch(Ratio.ZERO::equals)) {
            throw new IllegalArgumentException(
                    "Mix.without must leave a share above 0, but was " + held + " of " + parts() + ".");
        }
        return ofWeights(rest);
    }

    private IllegalArgumentException unknown(String method, K part) {
        return new IllegalArgumentException(method + " must be one of " + parts() + ", but was " + part + ".");
    }

    private static Fraction sum(Collection<Ratio> ratios) {
        return ratios.stream().map(Ratio::fraction).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static <K> Map<K, Ratio> copied(String component, Map<K, Ratio> ratios) {
        Objects.requireNonNull(ratios, component + " must be given, but was null.");
        Map<K, Ratio> copy = new LinkedHashMap<>(ratios);
        copy.forEach((part, ratio) -> {
            Objects.requireNonNull(part, component + " must have parts with names, but one was null.");
            Objects.requireNonNull(ratio, component + " must be given for " + part + ", but was null.");
        });
        if (copy.isEmpty()) {
            throw new IllegalArgumentException(component + " must have at least one part, but was {}.");
        }
        return Collections.unmodifiableMap(copy);
    }
}
