package io.github.planningmath.testkit;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.Leads;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.traffic.ChannelMix;
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
                Tuple.of(2, repeatsByAge().map(each -> (RepeatBehaviour) each)));
    }

    static Arbitrary<SalesProcess> processes() {
        return TrafficArbitraries.channelMixes().flatMap(SalesArbitraries::processes);
    }

    /** The process of a tier that some of the channels feed. */
    static Arbitrary<SalesProcess> processes(List<String> channels) {
        return TrafficArbitraries.channelMixes(channels).flatMap(SalesArbitraries::processes);
    }

    private static Arbitrary<SalesProcess> processes(ChannelMix mix) {
        return Combinators.combine(conversions(), ownConversions(mix), cycles(), Arbitraries.just(mix))
                .as((conversion, own, months, channels) ->
                        new SalesProcess(conversion, own, SalesCycle.months(months), channels));
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

    private static Arbitrary<Integer> cycles() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(4, Arbitraries.integers().between(1, LONGEST_USUAL_CYCLE)),
                Tuple.of(1, Arbitraries.integers().between(LONGEST_USUAL_CYCLE + 1, LONGEST_CYCLE)));
    }

    static Arbitrary<Leads> leads() {
        return TrafficArbitraries.traffic()
                .map(traffic -> new Leads(traffic.cells().stream()
                        .map(cell -> new Leads.Cell(cell.month(), cell.product(), cell.channel(), cell.count()))
                        .toList()));
    }
}
