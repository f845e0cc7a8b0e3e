package io.github.planningmath.testkit;

import io.github.planningmath.allocation.Adstock;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.ExponentialResponse;
import io.github.planningmath.allocation.Flighting;
import io.github.planningmath.allocation.Hill;
import io.github.planningmath.allocation.LinearResponse;
import io.github.planningmath.allocation.LogarithmicResponse;
import io.github.planningmath.allocation.MichaelisMenten;
import io.github.planningmath.allocation.PiecewiseLinear;
import io.github.planningmath.allocation.PowerResponse;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.SpendLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Response curves for budgets of some thousands, and budgets to split over them. */
final class ResponseArbitraries {

    private static final double KNOTS_APART = 500;
    private static final int MOST_CHANNELS = 6;

    private ResponseArbitraries() {}

    private static Arbitrary<Double> numbers(double least, double most) {
        return Arbitraries.doubles().between(least, most).ofScale(2);
    }

    private static Arbitrary<Double> amounts() {
        return numbers(10, 5_000);
    }

    static Arbitrary<LinearResponse> linear() {
        return Combinators.combine(numbers(0, 5), amounts().injectNull(0.3)).as(LinearResponse::new);
    }

    static Arbitrary<PowerResponse> power() {
        return Combinators.combine(numbers(1, 300), numbers(0.05, 0.95)).as(PowerResponse::new);
    }

    static Arbitrary<LogarithmicResponse> logarithmic() {
        return Combinators.combine(amounts(), amounts()).as(LogarithmicResponse::new);
    }

    static Arbitrary<ExponentialResponse> exponential() {
        return Combinators.combine(amounts(), amounts()).as(ExponentialResponse::new);
    }

    static Arbitrary<MichaelisMenten> michaelisMenten() {
        return Combinators.combine(amounts(), amounts()).as(MichaelisMenten::new);
    }

    /** S-shaped where the slope is above 1. */
    static Arbitrary<Hill> hill() {
        return hill(0.2, 8);
    }

    private static Arbitrary<Hill> hill(double leastSlope, double mostSlope) {
        return Combinators.combine(amounts(), amounts(), numbers(leastSlope, mostSlope))
                .as(Hill::new);
    }

    static Arbitrary<PiecewiseLinear.Knot> knots() {
        return Combinators.combine(amounts(), amounts()).as(PiecewiseLinear.Knot::new);
    }

    /** Of slopes that rise, fall, or rise and then fall. */
    static Arbitrary<PiecewiseLinear> piecewiseLinear() {
        return Combinators.combine(slopes(), slopes()).as((rising, falling) -> {
            List<Integer> slopes = new ArrayList<>(rising.stream().sorted().toList());
            slopes.addAll(falling.stream().sorted(Comparator.reverseOrder()).toList());
            return broken(slopes);
        });
    }

    private static Arbitrary<List<Integer>> slopes() {
        return Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(4);
    }

    private static PiecewiseLinear broken(List<Integer> slopes) {
        List<PiecewiseLinear.Knot> knots = new ArrayList<>();
        double outcome = 0;
        for (int slope : slopes) {
            outcome += KNOTS_APART * slope;
            knots.add(new PiecewiseLinear.Knot(KNOTS_APART * (knots.size() + 1), outcome));
        }
        return new PiecewiseLinear(knots);
    }

    static Arbitrary<Flighting> flighting() {
        Arbitrary<Adstock> lasting = Combinators.combine(
                        Arbitraries.doubles().between(1, 10_000),
                        Arbitraries.doubles().between(1, 10_000),
                        Arbitraries.doubles().between(0, 0.95))
                .as((scale, spread, carryOver) -> new Adstock(new LogarithmicResponse(scale, spread), carryOver));
        return Combinators.combine(
                        Arbitraries.doubles().between(1, 1e6),
                        Arbitraries.doubles()
                                .between(0.1, 3)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(12),
                        lasting.list().ofMinSize(1).ofMaxSize(4))
                .as((budget, season, channels) -> Flighting.of(
                        budget,
                        season,
                        IntStream.range(0, channels.size())
                                .boxed()
                                .collect(Collectors.toMap(place -> "channel " + place, channels::get))));
    }

    static Arbitrary<Adstock> adstock() {
        return Combinators.combine(
                        Arbitraries.oneOf(michaelisMenten(), hill()).map(ResponseCurve.class::cast), numbers(0, 0.9))
                .as(Adstock::new);
    }

    /** Curves without a part that gets steeper. */
    static Arbitrary<ResponseCurve> concave() {
        return Arbitraries.oneOf(
                linear(),
                power(),
                logarithmic(),
                exponential(),
                michaelisMenten(),
                hill(0.2, 1),
                slopes().map(slopes ->
                        broken(slopes.stream().sorted(Comparator.reverseOrder()).toList())));
    }

    static Arbitrary<ResponseCurve> curves() {
        return Arbitraries.oneOf(concave(), hill(), piecewiseLinear(), adstock());
    }

    static Arbitrary<SpendLimits> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 3_000).injectNull(0.3))
                .as((floor, width) -> new SpendLimits(
                        BigDecimal.valueOf(floor), width == null ? null : BigDecimal.valueOf(floor + width)));
    }

    static Arbitrary<ChannelGroup> groups() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, MOST_CHANNELS).flatMap(QuantityArbitraries::names), limits())
                .as((channels, limits) -> new ChannelGroup("group", channels, limits));
    }

    static Arbitrary<AllocationProblem> problems(Arbitrary<ResponseCurve> curves) {
        Arbitrary<List<String>> names =
                Arbitraries.integers().between(1, MOST_CHANNELS).flatMap(QuantityArbitraries::names);
        Arbitrary<@Nullable Integer> groups =
                Arbitraries.integers().between(0, 2_000).injectNull(0.5);
        return Combinators.combine(
                        names,
                        curves.list().ofSize(MOST_CHANNELS),
                        limits().injectNull(0.5).list().ofSize(MOST_CHANNELS),
                        groups,
                        Arbitraries.integers().between(0, 1_000_000))
                .as((channels, responses, limits, width, cents) ->
                        problem(channels, responses, limits, width, BigDecimal.valueOf(cents, 2)));
    }

    /** Every second channel in one group, if there is any. */
    private static AllocationProblem problem(
            List<String> channels,
            List<ResponseCurve> responses,
            List<SpendLimits> limits,
            @Nullable Integer width,
            BigDecimal budget) {
        Map<String, ResponseCurve> curves = new LinkedHashMap<>();
        Map<String, SpendLimits> byChannel = new LinkedHashMap<>();
        List<String> grouped = new ArrayList<>();
        BigDecimal floors = BigDecimal.ZERO;
        for (int index = 0; index < channels.size(); index++) {
            String channel = channels.get(index);
            curves.put(channel, responses.get(index));
            SpendLimits own = limits.get(index);
            if (own != null) {
                byChannel.put(channel, own);
            }
            if (index % 2 == 1) {
                grouped.add(channel);
                floors = floors.add(own == null ? BigDecimal.ZERO : own.floor());
            }
        }
        List<ChannelGroup> groups = width == null || grouped.isEmpty()
                ? List.of()
                : List.of(new ChannelGroup(
                        "group", grouped, new SpendLimits(floors, floors.add(BigDecimal.valueOf(width)))));
        return new AllocationProblem(curves, byChannel, groups, budget);
    }
}
