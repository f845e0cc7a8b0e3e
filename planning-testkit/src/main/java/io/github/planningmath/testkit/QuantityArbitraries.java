package io.github.planningmath.testkit;

import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Numbers, names and months. */
final class QuantityArbitraries {

    /**
     * Names whose order by code points differs from that by UTF-16 units (the last of the Basic Multilingual Plane and
     * those beyond it), by locale and by upper and lower case.
     */
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "c",
            "site",
            "calls",
            "e-mail",
            "social",
            "events",
            "partners",
            "call recording",
            "A",
            "Z",
            "z",
            "\u00e4",
            "\u00df",
            "ss",
            "\u0130",
            "i",
            "\u0438\u043c\u044f",
            "\u540d",
            "\u05d0",
            "\uffee",
            "\ud83d\ude00",
            "\ud801\udc00",
            "e\u0301",
            "\u00e9",
            "1",
            "10",
            "2",
            "a b",
            "a\u00a0b",
            "a,b",
            "a · b",
            "\"",
            "%s",
            "null",
            "{}",
            "x\u200dy",
            "total",
            "whole plan");

    /** Denominators that people's fractions have; their least common multiple with a million stays far below 2^63. */
    private static final List<Long> ODD_DENOMINATORS = List.of(3L, 7L, 12L, 365L, 1200L);

    private QuantityArbitraries() {}

    /** Distinct names, as many as asked for. */
    static Arbitrary<List<String>> names(int count) {
        return Arbitraries.shuffle(NAMES).map(names -> List.copyOf(names.subList(0, count)));
    }

    static Arbitrary<String> name() {
        return Arbitraries.of(NAMES);
    }

    /** Rates from the least of a million to 100 %. */
    static Arbitrary<Rate> rates() {
        return rates(1);
    }

    /** Rates of at least so many millionths. */
    static Arbitrary<Rate> rates(int leastMillionths) {
        int leastPercent = Math.max(1, (leastMillionths + 9_999) / 10_000);
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(leastPercent, 100).map(Rate::percent)),
                Tuple.of(
                        4,
                        Arbitraries.integers()
                                .between(leastMillionths, 1_000_000)
                                .map(millionths -> Rate.of(millionths, 1_000_000))),
                Tuple.of(2, oddRates().filter(rate -> rate.compareTo(Rate.of(leastMillionths, 1_000_000)) >= 0)),
                Tuple.of(1, Arbitraries.just(Rate.ONE)));
    }

    private static Arbitrary<Rate> oddRates() {
        return Arbitraries.of(ODD_DENOMINATORS)
                .flatMap(denominator ->
                        Arbitraries.longs().between(1, denominator).map(numerator -> Rate.of(numerator, denominator)));
    }

    /** Ratios from 0 to more than one, such as repeat deals per customer. */
    static Arbitrary<Ratio> ratios() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, shares()),
                Tuple.of(2, Arbitraries.integers().between(100, 400).map(Ratio::percent)),
                Tuple.of(1, Arbitraries.longs().between(1, 1_000_000).map(Ratio::of)));
    }

    /** Ratios from 0 to 1, both included. */
    static Arbitrary<Ratio> shares() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Ratio.ZERO)), Tuple.of(5, rates().map(Rate::toRatio)));
    }

    /** The weight of each of some parts, at least one of them above 0. */
    static Arbitrary<Map<String, Ratio>> weights(List<String> parts) {
        Arbitrary<Long> weight = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0L)),
                Tuple.of(9, Arbitraries.longs().between(1, 100)));
        return weight.list().ofSize(parts.size()).map(weights -> {
            Map<String, Ratio> byPart = new LinkedHashMap<>();
            for (int part = 0; part < parts.size(); part++) {
                byPart.put(parts.get(part), Ratio.of(weights.get(part)));
            }
            byPart.computeIfPresent(parts.get(0), (part, own) -> allZero(weights) ? Ratio.ONE : own);
            return byPart;
        });
    }

    private static boolean allZero(List<Long> weights) {
        return weights.stream().allMatch(weight -> weight == 0);
    }

    static Arbitrary<Mix<String>> mixes(List<String> parts) {
        return weights(parts).map(Mix::ofWeights);
    }

    static Arbitrary<Mix<String>> mixes() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(QuantityArbitraries::names)
                .flatMap(QuantityArbitraries::mixes);
    }

    /** Amounts above 0 with up to two decimals, most of them small. */
    static Arbitrary<BigDecimal> amounts(long mostCents) {
        return counts(mostCents).map(cents -> BigDecimal.valueOf(cents + 1, 2));
    }

    /** Counts from 0 of every order of magnitude. */
    static Arbitrary<Long> counts(long most) {
        int digits = Long.toString(most).length();
        return Arbitraries.integers()
                .between(0, digits)
                .flatMap(magnitude -> Arbitraries.longs().between(0, Math.min(most, powerOfTen(magnitude))));
    }

    private static long powerOfTen(int exponent) {
        return BigDecimal.TEN
                .pow(exponent)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    static Arbitrary<Horizon> horizons(int months) {
        return months().map(first -> Horizon.ofMonths(first, months));
    }

    static Arbitrary<Horizon> horizons() {
        Arbitrary<Integer> length = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(1)),
                Tuple.of(6, Arbitraries.integers().between(2, 12)),
                Tuple.of(1, Arbitraries.integers().between(13, 36)));
        return Combinators.combine(months(), length).as(Horizon::ofMonths);
    }

    static Arbitrary<YearMonth> months() {
        return Arbitraries.integers().between(0, 240).map(YearMonth.of(2020, 1)::plusMonths);
    }
}
