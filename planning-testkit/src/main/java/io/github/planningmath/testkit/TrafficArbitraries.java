package io.github.planningmath.testkit;

import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Channels and the visits over them. */
final class TrafficArbitraries {

    /** A tenth of a percent: with it a billion visits still bring a million contacts. */
    private static final int LEAST_SITE_CONVERSION = 1_000;

    private static final int LEAST_WARM_UP = 50_000;

    private TrafficArbitraries() {}

    static Arbitrary<CostPerVisit> costs() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(new CostPerVisit(BigDecimal.ZERO))),
                Tuple.of(5, QuantityArbitraries.amounts(300).map(CostPerVisit::new)),
                Tuple.of(1, QuantityArbitraries.amounts(100_000).map(CostPerVisit::new)));
    }

    /** A channel without a ceiling on its visits. */
    static Arbitrary<Channel> channels(String name) {
        return Combinators.combine(
                        Arbitraries.of(MarketingApproach.class),
                        QuantityArbitraries.rates(LEAST_SITE_CONVERSION),
                        QuantityArbitraries.rates(LEAST_WARM_UP),
                        costs())
                .as((approach, site, warmUp, cost) -> new Channel(name, approach, site, warmUp, cost, null));
    }

    static Arbitrary<Channel> channels() {
        return Combinators.combine(QuantityArbitraries.name().flatMap(TrafficArbitraries::channels), ceilings())
                .as(Channel::withVisitCeiling);
    }

    private static Arbitrary<Long> ceilings() {
        return QuantityArbitraries.counts(1_000_000_000).injectNull(0.7);
    }

    static Arbitrary<ChannelMix> channelMixes(List<String> channels) {
        return QuantityArbitraries.weights(channels).map(ChannelMix::ofWeights);
    }

    static Arbitrary<ChannelMix> channelMixes() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(QuantityArbitraries::names)
                .flatMap(TrafficArbitraries::channelMixes);
    }

    static Arbitrary<Traffic> traffic() {
        return cells(4).list()
                .ofMaxSize(8)
                .uniqueElements(cell -> List.of(cell.month(), cell.product(), cell.channel()))
                .map(Traffic::new);
    }

    private static Arbitrary<Traffic.Visits> cells(int months) {
        return Combinators.combine(
                        QuantityArbitraries.horizons(months).flatMap(horizon -> Arbitraries.of(horizon.all())),
                        QuantityArbitraries.name(),
                        QuantityArbitraries.name(),
                        QuantityArbitraries.counts(1_000_000_000))
                .as(Traffic.Visits::new);
    }

    /** All channels of a business; in one of eight some have a ceiling. */
    static Arbitrary<List<Channel>> channels(List<String> names) {
        Arbitrary<List<Channel>> free = Combinators.combine(
                        names.stream().map(TrafficArbitraries::channels).toList())
                .as(List::copyOf);
        Arbitrary<List<Channel>> full = Combinators.combine(
                        free, ceilings().list().ofSize(names.size()))
                .as(TrafficArbitraries::withCeilings);
        return Arbitraries.frequencyOf(Tuple.of(7, free), Tuple.of(1, full));
    }

    private static List<Channel> withCeilings(List<Channel> channels, List<Long> ceilings) {
        List<Channel> bounded = new ArrayList<>();
        for (int channel = 0; channel < channels.size(); channel++) {
            bounded.add(channels.get(channel).withVisitCeiling(ceilings.get(channel)));
        }
        return bounded;
    }
}
