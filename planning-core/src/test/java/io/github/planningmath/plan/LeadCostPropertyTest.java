package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class LeadCostPropertyTest {

    /** How one channel brings leads and what becomes of them. */
    record Surface(int weight, Rate siteConversion, Rate warmUp, Rate conversion, int cents) {}

    @Property
    void wholeLeadsAndVisitsCostWhatIsEstimatedToWithinTheRounding(
            @ForAll("tiers") List<Surface> tier, @ForAll @LongRange(min = 1, max = 1_000_000) long deals) {
        ResolvedBusiness business = new ResolvedBusiness(constants(tier), SmallBusiness.NOTHING, Edges.NONE, List.of());
        ProductLine line = business.lines().get(0);
        LeadCost cost = new LeadCost(line, business.prices(), new int[] {business.months() - 1});

        double leads = line.funnel().expectedLeads(deals, line.pipeline().expected(), 0);
        assertThat(cost.of(leads, 0)).isCloseTo(counted(business, line, deals), within(cost.rounding() + 1e-6));
    }

    /** What the least leads for the deals cost, in cents: the scale of the prices. */
    private static double counted(ResolvedBusiness business, ProductLine line, long deals) {
        Map<String, Long> visits = line.funnel().required(deals).visits();
        double cost = 0;
        for (int c = 0; c < line.channels(); c++) {
            long count =
                    Objects.requireNonNull(visits.get(line.funnel().channels().get(c)));
            cost += (double) count * business.prices().perVisit(line.channelIndex()[c], 0);
        }
        return cost;
    }

    @Provide
    Arbitrary<List<Surface>> tiers() {
        Arbitrary<Rate> rate = Arbitraries.of(Rate.ONE, Rate.of(1, 7), Rate.percent(15), Rate.of(37, 1200));
        Arbitrary<Integer> weights = Arbitraries.integers().between(1, 30);
        Arbitrary<Integer> cents = Arbitraries.integers().between(0, 300);
        return Combinators.combine(weights, rate, rate, rate, cents)
                .as(Surface::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static PlanningConstants constants(List<Surface> tier) {
        PlanningConstants constants = SmallBusiness.constants();
        List<Channel> channels = new ArrayList<>(constants.channels());
        Map<String, Ratio> weights = new LinkedHashMap<>();
        Map<String, Rate> conversions = new LinkedHashMap<>();
        for (Surface surface : tier) {
            String name = "surface " + channels.size();
            String perVisit = BigDecimal.valueOf(surface.cents, 2).toString();
            channels.add(SmallBusiness.channel(
                    name, surface.siteConversion.toString(), surface.warmUp.toString(), perVisit));
            weights.put(name, Ratio.of(surface.weight));
            conversions.put(name, surface.conversion);
        }
        SalesProcess process =
                new SalesProcess(Rate.ONE, conversions, SalesCycle.months(0), ChannelMix.ofWeights(weights));
        return constants.withChannels(channels).withTiers(Map.of(SalesTier.CONSULTATIVE, process));
    }
}
