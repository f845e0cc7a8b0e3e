package io.github.planningmath.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ApportionmentPropertyTest {

    private static final long GREATEST_TOTAL = Long.MAX_VALUE / 2;

    /** A part of a split with its bounds; the weights of all parts together fit in a long. */
    record Part(String name, long weight, long least, long most) {}

    @Property
    void smallTotalsAreHandedOutOneByOne(
            @ForAll("parts") List<Part> parts, @ForAll @IntRange(min = 0, max = 300) int total) {
        assertThat(of(parts).split(total)).isEqualTo(handedOut(unbounded(parts), total));
    }

    @Property
    void boundedTotalsAreHandedOutOneByOne(
            @ForAll("parts") List<Part> parts, @ForAll @IntRange(min = 0, max = 100) int more) {
        long total = feasible(parts, more);
        assertThat(bounded(parts, total)).isEqualTo(handedOut(parts, total));
    }

    @Property
    void anyTotalAddsUpWithNoBetterClaimLeft(
            @ForAll("parts") List<Part> parts, @ForAll @LongRange(min = 0, max = GREATEST_TOTAL) long total) {
        assertIsWebster(unbounded(parts), of(parts).split(total), total);
    }

    @Property
    void anyBoundedTotalAddsUpWithNoBetterClaimLeft(
            @ForAll("parts") List<Part> parts, @ForAll @LongRange(min = 0, max = GREATEST_TOTAL) long more) {
        long total = feasible(parts, more);
        assertIsWebster(parts, bounded(parts, total), total);
    }

    @Property
    void aGreaterTotalGivesNoPartLess(
            @ForAll("parts") List<Part> parts,
            @ForAll @LongRange(min = 0, max = GREATEST_TOTAL / 2) long total,
            @ForAll @LongRange(min = 0, max = GREATEST_TOTAL / 2) long more) {
        assertNoneFalls(of(parts).split(total), of(parts).split(total + more));
        assertNoneFalls(of(parts).split(total), of(parts).split(total + 1));
        assertNoneFalls(bounded(parts, feasible(parts, total)), bounded(parts, feasible(parts, total + more)));
        assertNoneFalls(bounded(parts, feasible(parts, total)), bounded(parts, feasible(parts, total + 1)));
    }

    @Property
    void theOrderOfThePartsChangesNothing(
            @ForAll("parts") List<Part> parts,
            @ForAll @LongRange(min = 0, max = GREATEST_TOTAL) long total,
            @ForAll Random random) {
        List<Part> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, random);
        assertThat(byName(shuffled, of(shuffled).split(total)))
                .isEqualTo(byName(parts, of(parts).split(total)));
        long feasible = feasible(parts, total);
        assertThat(byName(shuffled, bounded(shuffled, feasible))).isEqualTo(byName(parts, bounded(parts, feasible)));
    }

    @Property
    void onlyProportionsMatter(
            @ForAll("parts") List<Part> parts,
            @ForAll @LongRange(min = 0, max = GREATEST_TOTAL) long total,
            @ForAll @LongRange(min = 1, max = 1_000_000_007) long divisor) {
        List<Ratio> scaled =
                parts.stream().map(part -> Ratio.of(part.weight(), divisor)).toList();
        assertThat(Apportionment.webster(names(parts), scaled).split(total))
                .isEqualTo(of(parts).split(total));
    }

    @Property
    void aMixApportionsByItsShares(
            @ForAll("parts") List<Part> parts, @ForAll @LongRange(min = 0, max = GREATEST_TOTAL) long total) {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        parts.forEach(part -> weights.put(part.name(), Ratio.of(part.weight())));
        Mix<String> mix = Mix.ofWeights(weights);
        assertThat(mix.apportion(total)).isEqualTo(byName(parts, of(parts).split(total)));
        assertThat(mix.shares().values().stream().reduce(Ratio.ZERO, Ratio::plus))
                .isEqualTo(Ratio.ONE);
        assertThat(Mix.ofWeights(mix.shares())).isEqualTo(mix);
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<Long> weight = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 4),
                Arbitraries.longs().between(0, 1_000),
                Arbitraries.longs().between(0, Long.MAX_VALUE / 32));
        Arbitrary<Long> least =
                Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(0, 20));
        Arbitrary<Long> width = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 20),
                Arbitraries.longs().between(0, Long.MAX_VALUE - 20),
                Arbitraries.just(Long.MAX_VALUE - 20));
        Arbitrary<String> name = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3);
        Arbitrary<Part> part = Combinators.combine(name, weight, least, width)
                .as((n, w, from, more) -> new Part(n, w, from, from + more));
        return part.withoutEdgeCases()
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .uniqueElements(Part::name)
                .filter(list -> list.stream().anyMatch(p -> p.weight() > 0));
    }

    private static Apportionment of(List<Part> parts) {
        return Apportionment.webster(
                names(parts),
                parts.stream().map(part -> Ratio.of(part.weight())).toList());
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).toList();
    }

    private static List<Part> unbounded(List<Part> parts) {
        return parts.stream()
                .map(part -> new Part(part.name(), part.weight(), 0, Long.MAX_VALUE))
                .toList();
    }

    private static long[] bounded(List<Part> parts, long total) {
        long[] result = new long[parts.size()];
        of(parts)
                .split(
                        total,
                        parts.stream().mapToLong(Part::least).toArray(),
                        parts.stream().mapToLong(Part::most).toArray(),
                        result,
                        0);
        return result;
    }

    /** As much more than the least as the bounds and the greatest total admit. */
    private static long feasible(List<Part> parts, long more) {
        BigInteger least = sum(parts.stream().map(part -> big(part.least())).toList());
        BigInteger most = sum(parts.stream()
                .map(part -> big(part.weight() == 0 ? part.least() : part.most()))
                .toList());
        return least.add(big(more)).min(most).min(big(GREATEST_TOTAL)).longValueExact();
    }

    /** The method as it is told: unit by unit, to the greatest claim; weight 0 has none beyond its least. */
    private static long[] handedOut(List<Part> parts, long total) {
        long[] units = parts.stream().mapToLong(Part::least).toArray();
        Comparator<Integer> byClaim = (i, j) -> claim(parts.get(j), units[j] + 1, parts.get(i), units[i] + 1);
        PriorityQueue<Integer> queue =
                new PriorityQueue<>(byClaim.thenComparing(i -> parts.get(i).name()));
        IntStream.range(0, units.length)
                .filter(i ->
                        parts.get(i).weight() > 0 && units[i] < parts.get(i).most())
                .forEach(queue::add);
        for (long left = total - Arrays.stream(units).sum(); left > 0; left--) {
            int next = queue.remove();
            units[next]++;
            if (units[next] < parts.get(next).most()) {
                queue.add(next);
            }
        }
        return units;
    }

    /** Compares the claims of two parts to their n-th unit, weight / (2 * n - 1). */
    private static int claim(Part a, long unitOfA, Part b, long unitOfB) {
        BigInteger left = big(a.weight()).multiply(oddNumber(unitOfB));
        return left.compareTo(big(b.weight()).multiply(oddNumber(unitOfA)));
    }

    private static BigInteger oddNumber(long unit) {
        return big(unit).shiftLeft(1).subtract(BigInteger.ONE);
    }

    /** No unit that a part did not get has a better claim than one that another part got beyond its least. */
    private static void assertIsWebster(List<Part> parts, long[] units, long total) {
        assertThat(sum(Arrays.stream(units).mapToObj(BigInteger::valueOf).toList()))
                .isEqualTo(big(total));
        for (int i = 0; i < units.length; i++) {
            Part gains = parts.get(i);
            assertThat(units[i]).isBetween(gains.least(), gains.most());
            for (int j = 0; j < units.length; j++) {
                Part loses = parts.get(j);
                if (i != j && units[i] < gains.most() && units[j] > loses.least()) {
                    int claim = claim(gains, units[i] + 1, loses, units[j]);
                    boolean nameFirst = gains.name().compareTo(loses.name()) < 0;
                    assertThat(claim < 0 || (claim == 0 && !nameFirst))
                            .describedAs("%s ought not to gain from %s", gains, loses)
                            .isTrue();
                }
            }
        }
    }

    private static void assertNoneFalls(long[] before, long[] after) {
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isGreaterThanOrEqualTo(before[i]);
        }
    }

    private static Map<String, Long> byName(List<Part> parts, long[] units) {
        Map<String, Long> result = new LinkedHashMap<>();
        for (int i = 0; i < units.length; i++) {
            result.put(parts.get(i).name(), units[i]);
        }
        return result;
    }

    private static BigInteger sum(List<BigInteger> numbers) {
        return numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
