package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.assortment;
import static io.github.planningmath.plan.SmallBusiness.channel;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.outcome;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.product;
import static io.github.planningmath.plan.SmallBusiness.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How products share a full channel: every visit is a lead, every lead a deal, and every deal brings one. */
class CeilingSharingTest {

    private static PlanningConstants business(long a, long b, Map<String, Ratio> mix, Map<String, Long> ceilings) {
        List<Channel> channels = new ArrayList<>();
        mix.keySet().forEach(name -> channels.add(ceiled(channel(name, "1", "1", "0"), ceilings.get(name))));
        return constants()
                .withAssortment(assortment(List.of(product("a", "1", "0"), product("b", "1", "0")), a, b))
                .withChannels(channels)
                .withTiers(Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.ONE, 0, ChannelMix.ofWeights(mix))));
    }

    private static Channel ceiled(Channel channel, @Nullable Long ceiling) {
        return ceiling == null ? channel : channel.withVisitCeiling(ceiling);
    }

    private static Map<String, Ratio> mix(Object... namesAndWeights) {
        Map<String, Ratio> mix = new LinkedHashMap<>();
        for (int i = 0; i < namesAndWeights.length; i += 2) {
            mix.put((String) namesAndWeights[i], Ratio.of((Integer) namesAndWeights[i + 1]));
        }
        return mix;
    }

    private static Map<String, Long> leads(Plan plan, String product) {
        Map<String, Long> leads = new LinkedHashMap<>();
        plan.constants()
                .channels()
                .forEach(channel -> leads.put(
                        channel.name(), plan.leads(Scope.all().product(product).channel(channel.name()))));
        return leads;
    }

    /** Of 400 deals a has 300 and b 100, half of each over the site: 150 and 50 visits, of which 100 fit. */
    private static final PlanningConstants HALVES = business(3, 1, mix("site", 1, "mail", 1), Map.of("site", 100L));

    @Test
    void aFullChannelIsSharedInProportionToWhatIsWantedOfIt() {
        Plan plan = plan(SettledGoal.revenue("400"), HALVES, NOTHING);
        assertThat(leads(plan, "a")).isEqualTo(Map.of("site", 75L, "mail", 225L));
        assertThat(leads(plan, "b")).isEqualTo(Map.of("site", 25L, "mail", 75L));
        assertThat(plan.fullChannels()).containsExactly(new Obstacle.Ceiling("site", JANUARY, 100L));
    }

    @Test
    void whatPinnedCellsLeaveOfItGoesToTheOthers() {
        Plan plan = plan(SettledGoal.revenue("400"), HALVES, NOTHING, new Pin.Leads("site", "b", JANUARY, 40L));
        assertThat(leads(plan, "a")).isEqualTo(Map.of("site", 60L, "mail", 240L));
        assertThat(leads(plan, "b")).isEqualTo(Map.of("site", 40L, "mail", 60L));
    }

    @Test
    void pinsMayTakeAllOfItAndNoMore() {
        Plan plan = plan(SettledGoal.revenue("400"), HALVES, NOTHING, new Pin.Leads("site", "b", JANUARY, 100L));
        assertThat(leads(plan, "a")).isEqualTo(Map.of("site", 0L, "mail", 300L));
        assertThat(leads(plan, "b")).isEqualTo(Map.of("site", 100L, "mail", 0L));

        Pin tooMuch = new Pin.Leads("site", "b", JANUARY, 101L);
        assertThat(refusal(outcome(SettledGoal.revenue("400"), HALVES, NOTHING, tooMuch))
                        .obstacles()
                        .get(0))
                .hasToString("pinned: leads from site, whose ceiling of 100 visits a month they exceed");
    }

    /**
     * The one lead of b goes to the site. That is full with ten of a; b's lead then must not go to the mail, which is full as
     * well, though b wanted nothing of it before.
     */
    @Test
    void whoWantsNothingOfAFullChannelGetsNothingOfItLater() {
        PlanningConstants full =
                business(59, 1, mix("site", 6, "mail", 3, "calls", 1), Map.of("site", 10L, "mail", 10L));
        Plan plan = plan(SettledGoal.revenue("60"), full, NOTHING);
        assertThat(leads(plan, "a")).isEqualTo(Map.of("site", 10L, "mail", 10L, "calls", 39L));
        assertThat(leads(plan, "b")).isEqualTo(Map.of("site", 0L, "mail", 0L, "calls", 1L));
    }
}
