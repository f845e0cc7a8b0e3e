package io.github.planningmath.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class DecompositionPropertyTest {

    /** A factor in plan and fact. */
    record Change(double plan, double fact) {

        Change swapped() {
            return new Change(/* plan= */ fact, /* fact= */ plan);
        }
    }

    @Provide
    Arbitrary<List<Change>> chains() {
        Arbitrary<Double> factor = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0.0)),
                Tuple.of(8, Arbitraries.doubles().between(1e-4, 1e6).ofScale(4)),
                Tuple.of(3, Arbitraries.integers().between(1, 9).map(Integer::doubleValue)));
        Arbitrary<Change> change = net.jqwik.api.Combinators.combine(factor, factor, Arbitraries.of(1, 2, 3))
                .as((plan, fact, kind) -> new Change(plan, kind == 1 ? plan : fact));
        return change.list().ofMinSize(1).ofMaxSize(9);
    }

    @Property
    void thePartsSumToTheDifference(@ForAll("chains") List<Change> chain, @ForAll Decomposition way) {
        assertThat(Arrays.stream(split(way, chain)).sum())
                .isCloseTo(product(facts(chain)) - product(plans(chain)), within(1e-9 * size(chain)));
    }

    @Property
    void swappingPlanAndFactNegatesEveryPart(@ForAll("chains") List<Change> chain, @ForAll Decomposition way) {
        double[] parts = split(way, chain);
        double[] swapped = split(way, chain.stream().map(Change::swapped).toList());
        for (int k = 0; k < parts.length; k++) {
            assertThat(swapped[k]).isCloseTo(-parts[k], within(1e-9 * size(chain)));
        }
    }

    @Property
    void anUnchangedFactorGetsNothing(@ForAll("chains") List<Change> chain, @ForAll Decomposition way) {
        double[] parts = split(way, chain);
        for (int k = 0; k < parts.length; k++) {
            if (chain.get(k).plan() == chain.get(k).fact()) {
                assertThat(parts[k]).isZero();
            }
        }
    }

    @Property
    void theOrderOfFactorsMeansNothingWhereNoneIsZero(
            @ForAll("chains") List<Change> chain, @ForAll Decomposition way, @ForAll Random random) {
        List<Change> positive = chain.stream()
                .map(each -> new Change(each.plan() + 1e-3, each.fact() + 1e-3))
                .toList();
        List<Change> shuffled = new ArrayList<>(positive);
        Collections.shuffle(shuffled, random);
        double[] parts = split(way, positive);
        double[] inOtherOrder = split(way, shuffled);
        Arrays.sort(parts);
        Arrays.sort(inOtherOrder);
        assertThat(inOtherOrder).containsExactly(parts, within(1e-9 * size(positive)));
    }

    @Property
    void lmdiAddsThePartsOfFactorsThatAreMerged(@ForAll("chains") List<Change> chain) {
        double[] parts = split(Decomposition.LMDI, chain);
        List<Change> merged = new ArrayList<>(chain);
        Change last = merged.remove(merged.size() - 1);
        if (merged.isEmpty()) {
            return;
        }
        Change before = merged.remove(merged.size() - 1);
        merged.add(new Change(before.plan() * last.plan(), before.fact() * last.fact()));
        assertThat(split(Decomposition.LMDI, merged)[merged.size() - 1])
                .isCloseTo(parts[chain.size() - 2] + parts[chain.size() - 1], within(1e-9 * size(chain)));
    }

    private static double[] split(Decomposition way, List<Change> chain) {
        double[] parts = new double[chain.size()];
        way.split(plans(chain), facts(chain), parts.length, parts);
        return parts;
    }

    private static double[] plans(List<Change> chain) {
        return chain.stream().mapToDouble(Change::plan).toArray();
    }

    private static double[] facts(List<Change> chain) {
        return chain.stream().mapToDouble(Change::fact).toArray();
    }

    private static double product(double[] factors) {
        return Arrays.stream(factors).reduce(1, (a, b) -> a * b);
    }

    /** Shapley's parts pass through every mixture of plan and fact. */
    private static double size(List<Change> chain) {
        return chain.stream()
                .mapToDouble(each -> Math.max(each.plan(), each.fact()))
                .reduce(1, (a, b) -> a * Math.max(b, 1e-300));
    }
}
