package io.github.planningmath.testkit;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.Leads;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.traffic.ChannelMix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** How leads become deals, and what customers do afterwards. */
final class SalesArbitraries {

    private static final int LEAST_MANAGER_CONVERSION = 5_000;
    private static final int LONGEST_USUAL_CYCLE = 3;
    private static final int LONGEST_CYCLE = 15;
    private static final int LONGEST_SPREAD = 7;
    private static final int MOST_STAGES = 4;
    private static final int MOST_COUNTED = 800;

    /** At the most sizes stay in longs for ten years. */
    private static final int MOST_EXPANSION = 8;

    private SalesArbitraries() {}

    static Arbitrary<ConstantRepeat> constantRepeats() {
        return Combinators.combine(QuantityArbitraries.shares(), repeatRates()).as(ConstantRepeat::new);
    }

    static Arbitrary<RepeatByAge> repeatsByAge() {
        return Combinators.combine(
                        QuantityArbitraries.shares().list().ofMinSize(1).ofMaxSize(6),
                        repeatRates().list().ofMinSize(1).ofMaxSize(6))
                .as(RepeatByAge::new);
    }

    private static Arbitrary<Ratio> repeatRates() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, QuantityArbitraries.shares()),
                Tuple.of(1, Arbitraries.integers().between(100, 300).map(Ratio::percent)));
    }

    static Arbitrary<RepeatBehaviour> repeatBehaviours() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(RepeatBehaviour.none())),
                Tuple.of(3, constantRepeats().map(each -> (RepeatBehaviour) each)),
                Tuple.of(2, repeatsByAge().map(each -> (RepeatBehaviour) each)),
                Tuple.of(2, subscriptions().map(each -> (RepeatBehaviour) each)));
    }

    /** What is paid for grows and shrinks by some percent a month, now and then as much as it can. */
    static Arbitrary<Subscription> subscriptions() {
        Arbitrary<Ratio> expansions = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Ratio.ZERO)),
                Tuple.of(4, Arbitraries.integers().between(1, MOST_EXPANSION).map(Ratio::percent)));
        Arbitrary<Ratio> contractions = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Ratio.ZERO)),
                Tuple.of(4, Arbitraries.integers().between(1, MOST_EXPANSION).map(Ratio::percent)),
                Tuple.of(1, QuantityArbitraries.shares()));
        return Combinators.combine(QuantityArbitraries.shares(), expansions, contractions)
                .as(Subscription::new);
    }

    static Arbitrary<SalesProcess> processes() {
        return TrafficArbitraries.channelMixes().flatMap(SalesArbitraries::processes);
    }

    /** The process of a tier that some of the channels feed. */
    static Arbitrary<SalesProcess> processes(List<String> channels) {
        return TrafficArbitraries.channelMixes(channels).flatMap(SalesArbitraries::processes);
    }

    /** One in five in stages. */
    private static Arbitrary<SalesProcess> processes(ChannelMix mix) {
        Arbitrary<SalesProcess> plain = Combinators.combine(
                        conversions(), ownConversions(mix), cycles(), Arbitraries.just(mix))
                .as(SalesProcess::new);
        Arbitrary<SalesProcess> inStages = Combinators.combine(conversions(), waits())
                .as((conversion, waits) -> new SalesStage("stage", conversion, waits))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_STAGES)
                .map(stages -> SalesProcess.inStages(named(stages), mix));
        return Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(1, inStages));
    }

    private static List<SalesStage> named(List<SalesStage> stages) {
        List<SalesStage> named = new ArrayList<>();
        for (SalesStage stage : stages) {
            named.add(new SalesStage("stage " + named.size(), stage.conversion(), stage.waits()));
        }
        return named;
    }

    /** At one age, or in two or three months. */
    private static Arbitrary<SalesCycle> waits() {
        return Arbitraries.of(
                SalesCycle.months(0),
                SalesCycle.months(1),
                SalesCycle.months(2),
                SalesCycle.of("50%", "50%"),
                SalesCycle.of("1/3", "0", "2/3"),
                SalesCycle.of("0", "6/7", "1/7"));
    }

    private static Arbitrary<Rate> conversions() {
        return QuantityArbitraries.rates(LEAST_MANAGER_CONVERSION);
    }

    /** In one of three tiers managers convert the leads of some channels at another rate. */
    private static Arbitrary<Map<String, Rate>> ownConversions(ChannelMix mix) {
        List<String> channels = List.copyOf(mix.shares().keySet());
        Arbitrary<Map<String, Rate>> some = conversions()
                .injectNull(0.5)
                .list()
                .ofSize(channels.size())
                .map(rates -> {
                    Map<String, Rate> byChannel = new LinkedHashMap<>();
                    for (int channel = 0; channel < channels.size(); channel++) {
                        if (rates.get(channel) != null) {
                            byChannel.put(channels.get(channel), rates.get(channel));
                        }
                    }
                    return byChannel;
                });
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Map.of())), Tuple.of(1, some));
    }

    /** All deals at one age in two cycles of three, over up to seven months in the third. */
    static Arbitrary<SalesCycle> cycles() {
        Arbitrary<Integer> months = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(4, Arbitraries.integers().between(1, LONGEST_USUAL_CYCLE)),
                Tuple.of(1, Arbitraries.integers().between(LONGEST_USUAL_CYCLE + 1, LONGEST_CYCLE)));
        return Arbitraries.frequencyOf(Tuple.of(2, months.map(SalesCycle::months)), Tuple.of(1, spreadCycles()));
    }

    /** Shares in small parts of a whole, or counted ones; nothing at some ages, the first among them. */
    private static Arbitrary<SalesCycle> spreadCycles() {
        Arbitrary<Integer> parts = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(5, Arbitraries.integers().between(1, 9)),
                Tuple.of(1, Arbitraries.integers().between(10, MOST_COUNTED)));
        return Combinators.combine(
                        parts.list().ofMinSize(1).ofMaxSize(LONGEST_SPREAD - 1),
                        Arbitraries.integers().between(1, 9))
                .as(SalesArbitraries::cycle);
    }

    private static SalesCycle cycle(List<Integer> before, int last) {
        long sum = last + before.stream().mapToLong(Integer::longValue).sum();
        List<Ratio> shares = new ArrayList<>();
        before.forEach(part -> shares.add(Ratio.of(part, sum)));
        shares.add(Ratio.of(last, sum));
        return new SalesCycle(shares);
    }

    static Arbitrary<Leads> leads() {
        return TrafficArbitraries.traffic()
                .map(traffic -> new Leads(traffic.cells().stream()
                        .map(cell -> new Leads.Cell(cell.month(), cell.product(), cell.channel(), cell.count()))
                        .toList()));
    }
}
